import {expect, test} from 'vitest';
import type {Profile} from '../api/model';
import {EMPTY, fromProfile, toRequest} from './profile';

const slow = {
  name: 'slow', description: 'for kernels', waves: [{name: 'canary', size: '1', soak: 'PT4H', maxFailed: '0', deadline: 'PT30M'}], maxUnavailable: '5%', spreadBy: ['site'], startRate: null, minHealthy: 3, finalSoak: 'PT24H',
} as unknown as Profile;

test('a profile that is opened and saved untouched stays what it was', () =>
  expect(toRequest(fromProfile(slow))).toEqual({name: 'slow', description: 'for kernels', waves: slow.waves, maxUnavailable: '5%', spreadBy: ['site'], minHealthy: 3, finalSoak: 'PT24H'}));

test('what is left empty a profile does not say', () => expect(Object.keys(toRequest(EMPTY))).toEqual(['name', 'description', 'waves']));
