import {Form, FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery, useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import {type Role, ROLES} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole} from '../api/session';
import {toIso} from '../parts/duration';
import {Empty} from '../parts/Empty';
import {Field, validated} from '../parts/Field';
import {LoadMore} from '../parts/LoadMore';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RelativeTime} from '../parts/RelativeTime';
import {VerbButton} from '../parts/VerbButton';
import {Issued} from './Issued';
import {apiTokensQuery, issueApiToken, revokeApiToken} from './queries';
import {Revoke} from './Revoke';

type Draft = {name: string; role: Role; expiresIn: string};

function Make() {
  const [draft, setDraft] = useState<Draft>({name: '', role: 'VIEWER', expiresIn: '90d'});
  const role = useRole();
  const making = useMutation({mutationFn: issueApiToken});
  const iso = toIso(draft.expiresIn);
  const refusal = whyNot(role, 'ADMIN') ?? (draft.name.trim() ? null : 'A token needs a name.') ?? (iso || !draft.expiresIn.trim() ? null : 'Write a duration, for example 90d.');
  const errors = messagesByField(making.error ? asProblem(making.error) : null);
  const submit = () => {
    if (!refusal) making.mutate({name: draft.name.trim(), role: draft.role, ...(iso ? {expiresIn: iso} : {})});
  };
  return (
    <Form onSubmit={event => { event.preventDefault(); submit(); }}>
      <div className="bw-pairs">
        <Field id="api-token-name" label="Name" required error={errors['/name']} hint="Who or what will use it.">
          <TextInput id="api-token-name" value={draft.name} onChange={(_, name) => setDraft({...draft, name})} validated={validated(errors['/name'])} />
        </Field>
        <Field id="api-token-role" label="Role" error={errors['/role']}>
          <FormSelect id="api-token-role" value={draft.role} onChange={(_, chosen) => setDraft({...draft, role: chosen as Role})}>
            {ROLES.map(name => <FormSelectOption key={name} value={name} label={name} />)}
          </FormSelect>
        </Field>
        <Field id="api-token-expiry" label="Expires in" error={errors['/expiresIn']} hint="Empty: never.">
          <TextInput id="api-token-expiry" value={draft.expiresIn} onChange={(_, expiresIn) => setDraft({...draft, expiresIn})} validated={validated(errors['/expiresIn'])} />
        </Field>
      </div>
      <ProblemAlert thrown={making.error} title="No token was made" claimed={['/name', '/role', '/expiresIn']} />
      <div><VerbButton type="submit" size="sm" whyNot={refusal} isLoading={making.isPending}>Make an API token</VerbButton></div>
      {making.data && <Issued title="The token is shown only now." command={`curl -fsS ${location.origin}/api/v1/hosts -H 'Authorization: Bearer ${making.data.token}'`}><p>Try it:</p></Issued>}
    </Form>
  );
}

/** Tokens for scripts and pipelines. */
export function ApiTokens() {
  const refusal = whyNot(useRole(), 'ADMIN');
  const list = useInfiniteQuery({...apiTokensQuery, enabled: refusal === null});
  const tokens = list.data ?? [];
  return (
    <>
      <Panel title="Let a script in"><Make /></Panel>
      <Panel title="API tokens" flush>
        <ProblemAlert thrown={list.error} title="Could not read the API tokens" />
        <Table variant="compact" aria-label="API tokens">
          <Thead><Tr><Th>Name</Th><Th>Role</Th><Th>Expires</Th><Th>Made</Th><Th screenReaderText="Revoke" /></Tr></Thead>
          <Tbody>
            {tokens.map(({id, name, role, expiresAt, createdAt, createdBy}) => (
              <Tr key={id}>
                <Td dataLabel="Name">{name}</Td>
                <Td dataLabel="Role">{role}</Td>
                <Td dataLabel="Expires"><RelativeTime at={expiresAt} /></Td>
                <Td dataLabel="Made"><RelativeTime at={createdAt} /> <span className="bw-dim">by {createdBy}</span></Td>
                <Td isActionCell><Revoke what={name} whyNot={refusal} act={() => revokeApiToken(id)} /></Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {refusal && <p className="bw-none">Only who administers sees the API tokens.</p>}
        {tokens.length === 0 && !list.isPending && !list.error && <Empty title="No API token">Make one above for each script or pipeline, with the least role that will do.</Empty>}
        <LoadMore list={list} shown={tokens.length} />
      </Panel>
    </>
  );
}
