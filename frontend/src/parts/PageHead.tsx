import {Title} from '@patternfly/react-core';
import {type ReactNode, useEffect} from 'react';

type Props = {title: string; above?: ReactNode; beside?: ReactNode; actions?: ReactNode; children?: ReactNode};

/** The top of a screen: where one is, what it is called, what can be done. */
export function PageHead({title, above, beside, actions, children}: Props) {
  useEffect(() => {
    document.title = `${title} · Breakwater`;
  }, [title]);
  return (
    <header className="bw-head">
      {above && <div className="bw-above">{above}</div>}
      <div className="bw-head-row">
        <Title headingLevel="h1" size="2xl">{title}</Title>
        {beside}
        {actions && <div className="bw-actions">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
