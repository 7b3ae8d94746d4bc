import {Alert} from '@patternfly/react-core';
import {asProblem, unclaimed} from '../api/problem';

/** A refusal in words, with the messages that no field of the form shows. */
export function ProblemAlert({thrown, title, claimed = []}: {thrown: unknown; title: string; claimed?: string[]}) {
  if (!thrown) return null;
  const problem = asProblem(thrown);
  const rest = unclaimed(problem, claimed);
  return (
    <Alert isInline variant="danger" component="p" title={title} role="alert">
      <p>{problem.message}</p>
      {rest.length > 0 && <ul>{rest.map(line => <li key={line}>{line}</li>)}</ul>}
    </Alert>
  );
}
