import {Alert} from '@patternfly/react-core';
import {Command} from '../parts/Command';

/** A secret, shown this one time. */
export function Issued({title, children, command}: {title: string; children: string; command: string}) {
  return (
    <Alert isInline component="p" variant="success" title={title}>
      <p>{children}</p>
      <Command>{command}</Command>
    </Alert>
  );
}
