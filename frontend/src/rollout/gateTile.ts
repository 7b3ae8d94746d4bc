import type {WaveGate} from '../api/model';

/** `passes when < 0.01, fails when >= 0.05`. */
export function threshold({success, failure, maxUnhealthy, filters, onFiring}: WaveGate['config']): string {
  return [
    success && `passes when ${success}`,
    failure && `fails when ${failure}`,
    maxUnhealthy && `${maxUnhealthy} may be unhealthy`,
    filters && `no alert ${filters.join(', ')} may fire${onFiring === 'FAIL' ? '; one that does fails the wave' : ''}`,
  ].filter(Boolean).join(', ');
}

/** As exact as it helps: `0.0042`, `17`, `1.25`. */
export const figure = (value: number) => (Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(3))));

/** Only web addresses are links. */
export const isWeb = (link: string | null | undefined): link is string => /^https?:\/\//.test(link ?? '');
