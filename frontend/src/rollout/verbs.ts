import {api, ask, ifMatch} from '../api/client';
import type {Phase, Role, Rollout, Schemas} from '../api/model';
import {queryClient} from '../api/queryClient';
import {whyNot} from '../parts/may';
import {lookOf, PHASES} from '../parts/states';

export type Verb = 'start' | 'schedule' | 'pause' | 'resume' | 'promote' | 'approve' | 'reject' | 'halt' | 'rollback' | 'retry' | 'cancel' | 'supersede';

export type VerbWords = {label: string; effect: string; role: Role; danger: boolean; forward: boolean; from: Phase[]};

const UNDER_WAY: Phase[] = ['ROLLING', 'SOAKING', 'AWAITING_APPROVAL'];

/** Verbs that move hosts on. */
const FORWARD = ['Start', 'Approve', 'Resume', 'Retry'];

const words = (label: string, from: Phase[], effect: string, role: Role = 'OPERATOR', danger = false): VerbWords => ({label, from, effect, role, danger, forward: FORWARD.includes(label)});

/** What a person can do to a rollout, from which phases, and what it means for the hosts. */
export const VERBS: Record<Verb, VerbWords> = {
  start: words('Start', ['DRAFT', 'SCHEDULED'], 'Places every host in its wave and opens the first wave; one that is scheduled no longer waits for its time.'),
  approve: words('Approve', ['AWAITING_APPROVAL'], 'Opens the next wave, once enough people have approved.', 'APPROVER'),
  reject: words('Reject', ['AWAITING_APPROVAL'], 'Refuses the next wave: the rollout is halted, hosts stay as they are until somebody decides.', 'APPROVER', true),
  resume: words('Resume', ['PAUSED'], 'Goes on where it was paused.'),
  promote: words('Skip the soak', ['SOAKING', 'ROLLING'], 'Ends the soak of this wave now. What the soak would have shown, later waves will.'),
  pause: words('Pause', ['SCHEDULED', ...UNDER_WAY], 'Grants no further switches. Hosts that have been granted theirs finish.'),
  retry: words('Retry', ['HALTED'], 'Offers the generation again to the hosts of the failed wave that failed or were silent.'),
  halt: words('Halt', [...UNDER_WAY, 'PAUSED', 'ROLLING_BACK'], 'Withdraws every open offer at once and leaves hosts as they are.', 'OPERATOR', true),
  rollback: words('Roll back', [...UNDER_WAY, 'PAUSED', 'HALTED'], 'Takes every host this rollout has touched back to its own last good generation.', 'OPERATOR', true),
  schedule: words('Schedule', ['DRAFT', 'SCHEDULED'], 'Sets when the first wave may open.'),
  cancel: words('Cancel', ['DRAFT', 'SCHEDULED', ...UNDER_WAY, 'PAUSED', 'HALTED'], 'Ends the rollout. Hosts that have switched stay on the new generation.', 'OPERATOR', true),
  supersede: words('Supersede', ['DRAFT', 'SCHEDULED', ...UNDER_WAY, 'PAUSED', 'HALTED', 'ROLLING_BACK'], 'Ends the rollout in favour of another; hosts stay as they are until that one moves them.', 'OPERATOR', true),
};

export const ALL_VERBS = Object.keys(VERBS) as Verb[];

/** Legal, but no button of its own: a wave that still rolls can be promoted only where no host of it is left to judge. */
const inMenu = (verb: Verb, phase: Phase) => verb === 'supersede' || verb === 'cancel' || (verb === 'promote' && phase === 'ROLLING') || (verb === 'schedule' && phase === 'SCHEDULED');

/** Verbs with a button of their own now; the others stay in the menu and say why they cannot be used. */
export const primary = (phase: Phase): Verb[] => ALL_VERBS.filter(verb => VERBS[verb].from.includes(phase) && !inMenu(verb, phase));

/** What a rollout that waits for a person can be told, the usual choice first. Approvals have a panel of their own. */
const WAYS_OUT: Partial<Record<Phase, Verb[]>> = {HALTED: ['rollback', 'retry', 'supersede', 'cancel'], PAUSED: ['resume', 'rollback', 'halt', 'cancel']};

export const waysOut = (phase: Phase): Verb[] => WAYS_OUT[phase] ?? [];

export function phaseForbids(verb: Verb, phase: Phase): string | null {
  const {from, label} = VERBS[verb];
  if (from.includes(phase)) return null;
  const phases = from.map(name => lookOf(PHASES, name).word.toLowerCase()).join(', ');
  return `${label} works from: ${phases}. This rollout is ${lookOf(PHASES, phase).word.toLowerCase()}.`;
}

type Who = {name: string; role: Role};

/** Why this person cannot do it now; null when they can. */
export function refusal(verb: Verb, {phase, createdBy, spec}: Pick<Rollout, 'phase' | 'createdBy' | 'spec'>, {name, role}: Who): string | null {
  const byPhase = phaseForbids(verb, phase);
  if (byPhase) return byPhase;
  if (verb === 'approve' && name === createdBy) return 'The author of a rollout may not approve it.';
  if (verb === 'rollback' && spec.rollback === 'FORBIDDEN') return 'This rollout was made with “going back is impossible”.';
  return whyNot(role, verb === 'rollback' && spec.rollback === 'APPROVAL' ? 'APPROVER' : VERBS[verb].role);
}

/** Verbs that only stop things are not refused for having looked at old news. */
const STOPPING: Verb[] = ['pause', 'halt'];

/** What some verbs take besides the reason: when to start, or the rollout that comes instead. */
export type Extra = {notBefore?: string; rolloutId?: string};

async function refreshed<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } finally {
    await queryClient.invalidateQueries({queryKey: ['rollouts']});
  }
}

export function carryOut(verb: Verb, rollout: Rollout, reason: string, extra: Extra = {}) {
  const header = STOPPING.includes(verb) ? {} : ifMatch(rollout.revision);
  const params = {path: {id: rollout.id}, header};
  const body = {reason, ...extra} as Schemas['VerbRequest'] & {notBefore: string};
  return refreshed(ask(api.POST(`/api/v1/rollouts/{id}/${verb}`, {params, body})));
}

/** Takes a host out of what is judged. */
export const skipHost = ({id}: Rollout, hostId: string, reason: string) => refreshed(ask(api.POST('/api/v1/rollouts/{id}/skip-host', {params: {path: {id}}, body: {hostId, reason}})));
