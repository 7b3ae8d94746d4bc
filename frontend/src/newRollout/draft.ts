import type {RolloutRequest} from '../api/model';
import {toIso} from '../parts/duration';

export type WaveDraft = {name: string; size: string; soak: string; maxFailed: string; deadline: string; approval: boolean};

export type Draft = {
  name: string;
  generationId: string;
  selector: string;
  waves: WaveDraft[];
  maxUnavailable: string;
  onFailure: 'ROLLBACK' | 'HALT';
  minHealthy: string;
  notBefore: string;
};

const wave = (name: string, size: string, soak: string, maxFailed: string): WaveDraft => ({name, size, soak, maxFailed, deadline: '30m', approval: false});

/** Shapes of rollouts to start from. */
export const SHAPES: Record<string, {label: string; waves: WaveDraft[]}> = {
  canary: {label: 'Canary, half, rest', waves: [wave('canary', '1', '10m', '0'), wave('half', '50%', '10m', '2%'), wave('rest', 'rest', '10m', '2%')]},
  careful: {
    label: 'Five careful steps',
    waves: [wave('canary', '1', '1h', '0'), wave('early', '5%', '1h', '0'), wave('quarter', '25%', '1h', '2%'), wave('half', '50%', '1h', '2%'), wave('rest', 'rest', '1h', '2%')],
  },
  fast: {label: 'Canary, then all', waves: [wave('canary', '1', '2m', '0'), wave('rest', 'rest', '2m', '5%')]},
};

export const EMPTY: Draft = {
  name: '', generationId: '', selector: '', waves: SHAPES.canary?.waves ?? [], maxUnavailable: '10%', onFailure: 'ROLLBACK', minHealthy: '2', notBefore: '',
};

export type Errors = Record<string, string>;

/** What the form itself can tell, by the same pointers that the server uses. */
export function check(draft: Draft): Errors {
  const errors: Errors = {};
  if (!draft.name.trim()) errors['/name'] = 'A rollout needs a name.';
  if (!draft.generationId) errors['/generationId'] = 'Choose the generation to roll out.';
  draft.waves.forEach(({name, size, soak, deadline}, index) => {
    if (!name.trim()) errors[`/waves/${index}/name`] = 'A wave needs a name.';
    if (!size.trim()) errors[`/waves/${index}/size`] = 'Give a count, a percentage, “rest” or “selector: …”.';
    if (toIso(soak) === null) errors[`/waves/${index}/soak`] = 'Write a duration, for example 10m or 1h 30m.';
    if (!toIso(deadline)) errors[`/waves/${index}/deadline`] = 'Write a duration, for example 30m.';
  });
  return errors;
}

const optional = <K extends string>(key: K, value: string) => (value.trim() ? {[key]: value.trim()} : {}) as {[k in K]?: string};

export function toRequest(draft: Draft): RolloutRequest {
  return {
    name: draft.name.trim(),
    generationId: draft.generationId,
    selector: draft.selector.trim(),
    waves: draft.waves.map(({name, size, soak, maxFailed, deadline, approval}) => ({
      name: name.trim(), size: size.trim(), soak: toIso(soak) ?? soak, deadline: toIso(deadline) ?? deadline, ...optional('maxFailed', maxFailed), ...(approval ? {approval} : {}),
    })),
    ...optional('maxUnavailable', draft.maxUnavailable),
    minHealthy: Number(draft.minHealthy) || 1,
    onFailure: draft.onFailure,
    ...(draft.notBefore ? {schedule: {notBefore: new Date(draft.notBefore).toISOString()}} : {}),
  };
}
