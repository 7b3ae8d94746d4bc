import type {Look} from './states';

/** A state: glyph, word, colour. */
export function Mark({look, strong = false}: {look: Look; strong?: boolean}) {
  return (
    <span className={`bw-mark bw-${look.tone}${strong ? ' bw-mark-strong' : ''}`}>
      <span className="bw-glyph" aria-hidden="true">{look.glyph}</span>
      {look.word}
    </span>
  );
}
