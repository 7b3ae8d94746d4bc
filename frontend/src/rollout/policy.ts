import type {RolloutSpec} from '../api/model';
import {toTyped} from '../parts/duration';

const SCOPES = {ROLLOUT: 'every host it touched', WAVE: 'the hosts of the failed wave'};

const limit = (value: string | null | undefined, of = '') => (value ? `${value}${of}` : null);

/** What the rollout was asked to keep to, as terms and words; what was not asked for is left out. */
export function terms(spec: RolloutSpec): [term: string, words: string][] {
  const goesBack = spec.rollback === 'FORBIDDEN' ? 'halts: it cannot go back' : spec.rollback === 'APPROVAL' ? 'halts until an approver takes it back' : `takes back ${SCOPES[spec.rollbackScope]}`;
  const all: [string, string | null][] = [
    ['Profile', spec.profile ?? null],
    ['Down at once', limit(spec.maxUnavailable)],
    ['Per domain', spec.spreadBy.length > 0 ? `${limit(spec.maxUnavailablePerDomain) ?? 'no limit'}, by ${spec.spreadBy.join(', ')}` : null],
    ['First wave covers', spec.cover.join(', ') || null],
    ['Starts', limit(spec.startRate)],
    ['Proof', `${spec.minHealthy} healthy ${spec.minHealthy === 1 ? 'report' : 'reports'} in a row`],
    ['A failed wave', spec.onFailure === 'HALT' ? 'halts' : goesBack],
    ['Final soak', toTyped(spec.finalSoak)],
    ['Late hosts', spec.newcomers === 'JOIN' ? 'join in a last wave' : null],
  ];
  return all.filter((line): line is [string, string] => Boolean(line[1]));
}
