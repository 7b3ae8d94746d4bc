import {expect, test} from 'vitest';
import type {Calendar} from '../api/model';
import {check, empty, fromCalendar, toRequest} from './draft';

const NIGHT: Calendar = {
  id: 'c', name: 'prod-night', kind: 'WINDOW', selector: 'env=prod', zone: 'Europe/Berlin', overrun: 'FINISH_WAVE', revision: 3, createdAt: '', updatedAt: '', createdBy: 'mara',
  entries: [{summary: 'night', start: '2026-11-24T22:00', duration: 'PT4H', rrule: 'FREQ=WEEKLY;BYDAY=TU', exdates: ['2026-12-29T22:00'], rdates: []}],
};

test('a calendar that is opened and saved untouched stays what it was', () => {
  const {name, kind, selector, zone, overrun, entries} = NIGHT;
  expect(toRequest(fromCalendar(NIGHT))).toEqual({name, kind, selector, zone, overrun, entries});
});

test('an entry that ends at a moment keeps its end', () => {
  const freeze: Calendar = {...NIGHT, kind: 'FREEZE', entries: [{summary: 'holidays', start: '2026-12-20T00:00', end: '2027-01-03T00:00', exdates: [], rdates: []}]};
  expect(toRequest(fromCalendar(freeze)).entries).toEqual(freeze.entries);
});

test('what a form does not show of an imported entry is kept', () => {
  const imported: Calendar = {...NIGHT, entries: [{summary: 'x', start: '2026-12-20T00:00', duration: 'P1W', exdates: [], rdates: ['2027-02-01T00:00'], zone: 'Asia/Tokyo'}]};
  expect(toRequest(fromCalendar(imported)).entries).toEqual(imported.entries);
});

test('a freeze has nothing to overrun', () => {
  expect(toRequest({...fromCalendar(NIGHT), kind: 'FREEZE'})).not.toHaveProperty('overrun');
});

test('a form that says too little names each field', () => {
  const draft = empty('', '2026-11-24');
  draft.entries = draft.entries.map(entry => ({...entry, start: '', lasts: 'a while'}));
  expect(Object.keys(check(draft))).toEqual(['/name', '/zone', '/entries/0/start', '/entries/0/duration']);
});
