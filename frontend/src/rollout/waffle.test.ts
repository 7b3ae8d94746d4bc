import {expect, test} from 'vitest';
import type {Counts, RolloutHost} from '../api/model';
import {byCount, byHost} from './waffle';

const none: Counts = {pending: 0, deferred: 0, offered: 0, claimed: 0, settled: 0, failed: 0, silent: 0, rollingBack: 0, rolledBack: 0, skipped: 0, held: 0};
const host = (name: string, wave: string, state: RolloutHost['state']): RolloutHost =>
  ({hostId: name, name, wave, state, reason: null, from: null, to: 'r', offeredAt: null, claimedAt: null, finishedAt: null, strayed: false});

test('a host keeps its place while its state changes', () => {
  const before = byHost([host('web-10', 'a', 'OFFERED'), host('web-2', 'a', 'OFFERED')], ['a'], 10);
  const after = byHost([host('web-2', 'a', 'SETTLED'), host('web-10', 'a', 'FAILED')], ['a'], 10);
  const places = (waves: typeof before) => waves[0]?.cells.map(({key, column}) => [key, column]);
  expect(places(after)).toEqual(places(before));
  expect(places(after)).toEqual([['web-2', 0], ['web-10', 1]]);
});

test('rows fill from the left', () => {
  const [wave] = byHost(['a', 'b', 'c'].map(name => host(name, 'w', 'PENDING')), ['w'], 2);
  expect(wave?.cells.map(({column, row}) => [column, row])).toEqual([[0, 0], [1, 0], [0, 1]]);
  expect(wave?.rows).toBe(2);
});

test('every host of every wave is drawn once', () => {
  const waves = byHost([host('a', 'x', 'SETTLED'), host('b', 'y', 'SILENT'), host('c', 'y', 'HELD')], ['x', 'y'], 5);
  expect(waves.map(({cells}) => cells.length)).toEqual([1, 2]);
});

test('a fleet too large to draw keeps every state visible', () => {
  const [wave] = byCount([{name: 'rest', hosts: 100_001, counts: {...none, settled: 100_000, failed: 1}}], 40);
  expect(wave?.cells.length).toBeLessThanOrEqual(1_001);
  expect(wave?.cells.filter(({state}) => state === 'FAILED')).toHaveLength(1);
  expect(wave?.cells.reduce((sum, {hosts}) => sum + hosts, 0)).toBe(100_001);
});
