import {ToggleGroup, ToggleGroupItem} from '@patternfly/react-core';
import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery, useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {useState} from 'react';
import type {QuarantineRow} from '../api/model';
import {useRole} from '../api/session';
import {generationQuery, quarantine} from '../generation/queries';
import {Empty} from '../parts/Empty';
import {LoadMore} from '../parts/LoadMore';
import {whyNot} from '../parts/may';
import {On} from '../parts/On';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {ReasonDialog} from '../parts/ReasonDialog';
import {RelativeTime} from '../parts/RelativeTime';
import {CATALOGUE, SubScreens} from '../parts/SubScreens';
import {Told} from '../parts/Told';
import {VerbButton} from '../parts/VerbButton';
import {quarantinesQuery} from './queries';

function Release({row}: {row: QuarantineRow}) {
  const [asking, setAsking] = useState(false);
  const generation = useQuery({...generationQuery(row.generationId), enabled: asking});
  const refusal = whyNot(useRole(), 'APPROVER');
  return (
    <>
      <VerbButton size="sm" variant="secondary" whyNot={refusal} onClick={() => setAsking(true)} aria-label={`Release ${row.generation}`}>Release</VerbButton>
      {asking && generation.data && (
        <ReasonDialog title={`Release ${row.generation}`} verb="Release" act={reason => quarantine(generation.data, 'release', reason)} onClose={() => setAsking(false)}>
          <p>It failed: {row.reason}. Once released it may be offered to hosts again.</p>
        </ReasonDialog>
      )}
    </>
  );
}

function Row({row}: {row: QuarantineRow}) {
  const {generationId, generation, selector, reason, rolloutId, at, actor, releasedAt, releasedBy, releaseReason} = row;
  return (
    <Tr>
      <Td dataLabel="Generation"><Link to="/generations/$id" params={{id: generationId}}>{generation}</Link></Td>
      <Td dataLabel="For" className="bw-nowrap"><On selector={selector} /></Td>
      <Td dataLabel="Why" modifier="wrap"><Told text={reason} />{rolloutId && <> <Link to="/rollouts/$id" params={{id: rolloutId}}>in this rollout</Link></>}</Td>
      <Td dataLabel="Since" className="bw-nowrap"><RelativeTime at={at} />{actor && <span className="bw-dim"> by {actor}</span>}</Td>
      <Td dataLabel="Released" modifier="wrap">{releasedAt ? <><RelativeTime at={releasedAt} /> <span className="bw-dim">by {releasedBy}: {releaseReason}</span></> : <Release row={row} />}</Td>
    </Tr>
  );
}

/** Generations that must not be offered, for whom, and why. */
export function QuarantineScreen() {
  const {show} = useSearch({from: '/quarantine'});
  const navigate = useNavigate({from: '/quarantine'});
  const list = useInfiniteQuery({...quarantinesQuery(), refetchInterval: 30_000});
  const all = list.data ?? [];
  const shown = show === 'all' ? all : all.filter(({releasedAt}) => !releasedAt);
  const choose = (value?: string) => () => void navigate({search: value ? {show: value} : {}, replace: true});
  return (
    <>
      <PageHead title="Quarantine" above={<SubScreens label="Catalogue" screens={CATALOGUE} />} />
      <Panel title="Newest first" flush beside={
        <ToggleGroup aria-label="Which quarantines" isCompact>
          <ToggleGroupItem text="In force" isSelected={show !== 'all'} onChange={choose()} />
          <ToggleGroupItem text="All" isSelected={show === 'all'} onChange={choose('all')} />
        </ToggleGroup>}>
        <ProblemAlert thrown={list.error} title="Could not read the quarantines" />
        <Table variant="compact" aria-label="Quarantines" aria-busy={list.isPending}>
          <Thead><Tr><Th>Generation</Th><Th>For</Th><Th width={35}>Why</Th><Th>Since</Th><Th>Released</Th></Tr></Thead>
          <Tbody>{shown.map(row => <Row key={row.id} row={row} />)}</Tbody>
        </Table>
        {shown.length === 0 && !list.isPending && !list.error && <Empty title="Nothing is quarantined">A generation whose wave fails is quarantined for the hosts of that rollout until an approver releases it. <Link to="/generations">Generations</Link> can be quarantined by hand, too.</Empty>}
        <LoadMore list={list} shown={shown.length} />
      </Panel>
    </>
  );
}
