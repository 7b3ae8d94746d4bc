import type {Profile, ProfileFields} from '../api/model';
import {toIso, toTyped} from '../parts/duration';
import {checkWaves, fromWave, SHAPES, toWave, type WaveDraft} from '../newRollout/waves';

export type Draft = {name: string; description: string; waves: WaveDraft[]; maxUnavailable: string; maxUnavailablePerDomain: string; spreadBy: string; cover: string; startRate: string; minHealthy: string; finalSoak: string};

export const EMPTY: Draft = {name: '', description: '', waves: SHAPES.canary?.waves ?? [], maxUnavailable: '', maxUnavailablePerDomain: '', spreadBy: '', cover: '', startRate: '', minHealthy: '', finalSoak: ''};

export const fromProfile = ({name, description, waves, maxUnavailable, maxUnavailablePerDomain, spreadBy, cover, startRate, minHealthy, finalSoak}: Profile): Draft => ({
  name, description, waves: (waves ?? []).map(fromWave), maxUnavailable: maxUnavailable ?? '', maxUnavailablePerDomain: maxUnavailablePerDomain ?? '', spreadBy: (spreadBy ?? []).join(', '), cover: (cover ?? []).join(', '),
  startRate: startRate ?? '', minHealthy: minHealthy ? String(minHealthy) : '', finalSoak: finalSoak ? toTyped(finalSoak) : '',
});

const list = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** The whole profile: what is left empty it does not say. */
export function toRequest({name, description, waves, maxUnavailable, maxUnavailablePerDomain, spreadBy, cover, startRate, minHealthy, finalSoak}: Draft): ProfileFields {
  const said = {
    maxUnavailable: maxUnavailable.trim(), maxUnavailablePerDomain: maxUnavailablePerDomain.trim(), startRate: startRate.trim(), spreadBy: list(spreadBy), cover: list(cover), minHealthy: Number(minHealthy) || '',
    finalSoak: finalSoak.trim() && (toIso(finalSoak) ?? finalSoak),
  };
  return {name: name.trim(), description: description.trim(), waves: waves.map(toWave), ...(Object.fromEntries(Object.entries(said).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== ''))) as Partial<ProfileFields>)};
}

export const check = ({name, waves}: Draft): Record<string, string> => ({...(name.trim() ? {} : {'/name': 'A profile needs a name.'}), ...checkWaves(waves)});
