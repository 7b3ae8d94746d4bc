import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {useState} from 'react';
import type {Phase, Rollout} from '../api/model';
import {useRole} from '../api/session';
import {commonOpeningsQuery} from '../calendars/queries';
import {toTyped} from '../parts/duration';
import {Fact} from '../parts/Fact';
import {Mark} from '../parts/Mark';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ReasonDialog} from '../parts/ReasonDialog';
import {RelativeTime} from '../parts/RelativeTime';
import {isOver, lookOf, PHASES} from '../parts/states';
import {useNow} from '../parts/time';
import {VerbButton} from '../parts/VerbButton';
import {overrideCalendars} from './queries';
import {terms} from './policy';

type Dependency = NonNullable<Rollout['dependencies']>[number];

function Awaited({on: {rolloutId, name, phase, soak, metAt}}: {on: Dependency}) {
  return (
    <li>
      <Link to="/rollouts/$id" params={{id: rolloutId}}>{name}</Link> <Mark look={lookOf(PHASES, phase as Phase)} />
      {toTyped(soak) !== '0s' && <span className="bw-dim">, for {toTyped(soak)} at least{metAt && <> (<RelativeTime at={metAt} />)</>}</span>}
    </li>
  );
}

/** Whether the calendars let hosts move now; asked only where some apply. */
function Openings({rollout}: {rollout: Rollout}) {
  const {data} = useQuery(commonOpeningsQuery(rollout.selector, rollout.spec.calendars, 1));
  const now = useNow();
  if (!data || data.calendars.length === 0) return null;
  const next = data.items[0];
  const open = next && new Date(next.from).getTime() <= now;
  return (
    <Fact term="Calendars">
      {data.calendars.join(', ')}: {open
        ? <b className="bw-good">open{next.until ? <> until <RelativeTime at={next.until} /></> : ''}</b>
        : next ? <b className="bw-watch">closed, opens <RelativeTime at={next.from} /></b> : <b className="bw-bad">no opening ahead</b>}
    </Fact>
  );
}

function Override({rollout}: {rollout: Rollout}) {
  const [asking, setAsking] = useState(false);
  const on = rollout.calendarOverride;
  const refusal = whyNot(useRole(), on ? 'OPERATOR' : 'APPROVER');
  return (
    <>
      {on && <p className="bw-watch bw-note">Windows and freezes are overridden by {on.actor} <RelativeTime at={on.at} />: “{on.reason}”</p>}
      {!isOver(rollout.phase) && (
        <VerbButton size="sm" variant="secondary" isDanger={!on} whyNot={refusal} onClick={() => setAsking(true)}>{on ? 'Heed the calendars again' : 'Override the calendars'}</VerbButton>
      )}
      {asking && (
        <ReasonDialog title={on ? 'Heed the calendars again' : 'Override the calendars'} verb={on ? 'Heed them' : 'Override'} danger={!on} act={reason => overrideCalendars(rollout, !on, reason)} onClose={() => setAsking(false)}>
          <p>{on ? 'Hosts of this rollout move only inside windows and outside freezes again.' : 'Hosts of this rollout may be moved outside windows and inside freezes. Everybody is told.'}</p>
        </ReasonDialog>
      )}
    </>
  );
}

/** What the rollout was asked to keep to. */
export function Terms({rollout}: {rollout: Rollout}) {
  const {spec} = rollout;
  const dependencies = rollout.dependencies ?? [];
  return (
    <Panel title="Terms">
      <dl className="bw-facts">
        {terms(spec).map(([term, words]) => <Fact key={term} term={term}>{words}</Fact>)}
        {dependencies.length > 0 && <Fact term="After"><ul className="bw-plain">{dependencies.map(on => <Awaited key={on.rolloutId} on={on} />)}</ul></Fact>}
        <Openings rollout={rollout} />
      </dl>
      {(spec.calendars.length > 0 || rollout.calendarOverride) && <div className="bw-line-actions"><Override rollout={rollout} /></div>}
    </Panel>
  );
}
