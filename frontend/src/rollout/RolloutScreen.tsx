import {useQuery} from '@tanstack/react-query';
import {Link, useParams} from '@tanstack/react-router';
import type {Rollout} from '../api/model';
import {generationQuery} from '../generation/queries';
import {Quarantined} from '../generation/QuarantineMark';
import {Loaded} from '../parts/Loaded';
import {Mark} from '../parts/Mark';
import {On} from '../parts/On';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {RelativeTime} from '../parts/RelativeTime';
import {isOver, lookOf, PHASES} from '../parts/states';
import {span, useNow} from '../parts/time';
import {Sentence, Why} from '../parts/Why';
import {Approvals} from './Approvals';
import {Budget} from './Budget';
import {Evidence} from './Evidence';
import {Gates} from './Gates';
import {HostTable} from './HostTable';
import {LiveLog} from './LiveLog';
import {NextSteps} from './NextSteps';
import {explainQuery, rolloutQuery} from './queries';
import {Terms} from './Terms';
import {Verbs} from './Verbs';
import {Waffle} from './Waffle';
import {WaveTimeline} from './WaveTimeline';

function Lasted({rollout}: {rollout: Rollout}) {
  const now = useNow();
  if (!rollout.startedAt) return <span>not started</span>;
  const end = rollout.finishedAt ? new Date(rollout.finishedAt).getTime() : now;
  return <span>started <RelativeTime at={rollout.startedAt} />, {rollout.finishedAt ? 'took' : 'running for'} {span(end - new Date(rollout.startedAt).getTime())}</span>;
}

function Facts({rollout}: {rollout: Rollout}) {
  const generation = useQuery(generationQuery(rollout.generationId));
  return (
    <div className="bw-sub bw-dim">
      <span>to <Link to="/generations/$id" params={{id: rollout.generationId}}>{generation.data?.name ?? rollout.generationId}</Link> <Quarantined id={rollout.generationId} /></span>
      <span>on <On selector={rollout.selector} /></span>
      <Lasted rollout={rollout} />
      <span>by {rollout.createdBy}</span>
      {rollout.supersededBy && <span>superseded by <Link to="/rollouts/$id" params={{id: rollout.supersededBy}}>this rollout</Link></span>}
      {rollout.planHash && <span>plan <code title={rollout.planHash}>{rollout.planHash.slice(0, 12)}</code></span>}
    </div>
  );
}

const asSentence = (reason: string | null | undefined) => (reason ? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` : null);

function Body({rollout}: {rollout: Rollout}) {
  const explanation = useQuery(explainQuery(rollout.id));
  return (
    <>
      <PageHead title={rollout.name} above={<Link to="/rollouts">Rollouts</Link>} beside={<Mark look={lookOf(PHASES, rollout.phase)} strong />} actions={<Verbs rollout={rollout} />}>
        <Facts rollout={rollout} />
        {explanation.data && <Sentence of={explanation.data} first={rollout.phase === 'HALTED' ? asSentence(rollout.reason) : null} then={isOver(rollout.phase) ? asSentence(rollout.reason) : null} />}
      </PageHead>
      <div className="bw-columns">
        <div>
          <NextSteps rollout={rollout} />
          <WaveTimeline rollout={rollout} />
          <Waffle rollout={rollout} />
          <Budget rollout={rollout} />
          <Gates rollout={rollout} />
          <HostTable rollout={rollout} />
        </div>
        <div>
          <Approvals rollout={rollout} />
          {!isOver(rollout.phase) && <Panel title="Why"><Loaded query={explanation} what="the explanation">{of => <Why of={of} />}</Loaded></Panel>}
          <Evidence rollout={rollout} />
          <Terms rollout={rollout} />
          <LiveLog id={rollout.id} />
        </div>
      </div>
    </>
  );
}

export function RolloutScreen() {
  const {id} = useParams({from: '/rollouts/$id'});
  return <Loaded query={useQuery(rolloutQuery(id))} what="the rollout" screen="Rollout">{rollout => <Body rollout={rollout} />}</Loaded>;
}
