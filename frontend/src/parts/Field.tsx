import {FormGroup, FormHelperText, HelperText, HelperTextItem} from '@patternfly/react-core';
import type {ReactNode} from 'react';

type Props = {id: string; label: string; required?: boolean; hint?: ReactNode; error?: string | null | undefined; children: ReactNode};

/** A form field with its hint, or with what the server or the form has against it. */
export function Field({id, label, required = false, hint, error, children}: Props) {
  return (
    <FormGroup label={label} fieldId={id} isRequired={required}>
      {children}
      {(error || hint) && (
        <FormHelperText>
          <HelperText id={`${id}-help`}>
            <HelperTextItem variant={error ? 'error' : 'default'}>{error || hint}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

/** PatternFly's word for a field with an error. */
export const validated = (error: string | null | undefined) => (error ? ('error' as const) : ('default' as const));
