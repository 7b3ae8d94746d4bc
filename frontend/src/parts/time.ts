import {useSyncExternalStore} from 'react';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: [string, number][] = [['d', DAY], ['h', HOUR], ['min', MINUTE], ['s', SECOND]];

/** `90_000` → `1 min 30 s`: the two largest units that say something. */
export function span(milliseconds: number): string {
  const rest = Math.max(0, Math.round(milliseconds / SECOND) * SECOND);
  const first = UNITS.findIndex(([, unit]) => rest >= unit);
  if (first < 0) return '0 s';
  const parts: string[] = [];
  let left = rest;
  for (const [name, unit] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(left / unit);
    left -= count * unit;
    if (count > 0) parts.push(`${count} ${name}`);
  }
  return parts.join(' ');
}

/** `3 min ago`, `in 12 s`, `now`: one unit, for reading at a glance. */
export function relative(at: string, now: number): string {
  const difference = new Date(at).getTime() - now;
  const size = Math.abs(difference);
  if (size < 5 * SECOND) return difference > SECOND ? `in ${Math.ceil(size / SECOND)} s` : 'just now';
  const [name, unit] = UNITS.find(([, unit]) => size >= unit) ?? ['s', SECOND];
  const count = Math.round(size / unit);
  return difference > 0 ? `in ${count} ${name}` : `${count} ${name} ago`;
}

/** Local time and UTC, for the hover. */
export function exact(at: string): string {
  const date = new Date(at);
  return `${date.toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'medium'})} (${date.toISOString().replace(/\.\d+Z$/, 'Z')})`;
}

const time = (at: Date) => {
  const words = clock(at.getTime());
  return words.endsWith(':00') ? words.slice(0, -3) : words;
};

/** A moment within a sentence: the time of day, and the day where it is not today. */
export function moment(at: string, now: number): string {
  const date = new Date(at);
  if (date.toDateString() === new Date(now).toDateString()) return time(date);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return `${date.toLocaleDateString(undefined, {weekday: 'short', day: 'numeric', month: 'short', ...(sameYear ? {} : {year: 'numeric'})})}, ${time(date)}`;
}

export const clock = (at: string | number) =>
  new Date(at).toLocaleTimeString(undefined, {hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false});

let now = Date.now();
let ticking: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** The time, once a second, from one timer for the whole page. */
export const useNow = () => useSyncExternalStore(subscribe, () => now);
