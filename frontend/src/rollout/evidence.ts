/** The chance that `healthy` hosts would all look healthy though a defect hits this share of hosts. */
export const missChance = (healthy: number, share: number) => (1 - share) ** healthy;

/** The largest share of hosts that a defect could hit and still, 1 time in 20, hide from so many healthy hosts. */
export const unseenShare = (healthy: number) => (healthy === 0 ? 1 : 1 - 0.05 ** (1 / healthy));

const percent = (share: number) => (share < 0.001 ? 'under 0.1 %' : `${share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100)} %`);

/** What this much health does and does not show, in one sentence. */
export function evidence(healthy: number, failed: number): string {
  if (healthy === 0) return failed > 0 ? 'No settled host is left to prove anything.' : 'Nothing is proved yet: no host has settled.';
  const hosts = healthy === 1 ? '1 healthy host' : `${healthy} healthy hosts`;
  const miss = missChance(healthy, 0.1);
  return miss >= 0.01
    ? `${hosts} would miss a defect that hits 1 host in 10 in ${percent(miss)} of cases.`
    : `${hosts} would almost surely show a defect that hits 1 host in 10; one that hits 1 in 100 would hide in ${percent(missChance(healthy, 0.01))} of cases.`;
}
