import {expect, test} from 'vitest';
import type {RolloutSpec} from '../api/model';
import {terms} from './policy';

const spec = {waves: [], spreadBy: [], cover: [], minHealthy: 2, finalSoak: 'PT1H', onFailure: 'ROLLBACK', rollbackScope: 'ROLLOUT'} as unknown as RolloutSpec;
const say = (more: Partial<RolloutSpec>) => Object.fromEntries(terms({...spec, ...more}));

test('only what was asked for is told', () => expect(Object.keys(say({}))).toEqual(['Proof', 'A failed wave', 'Final soak']));

test('failure domains come with their limit', () => expect(say({spreadBy: ['site', 'rack'], maxUnavailablePerDomain: '1'})['Per domain']).toBe('1, by site, rack'));

test('a rollout that cannot go back says what a failed wave does', () => {
  expect(say({rollback: 'FORBIDDEN'})['A failed wave']).toBe('halts: it cannot go back');
  expect(say({onFailure: 'HALT', rollback: 'APPROVAL'})['A failed wave']).toBe('halts');
});
