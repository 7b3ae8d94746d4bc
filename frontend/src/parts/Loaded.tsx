import {Skeleton} from '@patternfly/react-core';
import type {ReactNode} from 'react';
import {PageHead} from './PageHead';
import {ProblemAlert} from './ProblemAlert';

type Props<T> = {query: {data: T | undefined; error: unknown}; what: string; screen?: string; children: (data: T) => ReactNode};

/** A query's three ends: still coming, refused, here. What was here stays when a later read fails. `screen` heads a screen that is nothing else. */
export function Loaded<T>({query, what, screen, children}: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return (
      <>
        {screen && <PageHead title={screen} />}
        <ProblemAlert thrown={query.error} title={`Could not read ${what}`} />
      </>
    );
  }
  return (
    <div className="bw-loading" aria-busy="true">
      <Skeleton width="60%" screenreaderText={`Reading ${what}`} />
      <Skeleton width="40%" />
    </div>
  );
}
