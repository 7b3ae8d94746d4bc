import {expect, test} from 'vitest';
import {HOSTS, lookOf, type Look, PHASES, TURNS, WAVES} from './states';

test.each([['phases', PHASES], ['waves', WAVES], ['hosts', HOSTS], ['hosts in a rollout', TURNS]])('no two states of %s look alike without colour', (_, looks: Record<string, Look>) => {
  const words = Object.values(looks).map(({word}) => word);
  expect(new Set(words).size).toBe(words.length);
  expect(Object.values(looks).every(({glyph}) => glyph.length > 0)).toBe(true);
});

test('a state this page does not know is shown by its own name', () => expect(lookOf(PHASES, 'HIBERNATING' as never).word).toBe('HIBERNATING'));
