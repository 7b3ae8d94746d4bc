import {useQuery} from '@tanstack/react-query';
import type {Generation} from '../api/model';
import {generationQuery} from './queries';

/** Says that a generation must not be offered. */
export function QuarantineMark({of}: {of: Generation['quarantined']}) {
  if (!of) return <span className="bw-mark bw-good"><span className="bw-glyph" aria-hidden="true">✓</span>May be offered</span>;
  return <span className="bw-mark bw-bad" title={of.reason}><span className="bw-glyph" aria-hidden="true">⊘</span>Quarantined</span>;
}

/** The mark beside a generation's name, only where it is quarantined. */
export function Quarantined({id}: {id: string}) {
  const {data} = useQuery(generationQuery(id));
  return data?.quarantined ? <QuarantineMark of={data.quarantined} /> : null;
}
