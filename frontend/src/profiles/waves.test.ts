import {expect, test} from 'vitest';
import {inShort} from './waves';

test('waves are told in a line', () =>
  expect(inShort({waves: [{name: 'canary', size: '1', soak: 'PT10M'}, {name: 'half', size: '50%', soak: 'PT1H', approval: true}, {name: 'rest', size: 'rest'}]})).toBe('canary 1, soak 10m → half 50%, soak 1h, approval → rest'));
