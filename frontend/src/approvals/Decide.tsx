import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import type {Rollout} from '../api/model';
import {useRole} from '../api/session';
import {whyNot} from '../parts/may';
import {ReasonDialog} from '../parts/ReasonDialog';
import {VerbButton} from '../parts/VerbButton';
import {rolloutQuery} from '../rollout/queries';
import {carryOut} from '../rollout/verbs';

/** `objection`: why this person may not approve; null when they may. */
export type Asked = {rolloutId: string; name: string; wave: string; objection: string | null};

/** Approve or reject, each with a reason; what is approved is the rollout as it is now. */
export function Decide({asked, known}: {asked: Asked; known?: Rollout}) {
  const [verb, setVerb] = useState<'approve' | 'reject' | null>(null);
  const read = useQuery({...rolloutQuery(asked.rolloutId), enabled: verb !== null && !known});
  const rollout = known ?? read.data;
  const role = useRole();
  return (
    <>
      <VerbButton size="sm" whyNot={asked.objection} onClick={() => setVerb('approve')}>Approve</VerbButton>
      <VerbButton size="sm" variant="secondary" isDanger whyNot={whyNot(role, 'APPROVER')} onClick={() => setVerb('reject')}>Reject</VerbButton>
      {verb && rollout && (
        <ReasonDialog title={`${verb === 'approve' ? 'Approve' : 'Reject'} wave ${asked.wave} of ${asked.name}`} verb={verb === 'approve' ? 'Approve' : 'Reject'} danger={verb === 'reject'} act={reason => carryOut(verb, rollout, reason)} onClose={() => setVerb(null)}>
          <p>{verb === 'approve'
            ? <>The next wave opens once enough people have approved. You approve plan <code>{rollout.planHash?.slice(0, 12)}</code>; a change of the plan or of the generation voids it.</>
            : 'The rollout is halted; hosts stay as they are until somebody decides.'}</p>
        </ReasonDialog>
      )}
    </>
  );
}
