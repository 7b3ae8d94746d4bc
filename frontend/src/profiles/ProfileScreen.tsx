import {ActionGroup, Button, Form, TextInput} from '@patternfly/react-core';
import {useInfiniteQuery, useMutation, useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useParams} from '@tanstack/react-router';
import {useMemo, useState} from 'react';
import type {Profile, ProfileFields} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole} from '../api/session';
import {WavesEditor} from '../newRollout/WavesEditor';
import {Field, validated} from '../parts/Field';
import {Loaded} from '../parts/Loaded';
import {LoadMore} from '../parts/LoadMore';
import {whyNot} from '../parts/may';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RelativeTime} from '../parts/RelativeTime';
import {Remove} from '../parts/Remove';
import {VerbButton} from '../parts/VerbButton';
import {check, type Draft, EMPTY, fromProfile, toRequest} from './profile';
import {change, create, profileQuery, remove, reset, versionsQuery} from './queries';
import {inShort} from './waves';

/** The pointers whose messages stand at a field of this form. */
const SHOWN = /^\/(name|description|maxUnavailable|maxUnavailablePerDomain|spreadBy|cover|startRate|minHealthy|finalSoak|waves|waves\/\d+(\/(name|size|soak|maxFailed|deadline|gates(\/\d+)?))?)$/;

const TERMS: [key: Exclude<keyof Draft, 'name' | 'description' | 'waves'>, label: string, hint: string][] = [
  ['maxUnavailable', 'At most down at once', 'A count or a percentage.'],
  ['spreadBy', 'Failure domains', 'Labels, for example site.'],
  ['maxUnavailablePerDomain', 'At most down per domain', 'A count or a percentage of a domain.'],
  ['cover', 'First wave covers', 'Labels, for example role.'],
  ['startRate', 'Starts at most', 'For example 100/min.'],
  ['minHealthy', 'Healthy reports to settle', 'Consecutive reports.'],
  ['finalSoak', 'Watched after the last wave', 'For example 1h.'],
];

type Props = {initial: Draft; named: boolean; verb: string; save: (body: ProfileFields) => Promise<unknown>; onDone: () => void};

function ProfileForm({initial, named, verb, save, onDone}: Props) {
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState(false);
  const saving = useMutation({mutationFn: () => save(toRequest(draft)), onSuccess: onDone});
  const found = check(draft);
  const errors: Record<string, string> = {...messagesByField(saving.error ? asProblem(saving.error) : null), ...(touched ? found : {})};
  const refusal = whyNot(useRole(), 'OPERATOR');
  const text = (key: Exclude<keyof Draft, 'waves'>, label: string, hint: string, fixed = false) => (
    <Field key={key} id={`profile-${key}`} label={label} required={key === 'name'} error={errors[`/${key}`]} hint={hint}>
      <TextInput id={`profile-${key}`} value={draft[key]} isDisabled={fixed} onChange={(_, value) => setDraft({...draft, [key]: value})} validated={validated(errors[`/${key}`])} />
    </Field>
  );
  const submit = () => {
    setTouched(true);
    if (!refusal && Object.keys(found).length === 0) saving.mutate();
  };
  return (
    <Form onSubmit={event => { event.preventDefault(); submit(); }}>
      <Panel title="What it is">
        <div className="bw-pairs">
          {text('name', 'Name', named ? 'Rollouts name it; it stays.' : 'Rollouts name it.', named)}
          {text('description', 'For', 'When to choose it.')}
        </div>
      </Panel>
      <Panel title="Waves"><div className="pf-v6-c-form"><WavesEditor waves={draft.waves} errors={errors} onChange={waves => setDraft({...draft, waves})} /></div></Panel>
      <Panel title="Terms" beside={<span className="bw-dim">left empty: up to each rollout</span>}><div className="bw-pairs">{TERMS.map(([key, label, hint]) => text(key, label, hint))}</div></Panel>
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
      <ProfileForm initial={EMPTY} named={false} verb="Create" save={create} onDone={() => void navigate({to: '/profiles'})} />
    </>
  );
}

function Versions({name}: {name: string}) {
  const list = useInfiniteQuery(versionsQuery(name));
  return (
    <Panel title="Versions" flush>
      <ProblemAlert thrown={list.error} title="Could not read the versions" />
      <ol className="bw-history">
        {(list.data ?? []).map(one => <li key={one.version}><span className="bw-num">version {one.version}</span><span>{inShort(one)} <span className="bw-dim"><RelativeTime at={one.changedAt} /> by {one.changedBy}</span></span></li>)}
      </ol>
      <LoadMore list={list} shown={list.data?.length ?? 0} />
    </Panel>
  );
}

function Edit({profile}: {profile: Profile}) {
  const navigate = useNavigate();
  const leave = () => void navigate({to: '/profiles'});
  const refusal = whyNot(useRole(), 'OPERATOR');
  const pristine = profile.builtIn && profile.version === 1 ? 'It is as it was built in.' : null;
  const initial = useMemo(() => fromProfile(profile), [profile]);
  return (
    <>
      <PageHead title={profile.name} above={<Link to="/profiles">Profiles</Link>} beside={<span className="bw-dim">version {profile.version}{profile.builtIn && ', built in'}</span>}
        actions={profile.builtIn
          ? <Remove verb="Reset" what={profile.name} note="It becomes what it was built in as." whyNot={refusal ?? pristine} act={() => reset(profile)} />
          : <Remove what={profile.name} note="Rollouts that exist keep their waves." whyNot={refusal} act={() => remove(profile)} onGone={leave} />} />
      <ProfileForm key={profile.revision} initial={initial} named verb="Save as the next version" save={body => change(profile, body)} onDone={leave} />
      <Versions name={profile.name} />
    </>
  );
}

export function ProfileScreen() {
  const {name} = useParams({from: '/profiles/$name'});
  return <Loaded query={useQuery(profileQuery(name))} what="the profile" screen="Profile">{profile => <Edit profile={profile} />}</Loaded>;
}
