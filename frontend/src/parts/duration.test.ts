import {describe, expect, test} from 'vitest';
import {milliseconds, toIso, toTyped} from './duration';

test.each([['10m', 'PT10M'], ['1h 30m', 'PT1H30M'], ['7d', 'P7D'], ['90 s', 'PT90S'], ['1d 2h', 'P1DT2H'], ['PT5M', 'PT5M'], ['0s', 'PT0S'], ['10 min', 'PT10M']])(
  'typed %s is %s', (typed, iso) => expect(toIso(typed)).toBe(iso));

test.each(['', 'soon', '10', '-5m', 'P', 'PT', '5m later', '1.5h'])('%j is no duration', typed => expect(toIso(typed)).toBeNull());

describe('shown again', () => {
  test.each([['PT10M', '10m'], ['PT1H30M', '1h 30m'], ['P7D', '7d'], ['PT0S', '0s'], ['whatever', 'whatever']])('%s is %s', (iso, typed) => expect(toTyped(iso)).toBe(typed));
  test('none is empty', () => expect(toTyped(null)).toBe(''));
});

test('milliseconds add up', () => expect(milliseconds('P1DT1H1M1.5S')).toBe(90_061_500));
