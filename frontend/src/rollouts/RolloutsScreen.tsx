import {ToggleGroup, ToggleGroupItem} from '@patternfly/react-core';
import {Table, Tbody, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {Empty} from '../parts/Empty';
import {LinkButton} from '../parts/LinkButton';
import {LoadMore} from '../parts/LoadMore';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {isOver} from '../parts/states';
import {rolloutsQuery} from './queries';
import {RolloutRow} from './RolloutRow';

export function RolloutsScreen() {
  const {show} = useSearch({from: '/rollouts'});
  const navigate = useNavigate({from: '/rollouts'});
  const list = useInfiniteQuery({...rolloutsQuery(), refetchInterval: 15_000});
  const all = list.data ?? [];
  const shown = show === 'open' ? all.filter(({phase}) => !isOver(phase)) : all;
  const choose = (value?: string) => () => void navigate({search: value ? {show: value} : {}, replace: true});
  return (
    <>
      <PageHead title="Rollouts" actions={<LinkButton to="/rollouts/new">New rollout</LinkButton>} />
      <Panel title="Newest first" flush beside={
        <ToggleGroup aria-label="Which rollouts" isCompact>
          <ToggleGroupItem text="All" isSelected={show !== 'open'} onChange={choose()} />
          <ToggleGroupItem text="Not over" isSelected={show === 'open'} onChange={choose('open')} />
        </ToggleGroup>}>
        <ProblemAlert thrown={list.error} title="Could not read the rollouts" />
        <Table variant="compact" aria-label="Rollouts" aria-busy={list.isPending}>
          <Thead><Tr><Th>Name</Th><Th>Phase</Th><Th width={20}>Waves</Th><Th>Hosts</Th><Th>Selector</Th><Th width={25}>Now</Th><Th>Started</Th><Th>Finished</Th></Tr></Thead>
          <Tbody>{shown.map(rollout => <RolloutRow key={rollout.id} rollout={rollout} />)}</Tbody>
        </Table>
        {shown.length === 0 && !list.isPending && !list.error && (
          <Empty title={all.length > 0 ? 'No rollout is under way' : 'No rollout yet'}>A rollout moves the hosts of a selector to a generation, wave by wave. <LinkButton to="/rollouts/new" variant="link" isInline>Plan one</LinkButton></Empty>
        )}
        <LoadMore list={list} shown={shown.length} />
      </Panel>
    </>
  );
}
