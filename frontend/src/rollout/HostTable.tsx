import {FormSelect, FormSelectOption} from '@patternfly/react-core';
import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import type {RolloutHost, Rollout} from '../api/model';
import {ORDER} from '../parts/counts';
import {LoadMore} from '../parts/LoadMore';
import {Mark} from '../parts/Mark';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {Ref} from '../parts/Ref';
import {RelativeTime} from '../parts/RelativeTime';
import {lookOf, TURNS} from '../parts/states';
import {Told} from '../parts/Told';
import {hostsQuery} from './queries';
import {SkipHost} from './SkipHost';

function Filters({waves}: {waves: string[]}) {
  const {wave, state} = useSearch({from: '/rollouts/$id'});
  const navigate = useNavigate({from: '/rollouts/$id'});
  const set = (key: 'wave' | 'state') => (_: unknown, value: string) =>
    navigate({search: old => ({...old, [key]: value || undefined}), replace: true, resetScroll: false});
  return (
    <>
      <FormSelect aria-label="Wave" value={wave ?? ''} onChange={set('wave')}>
        <FormSelectOption value="" label="Every wave" />
        {waves.map(name => <FormSelectOption key={name} value={name} label={name} />)}
      </FormSelect>
      <FormSelect aria-label="State" value={state ?? ''} onChange={set('state')}>
        <FormSelectOption value="" label="Every state" />
        {ORDER.map(name => <FormSelectOption key={name} value={name} label={TURNS[name].word} />)}
      </FormSelect>
    </>
  );
}

function Row({host, rollout}: {host: RolloutHost; rollout: Rollout}) {
  return (
    <Tr>
      <Td dataLabel="Host"><Link to="/hosts/$id" params={{id: host.hostId}}>{host.name}</Link></Td>
      <Td dataLabel="Wave">{host.wave}</Td>
      <Td dataLabel="State" modifier="wrap"><div><Mark look={lookOf(TURNS, host.state)} />{host.reason && <span className="bw-reason"><Told text={host.reason} /></span>}</div></Td>
      <Td dataLabel="From"><Ref of={host.from} /></Td>
      <Td dataLabel="To"><Ref of={host.to} /></Td>
      <Td dataLabel="Last step" className="bw-nowrap"><RelativeTime at={host.finishedAt ?? host.claimedAt ?? host.offeredAt} none="not yet" /></Td>
      <Td isActionCell><SkipHost host={host} rollout={rollout} /></Td>
    </Tr>
  );
}

/** The hosts of a rollout by wave and state; the waffle in words. */
export function HostTable({rollout}: {rollout: Rollout}) {
  const filter = useSearch({from: '/rollouts/$id'});
  const list = useInfiniteQuery(hostsQuery(rollout.id, filter));
  const hosts = list.data ?? [];
  return (
    <Panel title="Hosts by wave and state" flush beside={<Filters waves={rollout.waves.map(({name}) => name)} />}>
      <ProblemAlert thrown={list.error} title="Could not read the hosts" />
      <Table variant="compact" aria-label="Hosts of the rollout">
        <Thead><Tr><Th>Host</Th><Th>Wave</Th><Th>State</Th><Th>From</Th><Th>To</Th><Th>Last step</Th><Th screenReaderText="Skip" /></Tr></Thead>
        <Tbody>
          {hosts.map(host => <Row key={host.hostId} host={host} rollout={rollout} />)}
          {hosts.length === 0 && !list.isPending && <Tr><Td colSpan={7} className="bw-dim">{filter.wave || filter.state ? 'No host of this rollout is in that wave and state.' : 'Hosts are placed in waves when the rollout starts.'}</Td></Tr>}
        </Tbody>
      </Table>
      <LoadMore list={list} shown={hosts.length} />
    </Panel>
  );
}
