import type {Evidence as Met, Rollout} from '../api/model';
import {count, sum, unproved} from '../parts/counts';
import {Panel} from '../parts/Panel';
import {isOver} from '../parts/states';
import {alarm, evidence, percent, suspicion, unseenShare} from './evidence';

/** The line from “nothing unusual” to the threshold at which the failures can be no chance. */
function Alarm({of}: {of: Met}) {
  const share = alarm(of);
  return (
    <>
      <p className="bw-meter-name">Failures, from chance to the alarm</p>
      <svg className="bw-alarm" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={`Failures are ${Math.round(share * 100)} % of the way to the alarm`}>
        <rect className="bw-alarm-ground" width="100" height="4" />
        <rect className={share >= 1 ? 'bw-alarm-over' : 'bw-alarm-so-far'} width={share * 100} height="4" />
        <rect className="bw-alarm-line" x="99" width="1" height="4" />
      </svg>
      <p className="bw-evidence-line">{suspicion(of)}</p>
    </>
  );
}

function Misses({of}: {of: Met}) {
  return (
    <details className="bw-details">
      <summary>What {of.judged} {of.judged === 1 ? 'host' : 'hosts'} would miss</summary>
      <table className="bw-misses">
        <thead><tr><th scope="col">A defect that hits</th><th scope="col">stays unseen in</th></tr></thead>
        <tbody>{of.missProbability.map(({defectRate, probability}) => <tr key={defectRate}><td>{percent(defectRate)} of hosts</td><td className="bw-num">{percent(probability)} of cases</td></tr>)}</tbody>
      </table>
    </details>
  );
}

/** How much the judged hosts prove, so that nobody takes three healthy canaries for more than they are. */
export function Evidence({rollout}: {rollout: Rollout}) {
  const counts = sum(rollout.waves);
  const settled = count(counts, 'SETTLED');
  const failures = unproved(counts);
  const met = rollout.evidence;
  const bound = met.judged > 0 ? met.upperBound : unseenShare(settled);
  return (
    <Panel title="Evidence" beside={<span className="bw-dim bw-num">{met.judged} judged</span>}>
      <p className="bw-meter-name">Defects that would have shown</p>
      <meter className="bw-meter" min={0} max={1} value={1 - bound} aria-label="Share of possible defect sizes that would have shown" />
      <p className="bw-evidence-line">{evidence(settled, failures)}</p>
      {met.judged > 0 && (
        <p className="bw-dim bw-evidence-line">With 95 % confidence a defect hits fewer than {Math.max(1, Math.round(bound * 100))} % of hosts{met.failed > 0 && <>; the failure rate lies between {percent(met.interval.low)} and {percent(met.interval.high)}</>}.</p>
      )}
      {(met.judged > 0 || !isOver(rollout.phase)) && <Alarm of={met} />}
      {met.judged > 0 && <Misses of={met} />}
    </Panel>
  );
}
