import {TextInput} from '@patternfly/react-core';
import {Field, validated} from '../parts/Field';
import type {Change, Draft, Errors} from './draft';
import {LabelKeys} from './LabelKeys';

type Props = {draft: Draft; errors: Errors; onChange: Change};

/** How many at once, and how they are spread. */
export function Limits({draft, errors, onChange}: Props) {
  const text = (key: 'maxUnavailable' | 'maxUnavailablePerDomain' | 'startRate' | 'minHealthy' | 'expectedFailureRate', id: string, label: string, hint: string) => (
    <Field id={id} label={label} error={errors[`/${key}`]} hint={hint}>
      <TextInput id={id} type={key === 'minHealthy' ? 'number' : 'text'} value={draft[key]} onChange={(_, value) => onChange({[key]: value})} validated={validated(errors[`/${key}`])} />
    </Field>
  );
  const error = (key: string) => errors[`/${key}`] ?? errors[`/${key}/0`];
  return (
    <div className="bw-pairs">
      {text('maxUnavailable', 'max-unavailable', 'At most down at once', 'A count or a percentage; hosts that are down already count. Empty: no limit.')}
      {text('startRate', 'start-rate', 'Starts at most', 'For example 100/min. Empty: no limit.')}
      <LabelKeys id="spread-by" label="Failure domains" selector={draft.selector} value={draft.spreadBy} error={error('spreadBy')} hint="Labels whose values fail together, for example site; every wave is spread over them." onChange={spreadBy => onChange({spreadBy})} />
      {text('maxUnavailablePerDomain', 'max-per-domain', 'At most down per domain', 'A count or a percentage of a failure domain.')}
      <LabelKeys id="cover" label="First wave covers" selector={draft.selector} value={draft.cover} error={error('cover')} hint="Labels of which the canary shall touch every value, for example role." onChange={cover => onChange({cover})} />
      {text('minHealthy', 'min-healthy', 'Healthy reports to settle', 'Consecutive reports that prove a host.')}
      {text('expectedFailureRate', 'expected-failure-rate', 'Usual failure rate', 'For example 1%. Empty: what this platform has shown in 90 days.')}
    </div>
  );
}
