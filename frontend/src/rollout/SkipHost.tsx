import {useState} from 'react';
import type {Rollout, RolloutHost} from '../api/model';
import {useRole} from '../api/session';
import {whyNot} from '../parts/may';
import {ReasonDialog} from '../parts/ReasonDialog';
import {isOver} from '../parts/states';
import {VerbButton} from '../parts/VerbButton';
import {skipHost} from './verbs';

/** States in which a host can leave the judged set. */
const SKIPPABLE: RolloutHost['state'][] = ['PENDING', 'DEFERRED', 'OFFERED', 'FAILED', 'SILENT'];

/** Takes one host out of the rollout, so that the others need not wait for it. */
export function SkipHost({host, rollout}: {host: RolloutHost; rollout: Rollout}) {
  const [asking, setAsking] = useState(false);
  const role = useRole();
  if (isOver(rollout.phase) || rollout.phase === 'ROLLING_BACK' || !SKIPPABLE.includes(host.state)) return null;
  return (
    <>
      <VerbButton size="sm" variant="link" isInline whyNot={whyNot(role, 'OPERATOR')} aria-label={`Skip ${host.name}`} onClick={() => setAsking(true)}>Skip</VerbButton>
      {asking && (
        <ReasonDialog title={`Skip ${host.name}`} verb="Skip the host" act={reason => skipHost(rollout, host.hostId, reason)} onClose={() => setAsking(false)}>
          <p>It is no longer judged and nothing waits for it; it keeps what it runs.</p>
        </ReasonDialog>
      )}
    </>
  );
}
