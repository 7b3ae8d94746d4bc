import {Title} from '@patternfly/react-core';
import {type ReactNode, useId} from 'react';

type Props = {title: string; beside?: ReactNode; children: ReactNode; flush?: boolean};

/** A titled box on a screen. */
export function Panel({title, beside, children, flush = false}: Props) {
  const id = useId();
  return (
    <section className="bw-panel" aria-labelledby={id}>
      <div className="bw-panel-head">
        <Title headingLevel="h2" size="md" id={id}>{title}</Title>
        {beside && <div className="bw-panel-beside">{beside}</div>}
      </div>
      <div className={flush ? 'bw-panel-flush' : 'bw-panel-body'}>{children}</div>
    </section>
  );
}
