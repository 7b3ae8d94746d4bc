import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {toTyped} from '../parts/duration';
import {Empty} from '../parts/Empty';
import {LinkButton} from '../parts/LinkButton';
import {LoadMore} from '../parts/LoadMore';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RelativeTime} from '../parts/RelativeTime';
import {RULES, SubScreens} from '../parts/SubScreens';
import {asks, TYPES} from './fields';
import {gatesQuery} from './queries';

const ON_NO_DATA = {WAIT: 'wait, then pause', PAUSE: 'pause', FAIL: 'fail', PASS: 'pass'};

/** What must hold before a next wave opens. */
export function GatesScreen() {
  const list = useInfiniteQuery(gatesQuery);
  const gates = list.data ?? [];
  return (
    <>
      <PageHead title="Gates" above={<SubScreens label="Rules" screens={RULES} />} actions={<LinkButton to="/gates/new">New gate</LinkButton>} />
      <Panel title="By name" flush beside={<span className="bw-dim">an edit changes no rollout that exists</span>}>
        <ProblemAlert thrown={list.error} title="Could not read the gates" />
        <Table variant="compact" aria-label="Gates" aria-busy={list.isPending}>
          <Thead><Tr><Th>Name</Th><Th>Type</Th><Th>Counts</Th><Th>Asks</Th><Th>No data</Th><Th>Every</Th><Th>Made</Th></Tr></Thead>
          <Tbody>
            {gates.map(({id, name, type, config, dryRun, onNoData, interval, createdAt, createdBy}) => (
              <Tr key={id}>
                <Td dataLabel="Name"><Link to="/gates/$id" params={{id}}>{name}</Link></Td>
                <Td dataLabel="Type">{TYPES[type]?.word ?? type}</Td>
                <Td dataLabel="Counts" className="bw-nowrap">{dryRun ? <span className="bw-watch">dry run</span> : 'yes'}</Td>
                <Td dataLabel="Asks" modifier="wrap"><code>{asks(type, config)}</code></Td>
                <Td dataLabel="No data" className="bw-nowrap">{ON_NO_DATA[onNoData ?? 'WAIT']}</Td>
                <Td dataLabel="Every">{toTyped(interval)}</Td>
                <Td dataLabel="Made" className="bw-nowrap"><RelativeTime at={createdAt} /> <span className="bw-dim">by {createdBy}</span></Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {gates.length === 0 && !list.isPending && !list.error && (
          <Empty title="No gate: waves are judged by their hosts alone">A gate asks Prometheus, Alertmanager or a service of yours before the next wave opens. <Link to="/gates/new">Make one</Link>, as a dry run first.</Empty>
        )}
        <LoadMore list={list} shown={gates.length} />
      </Panel>
    </>
  );
}
