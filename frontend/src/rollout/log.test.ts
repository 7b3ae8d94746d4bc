import {expect, test} from 'vitest';
import type {LiveEvent} from '../api/events';
import type {RolloutEvent} from '../api/model';
import {lines, toneOf} from './log';

const stored = (seq: number, at: string, message: string): RolloutEvent => ({seq, at, type: 'host.settled', wave: 'half', actor: 'breakwater', reason: null, message});
const heard = (at: string, message: string): LiveEvent => ({type: 'host.settled', at, subject: 'h', message});

test('the newest line comes first, wherever it was heard', () =>
  expect(lines([stored(1, '2026-11-23T12:00:00Z', 'old')], [heard('2026-11-23T12:00:05Z', 'new')]).map(({message}) => message)).toEqual(['new', 'old']));

test('an event heard and then read is one line', () => expect(lines([stored(1, '2026-11-23T12:00:00Z', 'same')], [heard('2026-11-23T12:00:00Z', 'same')])).toHaveLength(1));

test('events of one instant keep their order', () =>
  expect(lines([stored(1, '2026-11-23T12:00:00Z', 'first'), stored(2, '2026-11-23T12:00:00Z', 'second')], []).map(({message}) => message)).toEqual(['second', 'first']));

test.each([['wave.failed', 'bad'], ['rollout.rolled-back', 'undone'], ['host.settled', 'good'], ['rollout.paused', 'watch'], ['wave.opened', 'busy']])('%s is %s', (type, tone) =>
  expect(toneOf(type)).toBe(tone));
