import {expect, test} from 'vitest';
import {evidence, missChance, unseenShare} from './evidence';

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
