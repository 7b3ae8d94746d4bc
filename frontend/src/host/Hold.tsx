import {Button, TextInput} from '@patternfly/react-core';
import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import type {Host} from '../api/model';
import {Problem} from '../api/problem';
import {useRole} from '../api/session';
import {Field} from '../parts/Field';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {ReasonDialog} from '../parts/ReasonDialog';
import {RelativeTime} from '../parts/RelativeTime';
import {milliseconds, toIso} from '../parts/duration';
import {VerbButton} from '../parts/VerbButton';
import {patch} from './queries';

/** The moment so many milliseconds from now. */
const from = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

function AskHold({host, onClose}: {host: Host; onClose: () => void}) {
  const [lasting, setLasting] = useState('1d');
  const length = milliseconds(toIso(lasting));
  const unreadable = lasting.trim() && !length ? 'Write a duration, for example 4h or 7d.' : null;
  const hold = async (reason: string) => {
    if (unreadable) throw new Problem(422, {detail: unreadable});
    return patch(host, {hold: {reason, ...(length ? {until: from(length)} : {})}});
  };
  return (
    <ReasonDialog title={`Hold ${host.name}`} verb="Hold" act={hold} onClose={onClose}>
      <p>No rollout touches the host while it is held.</p>
      <Field id="lasting" label="For how long" hint="For example 4h or 7d; empty: until somebody lets go." error={unreadable}>
        <TextInput id="lasting" value={lasting} onChange={(_, value) => setLasting(value)} />
      </Field>
    </ReasonDialog>
  );
}

/** Whether the host may be touched, and the switch for it. */
export function Hold({host}: {host: Host}) {
  const [asking, setAsking] = useState(false);
  const refusal = whyNot(useRole(), 'OPERATOR');
  const letting = useMutation({mutationFn: () => patch(host, {hold: null})});
  const {hold} = host;
  return (
    <Panel title="Hold" beside={hold
      ? <VerbButton size="sm" variant="secondary" whyNot={refusal} isLoading={letting.isPending} onClick={() => letting.mutate()}>Let go</VerbButton>
      : <VerbButton size="sm" variant="secondary" whyNot={refusal} onClick={() => setAsking(true)}>Hold</VerbButton>}>
      {hold
        ? <p className="bw-watch">Held by {hold.actor}: {hold.reason} <span className="bw-dim">({hold.until ? <>ends <RelativeTime at={hold.until} /></> : 'until somebody lets go'})</span></p>
        : <p className="bw-dim">Rollouts may touch this host.</p>}
      <ProblemAlert thrown={letting.error} title="Not done" />
      {asking && <AskHold host={host} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

/** Forgetting a host revokes its credential. */
export function Forget({host, act, onGone}: {host: Host; act: (host: Host) => Promise<unknown>; onGone: () => void}) {
  const [asking, setAsking] = useState(false);
  const forgetting = useMutation({mutationFn: () => act(host), onSuccess: onGone});
  const refusal = whyNot(useRole(), 'OPERATOR');
  if (!asking) return <VerbButton size="sm" variant="secondary" isDanger whyNot={refusal} onClick={() => setAsking(true)}>Forget host</VerbButton>;
  return (
    <>
      <span className="bw-watch">Its credential stops working at once.</span>
      <Button size="sm" variant="danger" isLoading={forgetting.isPending} onClick={() => forgetting.mutate()}>Forget {host.name}</Button>
      <Button size="sm" variant="link" onClick={() => setAsking(false)}>Keep it</Button>
      <ProblemAlert thrown={forgetting.error} title="Not forgotten" />
    </>
  );
}
