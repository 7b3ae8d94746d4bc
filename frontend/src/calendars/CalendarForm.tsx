import {ActionGroup, Button, Form, FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {PlusCircleIcon} from '@patternfly/react-icons';
import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import type {Calendar, CalendarFields} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole} from '../api/session';
import {Field, validated} from '../parts/Field';
import {Matching} from '../parts/Matching';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {VerbButton} from '../parts/VerbButton';
import {check, type Draft, type EntryDraft, type Errors, newEntry, toRequest} from './draft';
import {EntryFields} from './EntryFields';
import {ZONES} from './zones';

type Change = (part: Partial<Draft>) => void;

/** The pointers whose messages stand at a field of this form. */
const SHOWN = /^\/(name|kind|selector|zone|overrun|entries\/\d+(\/(summary|start|duration|end|rrule|exdates|rdates))?)$/;

function About({draft, errors, change, made}: {draft: Draft; errors: Errors; change: Change; made: boolean}) {
  return (
    <>
      <Field id="calendar-name" label="Name" required error={errors['/name']}>
        <TextInput id="calendar-name" value={draft.name} onChange={(_, name) => change({name})} validated={validated(errors['/name'])} isRequired />
      </Field>
      <Field id="calendar-kind" label="Kind" error={errors['/kind']}>
        <FormSelect id="calendar-kind" value={draft.kind} isDisabled={made} onChange={(_, kind) => change({kind: kind as Draft['kind']})}>
          <FormSelectOption value="WINDOW" label="Window: hosts may be moved only inside it" />
          <FormSelectOption value="FREEZE" label="Freeze: no host may be moved inside it" />
        </FormSelect>
      </Field>
      <Field id="calendar-zone" label="Time zone" required error={errors['/zone']}>
        <TextInput id="calendar-zone" list="calendar-zones" value={draft.zone} onChange={(_, zone) => change({zone})} validated={validated(errors['/zone'])} autoComplete="off" />
        <datalist id="calendar-zones">{ZONES.map(zone => <option key={zone} value={zone} />)}</datalist>
      </Field>
      <Field id="calendar-selector" label="Hosts it is bound to" error={errors['/selector']} hint={draft.selector.trim() && draft.selector.trim() !== '*' ? <Matching selector={draft.selector} /> : 'Empty: only rollouts that name it; *: every host.'}>
        <TextInput id="calendar-selector" className="bw-code" value={draft.selector} onChange={(_, selector) => change({selector})} validated={validated(errors['/selector'])} placeholder="env=prod" spellCheck={false} autoComplete="off" />
      </Field>
      {draft.kind === 'WINDOW' && (
        <Field id="calendar-overrun" label="When it closes" error={errors['/overrun']}>
          <FormSelect id="calendar-overrun" value={draft.overrun} onChange={(_, overrun) => change({overrun: overrun as Draft['overrun']})}>
            <FormSelectOption value="FINISH_HOSTS" label="Hosts that have begun finish; no other begins" />
            <FormSelectOption value="FINISH_WAVE" label="A wave that has begun finishes" />
          </FormSelect>
        </Field>
      )}
    </>
  );
}

type Props = {initial: Draft; made?: boolean; verb: string; save: (body: CalendarFields) => Promise<Calendar>; onSaved: (calendar: Calendar) => void; onCancel: () => void};

/** Everything that can be said about a calendar. */
export function CalendarForm({initial, made = false, verb, save, onSaved, onCancel}: Props) {
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState(false);
  const saving = useMutation({mutationFn: () => save(toRequest(draft)), onSuccess: onSaved});
  const found = check(draft);
  const errors = {...messagesByField(saving.error ? asProblem(saving.error) : null), ...(touched ? found : {})};
  const refusal = whyNot(useRole(), made ? 'APPROVER' : 'OPERATOR');
  const change: Change = part => setDraft(old => ({...old, ...part}));
  const set = (index: number, part: Partial<EntryDraft>) => change({entries: draft.entries.map((entry, at) => (at === index ? {...entry, ...part} : entry))});
  const submit = () => {
    setTouched(true);
    if (!refusal && Object.keys(found).length === 0) saving.mutate();
  };
  return (
    <Form onSubmit={event => { event.preventDefault(); submit(); }}>
      <div className="bw-halves">
        <Panel title="What it is"><div className="pf-v6-c-form"><About draft={draft} errors={errors} change={change} made={made} /></div></Panel>
        <Panel title={draft.kind === 'WINDOW' ? 'When hosts may be moved' : 'When no host may be moved'}>
          {draft.entries.map((entry, index) => (
            <EntryFields key={index} entry={entry} index={index} only={draft.entries.length === 1} errors={errors} onChange={part => set(index, part)} onRemove={() => change({entries: draft.entries.filter((_, at) => at !== index)})} />
          ))}
          {errors['/entries'] && <p className="bw-bad bw-row-error">{errors['/entries']}</p>}
          <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => change({entries: [...draft.entries, newEntry(draft.entries.at(-1)?.start.slice(0, 10) || new Date().toISOString().slice(0, 10))]})}>Add an entry</Button>
        </Panel>
      </div>
      <ProblemAlert thrown={saving.error} title="Not saved" claimed={Object.keys(errors).filter(pointer => SHOWN.test(pointer))} />
      <ActionGroup>
        <VerbButton type="submit" whyNot={refusal} isLoading={saving.isPending}>{verb}</VerbButton>
        <Button variant="link" onClick={onCancel}>Cancel</Button>
      </ActionGroup>
    </Form>
  );
}
