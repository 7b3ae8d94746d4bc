import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import type {Phase, Rollout} from '../api/model';
import {sum} from '../parts/counts';
import {Legend} from '../parts/Legend';
import {LinkButton} from '../parts/LinkButton';
import {Mark} from '../parts/Mark';
import {On} from '../parts/On';
import {lookOf, PHASES} from '../parts/states';
import {withoutState} from '../parts/sentence';
import {Told} from '../parts/Told';
import {explainQuery} from '../rollout/queries';
import {WaveBars} from '../rollouts/RolloutRow';

const ACTIONS: Partial<Record<Phase, string>> = {HALTED: 'Decide', PAUSED: 'Decide', AWAITING_APPROVAL: 'Approve or reject'};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One rollout under way in four lines: what, where, how far, why it waits. */
export function RolloutCard({rollout}: {rollout: Rollout}) {
  const {data: explanation} = useQuery(explainQuery(rollout.id));
  const action = ACTIONS[rollout.phase];
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
      <div className="bw-need">
        <p className="bw-card-why">
          {rollout.phase === 'HALTED' && rollout.reason && <><b><Told text={capital(rollout.reason)} />.</b> </>}
          <Told text={withoutState(explanation?.sentence ?? (rollout.waitingFor ? `Waits for ${rollout.waitingFor}` : rollout.reason ?? ''))} />
        </p>
        {action && <LinkButton to="/rollouts/$id" params={{id: rollout.id}} variant="secondary" aria-label={`${action}: ${rollout.name}`}>{action}</LinkButton>}
      </div>
    </li>
  );
}
