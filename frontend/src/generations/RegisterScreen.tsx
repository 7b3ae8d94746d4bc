import {ActionGroup, Form, FormSelect, FormSelectOption, TextArea, TextInput, ToggleGroup, ToggleGroupItem} from '@patternfly/react-core';
import {useMutation} from '@tanstack/react-query';
import {Link, useNavigate} from '@tanstack/react-router';
import {useState} from 'react';
import {type NewGeneration, PLATFORMS, type Platform} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole} from '../api/session';
import {Field, validated} from '../parts/Field';
import {whyNot} from '../parts/may';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {VerbButton} from '../parts/VerbButton';
import {ArtifactRows} from './ArtifactRows';
import {type Draft, EMPTY, toRequest} from './artifacts';
import {register} from './queries';

/** The pointers whose messages stand at a field of this form. */
const SHOWN = /^\/(name|platform|source\/revision|source\/url|rollback|notes|agents)$/;

type Change = (change: Partial<Draft>) => void;

function Names({draft, change, errors}: {draft: Draft; change: Change; errors: Record<string, string>}) {
  return (
    <>
      <Field id="name" label="Name" required error={errors['/name']} hint="What people call it, for example 2026.11.2.">
        <TextInput id="name" value={draft.name} onChange={(_, name) => change({name})} validated={validated(errors['/name'])} isRequired />
      </Field>
      <Field id="platform" label="Platform" required error={errors['/platform']}>
        <FormSelect id="platform" value={draft.platform} onChange={(_, platform) => change({platform: platform as Platform})}>
          {PLATFORMS.map(name => <FormSelectOption key={name} value={name} label={name} />)}
        </FormSelect>
      </Field>
      <Field id="revision" label="Source revision" error={errors['/source/revision']} hint="The commit it was built from.">
        <TextInput id="revision" value={draft.revision} onChange={(_, revision) => change({revision})} />
      </Field>
      <Field id="url" label="Source URL" error={errors['/source/url']}>
        <TextInput id="url" value={draft.url} onChange={(_, url) => change({url})} />
      </Field>
      <Field id="rollback" label="Going back is" error={errors['/rollback']} hint="For data migrations, firmware or a bootloader that no host can go back from.">
        <FormSelect id="rollback" value={draft.rollback} onChange={(_, rollback) => change({rollback: rollback as Draft['rollback']})}>
          <FormSelectOption value="ALLOWED" label="allowed, also by itself" />
          <FormSelectOption value="APPROVAL" label="for an approver to decide" />
          <FormSelectOption value="FORBIDDEN" label="impossible: failure halts" />
        </FormSelect>
      </Field>
      <Field id="notes" label="Notes" error={errors['/notes']}>
        <TextArea id="notes" value={draft.notes} onChange={(_, notes) => change({notes})} rows={2} resizeOrientation="vertical" />
      </Field>
    </>
  );
}

function Artifacts({draft, change, errors}: {draft: Draft; change: Change; errors: Record<string, string>}) {
  const json = draft.way === 'json';
  return (
    <>
      <ToggleGroup aria-label="How to give the artifacts">
        <ToggleGroupItem text="Paste JSON" isSelected={json} onChange={() => change({way: 'json'})} />
        <ToggleGroupItem text="Row by row" isSelected={!json} onChange={() => change({way: 'rows'})} />
      </ToggleGroup>
      {json
        ? <Field id="json" label="JSON" required error={errors['/agents']} hint='Cachix Deploy’s shape, {"agents": {"web-01": "/nix/store/…"}}, or a list of artifacts, [{"selector": "arch=aarch64", "ref": "…"}].'>
            <TextArea id="json" className="bw-code" value={draft.json} onChange={(_, text) => change({json: text})} rows={14} resizeOrientation="vertical" spellCheck={false} />
          </Field>
        : <ArtifactRows rows={draft.rows} errors={errors} onChange={rows => change({rows})} />}
    </>
  );
}

export function RegisterScreen() {
  const [draft, setDraft] = useState(EMPTY);
  const navigate = useNavigate();
  const refusal = whyNot(useRole(), 'OPERATOR');
  const request = toRequest(draft);
  const registering = useMutation({
    mutationFn: (body: NewGeneration) => register(body),
    onSuccess: ({id}) => navigate({to: '/generations/$id', params: {id}}),
  });
  const errors = messagesByField(registering.error ? asProblem(registering.error) : null);
  const change: Change = part => setDraft(old => ({...old, ...part}));
  const missing = typeof request === 'string' ? request : null;
  return (
    <>
      <PageHead title="Register a generation" above={<Link to="/generations">Generations</Link>} />
      <Form onSubmit={event => { event.preventDefault(); if (typeof request !== 'string' && !refusal) registering.mutate(request); }}>
        <div className="bw-halves">
          <Panel title="What it is"><div className="pf-v6-c-form"><Names draft={draft} change={change} errors={errors} /></div></Panel>
          <Panel title="Artifacts"><div className="pf-v6-c-form"><Artifacts draft={draft} change={change} errors={errors} /></div></Panel>
        </div>
        <ProblemAlert thrown={registering.error} title="Not registered" claimed={Object.keys(errors).filter(pointer => SHOWN.test(pointer) || (draft.way === 'rows' && /^\/artifacts\/\d+(\/|$)/.test(pointer)))} />
        <ActionGroup><VerbButton type="submit" whyNot={refusal ?? missing} isLoading={registering.isPending}>Register</VerbButton></ActionGroup>
      </Form>
    </>
  );
}
