import type {Rollout} from '../api/model';
import {count, judged, sum, unproved} from '../parts/counts';
import {Panel} from '../parts/Panel';
import {evidence, unseenShare} from './evidence';

/** How much the settled hosts prove, so that nobody takes three healthy canaries for more than they are. */
export function Evidence({rollout}: {rollout: Rollout}) {
  const counts = sum(rollout.waves);
  const settled = count(counts, 'SETTLED');
  const failures = unproved(counts);
  const seen = 1 - unseenShare(settled);
  return (
    <Panel title="Evidence" beside={<span className="bw-dim bw-num">{judged(counts)} judged</span>}>
      <meter className="bw-meter" min={0} max={1} value={seen} aria-label="Share of possible defect sizes that would have shown" />
      <p className="bw-evidence-line">{evidence(settled, failures)}</p>
      {settled > 0 && (
        <p className="bw-dim bw-evidence-line">With 95 % confidence a defect hits fewer than {Math.max(1, Math.round(unseenShare(settled) * 100))} % of hosts{failures > 0 ? ', had none failed' : ''}.</p>
      )}
    </Panel>
  );
}
