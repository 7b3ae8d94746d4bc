import {Alert} from '@patternfly/react-core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {useRole} from '../api/session';
import {whyNot} from '../parts/may';
import {ReasonDialog} from '../parts/ReasonDialog';
import {RelativeTime} from '../parts/RelativeTime';
import {VerbButton} from '../parts/VerbButton';
import {stopQuery, turn} from './stop';

/** The global stop, in reach on every screen. */
export function StopSwitch() {
  const {data: stop} = useQuery(stopQuery);
  const role = useRole();
  const [asking, setAsking] = useState(false);
  const stopped = stop?.stopped ?? false;
  const refusal = stop ? whyNot(role, stopped ? 'APPROVER' : 'OPERATOR') : 'The state of the stop switch is not known yet.';
  return (
    <>
      <VerbButton whyNot={refusal} variant={stopped ? 'secondary' : 'danger'} size="sm" onClick={() => setAsking(true)}>
        {stopped ? 'Release the stop' : 'Stop everything'}
      </VerbButton>
      {asking && stop && (stopped
        ? <ReasonDialog title="Release the global stop?" verb="Release" act={reason => turn(stop, false, reason)} onClose={() => setAsking(false)}>
            <p>Every rollout goes on where it stood: hosts may claim and switch again at once.</p>
          </ReasonDialog>
        : <ReasonDialog title="Stop everything" verb="Stop everything now" danger act={reason => turn(stop, true, reason)} onClose={() => setAsking(false)}>
            <p>From this moment no host may switch, in any rollout. Hosts that have already been granted their switch finish it.</p>
          </ReasonDialog>)}
    </>
  );
}

/** Says on every screen that the fleet stands still, who stopped it and why. */
export function StopBanner() {
  const {data: stop} = useQuery(stopQuery);
  if (!stop?.stopped) return null;
  return (
    <Alert isInline variant="danger" component="p" title="Everything is stopped: no host may switch" className="bw-banner">
      <p>{stop.actor ?? 'Somebody'} stopped it <RelativeTime at={stop.at} none="at an unknown time" />: {stop.reason}</p>
    </Alert>
  );
}
