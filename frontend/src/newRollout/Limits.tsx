import {FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {Field, validated} from '../parts/Field';
import type {Draft, Errors} from './draft';

type Props = {draft: Draft; errors: Errors; onChange: (part: Partial<Draft>) => void};

/** How many at once, when, and what happens on failure. */
export function Limits({draft, errors, onChange}: Props) {
  return (
    <div className="bw-pairs">
      <Field id="max-unavailable" label="At most down at once" error={errors['/maxUnavailable']} hint="A count or a percentage; empty: no limit.">
        <TextInput id="max-unavailable" value={draft.maxUnavailable} onChange={(_, maxUnavailable) => onChange({maxUnavailable})} validated={validated(errors['/maxUnavailable'])} />
      </Field>
      <Field id="min-healthy" label="Healthy reports to settle" error={errors['/minHealthy']} hint="Consecutive reports that prove a host.">
        <TextInput id="min-healthy" type="number" min={1} value={draft.minHealthy} onChange={(_, minHealthy) => onChange({minHealthy})} validated={validated(errors['/minHealthy'])} />
      </Field>
      <Field id="on-failure" label="When a wave fails" error={errors['/onFailure']}>
        <FormSelect id="on-failure" value={draft.onFailure} onChange={(_, value) => onChange({onFailure: value as Draft['onFailure']})}>
          <FormSelectOption value="ROLLBACK" label="Roll every touched host back" />
          <FormSelectOption value="HALT" label="Halt and wait for a person" />
        </FormSelect>
      </Field>
      <Field id="not-before" label="Not before" error={errors['/schedule/notBefore']} hint="Local time; empty: as soon as it is started.">
        <TextInput id="not-before" type="datetime-local" value={draft.notBefore} onChange={(_, notBefore) => onChange({notBefore})} validated={validated(errors['/schedule/notBefore'])} />
      </Field>
    </div>
  );
}
