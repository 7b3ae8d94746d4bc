import {Button} from '@patternfly/react-core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import type {Rollout, WaveGate} from '../api/model';
import {Mark} from '../parts/Mark';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {Due, RelativeTime} from '../parts/RelativeTime';
import {isOver, lookOf, VERDICTS} from '../parts/states';
import {Told} from '../parts/Told';
import {figure, isWeb, threshold} from './gateTile';
import {wavesOf} from './newcomers';
import {gateHistoryQuery, gatesQuery} from './queries';

function History({id, tile}: {id: string; tile: WaveGate}) {
  const {data, error} = useQuery(gateHistoryQuery(id, tile.wave, tile.gate));
  if (error) return <ProblemAlert thrown={error} title="Could not read its history" />;
  return (
    <ol className="bw-gate-history">
      {(data ?? []).map(({seq, at, verdict, value, why}) => <li key={seq}><RelativeTime at={at} /><Mark look={lookOf(VERDICTS, verdict)} /><span className="bw-dim">{typeof value === 'number' ? figure(value) : why}</span></li>)}
      {data?.length === 0 && <li className="bw-dim">It has not been evaluated yet.</li>}
    </ol>
  );
}

function Asked({of: {query, link, at, nextAt}, over}: {of: WaveGate; over: boolean}) {
  return (
    <>
      {query && <p><code>{query}</code></p>}
      <p className="bw-dim">
        <RelativeTime at={at} none="not asked yet" />{nextAt && !over && <>, again <Due at={nextAt} /></>}{isWeb(link) && <>, <a href={link} target="_blank" rel="noreferrer">look at it there</a></>}
      </p>
    </>
  );
}

function Tile({rollout, tile}: {rollout: Rollout; tile: WaveGate}) {
  const [open, setOpen] = useState(false);
  const {gate, wave, verdict, value, why, dryRun, pauses, config} = tile;
  const against = threshold(config);
  const look = verdict && lookOf(VERDICTS, verdict);
  return (
    <li className={`bw-tile ${look ? `bw-card-${look.tone}` : ''}`}>
      <div className="bw-tile-head">
        <b>{gate}</b> {look ? <Mark look={look} /> : <span className="bw-dim">not asked yet</span>}
        {dryRun && <span className="bw-tag" title="Computed and shown, never counted">dry run</span>}
        {pauses && <span className="bw-tag">pauses</span>}
      </div>
      <p className="bw-tile-value">{typeof value === 'number' && <b className="bw-num">{figure(value)} </b>}{against && <span className="bw-dim">{against}</span>}</p>
      {why && <p><Told text={why} /></p>}
      {verdict && <Asked of={tile} over={isOver(rollout.phase)} />}
      <p><Button variant="link" isInline size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Hide history' : 'History'}<span className="bw-visually-hidden"> of {gate} in wave {wave}</span></Button></p>
      {open && <History id={rollout.id} tile={tile} />}
    </li>
  );
}

/** What each gate last said, wave by wave. */
export function Gates({rollout}: {rollout: Rollout}) {
  const named = wavesOf(rollout.spec).filter(({gates}) => gates.length > 0);
  const {data, error} = useQuery({...gatesQuery(rollout.id), enabled: named.length > 0});
  if (named.length === 0) return null;
  return (
    <Panel title="Gates">
      <ProblemAlert thrown={error} title="Could not read the gates" />
      {named.map(({name}) => (
        <section key={name} aria-label={`Gates of wave ${name}`} className="bw-gates-of">
          <h3>{name}</h3>
          <ul className="bw-tiles">{(data ?? []).filter(({wave}) => wave === name).map(tile => <Tile key={tile.gate} rollout={rollout} tile={tile} />)}</ul>
        </section>
      ))}
    </Panel>
  );
}
