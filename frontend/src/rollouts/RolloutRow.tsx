import {Td, Tr} from '@patternfly/react-table';
import {Link} from '@tanstack/react-router';
import type {Rollout} from '../api/model';
import {CountsBar} from '../parts/CountsBar';
import {Mark} from '../parts/Mark';
import {On} from '../parts/On';
import {RelativeTime} from '../parts/RelativeTime';
import {lookOf, PHASES} from '../parts/states';
import {Told} from '../parts/Told';

/** Each wave as a bar as wide as its share of the hosts. */
export function WaveBars({rollout}: {rollout: Rollout}) {
  const total = rollout.waves.reduce((sum, {hosts}) => sum + hosts, 0);
  return (
    <span className="bw-wave-bars-mini">
      {rollout.waves.map(wave => (
        <span key={wave.name} style={{flexGrow: Math.max(wave.hosts, total / 12, 1)}}>
          <CountsBar counts={wave.counts} of={`Wave ${wave.name}, ${wave.state.toLowerCase().replace('_', ' ')}`} />
        </span>
      ))}
    </span>
  );
}

export function RolloutRow({rollout}: {rollout: Rollout}) {
  const {id, name, phase, selector, waves, currentWave, waitingFor, startedAt, finishedAt, createdBy, reason} = rollout;
  return (
    <Tr>
      <Td dataLabel="Name"><Link to="/rollouts/$id" params={{id}}>{name}</Link></Td>
      <Td dataLabel="Phase"><Mark look={lookOf(PHASES, phase)} /></Td>
      <Td dataLabel="Waves" className="bw-bars-cell"><WaveBars rollout={rollout} /></Td>
      <Td dataLabel="Hosts" className="bw-num">{waves.reduce((sum, {hosts}) => sum + hosts, 0)}</Td>
      <Td dataLabel="Selector" className="bw-nowrap"><On selector={selector} /></Td>
      <Td dataLabel="Now" modifier="wrap"><div>{waitingFor ? <>{currentWave && <b>{currentWave}: </b>}waits for <Told text={waitingFor} /></> : <span className="bw-dim">{reason ?? ''}</span>}</div></Td>
      <Td dataLabel="Started" className="bw-nowrap"><div><RelativeTime at={startedAt} none="not started" /> <span className="bw-under bw-dim">by {createdBy}</span></div></Td>
      <Td dataLabel="Finished"><RelativeTime at={finishedAt} none="" /></Td>
    </Tr>
  );
}
