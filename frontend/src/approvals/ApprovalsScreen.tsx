import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {Empty} from '../parts/Empty';
import {Loaded} from '../parts/Loaded';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {RelativeTime} from '../parts/RelativeTime';
import {useNow} from '../parts/time';
import type {PendingApproval} from '../api/model';
import {Decide} from './Decide';
import {pendingQuery} from './queries';
import {standing} from './standing';

function Row({pending}: {pending: PendingApproval}) {
  const now = useNow();
  const {rolloutId, name, wave, planHash, createdBy, required, given, since} = pending;
  return (
    <Tr>
      <Td dataLabel="Rollout"><Link to="/rollouts/$id" params={{id: rolloutId}}>{name}</Link> <span className="bw-dim">by {createdBy}</span></Td>
      <Td dataLabel="Wave">{wave}</Td>
      <Td dataLabel="Plan"><code title={planHash}>{planHash.slice(0, 12)}</code></Td>
      <Td dataLabel="Has" modifier="wrap">{standing(given, required, now)}</Td>
      <Td dataLabel="Waits since" className="bw-nowrap"><RelativeTime at={since} none="" /></Td>
      <Td dataLabel="Decide" isActionCell><span className="bw-line-buttons"><Decide asked={pending} /></span></Td>
    </Tr>
  );
}

/** What waits for an approver. */
export function ApprovalsScreen() {
  const query = useQuery(pendingQuery);
  return (
    <>
      <PageHead title="Approvals" />
      <Panel title="Waves that wait for approval" flush>
        <Loaded query={query} what="the approvals">
          {items => items.length === 0
            ? <Empty title="Nothing waits for approval">A wave with “approval” stops before it opens until enough approvers have agreed. <Link to="/rollouts">Rollouts</Link></Empty>
            : <Table variant="compact" aria-label="Approvals">
                <Thead><Tr><Th>Rollout</Th><Th>Wave</Th><Th>Plan</Th><Th>Has</Th><Th>Waits since</Th><Th screenReaderText="Decide" /></Tr></Thead>
                <Tbody>{items.map(pending => <Row key={`${pending.rolloutId} ${pending.wave}`} pending={pending} />)}</Tbody>
              </Table>}
        </Loaded>
      </Panel>
    </>
  );
}
