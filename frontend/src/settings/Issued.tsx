import {Alert} from '@patternfly/react-core';
import type {ReactNode} from 'react';
import {Command} from '../parts/Command';

/** A secret, shown this one time. */
export function Issued({title, children, command}: {title: string; children: ReactNode; command: string}) {
  return (
    <Alert isInline component="p" variant="success" title={title}>
      {children}
      <Command>{command}</Command>
    </Alert>
  );
}
