import type {Evidence} from '../api/model';

/** The chance that `healthy` hosts would all look healthy though a defect hits this share of hosts. */
export const missChance = (healthy: number, share: number) => (1 - share) ** healthy;

/** The largest share of hosts that a defect could hit and still, 1 time in 20, hide from so many healthy hosts. */
export const unseenShare = (healthy: number) => (healthy === 0 ? 1 : 1 - 0.05 ** (1 / healthy));

export const percent = (share: number) => (share > 0 && share < 0.001 ? 'under 0.1 %' : `${share < 0.1 ? Number((share * 100).toFixed(1)) : Math.round(share * 100)} %`);

/** What this much health does and does not show, in one sentence. */
export function evidence(healthy: number, failed: number): string {
  if (healthy === 0) return failed > 0 ? 'No settled host is left to prove anything.' : 'Nothing is proved yet: no host has settled.';
  const hosts = healthy === 1 ? '1 healthy host' : `${healthy} healthy hosts`;
  const miss = missChance(healthy, 0.1);
  return miss >= 0.01
    ? `${hosts} would miss a defect that hits 1 host in 10 in ${percent(miss)} of cases.`
    : `${hosts} would almost surely show a defect that hits 1 host in 10; one that hits 1 in 100 would hide in ${percent(missChance(healthy, 0.01))} of cases.`;
}

/** How far the failures have come towards the threshold at which they can be no chance: 0 at none, 1 there; on a scale of powers. */
export const alarm = ({eValue, threshold}: Pick<Evidence, 'eValue' | 'threshold'>) =>
  Math.min(1, Math.max(0, Math.log(Math.max(eValue, 1)) / Math.log(threshold)));

const times = (value: number) => (value >= 1_000_000 ? 'over a million' : value >= 10 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

/** The sequential test in words. */
export function suspicion({failed, judged, eValue, threshold, expectedFailureRate}: Evidence): string {
  if (judged === 0) return `The rollout stops when its failures are ${threshold} times likelier with a defect than at the usual rate of ${percent(expectedFailureRate)}.`;
  if (failed === 0 || eValue <= 1) return `${failed} of ${judged} failed: no more than the usual ${percent(expectedFailureRate)} explains.`;
  return `${failed} of ${judged} failed: ${times(eValue)} times likelier with a defect than at the usual ${percent(expectedFailureRate)}; at ${threshold} times the rollout stops.`;
}
