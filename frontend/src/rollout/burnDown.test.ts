import {expect, test} from 'vitest';
import type {Counts} from '../api/model';
import {burnDown, line} from './burnDown';

const at = (second: number) => `2026-11-23T12:00:${String(second).padStart(2, '0')}Z`;
const millis = (second: number) => new Date(at(second)).getTime();
const none: Counts = {pending: 0, deferred: 0, offered: 0, claimed: 0, settled: 0, failed: 0, silent: 0, rollingBack: 0, rolledBack: 0, skipped: 0, held: 0};
const wave = (counts: Partial<Counts>) => ({name: 'half', budget: 2, counts: {...none, ...counts} as Counts, openedAt: at(0)});
const failure = (second: number, name = 'half') => ({type: 'host.failed', at: at(second), wave: name});

test('a wave that has not opened burns nothing', () => expect(burnDown({...wave({}), openedAt: null}, [], millis(9))).toBeNull());

test('each failure of the wave takes one, those of others none', () => {
  const burn = burnDown(wave({failed: 2}), [failure(3), failure(4, 'canary'), failure(5)], millis(10));
  expect(burn?.steps).toEqual([{at: millis(0), left: 2}, {at: millis(3), left: 1}, {at: millis(5), left: 0}]);
  expect(burn?.left).toBe(0);
});

test('trying again gives the budget back', () =>
  expect(burnDown(wave({}), [failure(3), {type: 'rollout.retried', at: at(6), wave: null}], millis(10))?.left).toBe(2));

test('a host that was skipped no longer counts, whatever the log said of it before', () =>
  expect(burnDown(wave({skipped: 1}), [failure(3)], millis(10))?.left).toBe(2));

test('what was spent stays told after the wave is taken back', () =>
  expect(burnDown(wave({rolledBack: 4}), [failure(1), failure(2), failure(3)], millis(10))?.left).toBe(-1));

test('the line goes down in steps to the bottom', () => {
  const burn = burnDown(wave({rolledBack: 4}), [failure(2), failure(4), failure(5)], millis(10));
  expect(burn && line(burn).map(([x, y]) => [Math.round(x), Math.round(y)])).toEqual([[0, 0], [20, 0], [20, 33], [40, 33], [40, 67], [50, 67], [50, 100], [100, 100]]);
});
