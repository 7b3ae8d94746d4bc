import type {RolloutEvent, Wave} from '../api/model';
import {failed, takenBack} from '../parts/counts';

/** How many more hosts of a wave may fail, from each moment on; below zero it has failed. */
export type Burn = {name: string; budget: number; left: number; from: number; to: number; steps: {at: number; left: number}[]};

type Opened = Pick<Wave, 'name' | 'budget' | 'counts' | 'openedAt'>;
type Event = Pick<RolloutEvent, 'type' | 'at' | 'wave'>;

/** What takes a host out of a wave's budget; trying again gives everything back. */
const SPENDS = /^host\.(failed|silent)$/;
const GIVES_BACK = 'rollout.retried';

const millis = (at: string) => new Date(at).getTime();

/** The log tells when; the counts tell how many, for as long as the wave is not taken back. */
function settledBy(steps: Burn['steps'], {budget, counts}: Opened, to: number): Burn['steps'] {
  const last = steps.at(-1)?.left ?? budget;
  const now = budget - failed(counts);
  return takenBack(counts) > 0 || last === now ? steps : [...steps, {at: to, left: now}];
}

export function burnDown(wave: Opened, events: Event[], to: number): Burn | null {
  if (!wave.openedAt) return null;
  const from = millis(wave.openedAt);
  const told = events
    .filter(event => millis(event.at) >= from && ((SPENDS.test(event.type) && event.wave === wave.name) || event.type === GIVES_BACK))
    .sort((a, b) => a.at.localeCompare(b.at));
  let left = wave.budget;
  const steps = told.map(({at, type}) => {
    left = type === GIVES_BACK ? wave.budget : left - 1;
    return {at: millis(at), left};
  });
  const all = settledBy([{at: from, left: wave.budget}, ...steps], wave, to);
  return {name: wave.name, budget: wave.budget, left: all.at(-1)?.left ?? wave.budget, from, to: Math.max(to, all.at(-1)?.at ?? to), steps: all};
}

/** The line of a step chart, in percent of its width and height; its lowest step is the budget overdrawn. */
export function line({from, to, budget, steps}: Burn): [x: number, y: number][] {
  const x = (at: number) => ((at - from) / Math.max(1, to - from)) * 100;
  const y = (left: number) => (1 - (Math.max(-1, left) + 1) / (budget + 1)) * 100;
  return [
    ...steps.flatMap(({at, left}, index): [number, number][] => (index === 0 ? [[x(at), y(left)]] : [[x(at), y(steps[index - 1]?.left ?? budget)], [x(at), y(left)]])),
    [100, y(steps.at(-1)?.left ?? budget)],
  ];
}
