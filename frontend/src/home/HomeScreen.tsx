import {useInfiniteQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import type {ReactNode} from 'react';
import type {Rollout} from '../api/model';
import {Empty} from '../parts/Empty';
import {LinkButton} from '../parts/LinkButton';
import {Loaded} from '../parts/Loaded';
import {Mark} from '../parts/Mark';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {RelativeTime} from '../parts/RelativeTime';
import {lookOf, PHASES} from '../parts/states';
import {rolloutsQuery} from '../rollouts/queries';
import {attention} from './attention';
import {Fleet} from './Fleet';
import {useNeeds} from './Needs';
import {RolloutCard} from './RolloutCard';

function Cards({title, more = [], rollouts, none}: {title: string; more?: ReactNode[]; rollouts: Rollout[]; none: ReactNode}) {
  const count = more.length + rollouts.length;
  return (
    <Panel title={title} beside={count > 0 && <span className="bw-dim bw-num">{count}</span>} flush>
      {count === 0 ? <p className="bw-none">{none}</p> : <ul className="bw-cards">{rollouts.map(rollout => <RolloutCard key={rollout.id} rollout={rollout} />)}{more}</ul>}
    </Panel>
  );
}

function Short({title, rollouts, at}: {title: string; rollouts: Rollout[]; at: (rollout: Rollout) => string | null | undefined}) {
  if (rollouts.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className="bw-short">
        {rollouts.map(rollout => (
          <li key={rollout.id}>
            <Link to="/rollouts/$id" params={{id: rollout.id}}>{rollout.name}</Link>
            <Mark look={lookOf(PHASES, rollout.phase)} />
            <span className="bw-dim"><RelativeTime at={at(rollout)} none="" /></span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What needs me, then what runs by itself, then the rest. */
export function HomeScreen() {
  const list = useInfiniteQuery({...rolloutsQuery(100), refetchInterval: 15_000});
  const needs = useNeeds();
  return (
    <>
      <PageHead title="What needs you" actions={<LinkButton to="/rollouts/new">New rollout</LinkButton>} />
      <div className="bw-columns">
        <Loaded query={list} what="the rollouts">
          {rollouts => {
            const {needsMe, underWay} = attention(rollouts);
            if (rollouts.length === 0) return <Panel title="First steps" flush><FirstSteps /></Panel>;
            return (
              <div>
                <Cards title="Waiting for a person" more={needs} rollouts={needsMe} none="Nothing waits for you: no rollout is halted, paused or to be approved, no host is in conflict, nothing is quarantined." />
                <Cards title="Under way" rollouts={underWay} none={<>No rollout is under way. <Link to="/rollouts/new">Plan one</Link></>} />
              </div>
            );
          }}
        </Loaded>
        <div>
          <Fleet />
          <Short title="Not started" rollouts={attention(list.data ?? []).waiting} at={rollout => rollout.nextCheckAt} />
          <Short title="Over" rollouts={attention(list.data ?? []).recent} at={rollout => rollout.finishedAt} />
        </div>
      </div>
    </>
  );
}

function FirstSteps() {
  return (
    <Empty title="Nothing has been rolled out yet">
      <ol className="bw-steps">
        <li><Link to="/settings">Make an enrolment token</Link> and run its command on a host.</li>
        <li><Link to="/generations/new">Register a generation</Link>, by hand or from your build.</li>
        <li><Link to="/rollouts/new">Plan a rollout</Link>: see which hosts go first, then start it.</li>
      </ol>
    </Empty>
  );
}
