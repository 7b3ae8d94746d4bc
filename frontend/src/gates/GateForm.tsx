import {ActionGroup, Button, Checkbox, Form, FormSelect, FormSelectOption, TextArea, TextInput} from '@patternfly/react-core';
import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import type {Gate, GateFields, GateType} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole} from '../api/session';
import {Field, validated} from '../parts/Field';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {VerbButton} from '../parts/VerbButton';
import {check, type Draft, toRequest} from './draft';
import {type ConfigField, FIELDS, SECRETS, TYPES} from './fields';

type Errors = Record<string, string>;
type Change = (part: Partial<Draft>) => void;

/** The pointers whose messages stand at a field of this form. */
const SHOWN = /^\/(name|type|dryRun|onNoData|interval|timeout|consecutiveErrors|secret|config\/\w+(\/\d+)?)$/;

function Config({field, draft, errors, change}: {field: ConfigField; draft: Draft; errors: Errors; change: Change}) {
  const {key, label, hint, required, code, lines, options} = field;
  const id = `gate-${key}`;
  const error = Object.entries(errors).find(([pointer]) => pointer === `/config/${key}` || pointer.startsWith(`/config/${key}/`))?.[1];
  const value = draft.config[key] ?? '';
  const set = (text: string) => change({config: {...draft.config, [key]: text}});
  return (
    <Field id={id} label={label} required={required} hint={hint} error={error}>
      {options
        ? <FormSelect id={id} value={value} onChange={(_, chosen) => set(chosen)}>{options.map(([option, words]) => <FormSelectOption key={option} value={option} label={words} />)}</FormSelect>
        : lines
          ? <TextArea id={id} className="bw-code" value={value} onChange={(_, typed) => set(typed)} validated={validated(error)} rows={2} autoResize resizeOrientation="vertical" spellCheck={false} />
          : <TextInput id={id} className={code ? 'bw-code' : undefined} value={value} onChange={(_, typed) => set(typed)} validated={validated(error)} spellCheck={false} autoComplete="off" />}
    </Field>
  );
}

function About({draft, errors, change, made}: {draft: Draft; errors: Errors; change: Change; made: boolean}) {
  return (
    <>
      <Field id="gate-name" label="Name" required error={errors['/name']} hint="Waves name it.">
        <TextInput id="gate-name" value={draft.name} onChange={(_, name) => change({name})} validated={validated(errors['/name'])} isRequired />
      </Field>
      <Field id="gate-type" label="Type" error={errors['/type']} hint={TYPES[draft.type].about}>
        <FormSelect id="gate-type" value={draft.type} isDisabled={made} onChange={(_, type) => change({type: type as GateType})}>
          {Object.entries(TYPES).map(([type, {word}]) => <FormSelectOption key={type} value={type} label={word} />)}
        </FormSelect>
      </Field>
      <Checkbox id="gate-dry-run" label="Dry run" description="Evaluated and shown, never counted: the way to get to know a new gate." isChecked={draft.dryRun} onChange={(_, dryRun) => change({dryRun})} />
      <Field id="gate-no-data" label="No data" error={errors['/onNoData']} hint="No data is never a pass unless you say so here.">
        <FormSelect id="gate-no-data" value={draft.onNoData} onChange={(_, onNoData) => change({onNoData: onNoData as Draft['onNoData']})}>
          <FormSelectOption value="WAIT" label="Wait until the wave's deadline, then pause" />
          <FormSelectOption value="PAUSE" label="Pause" />
          <FormSelectOption value="FAIL" label="Fail the wave" />
          <FormSelectOption value="PASS" label="Pass" />
        </FormSelect>
      </Field>
    </>
  );
}

function Pace({draft, errors, change}: {draft: Draft; errors: Errors; change: Change}) {
  const text = (key: 'interval' | 'timeout' | 'consecutiveErrors', label: string, hint: string) => (
    <Field id={`gate-${key}`} label={label} hint={hint} error={errors[`/${key}`]}>
      <TextInput id={`gate-${key}`} value={draft[key]} onChange={(_, value) => change({[key]: value})} validated={validated(errors[`/${key}`])} />
    </Field>
  );
  return (
    <div className="bw-pairs">
      {text('interval', 'Evaluated every', 'For example 30s.')}
      {text('timeout', 'Gives up after', 'For example 10s.')}
      {text('consecutiveErrors', 'Errors in a row that pause', 'An error never rolls back.')}
    </div>
  );
}

type Props = {initial: Draft; gate?: Gate; verb: string; save: (body: GateFields) => Promise<Gate>; onSaved: (gate: Gate) => void; onCancel: () => void};

export function GateForm({initial, gate, verb, save, onSaved, onCancel}: Props) {
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState(false);
  const saving = useMutation({mutationFn: () => save(toRequest(draft)), onSuccess: onSaved});
  const found = check(draft);
  const errors = {...messagesByField(saving.error ? asProblem(saving.error) : null), ...(touched ? found : {})};
  const refusal = whyNot(useRole(), 'ADMIN');
  const change: Change = part => setDraft(old => ({...old, ...part}));
  const secret = SECRETS[draft.type];
  const submit = () => {
    setTouched(true);
    if (!refusal && Object.keys(found).length === 0) saving.mutate();
  };
  return (
    <Form onSubmit={event => { event.preventDefault(); submit(); }}>
      <div className="bw-halves">
        <Panel title="What it is"><div className="pf-v6-c-form"><About draft={draft} errors={errors} change={change} made={Boolean(gate)} /></div></Panel>
        <Panel title="What it asks">
          <div className="pf-v6-c-form">
            {FIELDS[draft.type].map(field => <Config key={field.key} field={field} draft={draft} errors={errors} change={change} />)}
            {secret && (
              <Field id="gate-secret" label={secret.label} error={errors['/secret']} hint={gate?.secretSet ? 'One is kept; it is never shown. Empty: it stays.' : secret.hint}>
                <TextInput id="gate-secret" type="password" value={draft.secret} onChange={(_, value) => change({secret: value})} validated={validated(errors['/secret'])} autoComplete="new-password" />
              </Field>
            )}
            <Pace draft={draft} errors={errors} change={change} />
          </div>
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
