import {expect, test} from 'vitest';
import {inZone} from './zones';

test('a moment is told by the clocks of its zone', () => {
  expect(inZone('2026-11-24T21:00:00Z', 'Europe/Berlin')).toMatch(/^Tue,? 24 Nov 2026, 22:00$/);
});

test('a zone the browser does not know is told in UTC, and says so', () => {
  expect(inZone('2026-11-24T21:00:00Z', 'Mars/Olympus')).toMatch(/21:00 UTC$/);
});
