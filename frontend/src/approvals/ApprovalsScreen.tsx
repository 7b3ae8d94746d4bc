import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {Empty} from '../parts/Empty';
import {Loaded} from '../parts/Loaded';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {useNow} from '../parts/time';
import type {PendingApproval} from '../api/model';
import {Decide} from './Decide';
import {pendingQuery} from './queries';
import {standing} from './standing';

function Row({pending}: {pending: PendingApproval}) {
  const now = useNow();
  const {rolloutId, name, wave, planHash, createdBy, required, from, approvals, objection} = pending;
  return (
    <Tr>
      <Td dataLabel="Rollout"><Link to="/rollouts/$id" params={{id: rolloutId}}>{name}</Link> <span className="bw-dim">by {createdBy}</span></Td>
      <Td dataLabel="After wave">{wave}</Td>
      <Td dataLabel="Plan"><code title={planHash ?? undefined}>{planHash?.slice(0, 12)}</code></Td>
      <Td dataLabel="Has" modifier="wrap">{standing(approvals, required, now)}{from.length > 0 && <span className="bw-dim">; may: {from.join(', ')}</span>}</Td>
      <Td dataLabel="Decide" isActionCell><span className="bw-line-buttons"><Decide asked={{rolloutId, name, wave, objection: objection ?? null}} /></span></Td>
    </Tr>
  );
}

/** What waits for an approver. */
export function ApprovalsScreen() {
  const query = useQuery(pendingQuery);
  return (
    <>
      <PageHead title="Approvals" />
      <Panel title="Rollouts whose next wave waits for approval" flush>
        <Loaded query={query} what="the approvals">
          {items => items.length === 0
            ? <Empty title="Nothing waits for approval">After a wave with “approval” a rollout stops until enough approvers have agreed to the next. <Link to="/rollouts">Rollouts</Link></Empty>
            : <Table variant="compact" aria-label="Approvals">
                <Thead><Tr><Th>Rollout</Th><Th>After wave</Th><Th>Plan</Th><Th>Has</Th><Th screenReaderText="Decide" /></Tr></Thead>
                <Tbody>{items.map(pending => <Row key={`${pending.rolloutId} ${pending.wave}`} pending={pending} />)}</Tbody>
              </Table>}
        </Loaded>
      </Panel>
    </>
  );
}
