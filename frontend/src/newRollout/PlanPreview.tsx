import {Alert} from '@patternfly/react-core';
import {Link} from '@tanstack/react-router';
import type {Plan} from '../api/model';
import {Panel} from '../parts/Panel';
import {Ref} from '../parts/Ref';
import {RelativeTime} from '../parts/RelativeTime';

const LISTED = 200;
const OPEN = 20;

/** A long plan lists only the first hosts of a wave. */
const size = ({hosts, count}: Plan['waves'][number]) => count ?? hosts.length;

function WaveHosts({wave}: {wave: Plan['waves'][number]}) {
  const rest = size(wave) - Math.min(wave.hosts.length, LISTED);
  return (
    <table className="bw-plan-hosts">
      <thead className="bw-visually-hidden"><tr><th>Host</th><th>From</th><th>To</th></tr></thead>
      <tbody>
        {wave.hosts.slice(0, LISTED).map(({id, name, from, to}) => (
          <tr key={id}><td><Link to="/hosts/$id" params={{id}}>{name}</Link></td><td><Ref of={from} /></td><td aria-hidden="true">→</td><td><Ref of={to} /></td></tr>
        ))}
        {rest > 0 && <tr><td colSpan={4} className="bw-dim">and {rest} more</td></tr>}
      </tbody>
    </table>
  );
}

function Excluded({plan}: {plan: Plan}) {
  if (plan.excluded.length === 0) return null;
  const byReason = Map.groupBy(plan.excluded, ({why}) => why);
  return (
    <details className="bw-details">
      <summary>{plan.excludedCount ?? plan.excluded.length} excluded</summary>
      <ul className="bw-excluded">
        {[...byReason].map(([why, hosts]) => (
          <li key={why}><b>{hosts.length}</b> {why}: <span className="bw-dim">{hosts.slice(0, 12).map(({name}) => name).join(', ')}{hosts.length > 12 && ` and ${hosts.length - 12} more`}</span></li>
        ))}
      </ul>
    </details>
  );
}

/** Values of labels that no host of the first wave has, so that their trouble shows only later. */
function Misses({plan}: {plan: Plan}) {
  const misses = plan.misses ?? [];
  if (misses.length === 0) return null;
  return (
    <details className="bw-details" open={misses.length <= 5}>
      <summary className="bw-watch">{misses.length} {misses.length === 1 ? 'value' : 'values'} the first wave does not cover</summary>
      <ul className="bw-excluded">{misses.slice(0, LISTED).map(({label, value, why}) => <li key={`${label}=${value}`}><code>{value === null ? `!${label}` : `${label}=${value}`}</code>: {why}</li>)}</ul>
    </details>
  );
}

/** Exactly which hosts move, in which wave, and which do not and why. */
export function PlanPreview({plan, fresh}: {plan: Plan; fresh: boolean}) {
  const total = plan.waves.reduce((sum, wave) => sum + size(wave), 0);
  return (
    <Panel title={`The plan: ${total} ${total === 1 ? 'host' : 'hosts'}`} beside={<span className="bw-dim" aria-live="polite">{fresh ? <>hash <code title={plan.planHash}>{plan.planHash.slice(0, 12)}</code></> : 'planning…'}</span>}>
      {plan.lint.map(({level, message}) => (
        <Alert key={message} isInline isPlain component="p" variant={level.toUpperCase() === 'ERROR' ? 'danger' : level.toUpperCase() === 'WARNING' || level.toUpperCase() === 'WARN' ? 'warning' : 'info'} title={message} />
      ))}
      {plan.waves.map((wave, index) => (
        <details key={wave.name} className="bw-details" open={index === 0 && wave.hosts.length <= OPEN}>
          <summary><b>{wave.name}</b>: {size(wave)} {size(wave) === 1 ? 'host' : 'hosts'}</summary>
          <WaveHosts wave={wave} />
        </details>
      ))}
      {plan.newcomers && <p className="bw-details"><b>{plan.newcomers.wave}</b>: <span className="bw-dim">hosts that come to match before {plan.newcomers.after} has passed; nobody can count them yet</span></p>}
      <Misses plan={plan} />
      <Excluded plan={plan} />
      {plan.earliestFinish && <p className="bw-dim bw-note">If nothing fails it is over <RelativeTime at={plan.earliestFinish} /> at the earliest.</p>}
    </Panel>
  );
}
