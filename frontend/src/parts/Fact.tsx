import type {ReactNode} from 'react';

/** One line of a definition list. */
export function Fact({term, children}: {term: string; children: ReactNode}) {
  return (
    <div className="bw-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
