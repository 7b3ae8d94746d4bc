import type {Wave} from '../api/model';
import {milliseconds} from '../parts/duration';

export type Segment = {kind: 'rolling' | 'soaking' | 'planned'; from: number; to: number};
export type Lane = {name: string; segments: Segment[]};
export type Timeline = {from: number; to: number; now: number | null; lanes: Lane[]};

type Times = {startedAt?: string | null; finishedAt?: string | null; waves: (Pick<Wave, 'name' | 'state' | 'openedAt' | 'soakUntil'> & {soak: string | undefined})[]};

const PLANNED_SHARE = 0.12;
const SHORTEST = 10_000;
const at = (time: string | null | undefined) => (time ? new Date(time).getTime() : null);

/**
 * Waves on one axis, in milliseconds: what each has taken, until when it soaks, and an equal share of
 * the future for each that has not opened, since nobody knows how long it will take.
 */
export function timeline({startedAt, finishedAt, waves}: Times, now: number): Timeline {
  const begun = Math.min(...[at(startedAt), ...waves.map(wave => at(wave.openedAt))].filter(time => time !== null), now);
  const end = at(finishedAt);
  const known = Math.max(end ?? now, ...waves.map(wave => (end ? 0 : at(wave.soakUntil) ?? 0)), begun + SHORTEST);
  const coming = end ? 0 : waves.filter(isComing).length;
  const share = ((known - begun) * PLANNED_SHARE) / Math.max(1, 1 - PLANNED_SHARE * Math.min(coming, 4));
  let next = known;
  const lanes = waves.map((wave, index) => {
    const opened = at(wave.openedAt);
    if (opened !== null) return {name: wave.name, segments: past(wave, opened, closed(waves, index) ?? end, now)};
    if (end || !isComing(wave)) return {name: wave.name, segments: []};
    next += share;
    return {name: wave.name, segments: [{kind: 'planned', from: next - share, to: next} satisfies Segment]};
  });
  return {from: begun, to: Math.max(next, known), now: end ? null : now, lanes};
}

const isComing = ({state, openedAt}: Times['waves'][number]) => !openedAt && state === 'PENDING';

/** A wave closes when the next one opens. */
const closed = (waves: Times['waves'], index: number) => at(waves[index + 1]?.openedAt);

function past({soakUntil, soak}: Times['waves'][number], opened: number, closed: number | null, now: number): Segment[] {
  const soaked = at(soakUntil);
  if (soaked === null) return [{kind: 'rolling', from: opened, to: Math.max(closed ?? now, opened)}];
  const settled = Math.max(opened, soaked - milliseconds(soak));
  return [
    {kind: 'rolling', from: opened, to: settled},
    {kind: 'soaking', from: settled, to: Math.max(Math.min(soaked, closed ?? soaked), settled)},
  ];
}

/** Up to six round moments on the axis. */
export function ticks({from, to}: Pick<Timeline, 'from' | 'to'>): number[] {
  const step = STEPS.find(size => (to - from) / size <= 6) ?? 86_400_000;
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return Array.from({length: Math.min(count, 7)}, (_, index) => first + index * step);
}

const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400].map(seconds => seconds * 1000);
