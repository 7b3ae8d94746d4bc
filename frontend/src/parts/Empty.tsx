import {EmptyState, EmptyStateBody} from '@patternfly/react-core';
import type {ReactNode} from 'react';

/** Nothing here yet, and what to do about it. */
export function Empty({title, children}: {title: string; children?: ReactNode}) {
  return (
    <EmptyState titleText={title} headingLevel="h3" variant="sm">
      {children && <EmptyStateBody>{children}</EmptyStateBody>}
    </EmptyState>
  );
}
