import type {Calendar, CalendarEntry, CalendarFields} from '../api/model';
import {toIso, toTyped} from '../parts/duration';
import {readRule, type Repeat, writeRule} from './recurrence';

/** `lasts` is a duration, or the local moment at which the entry ends. */
export type EntryDraft = {summary: string; start: string; lasts: string; repeat: Repeat; exdates: string; rdates: string; zone: string | null};
export type Draft = {name: string; kind: Calendar['kind']; selector: string; zone: string; overrun: 'FINISH_HOSTS' | 'FINISH_WAVE'; entries: EntryDraft[]};

const LOCAL = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/;

/** What `<input type="datetime-local">` takes. */
const toInput = (local: string) => (local.length === 10 ? `${local}T00:00` : local.slice(0, 16));

export const newEntry = (day: string): EntryDraft => ({summary: '', start: `${day}T22:00`, lasts: '4h', repeat: readRule('FREQ=WEEKLY;BYDAY=TU,WE'), exdates: '', rdates: '', zone: null});

export const empty = (zone: string, day: string): Draft => ({name: '', kind: 'WINDOW', selector: '', zone, overrun: 'FINISH_HOSTS', entries: [newEntry(day)]});

const fromEntry = ({summary, start, duration, end, rrule, exdates, rdates, zone}: CalendarEntry): EntryDraft =>
  ({summary, start: toInput(start), lasts: end ? toInput(end) : toTyped(duration), repeat: readRule(rrule), exdates: exdates.join(', '), rdates: rdates.join(', '), zone: zone ?? null});

export const fromCalendar = ({name, kind, selector, zone, overrun, entries}: Calendar): Draft =>
  ({name, kind, selector, zone, overrun, entries: entries.map(fromEntry)});

/** A duration in words or as ISO 8601 has it, weeks and all. */
const length = (lasts: string) => toIso(lasts) ?? (/^P\d/.test(lasts.trim()) ? lasts.trim() : null);

const moments = (text: string) => text.split(/[\s,]+/).filter(Boolean);

function toEntry({summary, start, lasts, repeat, exdates, rdates, zone}: EntryDraft): CalendarEntry {
  const iso = length(lasts);
  const rrule = writeRule(repeat);
  return {
    summary: summary.trim(), start, ...(iso ? {duration: iso} : {end: lasts.trim()}), ...(rrule ? {rrule} : {}), ...(zone ? {zone} : {}),
    exdates: moments(exdates), rdates: moments(rdates),
  };
}

export const toRequest = ({name, kind, selector, zone, overrun, entries}: Draft): CalendarFields =>
  ({name: name.trim(), kind, selector: selector.trim(), zone: zone.trim(), entries: entries.map(toEntry), ...(kind === 'WINDOW' ? {overrun} : {})});

export type Errors = Record<string, string>;

/** What the form can tell by itself, by the pointers that the server uses. */
export function check({name, zone, entries}: Draft): Errors {
  const errors: Errors = {};
  if (!name.trim()) errors['/name'] = 'A calendar needs a name.';
  if (!zone.trim()) errors['/zone'] = 'Name a time zone, for example Europe/Berlin.';
  entries.forEach(({start, lasts}, index) => {
    if (!LOCAL.test(start)) errors[`/entries/${index}/start`] = 'Say when it begins.';
    if (!length(lasts) && !LOCAL.test(lasts.trim())) errors[`/entries/${index}/duration`] = 'Write a duration, for example 4h, or an end, for example 2027-01-02T06:00.';
  });
  return errors;
}
