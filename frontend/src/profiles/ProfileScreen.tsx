import {ActionGroup, Button, Form, TextInput} from '@patternfly/react-core';
import {useMutation, useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useParams} from '@tanstack/react-router';
import {useState} from 'react';
import type {Profile, ProfileFields} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole} from '../api/session';
import {checkWaves, fromWave, SHAPES, toWave, type WaveDraft} from '../newRollout/waves';
import {WavesEditor} from '../newRollout/WavesEditor';
import {Field, validated} from '../parts/Field';
import {Loaded} from '../parts/Loaded';
import {whyNot} from '../parts/may';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {Remove} from '../parts/Remove';
import {VerbButton} from '../parts/VerbButton';
import {change, create, profileQuery, remove} from './queries';

type Draft = {name: string; description: string; waves: WaveDraft[]};

/** The pointers whose messages stand at a field of this form. */
const SHOWN = /^\/(name|description|waves|waves\/\d+(\/(name|size|soak|maxFailed|deadline|gates(\/\d+)?))?)$/;

const toRequest = ({name, description, waves}: Draft): ProfileFields => ({name: name.trim(), description: description.trim(), waves: waves.map(toWave)});

type Props = {initial: Draft; named: boolean; verb: string; save: (body: ProfileFields) => Promise<unknown>; onDone: () => void};

function ProfileForm({initial, named, verb, save, onDone}: Props) {
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState(false);
  const saving = useMutation({mutationFn: () => save(toRequest(draft)), onSuccess: onDone});
  const found = {...(draft.name.trim() ? {} : {'/name': 'A profile needs a name.'}), ...checkWaves(draft.waves)};
  const errors: Record<string, string> = {...messagesByField(saving.error ? asProblem(saving.error) : null), ...(touched ? found : {})};
  const refusal = whyNot(useRole(), 'OPERATOR');
  const submit = () => {
    setTouched(true);
    if (!refusal && Object.keys(found).length === 0) saving.mutate();
  };
  return (
    <Form onSubmit={event => { event.preventDefault(); submit(); }}>
      <Panel title="What it is">
        <div className="bw-pairs">
          <Field id="profile-name" label="Name" required error={errors['/name']} hint={named ? 'Rollouts name it; it stays.' : 'Rollouts name it.'}>
            <TextInput id="profile-name" value={draft.name} isDisabled={named} onChange={(_, name) => setDraft({...draft, name})} validated={validated(errors['/name'])} />
          </Field>
          <Field id="profile-description" label="For" error={errors['/description']} hint="When to choose it.">
            <TextInput id="profile-description" value={draft.description} onChange={(_, description) => setDraft({...draft, description})} validated={validated(errors['/description'])} />
          </Field>
        </div>
      </Panel>
      <Panel title="Waves"><div className="pf-v6-c-form"><WavesEditor waves={draft.waves} errors={errors} onChange={waves => setDraft({...draft, waves})} /></div></Panel>
      <ProblemAlert thrown={saving.error} title="Not saved" claimed={Object.keys(errors).filter(pointer => SHOWN.test(pointer))} />
      <ActionGroup>
        <VerbButton type="submit" whyNot={refusal} isLoading={saving.isPending}>{verb}</VerbButton>
        <Button variant="link" onClick={onDone}>Cancel</Button>
      </ActionGroup>
    </Form>
  );
}

export function NewProfileScreen() {
  const navigate = useNavigate();
  return (
    <>
      <PageHead title="New profile" above={<Link to="/profiles">Profiles</Link>} />
      <ProfileForm initial={{name: '', description: '', waves: SHAPES.canary?.waves ?? []}} named={false} verb="Create" save={create} onDone={() => void navigate({to: '/profiles'})} />
    </>
  );
}

function Edit({profile}: {profile: Profile}) {
  const navigate = useNavigate();
  const leave = () => void navigate({to: '/profiles'});
  const refusal = whyNot(useRole(), 'OPERATOR');
  return (
    <>
      <PageHead title={profile.name} above={<Link to="/profiles">Profiles</Link>} beside={<span className="bw-dim">version {profile.version ?? profile.revision}</span>}
        actions={<Remove what={profile.name} note="Rollouts that exist keep their waves." whyNot={refusal} act={() => remove(profile)} onGone={leave} />} />
      <ProfileForm key={profile.revision} initial={{name: profile.name, description: profile.description ?? '', waves: profile.waves.map(fromWave)}} named verb="Save as the next version" save={body => change(profile, body)} onDone={leave} />
    </>
  );
}

export function ProfileScreen() {
  const {name} = useParams({from: '/profiles/$name'});
  return <Loaded query={useQuery(profileQuery(name))} what="the profile" screen="Profile">{profile => <Edit profile={profile} />}</Loaded>;
}
