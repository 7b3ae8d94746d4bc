import type {Counts, Wave} from '../api/model';
import type {HostTurn} from './states';

const FIELDS: Record<HostTurn, string> = {
  SETTLED: 'settled', CLAIMED: 'claimed', OFFERED: 'offered', PENDING: 'pending', DEFERRED: 'deferred', HELD: 'held', SKIPPED: 'skipped',
  SILENT: 'silent', FAILED: 'failed', ROLLING_BACK: 'rollingBack', ROLLED_BACK: 'rolledBack',
};

/** The order in which states stand in bars, legends and waffles: proved first, trouble last. */
export const ORDER: HostTurn[] = [
  'SETTLED', 'CLAIMED', 'OFFERED', 'PENDING', 'DEFERRED', 'HELD', 'SKIPPED', 'ROLLED_BACK', 'ROLLING_BACK', 'SILENT', 'FAILED',
];

export const count = (counts: Counts, state: HostTurn): number => counts[FIELDS[state]] ?? 0;

/** The states that have hosts, in order. */
export const present = (counts: Counts) => ORDER.map(state => ({state, hosts: count(counts, state)})).filter(({hosts}) => hosts > 0);

export function sum(waves: Pick<Wave, 'counts'>[]): Counts {
  return Object.fromEntries(Object.values(FIELDS).map(field => [field, waves.reduce((total, {counts}) => total + (counts[field] ?? 0), 0)]));
}

/** Hosts that have been judged: proof or failure. */
export const judged = (counts: Counts) => count(counts, 'SETTLED') + unproved(counts);

/** Hosts that failed, were silent, or are taken back. */
export const unproved = (counts: Counts) => failed(counts) + takenBack(counts);

export const failed = (counts: Counts) => count(counts, 'FAILED') + count(counts, 'SILENT');

export const takenBack = (counts: Counts) => count(counts, 'ROLLING_BACK') + count(counts, 'ROLLED_BACK');
