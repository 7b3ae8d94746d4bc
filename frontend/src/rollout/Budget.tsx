import {useQuery} from '@tanstack/react-query';
import type {Rollout} from '../api/model';
import {Panel} from '../parts/Panel';
import {useNow} from '../parts/time';
import {type Burn, burnDown, line} from './burnDown';
import {eventsQuery} from './queries';

function words({budget, left}: Burn): string {
  if (left < 0) return `overdrawn: ${budget - left} failed, ${budget} allowed`;
  if (budget === 0) return 'none may fail, none has';
  return `${left} of ${budget} left`;
}

const toneOf = ({budget, left}: Burn) => (left < 0 ? 'bad' : left < budget ? 'watch' : 'good');

function Chart({of}: {of: Burn}) {
  const points = line(of).map(([x, y]) => `${x},${y}`);
  const zero = (of.budget / (of.budget + 1)) * 100;
  return (
    <svg className={`bw-burn bw-${toneOf(of)}`} viewBox="0 -4 100 108" preserveAspectRatio="none" role="img" aria-label={`Failure budget of wave ${of.name}: ${words(of)}`}>
      <line className="bw-burn-zero" x1="0" x2="100" y1={zero} y2={zero} />
      <polygon className="bw-burn-area" points={`0,${zero} ${points.join(' ')} 100,${zero}`} />
      <polyline className="bw-burn-line" points={points.join(' ')} />
    </svg>
  );
}

/** What is left of the failure budget of each wave that has opened, over its time. */
export function Budget({rollout}: {rollout: Rollout}) {
  const now = useNow();
  const {data: events} = useQuery(eventsQuery(rollout.id));
  const end = rollout.finishedAt ? new Date(rollout.finishedAt).getTime() : now;
  const closes = (index: number) => {
    const next = rollout.waves[index + 1]?.openedAt;
    return next ? new Date(next).getTime() : end;
  };
  const burns = rollout.waves.map((wave, index) => burnDown(wave, events ?? [], closes(index))).filter(burn => burn !== null);
  if (burns.length === 0) return null;
  return (
    <Panel title="Failure budget" beside={<span className="bw-dim">hosts that may still fail, over each wave’s time</span>}>
      <ul className="bw-burns">{burns.map(burn => <li key={burn.name}><span className="bw-waffle-name" title={burn.name}>{burn.name}</span><Chart of={burn} /><span className={`bw-num bw-${toneOf(burn)}`}>{words(burn)}</span></li>)}</ul>
    </Panel>
  );
}
