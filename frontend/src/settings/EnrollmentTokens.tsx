import {Form, FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery, useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import {type NewEnrollmentToken, type Platform, PLATFORMS} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole} from '../api/session';
import {parseLabels} from '../host/labels';
import {toIso} from '../parts/duration';
import {Empty} from '../parts/Empty';
import {Field, validated} from '../parts/Field';
import {LoadMore} from '../parts/LoadMore';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RelativeTime} from '../parts/RelativeTime';
import {Tags} from '../parts/Tags';
import {VerbButton} from '../parts/VerbButton';
import {enrolCommand} from './enrolCommand';
import {Issued} from './Issued';
import {enrollmentTokensQuery, issueEnrollmentToken, revokeEnrollmentToken} from './queries';
import {Revoke} from './Revoke';

const EMPTY = {description: '', labels: '', expiresIn: '7d', maxUses: '100'};

function toRequest({description, labels, expiresIn, maxUses}: typeof EMPTY): NewEnrollmentToken | string {
  const parsed = parseLabels(labels.replaceAll(',', '\n'));
  const iso = toIso(expiresIn);
  if (typeof parsed === 'string') return parsed;
  if (!iso) return 'Write a duration, for example 7d.';
  return {description: description.trim(), labels: parsed, expiresIn: iso, maxUses: Number(maxUses)};
}

function Make() {
  const [draft, setDraft] = useState(EMPTY);
  const refusal = whyNot(useRole(), 'OPERATOR');
  const request = toRequest(draft);
  const making = useMutation({mutationFn: issueEnrollmentToken});
  const errors = messagesByField(making.error ? asProblem(making.error) : null);
  const text = (key: keyof typeof EMPTY, id: string, error?: string) => (
    <TextInput id={id} value={draft[key]} onChange={(_, value) => setDraft({...draft, [key]: value})} validated={validated(error)} />
  );
  return (
    <Form onSubmit={event => { event.preventDefault(); if (typeof request !== 'string' && !refusal) making.mutate(request); }}>
      <div className="bw-pairs">
        <Field id="token-description" label="For" error={errors['/description']} hint="What you will recognise it by.">{text('description', 'token-description', errors['/description'])}</Field>
        <Field id="token-labels" label="Labels" error={errors['/labels']} hint="env=prod,site=ams; every host enrolled with it gets them.">{text('labels', 'token-labels', errors['/labels'])}</Field>
        <Field id="token-expiry" label="Expires in" error={errors['/expiresIn']}>{text('expiresIn', 'token-expiry', errors['/expiresIn'])}</Field>
        <Field id="token-uses" label="Hosts at most" error={errors['/maxUses']}>{text('maxUses', 'token-uses', errors['/maxUses'])}</Field>
      </div>
      <ProblemAlert thrown={making.error} title="No token was made" claimed={['/description', '/labels', '/expiresIn', '/maxUses']} />
      <div><VerbButton type="submit" size="sm" whyNot={refusal ?? (typeof request === 'string' ? request : null)} isLoading={making.isPending}>Make an enrolment token</VerbButton></div>
      {making.data && <Command token={making.data.token} />}
    </Form>
  );
}

/** The command for a host of the platform at hand. */
function Command({token}: {token: string}) {
  const [platform, setPlatform] = useState<Platform>('nixos');
  return (
    <Issued title="Run this on the host; the token is shown only now." command={enrolCommand(location.origin, token, platform)}>
      <FormSelect aria-label="Platform of the host" value={platform} onChange={(_, chosen) => setPlatform(chosen as Platform)}>
        {PLATFORMS.map(name => <FormSelectOption key={name} value={name} label={name} />)}
      </FormSelect>
      <p>The answer holds the host’s own credential: keep it, it is shown only once too.</p>
    </Issued>
  );
}

/** Tokens that let hosts in. */
export function EnrollmentTokens() {
  const list = useInfiniteQuery(enrollmentTokensQuery);
  const refusal = whyNot(useRole(), 'OPERATOR');
  const tokens = list.data ?? [];
  return (
    <>
      <Panel title="Enrol hosts"><Make /></Panel>
      <Panel title="Enrolment tokens" flush>
        <ProblemAlert thrown={list.error} title="Could not read the enrolment tokens" />
        <Table variant="compact" aria-label="Enrolment tokens">
          <Thead><Tr><Th>For</Th><Th>Labels</Th><Th>Used</Th><Th>Expires</Th><Th>Made</Th><Th screenReaderText="Revoke" /></Tr></Thead>
          <Tbody>
            {tokens.map(({id, description, labels, uses, maxUses, expiresAt, createdAt, createdBy}) => (
              <Tr key={id}>
                <Td dataLabel="For">{description || <span className="bw-dim">not said</span>}</Td>
                <Td dataLabel="Labels"><Tags labels={labels} /></Td>
                <Td dataLabel="Used" className="bw-num">{uses} of {maxUses}</Td>
                <Td dataLabel="Expires"><RelativeTime at={expiresAt} /></Td>
                <Td dataLabel="Made"><RelativeTime at={createdAt} /> <span className="bw-dim">by {createdBy}</span></Td>
                <Td isActionCell><Revoke what={description || 'this token'} whyNot={refusal} act={() => revokeEnrollmentToken(id)} /></Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {tokens.length === 0 && !list.isPending && !list.error && <Empty title="No enrolment token">Make one above; it comes with the command to run on a host.</Empty>}
        <LoadMore list={list} shown={tokens.length} />
      </Panel>
    </>
  );
}
