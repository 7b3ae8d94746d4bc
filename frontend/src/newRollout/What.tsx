import {FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {useEffect, useRef} from 'react';
import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {Field, validated} from '../parts/Field';
import {Matching} from '../parts/Matching';
import type {Change, Draft, Errors} from './draft';
import {choicesQuery} from './queries';

type Props = {draft: Draft; errors: Errors; onChange: Change};

/** What moves, and which hosts. */
export function What({draft, errors, onChange}: Props) {
  const {data: generations} = useQuery(choicesQuery);
  const chosen = generations?.find(({id}) => id === draft.generationId);
  const named = useRef<string | null>(null);
  useEffect(() => {
    if (!chosen || (draft.name && draft.name !== named.current)) return;
    named.current = chosen.name;
    onChange({name: chosen.name});
    // A name is proposed when the generation changes, not again when the proposal is edited.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen?.id]);
  const hint = chosen?.quarantined ? `Quarantined: ${chosen.quarantined.reason}` : null;
  return (
    <>
      <Field id="generation" label="Generation" required error={errors['/generationId'] ?? hint} hint={generations?.length === 0 ? <Link to="/generations/new">Register a generation first</Link> : null}>
        <FormSelect id="generation" value={draft.generationId} onChange={(_, generationId) => onChange({generationId})} validated={validated(errors['/generationId'])}>
          <FormSelectOption value="" label="Choose…" isPlaceholder />
          {generations?.map(({id, name, platform, quarantined}) => <FormSelectOption key={id} value={id} label={`${name} (${platform})${quarantined ? ', quarantined' : ''}`} />)}
        </FormSelect>
      </Field>
      <Field id="rollout-name" label="Name" required error={errors['/name']}>
        <TextInput id="rollout-name" value={draft.name} onChange={(_, value) => onChange({name: value})} validated={validated(errors['/name'])} isRequired />
      </Field>
      <Field id="selector" label="Hosts" error={errors['/selector']} hint={<Matching selector={draft.selector} platform={chosen?.platform} />}>
        <TextInput id="selector" className="bw-code" value={draft.selector} onChange={(_, selector) => onChange({selector})} placeholder="env=prod,role in (web,api),!legacy" validated={validated(errors['/selector'])} spellCheck={false} autoComplete="off" />
      </Field>
    </>
  );
}
