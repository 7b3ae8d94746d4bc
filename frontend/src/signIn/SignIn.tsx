import {Button, Form, FormGroup, TextInput, Title} from '@patternfly/react-core';
import {useState} from 'react';
import {useSignIn} from '../api/session';
import {ProblemAlert} from '../parts/ProblemAlert';

export function SignIn() {
  const [name, setName] = useState('admin');
  const [password, setPassword] = useState('');
  const signingIn = useSignIn();
  return (
    <main className="bw-sign-in">
      <div className="bw-sign-in-card">
        <div className="bw-brand"><img src="/breakwater.svg" alt="" width="32" height="32" />Breakwater</div>
        <Title headingLevel="h1" size="lg">Sign in</Title>
        <Form onSubmit={event => { event.preventDefault(); signingIn.mutate({name, password}); }}>
          <FormGroup label="Name" isRequired fieldId="name">
            <TextInput id="name" value={name} onChange={(_, value) => setName(value)} autoComplete="username" isRequired />
          </FormGroup>
          <FormGroup label="Password" isRequired fieldId="password">
            <TextInput id="password" type="password" value={password} onChange={(_, value) => setPassword(value)} autoComplete="current-password" isRequired autoFocus />
          </FormGroup>
          <ProblemAlert thrown={signingIn.error} title="Not signed in" />
          <Button type="submit" isLoading={signingIn.isPending} isDisabled={!name || !password} isBlock>Sign in</Button>
        </Form>
        <p className="bw-dim">At the first start the server prints the password of <code>admin</code> once, and keeps it in its data directory.</p>
      </div>
    </main>
  );
}
