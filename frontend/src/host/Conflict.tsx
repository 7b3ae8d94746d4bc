import {Alert, AlertActionLink} from '@patternfly/react-core';
import {useState} from 'react';
import type {Host} from '../api/model';
import {useRole} from '../api/session';
import {whyNot} from '../parts/may';
import {ReasonDialog} from '../parts/ReasonDialog';
import {RelativeTime} from '../parts/RelativeTime';
import {type Decision, DECISIONS, resolve} from './conflicts';

/** After the database was restored: a host that knows more than it, and the two ways on. */
export function Conflict({host}: {host: Host}) {
  const [asked, setAsked] = useState<Decision | null>(null);
  const refusal = whyNot(useRole(), 'OPERATOR');
  const {conflict} = host;
  if (!conflict) return null;
  return (
    <>
      <Alert isInline variant="warning" component="h2" className="bw-banner" title="This host has seen orders that the restored database never gave"
        actionLinks={(Object.keys(DECISIONS) as Decision[]).map(decision => (
          <AlertActionLink key={decision} isDisabled={refusal !== null} title={refusal ?? undefined} onClick={() => setAsked(decision)}>{DECISIONS[decision].label}</AlertActionLink>
        ))}>
        <p>It is at epoch {conflict.epoch}; the database had given {conflict.given}. Since <RelativeTime at={conflict.since} /> nothing moves it until somebody decides.{refusal && ` ${refusal}`}</p>
      </Alert>
      {asked && (
        <ReasonDialog title={`${DECISIONS[asked].label}: ${host.name}`} verb={DECISIONS[asked].label} act={reason => resolve(host.id, asked, reason)} onClose={() => setAsked(null)}>
          <p>{DECISIONS[asked].effect}</p>
        </ReasonDialog>
      )}
    </>
  );
}
