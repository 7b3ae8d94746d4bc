import {expect, test} from 'vitest';
import type {Counts} from '../api/model';
import {judged, present, sum} from './counts';

const none: Counts = {pending: 0, deferred: 0, offered: 0, claimed: 0, settled: 0, failed: 0, silent: 0, rollingBack: 0, rolledBack: 0, skipped: 0, held: 0};

test('only states with hosts are shown, proved first and trouble last', () =>
  expect(present({...none, failed: 1, settled: 3, pending: 2})).toEqual([{state: 'SETTLED', hosts: 3}, {state: 'PENDING', hosts: 2}, {state: 'FAILED', hosts: 1}]));

test('waves add up', () => {
  const total = sum([{counts: {...none, settled: 2}}, {counts: {...none, settled: 3, silent: 1}}]);
  expect(total.settled).toBe(5);
  expect(total.silent).toBe(1);
});

test('a silent host is judged, an offered one is not', () => expect(judged({...none, silent: 1, offered: 4, settled: 2})).toBe(3));
