import {Form, FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery, useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import {type NewUser, type Role, ROLES, type User} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole, useSession} from '../api/session';
import {Field, validated} from '../parts/Field';
import {LoadMore} from '../parts/LoadMore';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RelativeTime} from '../parts/RelativeTime';
import {Remove} from '../parts/Remove';
import {VerbButton} from '../parts/VerbButton';
import {addUser, changeRole, removeUser, usersQuery} from './queries';

/** What each role may do; each may do what those before it may. */
const MAY: Record<Role, string> = {VIEWER: 'sees everything', OPERATOR: 'plans and steers rollouts', APPROVER: 'approves, releases quarantines', ADMIN: 'people, tokens, gates'};

const EMPTY: NewUser = {name: '', password: '', role: 'OPERATOR'};

function Add() {
  const [draft, setDraft] = useState(EMPTY);
  const adding = useMutation({mutationFn: addUser, onSuccess: () => setDraft(EMPTY)});
  const errors = messagesByField(adding.error ? asProblem(adding.error) : null);
  const refusal = whyNot(useRole(), 'ADMIN') ?? (draft.name.trim() && draft.password ? null : 'A person needs a name and a first password.');
  const submit = () => {
    if (!refusal) adding.mutate({...draft, name: draft.name.trim()});
  };
  return (
    <Form onSubmit={event => { event.preventDefault(); submit(); }}>
      <div className="bw-pairs">
        <Field id="person-name" label="User name" required error={errors['/name']} hint="What approvals and the audit trail call them.">
          <TextInput id="person-name" value={draft.name} onChange={(_, name) => setDraft({...draft, name})} validated={validated(errors['/name'])} autoComplete="off" />
        </Field>
        <Field id="person-role" label="May" error={errors['/role']}>
          <FormSelect id="person-role" value={draft.role} onChange={(_, role) => setDraft({...draft, role: role as Role})}>
            {ROLES.map(role => <FormSelectOption key={role} value={role} label={`${role}: ${MAY[role]}`} />)}
          </FormSelect>
        </Field>
        <Field id="person-password" label="First password" required error={errors['/password']} hint="At least 10 characters.">
          <TextInput id="person-password" type="password" value={draft.password} onChange={(_, password) => setDraft({...draft, password})} validated={validated(errors['/password'])} autoComplete="new-password" />
        </Field>
      </div>
      <ProblemAlert thrown={adding.error} title="Not added" claimed={['/name', '/role', '/password']} />
      <div><VerbButton type="submit" size="sm" whyNot={refusal} isLoading={adding.isPending}>Add the person</VerbButton></div>
    </Form>
  );
}

function Row({user, refusal, mine}: {user: User; refusal: string | null; mine: boolean}) {
  const changing = useMutation({mutationFn: (role: Role) => changeRole(user, role)});
  return (
    <Tr>
      <Td dataLabel="Name">{user.name}</Td>
      <Td dataLabel="Role">
        <FormSelect aria-label={`Role of ${user.name}`} value={user.role} isDisabled={mine || refusal !== null || changing.isPending} onChange={(_, role) => changing.mutate(role as Role)}>
          {ROLES.map(role => <FormSelectOption key={role} value={role} label={role} />)}
        </FormSelect>
        {changing.error && <span className="bw-bad" role="alert">{changing.error.message}</span>}
      </Td>
      <Td dataLabel="Added" className="bw-nowrap"><RelativeTime at={user.createdAt} /></Td>
      <Td isActionCell><span className="bw-line-buttons"><Remove verb="Remove" what={user.name} whyNot={refusal ?? (mine ? 'Nobody removes themselves.' : null)} act={() => removeUser(user)} /></span></Td>
    </Tr>
  );
}

/** Who may sign in; two of them can approve what neither could alone. */
export function People() {
  const me = useSession().data?.name;
  const refusal = whyNot(useRole(), 'ADMIN');
  const list = useInfiniteQuery({...usersQuery, enabled: refusal === null});
  return (
    <>
      <Panel title="Let a person in"><Add /></Panel>
      <Panel title="People" flush>
        <ProblemAlert thrown={list.error} title="Could not read who may sign in" />
        {refusal
          ? <p className="bw-none">Only who administers sees the people.</p>
          : (
            <Table variant="compact" aria-label="People">
              <Thead><Tr><Th>Name</Th><Th>Role</Th><Th>Added</Th><Th screenReaderText="Remove" /></Tr></Thead>
              <Tbody>{(list.data ?? []).map(user => <Row key={user.id} user={user} refusal={refusal} mine={user.name === me} />)}</Tbody>
            </Table>
          )}
        <LoadMore list={list} shown={list.data?.length ?? 0} />
      </Panel>
    </>
  );
}
