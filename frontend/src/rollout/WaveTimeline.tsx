import type {Rollout, Wave} from '../api/model';
import {count, failed, takenBack} from '../parts/counts';
import {CountsBar} from '../parts/CountsBar';
import {toTyped} from '../parts/duration';
import {Mark} from '../parts/Mark';
import {Panel} from '../parts/Panel';
import {Due, RelativeTime} from '../parts/RelativeTime';
import {lookOf, WAVES} from '../parts/states';
import {Told} from '../parts/Told';
import {clock, useNow} from '../parts/time';
import {isUnlisted, wavesOf} from './newcomers';
import {type Lane, ticks, timeline, type Timeline} from './timeline';

const WIDTH = 1000;
/** A time outside of these would stand in the column beside. */
const FIRST = 40;
const LAST = 950;

function scale({from, to}: Timeline) {
  return (time: number) => ((time - from) / Math.max(1, to - from)) * WIDTH;
}

function LaneBar({lane, line}: {lane: Lane; line: Timeline}) {
  const x = scale(line);
  return (
    <svg className="bw-lane" viewBox={`0 0 ${WIDTH} 16`} preserveAspectRatio="none" aria-hidden="true">
      {ticks(line).map(tick => <line key={tick} className="bw-tick" x1={x(tick)} x2={x(tick)} y1="0" y2="16" />)}
      {lane.segments.map(({kind, from, to}) => (
        <rect key={kind} className={`bw-segment bw-segment-${kind}`} x={x(from)} width={Math.max(4, x(to) - x(from))} y="4" height="8" rx="2" />
      ))}
      {line.now !== null && <line className="bw-now" x1={x(line.now)} x2={x(line.now)} y1="0" y2="16" />}
    </svg>
  );
}

function Axis({line}: {line: Timeline}) {
  const x = scale(line);
  return (
    <div className="bw-axis" aria-hidden="true">
      {ticks(line).filter(tick => x(tick) > FIRST && x(tick) < LAST).map(tick => <span key={tick} style={{insetInlineStart: `${x(tick) / 10}%`}}>{clock(tick)}</span>)}
    </div>
  );
}

/** Hosts that are taken back no longer count as failed; the verdict below keeps how many had. */
function Budget({wave: {counts, budget}}: {wave: Wave}) {
  const used = failed(counts);
  if (used === 0 && takenBack(counts) > 0) return <span className="bw-dim">budget {budget}</span>;
  return <span className={used > budget ? 'bw-bad' : used > 0 ? 'bw-watch' : 'bw-dim'}>{used} failed, {budget} allowed</span>;
}

function When({wave, soak, after}: {wave: Wave; soak: string | undefined; after: string | undefined}) {
  if (isUnlisted(wave)) return <span title="Hosts that come to match meanwhile">listed once {after} has passed</span>;
  if (wave.state === 'SOAKING' && wave.soakUntil) return <>soak ends <Due at={wave.soakUntil} /></>;
  if (wave.openedAt) return <>opened <RelativeTime at={wave.openedAt} /></>;
  return <>soak {toTyped(soak) || 'none'}</>;
}

/** Hosts that proved the generation, or, once the wave is taken back, their last good one. */
function Progress({wave}: {wave: Wave}) {
  const {counts, hosts} = wave;
  const back = takenBack(counts);
  if (isUnlisted(wave)) return <span className="bw-dim">not listed yet</span>;
  if (back === 0) return <>{count(counts, 'SETTLED')}<span className="bw-dim"> of {hosts}</span></>;
  return <span className="bw-undone">{count(counts, 'ROLLED_BACK')} of {back} back</span>;
}

function WaveRow({wave, soak, after, lane, line}: {wave: Wave; soak: string | undefined; after: string | undefined; lane: Lane | undefined; line: Timeline}) {
  return (
    <tr className={wave.state === 'OPEN' || wave.state === 'SOAKING' ? 'bw-wave bw-wave-current' : 'bw-wave'}>
      <th scope="row"><span className="bw-wave-name">{wave.name}</span>{wave.size !== String(wave.hosts) && wave.size !== wave.name && <span className="bw-dim">{wave.size}</span>}</th>
      <td><Mark look={lookOf(WAVES, wave.state)} /></td>
      <td className="bw-num bw-right"><Progress wave={wave} /></td>
      <td className="bw-wave-bars"><CountsBar counts={wave.counts} of={`Wave ${wave.name}`} />{lane && <LaneBar lane={lane} line={line} />}</td>
      <td className="bw-wave-notes">{!isUnlisted(wave) && <Budget wave={wave} />}<span className="bw-dim"><When wave={wave} soak={soak} after={after} /></span></td>
    </tr>
  );
}

const toneOf = (result: string | undefined) => (result === 'PASS' ? 'good' : result === 'FAIL' ? 'bad' : 'busy');

/** Every wave: how far it is, how much of its budget is gone, and when it ran, soaks or will run. */
export function WaveTimeline({rollout}: {rollout: Rollout}) {
  const soaks = wavesOf(rollout.spec).map(({soak}) => soak);
  const line = timeline({...rollout, waves: rollout.waves.map((wave, index) => ({...wave, soak: soaks[index]}))}, useNow());
  const verdicts = rollout.waves.filter(wave => wave.verdict?.why && wave.state !== 'PENDING');
  return (
    <Panel title="Waves" flush>
      <table className="bw-waves">
        <thead>
          <tr><th scope="col">Wave</th><th scope="col">State</th><th scope="col" className="bw-right">Proved</th><th scope="col"><Axis line={line} /><span className="bw-visually-hidden">Hosts and time</span></th><th scope="col">Budget</th></tr>
        </thead>
        <tbody>
          {rollout.waves.map((wave, index) => <WaveRow key={wave.name} wave={wave} soak={soaks[index]} after={rollout.waves[index - 1]?.name} lane={line.lanes[index]} line={line} />)}
        </tbody>
      </table>
      {verdicts.length > 0 && (
        <ul className="bw-verdicts">
          {verdicts.map(({name, verdict}) => <li key={name}><b>{name}</b> <span className={`bw-${toneOf(verdict?.result)}`}>{verdict?.result.toLowerCase()}</span>: <Told text={verdict?.why ?? ''} /></li>)}
        </ul>
      )}
    </Panel>
  );
}
