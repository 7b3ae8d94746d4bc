import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import type {Rollout} from '../api/model';
import {sum} from '../parts/counts';
import {Legend} from '../parts/Legend';
import {Mark} from '../parts/Mark';
import {On} from '../parts/On';
import {lookOf, PHASES} from '../parts/states';
import {withoutState} from '../parts/sentence';
import {Told} from '../parts/Told';
import {explainQuery} from '../rollout/queries';
import {WaveBars} from '../rollouts/RolloutRow';

/** One rollout under way in four lines: what, where, how far, why it waits. */
export function RolloutCard({rollout}: {rollout: Rollout}) {
  const {data: explanation} = useQuery(explainQuery(rollout.id));
  const look = lookOf(PHASES, rollout.phase);
  return (
    <li className={`bw-card bw-card-${look.tone}`}>
      <div className="bw-card-head">
        <Link to="/rollouts/$id" params={{id: rollout.id}}>{rollout.name}</Link>
        <Mark look={look} />
        <span className="bw-dim"><On selector={rollout.selector} /></span>
        <span className="bw-card-legend"><Legend counts={sum(rollout.waves)} /></span>
      </div>
      <WaveBars rollout={rollout} />
      <p className="bw-card-why"><Told text={withoutState(explanation?.sentence ?? (rollout.waitingFor ? `Waits for ${rollout.waitingFor}` : rollout.reason ?? ''))} /></p>
    </li>
  );
}
