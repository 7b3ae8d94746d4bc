import {expect, test} from 'vitest';
import {bars, midnight, unread, weeks} from './strip';

const FROM = Date.parse('2026-11-23T00:00:00Z');

test('an opening stands where it falls, cut at the ends of the strip', () => {
  const [half, cut] = bars([{from: '2026-11-28T00:00:00Z', until: '2026-11-30T00:00:00Z'}, {from: '2026-12-02T12:00:00Z', until: '2027-01-01T00:00:00Z'}], FROM, 10);
  expect(half).toMatchObject({left: 50, width: 20});
  expect(cut).toMatchObject({left: 95, width: 5});
});

test('what is over before the strip begins or comes after it is not drawn', () => {
  expect(bars([{from: '2026-11-20T00:00:00Z', until: '2026-11-23T00:00:00Z'}, {from: '2026-12-24T00:00:00Z', until: '2026-12-25T00:00:00Z'}], FROM, 10)).toEqual([]);
});

test('one that is open already begins with the strip', () => {
  expect(bars([{from: '2026-11-20T00:00:00Z', until: '2026-11-24T00:00:00Z'}], FROM, 10)[0]).toMatchObject({left: 0, width: 10});
});

test('a short opening is wide enough to see', () => {
  expect(bars([{from: '2026-11-24T00:00:00Z', until: '2026-11-24T00:01:00Z'}], FROM, 28)[0]?.width).toBe(0.4);
});

test('every Monday is marked', () => {
  expect(weeks(midnight(FROM), 28).length).toBeGreaterThanOrEqual(4);
});

test('what nothing ends goes on to the end of the strip', () => {
  expect(bars([{from: '2026-11-28T00:00:00Z', until: null}], FROM, 10)[0]).toMatchObject({left: 50, width: 50});
});

test('a strip that is not told to its end says where it stops', () => {
  expect(unread([{from: '2026-11-24T00:00:00Z', until: '2026-11-25T00:00:00Z'}], FROM, 10)).toBe(20);
  expect(unread([{from: '2026-11-24T00:00:00Z', until: null}], FROM, 10)).toBeNull();
});
