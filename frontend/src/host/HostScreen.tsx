import {useInfiniteQuery, useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useParams} from '@tanstack/react-router';
import type {Host, Running} from '../api/model';
import {Quarantined} from '../generation/QuarantineMark';
import {Empty} from '../parts/Empty';
import {Fact} from '../parts/Fact';
import {Loaded} from '../parts/Loaded';
import {LoadMore} from '../parts/LoadMore';
import {Mark} from '../parts/Mark';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {Ref} from '../parts/Ref';
import {RelativeTime} from '../parts/RelativeTime';
import {DRIFT_KINDS, HOSTS, kindWords, lookOf} from '../parts/states';
import {Told} from '../parts/Told';
import {Sentence, Why} from '../parts/Why';
import {Conflict} from './Conflict';
import {Forget, Hold} from './Hold';
import {Labels} from './Labels';
import {explainQuery, forget, historyQuery, hostQuery} from './queries';

type Shown = Pick<Running, 'ref' | 'generation' | 'generationId' | 'since'> & {rolloutId?: string | null};

function What({of, none}: {of: Shown | null | undefined; none: string}) {
  if (!of?.ref) return <span className="bw-dim">{none}</span>;
  return (
    <>
      {of.generationId && <><Link to="/generations/$id" params={{id: of.generationId}}>{of.generation}</Link> <Quarantined id={of.generationId} /> </>}
      <Ref of={of.ref} />
      {of.since && <span className="bw-dim"> since <RelativeTime at={of.since} /></span>}
      {of.rolloutId && <> <Link to="/rollouts/$id" params={{id: of.rolloutId}}>by this rollout</Link></>}
    </>
  );
}

function Generations({host}: {host: Host}) {
  return (
    <Panel title="Generations">
      <dl className="bw-facts">
        <Fact term="Runs"><What of={host.current} none="has not said" /></Fact>
        <Fact term="Booted"><What of={host.booted} none="has not said" /></Fact>
        <Fact term="Should run"><What of={host.desired} none="nothing: no rollout has given it a generation yet" /></Fact>
        <Fact term="Last good"><What of={host.lastGood} none="none: it has not reported healthy yet" /></Fact>
      </dl>
    </Panel>
  );
}

function DriftOf({host}: {host: Host}) {
  if (host.drift.length === 0) return null;
  return (
    <Panel title="Drift">
      <dl className="bw-facts">
        {host.drift.map(({kind, detail, firstSeenAt}) => (
          <Fact key={`${kind} ${detail}`} term={kindWords(kind)}>{detail || DRIFT_KINDS[kind]} <span className="bw-dim">since <RelativeTime at={firstSeenAt} /></span></Fact>
        ))}
      </dl>
    </Panel>
  );
}

/** Entries that their kind alone does not tell. */
const HAPPENED: Record<string, string> = {CURRENT: 'runs', BOOTED: 'booted into'};

function History({id}: {id: string}) {
  const list = useInfiniteQuery(historyQuery(id));
  const entries = list.data ?? [];
  return (
    <Panel title="History" flush>
      {entries.length === 0 && !list.isPending && <Empty title="Nothing has changed since it was enrolled" />}
      <ol className="bw-history">
        {entries.map(({at, kind, generation, generationId, ref, rolloutId, reason, id}) => (
          <li key={id}>
            <RelativeTime at={at} />
            <span>
              {kind && <b>{HAPPENED[kind] ?? kindWords(kind)} </b>}
              {generationId ? <Link to="/generations/$id" params={{id: generationId}}>{generation}</Link> : null} {ref && <Ref of={ref} />}
              {reason && <span className="bw-dim"> <Told text={reason} /></span>}
              {rolloutId && <> <Link to="/rollouts/$id" params={{id: rolloutId}}>rollout</Link></>}
            </span>
          </li>
        ))}
      </ol>
      <LoadMore list={list} shown={entries.length} />
    </Panel>
  );
}

function Body({host}: {host: Host}) {
  const explanation = useQuery(explainQuery(host.id));
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={host.name} above={<Link to="/hosts">Hosts</Link>} beside={<Mark look={lookOf(HOSTS, host.state)} strong />} actions={<Forget host={host} act={forget} onGone={() => void navigate({to: '/hosts'})} />}>
        <div className="bw-sub bw-dim"><span>{host.platform}</span><span>last seen <RelativeTime at={host.lastSeenAt} /></span></div>
        {explanation.data && <Sentence of={explanation.data} />}
      </PageHead>
      <div className="bw-columns">
        <div>
          <Conflict host={host} />
          <Generations host={host} />
          <DriftOf host={host} />
          <History id={host.id} />
        </div>
        <div>
          <Hold host={host} />
          <Labels host={host} />
          <Panel title="Why"><Loaded query={explanation} what="the explanation">{of => <Why of={of} />}</Loaded></Panel>
        </div>
      </div>
    </>
  );
}

export function HostScreen() {
  const {id} = useParams({from: '/hosts/$id'});
  return <Loaded query={useQuery(hostQuery(id))} what="the host" screen="Host">{host => <Body host={host} />}</Loaded>;
}
