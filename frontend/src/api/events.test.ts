import {expect, test} from 'vitest';
import {type LiveEvent, remember, staleKeys} from './events';

const event = (part: Partial<LiveEvent>): LiveEvent => ({type: 'host.settled', at: '2026-11-23T12:00:00Z', subject: 'hosts/h1', message: '', ...part});

test('a wave that opens makes its rollout stale', () => expect(staleKeys(event({type: 'wave.opened', subject: 'rollouts/r1', rolloutId: 'r1'}))).toContainEqual(['rollouts', 'r1']));
test('a host that settles makes itself and its rollout stale', () => {
  const keys = staleKeys(event({hostId: 'h1', rolloutId: 'r1'}));
  expect(keys).toContainEqual(['hosts', 'h1']);
  expect(keys).toContainEqual(['rollouts', 'r1']);
});
test('a subject is read as kind and id', () => expect(staleKeys(event({type: 'host.held', subject: 'hosts/h7'}))).toContainEqual(['hosts', 'h7']));
test('the global stop makes every rollout stale', () => expect(staleKeys(event({type: 'stop.engaged'}))).toContainEqual(['rollouts']));
test('an event of a later server is no error', () => expect(staleKeys(event({type: 'weather.changed'}))).toEqual([]));
test('a long log forgets its oldest lines', () => {
  const kept = Array.from({length: 400}, () => event({})).reduce<LiveEvent[]>((lines, line) => remember(lines, line), []);
  expect(kept).toHaveLength(300);
});
