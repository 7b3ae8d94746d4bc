import type {RolloutRequest} from '../api/model';
import {toIso} from '../parts/duration';
import {checkWaves, type Errors, optional, SHAPES, toWave, type WaveDraft} from './waves';

export type {Errors, WaveDraft};

export type DependencyDraft = {rolloutId: string; soak: string};

export type Draft = {
  name: string;
  generationId: string;
  selector: string;
  /** The named profile that gives the waves; empty when they are given one by one. */
  profile: string;
  waves: WaveDraft[];
  maxUnavailable: string;
  maxUnavailablePerDomain: string;
  spreadBy: string;
  cover: string;
  startRate: string;
  minHealthy: string;
  expectedFailureRate: string;
  notBefore: string;
  calendars: string[];
  overrun: 'FINISH_HOSTS' | 'FINISH_WAVE';
  dependsOn: DependencyDraft[];
  approvers: string;
  approverNames: string;
  approvalFor: string;
  onFailure: 'ROLLBACK' | 'HALT';
  rollbackScope: 'ROLLOUT' | 'WAVE';
  rollback: 'ALLOWED' | 'APPROVAL' | 'FORBIDDEN';
  finalSoak: string;
  overlap: 'REJECT' | 'EXCLUDE' | 'SUPERSEDE';
  newcomers: 'IGNORE' | 'JOIN';
};

export type Change = (part: Partial<Draft>) => void;

export const EMPTY: Draft = {
  name: '', generationId: '', selector: '', profile: '', waves: SHAPES.canary?.waves ?? [], maxUnavailable: '10%', maxUnavailablePerDomain: '', spreadBy: '', cover: '', startRate: '', minHealthy: '2',
  expectedFailureRate: '', notBefore: '', calendars: [], overrun: 'FINISH_HOSTS', dependsOn: [], approvers: '', approverNames: '', approvalFor: '', onFailure: 'ROLLBACK', rollbackScope: 'ROLLOUT', rollback: 'ALLOWED',
  finalSoak: '', overlap: 'REJECT', newcomers: 'IGNORE',
};

/** What the form itself can tell, by the same pointers that the server uses. */
export function check(draft: Draft): Errors {
  const errors: Errors = {};
  if (!draft.name.trim()) errors['/name'] = 'A rollout needs a name.';
  if (!draft.generationId) errors['/generationId'] = 'Choose the generation to roll out.';
  if (draft.finalSoak.trim() && toIso(draft.finalSoak) === null) errors['/finalSoak'] = 'Write a duration, for example 1h.';
  if (draft.approvalFor.trim() && !toIso(draft.approvalFor)) errors['/approvals/validFor'] = 'Write a duration, for example 8h.';
  draft.dependsOn.forEach(({rolloutId, soak}, index) => {
    if (!rolloutId) errors[`/dependsOn/${index}/rolloutId`] = 'Choose the rollout to wait for.';
    if (soak.trim() && toIso(soak) === null) errors[`/dependsOn/${index}/soak`] = 'Write a duration, for example 1h.';
  });
  return draft.profile ? errors : {...errors, ...checkWaves(draft.waves)};
}

/** `site, rack` → the label keys. */
export const keys = (text: string) => text.split(/[\s,]+/).filter(Boolean);

const list = <K extends string>(key: K, values: string[]) => (values.length > 0 ? {[key]: values} : {}) as {[k in K]?: string[]};
const duration = <K extends string>(key: K, typed: string) => (typed.trim() ? {[key]: toIso(typed) ?? typed} : {}) as {[k in K]?: string};
/** What is as the server has it anyway is not sent. */
const unless = <K extends string, V extends string>(usual: NoInfer<V>, key: K, value: V) => (value === usual ? {} : {[key]: value}) as {[k in K]?: V};

function schedule({notBefore, calendars, overrun}: Draft): Pick<RolloutRequest, 'schedule'> {
  const parts = {...(notBefore ? {notBefore: new Date(notBefore).toISOString()} : {}), ...list('calendars', calendars), ...unless('FINISH_HOSTS', 'overrun', overrun)};
  return Object.keys(parts).length > 0 ? {schedule: parts} : {};
}

function approvals({approvers, approverNames, approvalFor}: Draft): Pick<RolloutRequest, 'approvals'> {
  const parts = {...(Number(approvers) ? {required: Number(approvers)} : {}), ...list('from', keys(approverNames)), ...duration('validFor', approvalFor)};
  return Object.keys(parts).length > 0 ? {approvals: parts} : {};
}

export function toRequest(draft: Draft): RolloutRequest {
  return {
    name: draft.name.trim(),
    generationId: draft.generationId,
    selector: draft.selector.trim(),
    ...(draft.profile ? {profile: draft.profile} : {waves: draft.waves.map(toWave)}),
    ...optional('maxUnavailable', draft.maxUnavailable),
    ...optional('maxUnavailablePerDomain', draft.maxUnavailablePerDomain),
    ...list('spreadBy', keys(draft.spreadBy)),
    ...list('cover', keys(draft.cover)),
    ...optional('startRate', draft.startRate),
    ...optional('expectedFailureRate', draft.expectedFailureRate),
    minHealthy: Number(draft.minHealthy) || 1,
    onFailure: draft.onFailure,
    ...duration('finalSoak', draft.finalSoak),
    ...unless('ROLLOUT', 'rollbackScope', draft.rollbackScope),
    ...unless('ALLOWED', 'rollback', draft.rollback),
    ...unless('REJECT', 'overlap', draft.overlap),
    ...unless('IGNORE', 'newcomers', draft.newcomers),
    ...(draft.dependsOn.length > 0 ? {dependsOn: draft.dependsOn.map(({rolloutId, soak}) => ({rolloutId, ...duration('soak', soak)}))} : {}),
    ...schedule(draft),
    ...approvals(draft),
  };
}
