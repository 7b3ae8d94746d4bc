import type {Calendar} from '../api/model';
import {Mark} from '../parts/Mark';

/** Whether a calendar says when hosts may move, or when they must not. */
export function KindMark({kind}: {kind: Calendar['kind']}) {
  return <Mark look={kind === 'WINDOW' ? {word: 'Window', tone: 'good', glyph: '▭'} : {word: 'Freeze', tone: 'busy', glyph: '❄'}} />;
}
