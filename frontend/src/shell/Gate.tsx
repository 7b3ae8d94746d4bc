import {Bullseye, Spinner} from '@patternfly/react-core';
import {useSession} from '../api/session';
import {ProblemAlert} from '../parts/ProblemAlert';
import {SignIn} from '../signIn/SignIn';
import {Frame} from './Frame';

/** Lets in who is signed in, to the very screen that was asked for. */
export function Gate() {
  const session = useSession();
  if (session.data) return <Frame />;
  if (session.data === null) return <SignIn />;
  if (session.error) return <main className="bw-sign-in"><ProblemAlert thrown={session.error} title="The dashboard cannot start" /></main>;
  return <Bullseye><Spinner aria-label="Asking who you are" /></Bullseye>;
}
