import {Button} from '@patternfly/react-core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import type {GateEvaluation, Rollout} from '../api/model';
import {Mark} from '../parts/Mark';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RelativeTime} from '../parts/RelativeTime';
import {lookOf, VERDICTS} from '../parts/states';
import {Told} from '../parts/Told';
import {gateHistoryQuery, gatesQuery} from './queries';

function History({id, tile}: {id: string; tile: GateEvaluation}) {
  const {data, error} = useQuery(gateHistoryQuery(id, tile.wave, tile.gate));
  if (error) return <ProblemAlert thrown={error} title="Could not read its history" />;
  return (
    <ol className="bw-gate-history">
      {(data ?? []).map(({at, verdict, value, why}) => <li key={at}><RelativeTime at={at} /><Mark look={lookOf(VERDICTS, verdict)} /><span className="bw-dim">{value ?? why}</span></li>)}
      {data?.length === 0 && <li className="bw-dim">It has not been evaluated before.</li>}
    </ol>
  );
}

/** Only web addresses are links. */
const isWeb = (link: string | null | undefined): link is string => /^https?:\/\//.test(link ?? '');

function Tile({rollout, tile}: {rollout: Rollout; tile: GateEvaluation}) {
  const [open, setOpen] = useState(false);
  const {gate, verdict, value, threshold, query, link, why, dryRun, at} = tile;
  return (
    <li className={`bw-tile bw-card-${lookOf(VERDICTS, verdict).tone}`}>
      <div className="bw-tile-head">
        <b>{gate}</b> <Mark look={lookOf(VERDICTS, verdict)} />
        {dryRun && <span className="bw-tag" title="Computed and shown, never counted">dry run</span>}
      </div>
      {(value || threshold) && <p className="bw-tile-value"><b className="bw-num">{value ?? 'no value'}</b>{threshold && <span className="bw-dim"> {threshold}</span>}</p>}
      {why && <p><Told text={why} /></p>}
      {query && <p><code>{query}</code></p>}
      <p className="bw-dim">
        <RelativeTime at={at} />{isWeb(link) && <>, <a href={link} target="_blank" rel="noreferrer">look at it there</a></>}{' '}
        <Button variant="link" isInline size="sm" aria-expanded={open} onClick={() => setOpen(!open)} aria-label={`History of ${gate} in wave ${tile.wave}`}>{open ? 'Hide history' : 'History'}</Button>
      </p>
      {open && <History id={rollout.id} tile={tile} />}
    </li>
  );
}

/** What each gate last said, wave by wave. */
export function Gates({rollout}: {rollout: Rollout}) {
  const named = rollout.spec.waves.some(({gates}) => gates.length > 0);
  const {data, error} = useQuery({...gatesQuery(rollout.id), enabled: named});
  if (!named) return null;
  const waves = rollout.spec.waves.filter(({gates}) => gates.length > 0);
  return (
    <Panel title="Gates">
      <ProblemAlert thrown={error} title="Could not read the gates" />
      {waves.map(({name, gates}) => {
        const tiles = (data ?? []).filter(({wave}) => wave === name);
        const silent = gates.filter(gate => !tiles.some(tile => tile.gate === gate));
        return (
          <section key={name} aria-label={`Gates of wave ${name}`} className="bw-gates-of">
            <h3>{name}</h3>
            <ul className="bw-tiles">
              {tiles.map(tile => <Tile key={tile.gate} rollout={rollout} tile={tile} />)}
              {silent.map(gate => <li key={gate} className="bw-tile"><div className="bw-tile-head"><b>{gate}</b> <span className="bw-dim">not asked yet</span></div></li>)}
            </ul>
          </section>
        );
      })}
    </Panel>
  );
}
