import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import type {Drift} from '../api/model';
import {asProblem} from '../api/problem';
import {Choice} from '../parts/Choice';
import {Debounced} from '../parts/Debounced';
import {Empty} from '../parts/Empty';
import {LoadMore} from '../parts/LoadMore';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {Ref} from '../parts/Ref';
import {RelativeTime} from '../parts/RelativeTime';
import {DRIFT_KINDS, kindWords} from '../parts/states';
import {Tags} from '../parts/Tags';
import {Export} from './Export';
import {driftQuery} from './queries';
import {Summary} from './Summary';

function Filters({invalid}: {invalid: boolean}) {
  const filter = useSearch({from: '/drift'});
  const navigate = useNavigate({from: '/drift'});
  const set = (key: 'selector' | 'kind') => (value: string) => void navigate({search: old => ({...old, [key]: value.trim() || undefined}), replace: true});
  return (
    <div className="bw-filters" role="search" aria-label="Drift">
      <Debounced label="Selector" className="bw-wide" value={filter.selector ?? ''} placeholder="env=prod" invalid={invalid} onSettle={set('selector')} />
      <Choice label="Kind" any="Every kind" value={filter.kind ?? ''} options={Object.keys(DRIFT_KINDS).map(kind => [kind, kindWords(kind)] as const)} onChange={set('kind')} />
    </div>
  );
}

function Row({drift}: {drift: Drift}) {
  const {hostId, name, kind, detail, labels, current, desired, firstSeenAt, quarantine} = drift;
  return (
    <Tr>
      <Td dataLabel="Host"><Link to="/hosts/$id" params={{id: hostId}}>{name}</Link></Td>
      <Td dataLabel="Kind" className="bw-nowrap"><span title={DRIFT_KINDS[kind]}>{kindWords(kind)}</span></Td>
      <Td dataLabel="Detail" modifier="wrap">{detail || DRIFT_KINDS[kind]}</Td>
      <Td dataLabel="Runs"><Ref of={current} />{quarantine && <details className="bw-drift-quarantine"><summary className="bw-bad">quarantined</summary>{quarantine}</details>}</Td>
      <Td dataLabel="Should run">{current && current === desired ? <span className="bw-dim">the same</span> : <Ref of={desired} />}</Td>
      <Td dataLabel="Labels"><Tags labels={labels} show={2} /></Td>
      <Td dataLabel="First seen"><RelativeTime at={firstSeenAt} /></Td>
    </Tr>
  );
}

/** What runs versus what should run, outside rollouts in progress. */
export function DriftScreen() {
  const {selector, kind} = useSearch({from: '/drift'});
  const filter = {selector, kind};
  const list = useInfiniteQuery({...driftQuery(filter), refetchInterval: 30_000});
  const rows = list.data ?? [];
  return (
    <>
      <PageHead title="Drift" />
      <div className="bw-columns bw-columns-wide">
        <Panel title="Hosts that run something else than they should" flush beside={<Export filter={filter} />}>
          <Filters invalid={asProblem(list.error).code === 'invalid_selector'} />
          <ProblemAlert thrown={list.error} title="Could not read the drift report" />
          <Table variant="compact" aria-label="Drift" aria-busy={list.isPending}>
            <Thead><Tr><Th>Host</Th><Th>Kind</Th><Th>Detail</Th><Th>Runs</Th><Th>Should run</Th><Th>Labels</Th><Th>First seen</Th></Tr></Thead>
            <Tbody>{rows.map(drift => <Row key={`${drift.hostId} ${drift.kind} ${drift.detail}`} drift={drift} />)}</Tbody>
          </Table>
          {rows.length === 0 && !list.isPending && !list.error && <Empty title={selector || kind ? 'No drift matches' : 'No host drifts'}>A host inside a running rollout does not drift for being behind.</Empty>}
          <LoadMore list={list} shown={rows.length} />
        </Panel>
        <Summary />
      </div>
    </>
  );
}
