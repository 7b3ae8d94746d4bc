import type {Generation} from '../api/model';

/** Says that a generation must not be offered. */
export function QuarantineMark({of}: {of: Generation['quarantined']}) {
  if (!of) return <span className="bw-mark bw-good"><span className="bw-glyph" aria-hidden="true">✓</span>May be offered</span>;
  return <span className="bw-mark bw-bad" title={of.reason}><span className="bw-glyph" aria-hidden="true">⊘</span>Quarantined</span>;
}
