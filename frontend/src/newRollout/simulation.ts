import type {Simulation} from '../api/model';

/** The shares of hosts that a defect may hit, from rare to sure, for a slider. */
export const RATES = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1];
export const USUAL = 4;

export const percent = (share: number) => {
  const value = share * 100;
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value < 0.1 ? '< 0.1' : value.toFixed(1)} %`;
};

const hosts = (count: number) => `${Math.round(count)} ${Math.round(count) === 1 ? 'host' : 'hosts'}`;

/** What the simulation comes to, in one sentence. */
export function say({hostsHit, completes}: Simulation, rate: number): string {
  const {p05, p50, p95} = hostsHit;
  const range = Math.round(p05) === Math.round(p95) ? hosts(p50) : `${hosts(p50)} (90 % of runs: ${Math.round(p05)} to ${Math.round(p95)})`;
  const end = completes >= 0.005 ? `; it would go through unnoticed in ${percent(completes)} of runs` : '';
  return `A defect of ${percent(rate)} of hosts would hit ${range} before it is stopped${end}.`;
}
