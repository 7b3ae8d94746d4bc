import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {type Host, PLATFORMS, type Running} from '../api/model';
import {asProblem} from '../api/problem';
import {Choice} from '../parts/Choice';
import {Debounced} from '../parts/Debounced';
import {Empty} from '../parts/Empty';
import {LinkButton} from '../parts/LinkButton';
import {LoadMore} from '../parts/LoadMore';
import {Mark} from '../parts/Mark';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {Ref} from '../parts/Ref';
import {RelativeTime} from '../parts/RelativeTime';
import {HOSTS, lookOf} from '../parts/states';
import {Tags} from '../parts/Tags';
import {ResolveAll} from './Conflicts';
import {hostsQuery} from './queries';

const STATES = Object.entries(HOSTS).map(([state, {word}]) => [state, word] as const);

function Filters({invalid}: {invalid: boolean}) {
  const filter = useSearch({from: '/hosts'});
  const navigate = useNavigate({from: '/hosts'});
  const set = (key: keyof typeof filter) => (value: string) => void navigate({search: old => ({...old, [key]: value.trim() || undefined}), replace: true});
  return (
    <div className="bw-filters" role="search" aria-label="Hosts">
      <Debounced label="Selector" className="bw-wide" value={filter.selector ?? ''} placeholder="env=prod,role in (web,api),!legacy" invalid={invalid} onSettle={set('selector')} />
      <Debounced label="Name contains" value={filter.q ?? ''} onSettle={set('q')} />
      <Choice label="State" any="Every state" value={filter.state ?? ''} options={STATES} onChange={set('state')} />
      <Choice label="Platform" any="Every platform" value={filter.platform ?? ''} options={PLATFORMS.map(name => [name, name] as const)} onChange={set('platform')} />
    </div>
  );
}

function What({of}: {of: Pick<Running, 'ref' | 'generation' | 'generationId'> | null | undefined}) {
  if (!of?.ref) return <span className="bw-dim">none</span>;
  if (of.generationId && of.generation) return <Link to="/generations/$id" params={{id: of.generationId}} title={of.ref}>{of.generation}</Link>;
  return <Ref of={of.ref} />;
}

function Row({host}: {host: Host}) {
  return (
    <Tr>
      <Td dataLabel="Name"><Link to="/hosts/$id" params={{id: host.id}}>{host.name}</Link></Td>
      <Td dataLabel="State"><Mark look={lookOf(HOSTS, host.state)} /></Td>
      <Td dataLabel="Platform">{host.platform}</Td>
      <Td dataLabel="Runs"><What of={host.current} /></Td>
      <Td dataLabel="Should run"><What of={host.desired} /></Td>
      <Td dataLabel="Labels"><Tags labels={host.labels} show={4} /></Td>
      <Td dataLabel="Last seen"><RelativeTime at={host.lastSeenAt} /></Td>
    </Tr>
  );
}

export function HostsScreen() {
  const filter = useSearch({from: '/hosts'});
  const list = useInfiniteQuery({...hostsQuery(filter), refetchInterval: 30_000});
  const hosts = list.data ?? [];
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      <PageHead title="Hosts" actions={<LinkButton to="/settings" variant="secondary">Enrol hosts</LinkButton>} />
      <Panel title="By name" flush beside={<>{filter.state === 'CONFLICT' && <ResolveAll selector={filter.selector ?? ''} shown={hosts.length} />}<span className="bw-dim" aria-live="polite">{hosts.length}{list.hasNextPage ? ' and more' : ''} shown</span></>}>
        <Filters invalid={asProblem(list.error).code === 'invalid_selector'} />
        <ProblemAlert thrown={list.error} title="Could not read the hosts" />
        <Table variant="compact" aria-label="Hosts" aria-busy={list.isPending}>
          <Thead><Tr><Th>Name</Th><Th>State</Th><Th>Platform</Th><Th>Runs</Th><Th>Should run</Th><Th>Labels</Th><Th>Last seen</Th></Tr></Thead>
          <Tbody>{hosts.map(host => <Row key={host.id} host={host} />)}</Tbody>
        </Table>
        {hosts.length === 0 && !list.isPending && !list.error && (filtered
          ? <Empty title="No host matches"><Link to="/hosts">Show all hosts</Link></Empty>
          : <Empty title="No host is enrolled yet"><Link to="/settings">Make an enrolment token</Link>; it comes with the command to run on the host.</Empty>)}
        <LoadMore list={list} shown={hosts.length} />
      </Panel>
    </>
  );
}
