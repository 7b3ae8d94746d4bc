import {FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {Field, validated} from '../parts/Field';
import type {Change, Draft, Errors} from './draft';

type Props = {draft: Draft; errors: Errors; onChange: Change};
type Choosable = 'onFailure' | 'rollbackScope' | 'rollback' | 'overlap' | 'newcomers';

const CHOICES: [key: Choosable, label: string, options: [value: string, words: string][]][] = [
  ['onFailure', 'When a wave fails', [['ROLLBACK', 'Roll touched hosts back'], ['HALT', 'Halt and wait for a person']]],
  ['rollbackScope', 'A rollback takes back', [['ROLLOUT', 'Every host this rollout touched'], ['WAVE', 'The hosts of the failed wave']]],
  ['rollback', 'Going back is', [['ALLOWED', 'allowed, also by itself'], ['APPROVAL', 'for an approver to decide'], ['FORBIDDEN', 'impossible: failure halts']]],
  ['overlap', 'Hosts of another running rollout', [['REJECT', 'refuse the plan'], ['EXCLUDE', 'are left out'], ['SUPERSEDE', 'are taken over']]],
  ['newcomers', 'Hosts that match later', [['IGNORE', 'are not moved'], ['JOIN', 'are moved in a last wave']]],
];

/** Who must agree, and what happens on failure. */
export function Rules({draft, errors, onChange}: Props) {
  const text = (key: 'approvers' | 'approverNames' | 'approvalFor' | 'finalSoak', id: string, label: string, pointer: string, hint: string) => (
    <Field id={id} label={label} error={errors[pointer]} hint={hint}>
      <TextInput id={id} type={key === 'approvers' ? 'number' : 'text'} value={draft[key]} onChange={(_, value) => onChange({[key]: value})} validated={validated(errors[pointer])} />
    </Field>
  );
  return (
    <div className="bw-pairs">
      {text('approvers', 'approvers', 'Approvals needed', '/approvals/required', 'For each wave that asks for approval. Empty: one. Never the author’s own.')}
      {text('approverNames', 'approver-names', 'From', '/approvals/from', 'Names, separated by commas. Empty: any approver.')}
      {text('approvalFor', 'approval-for', 'An approval holds for', '/approvals/validFor', 'For example 8h.')}
      {text('finalSoak', 'final-soak', 'Watched after the last wave', '/finalSoak', 'For example 1h; a failure in it still takes hosts back.')}
      {CHOICES.map(([key, label, options]) => (
        <Field key={key} id={`rule-${key}`} label={label} error={errors[`/${key}`]}>
          <FormSelect id={`rule-${key}`} value={draft[key]} onChange={(_, value) => onChange({[key]: value} as Partial<Draft>)}>
            {options.map(([value, words]) => <FormSelectOption key={value} value={value} label={words} />)}
          </FormSelect>
        </Field>
      ))}
    </div>
  );
}
