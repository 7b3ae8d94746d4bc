import type {Counts} from '../api/model';
import {present} from './counts';
import {Mark} from './Mark';
import {TURNS} from './states';

/** How many hosts are in which state, in words and glyphs. */
export function Legend({counts}: {counts: Counts}) {
  return (
    <span className="bw-legend">
      {present(counts).map(({state, hosts}) => (
        <span key={state} className="bw-legend-item"><b className="bw-num">{hosts}</b> <Mark look={TURNS[state]} /></span>
      ))}
    </span>
  );
}
