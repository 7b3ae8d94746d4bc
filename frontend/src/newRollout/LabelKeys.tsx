import {Button, TextInput} from '@patternfly/react-core';
import {useQuery} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {Field, validated} from '../parts/Field';
import {matchQuery} from '../parts/matches';
import {useSettled} from '../parts/useSettled';
import {keys} from './draft';

type Props = {id: string; label: string; hint: ReactNode; selector: string; value: string; error: string | undefined; onChange: (value: string) => void};

const OFFERED = 6;

/** Label keys, typed or taken from those that the matching hosts have. */
export function LabelKeys({id, label, hint, selector, value, error, onChange}: Props) {
  const {data} = useQuery(matchQuery(useSettled(selector.trim()), undefined));
  const chosen = keys(value);
  const offered = (data?.keys ?? []).filter(({key, values}) => values > 1 && !chosen.includes(key)).slice(0, OFFERED);
  return (
    <Field id={id} label={label} error={error} hint={hint}>
      <TextInput id={id} className="bw-code" value={value} onChange={(_, typed) => onChange(typed)} validated={validated(error)} spellCheck={false} autoComplete="off" />
      {offered.length > 0 && (
        <span className="bw-offered" role="group" aria-label={`Suggestions for ${label}`}>
          {offered.map(({key, values}) => <Button key={key} size="sm" variant="link" isInline onClick={() => onChange([...chosen, key].join(', '))}>{key} <span className="bw-dim">{values}</span></Button>)}
        </span>
      )}
    </Field>
  );
}
