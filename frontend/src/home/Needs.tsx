import {useInfiniteQuery, useQuery} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {LinkButton} from '../parts/LinkButton';
import {RelativeTime} from '../parts/RelativeTime';
import {quarantinesQuery} from '../quarantine/queries';
import {hostCountQuery} from './queries';

type NeedProps = {tone: 'watch' | 'bad'; head: ReactNode; children: ReactNode; action: ReactNode};

function Need({tone, head, children, action}: NeedProps) {
  return (
    <li className={`bw-card bw-card-${tone} bw-need`}>
      <div><b>{head}</b> <span>{children}</span></div>
      {action}
    </li>
  );
}

/** What waits for a person besides rollouts that stand still, as cards: conflicts, quarantines. */
export function useNeeds(): ReactNode[] {
  const {data: conflicts} = useQuery(hostCountQuery('CONFLICT'));
  const {data: quarantines} = useInfiniteQuery({...quarantinesQuery(), refetchInterval: 30_000});
  const held = (quarantines ?? []).filter(({releasedAt}) => !releasedAt);
  return [
    conflicts && conflicts.count > 0 && (
      <Need key="conflicts" tone="bad" head={`${conflicts.count}${conflicts.more ? '+' : ''} ${conflicts.count === 1 ? 'host' : 'hosts'} in conflict`} action={<LinkButton to="/hosts" search={{state: 'CONFLICT'}} variant="secondary">Decide</LinkButton>}>
        know more than the restored database; nothing moves them
      </Need>
    ),
    held.length > 0 && (
      <Need key="quarantines" tone="watch" head={held.length === 1 ? '1 generation is quarantined' : `${held.length} quarantines`} action={<LinkButton to="/quarantine" variant="secondary">Look at it</LinkButton>}>
        {held.slice(0, 3).map(({generation}) => generation).join(', ')}{held.length > 3 && ' and more'}, latest <RelativeTime at={held[0]?.at} />
      </Need>
    ),
  ].filter(Boolean);
}
