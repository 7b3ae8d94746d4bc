import {FormSelect, FormSelectOption} from '@patternfly/react-core';

type Props = {label: string; value: string; any: string; options: readonly (readonly [value: string, label: string])[]; onChange: (value: string) => void};

/** A filter with a handful of values. */
export function Choice({label, value, any, options, onChange}: Props) {
  return (
    <label>
      {label}
      <FormSelect aria-label={label} value={value} onChange={(_, chosen) => onChange(chosen)}>
        <FormSelectOption value="" label={any} />
        {options.map(([option, words]) => <FormSelectOption key={option} value={option} label={words} />)}
      </FormSelect>
    </label>
  );
}
