import type {Schemas} from '../api/model';
import {toIso, toTyped} from '../parts/duration';

type WaveRequest = Schemas['WaveRequest'];

export type WaveDraft = {name: string; size: string; soak: string; maxFailed: string; deadline: string; approval: boolean; gates: string[]};

export type Errors = Record<string, string>;

const wave = (name: string, size: string, soak: string, maxFailed: string): WaveDraft => ({name, size, soak, maxFailed, deadline: '30m', approval: false, gates: []});

/** Shapes of rollouts to start from. */
export const SHAPES: Record<string, {label: string; waves: WaveDraft[]}> = {
  canary: {label: 'Canary, half, rest', waves: [wave('canary', '1', '10m', '0'), wave('half', '50%', '10m', '2%'), wave('rest', 'rest', '10m', '2%')]},
  careful: {
    label: 'Five careful steps',
    waves: [wave('canary', '1', '1h', '0'), wave('early', '5%', '1h', '0'), wave('quarter', '25%', '1h', '2%'), wave('half', '50%', '1h', '2%'), wave('rest', 'rest', '1h', '2%')],
  },
  fast: {label: 'Canary, then all', waves: [wave('canary', '1', '2m', '0'), wave('rest', 'rest', '2m', '5%')]},
};

export const added = (waves: WaveDraft[]): WaveDraft => wave(`wave ${waves.length + 1}`, 'rest', '10m', '2%');

/** What the form itself can tell, by the same pointers that the server uses. */
export function checkWaves(waves: WaveDraft[]): Errors {
  const errors: Errors = {};
  waves.forEach(({name, size, soak, deadline}, index) => {
    if (!name.trim()) errors[`/waves/${index}/name`] = 'A wave needs a name.';
    if (!size.trim()) errors[`/waves/${index}/size`] = 'Give a count, a percentage, “rest” or “selector: …”.';
    if (toIso(soak) === null) errors[`/waves/${index}/soak`] = 'Write a duration, for example 10m or 1h 30m.';
    if (!toIso(deadline)) errors[`/waves/${index}/deadline`] = 'Write a duration, for example 30m.';
  });
  return errors;
}

export const optional = <K extends string>(key: K, value: string) => (value.trim() ? {[key]: value.trim()} : {}) as {[k in K]?: string};

export const toWave = ({name, size, soak, maxFailed, deadline, approval, gates}: WaveDraft): WaveRequest => ({
  name: name.trim(), size: size.trim(), soak: toIso(soak) ?? soak, deadline: toIso(deadline) ?? deadline, ...optional('maxFailed', maxFailed), ...(approval ? {approval} : {}), ...(gates.length > 0 ? {gates} : {}),
});

export const fromWave = ({name, size, soak, maxFailed, deadline, approval, gates}: WaveRequest): WaveDraft => ({
  name: name ?? '', size: size ?? '', soak: toTyped(soak ?? 'PT0S'), maxFailed: maxFailed ?? '', deadline: toTyped(deadline ?? 'PT30M'), approval: approval ?? false, gates: (gates ?? []).map(String),
});
