import {expect, test} from 'vitest';
import type {RolloutSpec} from '../api/model';
import {isUnlisted, wavesOf} from './newcomers';

const spec = (newcomers: 'JOIN' | 'IGNORE') => ({newcomers, waves: [{name: 'canary', soak: 'PT1M', gates: []}, {name: 'rest', soak: 'PT1H', gates: ['errors']}]}) as unknown as RolloutSpec;

test('newcomers join behind the plan, on the terms of its last wave', () => {
  expect(wavesOf(spec('JOIN')).map(({name, soak, gates}) => [name, soak, gates])).toEqual([['canary', 'PT1M', []], ['rest', 'PT1H', ['errors']], ['newcomers', 'PT1H', ['errors']]]);
  expect(wavesOf(spec('IGNORE'))).toHaveLength(2);
});

test('who comes is not known before they are listed', () => {
  expect(isUnlisted({size: 'newcomers', state: 'PENDING', hosts: 0})).toBe(true);
  expect(isUnlisted({size: 'newcomers', state: 'OPEN', hosts: 3})).toBe(false);
  expect(isUnlisted({size: 'newcomers', state: 'SKIPPED', hosts: 0})).toBe(false);
});
