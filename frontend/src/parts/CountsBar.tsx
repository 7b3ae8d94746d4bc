import type {Counts} from '../api/model';
import {present} from './counts';
import {TURNS} from './states';

/** Host states of a wave as one stacked bar; the words are in its label. */
export function CountsBar({counts, of}: {counts: Counts; of: string}) {
  const states = present(counts);
  const total = states.reduce((sum, {hosts}) => sum + hosts, 0);
  const label = `${of}: ${states.map(({state, hosts}) => `${hosts} ${TURNS[state].word.toLowerCase()}`).join(', ') || 'no hosts'}`;
  return (
    <svg className="bw-bar" role="img" aria-label={label} viewBox={`0 0 ${Math.max(total, 1)} 1`} preserveAspectRatio="none">
      <title>{label}</title>
      <rect className="bw-bar-ground" width={Math.max(total, 1)} height="1" />
      {states.map(({state, hosts}, index) => (
        <rect key={state} className={`bw-fill-${state}`} x={states.slice(0, index).reduce((sum, before) => sum + before.hosts, 0)} width={hosts} height="1" />
      ))}
    </svg>
  );
}
