import {expect, test} from 'vitest';
import {check, EMPTY, fromGate, toRequest} from './draft';

test('a secret that is left empty is not sent, so it stays what it was', () => {
  expect(toRequest(EMPTY)).not.toHaveProperty('secret');
  expect(toRequest({...EMPTY, secret: 'k'})).toHaveProperty('secret', 'k');
});

test('a gate that is opened and saved untouched stays what it was', () => {
  const gate = {id: 'g', name: 'errors', type: 'PROMETHEUS', config: {url: 'http://p', query: 'up', minSamples: 20}, dryRun: false, onNoData: 'PAUSE', interval: 'PT1M', timeout: 'PT5S', consecutiveErrors: 3, revision: 1, secretSet: false, createdAt: '', createdBy: ''} as const;
  expect(toRequest(fromGate(gate))).toMatchObject({name: 'errors', onNoData: 'PAUSE', interval: 'PT1M', timeout: 'PT5S', consecutiveErrors: 3, config: {url: 'http://p', query: 'up', minSamples: 20}});
});

test('a new gate is watched before it counts', () => {
  expect(EMPTY.dryRun).toBe(true);
});

test('an unreadable interval is named', () => {
  expect(check({...EMPTY, name: 'x', type: 'HEALTH', interval: 'often'})).toEqual({'/interval': 'Write a duration, for example 30s.'});
});
