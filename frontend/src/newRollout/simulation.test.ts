import {expect, test} from 'vitest';
import {percent, say} from './simulation';

const moved = {mean: 4, p05: 1, p50: 4, p95: 9};
const found = {defectRate: 0.1, runs: 2000, seed: 1, hostsMoved: moved, hostsHit: {mean: 3.4, p05: 1, p50: 3, p95: 8}, detected: 0.99, completes: 0.01, stoppedAt: [], assumptions: []};

test('the median comes with its interval and the share that nobody would notice', () =>
  expect(say(found, 0.1)).toBe('A defect of 10 % of hosts would hit 3 hosts (90 % of runs: 1 to 8) before it is stopped; it would go through unnoticed in 1 % of runs.'));

test('a sure end has no interval and no exception', () =>
  expect(say({...found, hostsHit: {mean: 1, p05: 1, p50: 1, p95: 1}, completes: 0}, 1)).toBe('A defect of 100 % of hosts would hit 1 host before it is stopped.'));

test('shares are told no finer than they help', () => expect([0.005, 0.1, 0.123, 0.0004].map(percent)).toEqual(['0.5 %', '10 %', '12 %', '< 0.1 %']));
