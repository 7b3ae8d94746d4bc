import {expect, test} from 'vitest';
import {alarm, evidence, missChance, unseenShare, suspicion} from './evidence';

test('3 healthy canaries miss a defect of 1 in 10 in 73 % of cases', () => {
  expect(missChance(3, 0.1)).toBeCloseTo(0.729);
  expect(evidence(3, 0)).toBe('3 healthy hosts would miss a defect that hits 1 host in 10 in 73 % of cases.');
});

test.each([[1, 0.95], [3, 0.63], [5, 0.45], [10, 0.26], [59, 0.05], [300, 0.01]])('%i clean hosts leave room for a defect of %f', (hosts, share) =>
  expect(unseenShare(hosts)).toBeCloseTo(share, 2));

test('no settled host proves nothing', () => {
  expect(unseenShare(0)).toBe(1);
  expect(evidence(0, 0)).toMatch(/Nothing is proved yet/);
});

test('many healthy hosts speak of rarer defects', () => expect(evidence(100, 0)).toMatch(/1 in 100 would hide in 37 % of cases/));

test('more healthy hosts never prove less', () => {
  for (let hosts = 1; hosts < 200; hosts++) expect(unseenShare(hosts + 1)).toBeLessThan(unseenShare(hosts));
});

const met = {judged: 40, failed: 3, expectedFailureRate: 0.01, eValue: 10, threshold: 100, missProbability: [], upperBound: 0.18, interval: {low: 0.01, high: 0.2}};

test('the line to the alarm is on a scale of powers, from nothing to the threshold', () => {
  expect([0.2, 1, 10, 100, 5_000].map(eValue => alarm({eValue, threshold: 100}))).toEqual([0, 0, 0.5, 1, 1]);
});

test('how much more than usual has failed is told in words', () => {
  expect(suspicion(met)).toBe('3 of 40 failed: 10 times likelier with a defect than at the usual 1 %; at 100 times the rollout stops.');
  expect(suspicion({...met, failed: 0, eValue: 0.7})).toBe('0 of 40 failed: no more than the usual 1 % explains.');
});
