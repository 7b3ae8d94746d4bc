import {expect, test} from 'vitest';
import {exact, moment, relative, span} from './time';

const now = Date.parse('2026-11-23T12:00:00Z');

test('a span shows its two largest units', () => {
  expect(span(90_000)).toBe('1 min 30 s');
  expect(span(26 * 3_600_000)).toBe('1 d 2 h');
  expect(span(3_600_000 + 4_000)).toBe('1 h');
  expect(span(0)).toBe('0 s');
});

test('a moment of today is a time of day, any other names its day', () => {
  expect(moment('2026-11-23T12:05:00Z', now)).toMatch(/^\d\d:\d\d$/);
  expect(moment('2026-11-23T12:05:07Z', now)).toMatch(/^\d\d:\d\d:07$/);
  expect(moment('2026-11-30T12:05:00Z', now)).toMatch(/^Mon.*30.*, \d\d:\d\d$/);
});

test('a past time is so long ago', () => {
  expect(relative('2026-11-23T11:57:00Z', now)).toBe('3 min ago');
  expect(relative('2026-11-20T12:00:00Z', now)).toBe('3 d ago');
});

test('a time to come is in so long', () => {
  expect(relative('2026-11-23T12:00:12Z', now)).toBe('in 12 s');
  expect(relative('2026-11-23T12:00:03Z', now)).toBe('in 3 s');
});

test('a few seconds ago is just now', () => expect(relative('2026-11-23T11:59:57Z', now)).toBe('just now'));

test('the exact time names UTC without milliseconds', () => expect(exact('2026-11-23T11:57:00.123Z')).toContain('(2026-11-23T11:57:00Z)'));
