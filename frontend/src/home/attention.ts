import type {Phase, Rollout} from '../api/model';
import {isOver, NEEDS_A_PERSON} from '../parts/states';

export type Attention = {needsMe: Rollout[]; underWay: Rollout[]; waiting: Rollout[]; recent: Rollout[]};

const RECENT = 6;
const urgency = (phase: Phase) => NEEDS_A_PERSON.indexOf(phase);
const newest = (a: Rollout, b: Rollout) => (b.finishedAt ?? '').localeCompare(a.finishedAt ?? '');

/** Rollouts by what they ask of the reader: halted first, then paused, then those to approve. */
export function attention(rollouts: Rollout[]): Attention {
  return {
    needsMe: rollouts.filter(({phase}) => NEEDS_A_PERSON.includes(phase)).sort((a, b) => urgency(a.phase) - urgency(b.phase)),
    underWay: rollouts.filter(({phase}) => ['ROLLING', 'SOAKING', 'ROLLING_BACK'].includes(phase)),
    waiting: rollouts.filter(({phase}) => ['DRAFT', 'SCHEDULED'].includes(phase)),
    recent: rollouts.filter(({phase}) => isOver(phase)).sort(newest).slice(0, RECENT),
  };
}
