import {Alert, Button} from '@patternfly/react-core';
import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery, useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {Debounced} from '../parts/Debounced';
import {Empty} from '../parts/Empty';
import {LoadMore} from '../parts/LoadMore';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RelativeTime} from '../parts/RelativeTime';
import {Told} from '../parts/Told';
import {auditQuery, verifyQuery} from './queries';
import {place} from './subject';

function Verification() {
  const {data, error} = useQuery(verifyQuery);
  if (error) return <ProblemAlert thrown={error} title="The chain could not be verified" />;
  if (!data) return null;
  return data.valid
    ? <Alert isInline component="p" variant="success" className="bw-banner" title={`The chain holds: ${data.rows} rows, each sealed by the hash of the one before.`} />
    : <Alert isInline component="p" variant="danger" className="bw-banner" title={`The chain is broken at row ${data.firstBroken}: somebody changed the trail.`} />;
}

function Subject({of}: {of: string | null | undefined}) {
  const to = place(of);
  if (!of) return null;
  const short = of.replace(/^([\w-]+)\/([0-9a-f]{8})-.*$/, '$1/$2…');
  return to ? <Link to={to}>{short}</Link> : <span title={of}>{short}</span>;
}

/** Who did what, when and why; append-only and hash-chained. */
export function AuditScreen() {
  const filter = useSearch({from: '/audit'});
  const navigate = useNavigate({from: '/audit'});
  const list = useInfiniteQuery(auditQuery(filter));
  const verification = useQuery(verifyQuery);
  const rows = list.data ?? [];
  const set = (key: 'actor' | 'subject') => (value: string) => void navigate({search: old => ({...old, [key]: value.trim() || undefined}), replace: true});
  return (
    <>
      <PageHead title="Audit" actions={<Button size="sm" variant="secondary" isLoading={verification.isFetching} onClick={() => void verification.refetch()}>Verify the chain</Button>} />
      <Verification />
      <Panel title="Newest first" flush>
        <div className="bw-filters" role="search" aria-label="Audit">
          <Debounced label="Actor" value={filter.actor ?? ''} onSettle={set('actor')} />
          <Debounced label="Subject" className="bw-wide" value={filter.subject ?? ''} placeholder="rollouts/…" onSettle={set('subject')} />
        </div>
        <ProblemAlert thrown={list.error} title="Could not read the audit trail" />
        <Table variant="compact" aria-label="Audit trail" aria-busy={list.isPending}>
          <Thead><Tr><Th>#</Th><Th>When</Th><Th>Actor</Th><Th>Action</Th><Th>Subject</Th><Th>What and why</Th><Th>Hash</Th></Tr></Thead>
          <Tbody>
            {rows.map(({seq, at, actor, action, subject, reason, message, hash}) => (
              <Tr key={seq}>
                <Td dataLabel="#" className="bw-num">{seq}</Td>
                <Td dataLabel="When"><RelativeTime at={at} /></Td>
                <Td dataLabel="Actor">{actor}</Td>
                <Td dataLabel="Action" className="bw-nowrap">{action}</Td>
                <Td dataLabel="Subject" className="bw-nowrap"><Subject of={subject} /></Td>
                <Td dataLabel="What and why" modifier="wrap"><Told text={message ?? ''} />{reason && !message?.includes(reason) && <span className="bw-dim"> “{reason}”</span>}</Td>
                <Td dataLabel="Hash" className="bw-nowrap"><code title={hash}>{hash.slice(0, 10)}</code></Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {rows.length === 0 && !list.isPending && !list.error && <Empty title="No row matches">Leave actor and subject empty to see everything.</Empty>}
        <LoadMore list={list} shown={rows.length} />
      </Panel>
    </>
  );
}
