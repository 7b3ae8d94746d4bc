import type {ApprovalGiven, Rollout} from '../api/model';
import {useSession} from '../api/session';
import {Decide} from '../approvals/Decide';
import {counting, mayNotApprove, standing} from '../approvals/standing';
import {Panel} from '../parts/Panel';
import {Due, RelativeTime} from '../parts/RelativeTime';
import {useNow} from '../parts/time';
import {toTyped} from '../parts/duration';

function Given({approval, counts}: {approval: ApprovalGiven; counts: boolean}) {
  const {wave, actor, at, reason, expiresAt, void: gone} = approval;
  return (
    <li className={counts ? '' : 'bw-dim'}>
      <b>{actor}</b> approved {wave} <RelativeTime at={at} />: “{reason}”
      {gone ? <> (no longer counts: {gone})</> : expiresAt && <span className="bw-dim"> {counts ? <>(expires <Due at={expiresAt} />)</> : '(has expired)'}</span>}
    </li>
  );
}

/** Who must agree to which waves, in a sentence. */
function rule(waves: string[], {required, from: names, validFor}: Rollout['spec']['approvals']): string {
  const from = names.length > 0 ? ` from ${names.join(', ')}` : '';
  return `After ${waves.join(', ')} the next wave needs ${required} ${required === 1 ? 'approval' : 'approvals'}${from}, never the author’s; each holds for ${toTyped(validFor)}.`;
}

/** Who has approved what, and how many are still needed. */
export function Approvals({rollout}: {rollout: Rollout}) {
  const now = useNow();
  const session = useSession().data;
  const {spec, approvals, phase} = rollout;
  const asking = spec.waves.filter(({approval}) => approval).map(({name}) => name);
  const given = approvals ?? [];
  const wave = phase === 'AWAITING_APPROVAL' ? rollout.currentWave : null;
  if (asking.length === 0 && given.length === 0) return null;
  const {required} = spec.approvals;
  const valid = counting(given, now);
  const here = given.filter(approval => approval.wave === wave);
  const objection = mayNotApprove(session?.name ?? '', session?.role ?? 'VIEWER', {createdBy: rollout.createdBy, from: spec.approvals.from, given: here}, now);
  return (
    <Panel title="Approvals" beside={wave && <span className="bw-dim">{standing(here, required, now)}</span>}>
      <ul className="bw-given">{given.map(approval => <Given key={`${approval.actor} ${approval.at}`} approval={approval} counts={valid.includes(approval)} />)}</ul>
      <p className="bw-note bw-dim">{rule(asking, spec.approvals)}</p>
      {wave && (
        <div className="bw-line-actions"><Decide known={rollout} asked={{rolloutId: rollout.id, name: rollout.name, wave, objection}} /></div>
      )}
    </Panel>
  );
}
