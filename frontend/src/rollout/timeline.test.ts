import {expect, test} from 'vitest';
import {ticks, timeline} from './timeline';

const T0 = Date.parse('2026-11-23T12:00:00Z');
const at = (minutes: number) => new Date(T0 + minutes * 60_000).toISOString();
const wave = (name: string, opened: number | null, soakUntil: number | null = null) =>
  ({name, state: opened === null ? ('PENDING' as const) : ('OPEN' as const), openedAt: opened === null ? null : at(opened), soakUntil: soakUntil === null ? null : at(soakUntil), soak: 'PT10M'});

test('an open wave has been rolling until now', () => {
  const line = timeline({startedAt: at(0), finishedAt: null, waves: [wave('canary', 0)]}, T0 + 5 * 60_000);
  expect(line.lanes[0]?.segments).toEqual([{kind: 'rolling', from: T0, to: T0 + 5 * 60_000}]);
});

test('a soaking wave rolled until its soak began', () => {
  const line = timeline({startedAt: at(0), finishedAt: null, waves: [wave('canary', 0, 14)]}, T0 + 5 * 60_000);
  expect(line.lanes[0]?.segments).toEqual([{kind: 'rolling', from: T0, to: T0 + 4 * 60_000}, {kind: 'soaking', from: T0 + 4 * 60_000, to: T0 + 14 * 60_000}]);
  expect(line.to).toBe(T0 + 14 * 60_000);
});

test('a soak that was cut short ends where the next wave opened', () => {
  const line = timeline({startedAt: at(0), finishedAt: null, waves: [wave('canary', 0, 14), wave('rest', 6)]}, T0 + 7 * 60_000);
  expect(line.lanes[0]?.segments[1]).toEqual({kind: 'soaking', from: T0 + 4 * 60_000, to: T0 + 6 * 60_000});
});

test('waves to come stand one after the other behind now', () => {
  const now = T0 + 10 * 60_000;
  const [, second, third] = timeline({startedAt: at(0), finishedAt: null, waves: [wave('a', 0), wave('b', null), wave('c', null)]}, now).lanes;
  expect(second?.segments[0]?.from).toBe(now);
  expect(third?.segments[0]?.from).toBe(second?.segments[0]?.to);
});

test('a finished rollout has no now and plans nothing', () => {
  const line = timeline({startedAt: at(0), finishedAt: at(9), waves: [wave('a', 0), wave('b', null)]}, T0 + 60 * 60_000);
  expect(line.now).toBeNull();
  expect(line.to).toBe(T0 + 9 * 60_000);
  expect(line.lanes[1]?.segments).toEqual([]);
});

test('a skipped wave has no place on the axis', () => {
  const skipped = {...wave('rest', null), state: 'SKIPPED' as const};
  expect(timeline({startedAt: at(0), finishedAt: null, waves: [wave('a', 0), skipped]}, T0 + 60_000).lanes[1]?.segments).toEqual([]);
});

test('nothing lies outside the axis', () => {
  const line = timeline({startedAt: at(0), finishedAt: null, waves: [wave('a', 0, 3), wave('b', 3, 20), wave('c', null)]}, T0 + 8 * 60_000);
  for (const {segments} of line.lanes) for (const {from, to} of segments) expect([from >= line.from, to <= line.to]).toEqual([true, true]);
});

test('ticks are few, round and within the axis', () => {
  const found = ticks({from: T0 + 1_000, to: T0 + 20 * 60_000});
  expect(found.length).toBeLessThanOrEqual(7);
  expect(found.every(tick => tick % 300_000 === 0 && tick > T0 && tick <= T0 + 20 * 60_000)).toBe(true);
});
