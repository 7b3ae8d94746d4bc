import {useQuery} from '@tanstack/react-query';
import {useNavigate} from '@tanstack/react-router';
import {useState} from 'react';
import type {Rollout} from '../api/model';
import {present, sum} from '../parts/counts';
import {Legend} from '../parts/Legend';
import {Panel} from '../parts/Panel';
import {ORDER} from '../parts/counts';
import {TURNS} from '../parts/states';
import {everyHostQuery} from './queries';
import {byCount, byHost, type Cell, DRAWN, type WaffleWave} from './waffle';

const STEP = 16;
const SIDE = 13;
/** Few hosts are drawn larger. */
const FEW = 84;
const LARGER = 1.5;

/** A shape for every state, so that colour is never the only sign. */
const SIGNS: Record<string, string> = {
  SETTLED: 'M3.2 6.8 5.6 9.200 9.900 4.200',
  CLAIMED: 'M4.500 3.500 9.500 6.500 4.500 9.500Z',
  OFFERED: 'M4.500 3.500 9.500 6.500 4.500 9.500Z',
  DEFERRED: 'M6.500 3.500V6.500L8.800 8',
  HELD: 'M5 4V9M8 4V9',
  SKIPPED: 'M3.500 9.500 9.500 3.500',
  SILENT: 'M4.800 5C4.800 2.800 8.400 2.900 8.400 5 8.400 6.300 6.500 6.400 6.500 7.800M6.500 9.700V9.800',
  FAILED: 'M4 4 9 9M9 4 4 9',
  ROLLING_BACK: 'M9.300 9V6.500C9.300 4.800 5 4.800 3.800 6M3.600 3.800V6.300H6',
  ROLLED_BACK: 'M9.300 9V6.500C9.300 4.800 5 4.800 3.800 6M3.600 3.800V6.300H6',
};

function Symbols() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="bw-visually-hidden">
      {ORDER.map(state => (
        <symbol key={state} id={`turn-${state}`} viewBox={`0 0 ${SIDE} ${SIDE}`}>
          <rect className={`bw-cell bw-fill-${state}`} x=".5" y=".5" width={SIDE - 1} height={SIDE - 1} rx="2.500" />
          {SIGNS[state] && <path className={`bw-sign bw-sign-${state}`} d={SIGNS[state]} />}
        </symbol>
      ))}
    </svg>
  );
}

const describe = ({host, state, hosts}: Cell) =>
  host ? `${host.name}: ${TURNS[state].word.toLowerCase()}${host.reason ? `, ${host.reason}` : ''}` : `${hosts} hosts ${TURNS[state].word.toLowerCase()}`;

type WaveProps = {wave: WaffleWave; columns: number; scale: number; label: string; onLook: (cell: Cell | null) => void; onPick: (cell: Cell) => void};

function WaveCells({wave, columns, scale, label, onLook, onPick}: WaveProps) {
  return (
    <div className="bw-waffle-wave">
      <span className="bw-waffle-name" title={wave.name}>{wave.name}</span>
      <svg role="img" aria-label={label} viewBox={`0 0 ${columns * STEP} ${Math.max(1, wave.rows) * STEP}`} width={columns * STEP * scale} height={Math.max(1, wave.rows) * STEP * scale} onMouseLeave={() => onLook(null)}>
        {wave.cells.map(cell => (
          <use key={cell.key} href={`#turn-${cell.state}`} x={cell.column * STEP} y={cell.row * STEP} width={SIDE} height={SIDE}
            className={cell.host ? 'bw-pick' : undefined} onMouseEnter={() => onLook(cell)} onClick={() => onPick(cell)} />
        ))}
      </svg>
    </div>
  );
}

/** One square for each host, by wave; the table further down is its twin in words. */
export function Waffle({rollout}: {rollout: Rollout}) {
  const [looked, setLooked] = useState<Cell | null>(null);
  const navigate = useNavigate();
  const total = rollout.waves.reduce((hosts, wave) => hosts + wave.hosts, 0);
  const scale = total <= FEW ? LARGER : 1;
  const columns = total <= FEW ? 28 : 44;
  const {data: hosts} = useQuery(everyHostQuery(rollout.id, total > 0 && total <= DRAWN));
  const waves = hosts && hosts.length > 0 ? byHost(hosts, rollout.waves.map(({name}) => name), columns) : byCount(rollout.waves, columns);
  const counts = sum(rollout.waves);
  const words = (name: string) => {
    const wave = rollout.waves.find(one => one.name === name);
    return `${name}: ${wave ? present(wave.counts).map(({state, hosts}) => `${hosts} ${TURNS[state].word.toLowerCase()}`).join(', ') : ''}`;
  };
  const pick = ({host}: Cell) => host && navigate({to: '/hosts/$id', params: {id: host.hostId}});
  return (
    <Panel title={total === 1 ? '1 host' : `${total} hosts`} beside={<Legend counts={counts} />}>
      <Symbols />
      <div className="bw-waffle">
        {waves.filter(wave => wave.cells.length > 0).map(wave => <WaveCells key={wave.name} wave={wave} columns={columns} scale={scale} label={words(wave.name)} onLook={setLooked} onPick={pick} />)}
      </div>
      <p className="bw-waffle-look" aria-hidden="true">{looked ? describe(looked) : total > DRAWN ? 'Each square stands for several hosts.' : 'Point at a host to see it; click to open it.'}</p>
    </Panel>
  );
}
