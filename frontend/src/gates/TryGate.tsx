import {useMutation, useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import type {Gate, GateTrial} from '../api/model';
import {useRole} from '../api/session';
import {Choice} from '../parts/Choice';
import {Mark} from '../parts/Mark';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {lookOf, VERDICTS} from '../parts/states';
import {VerbButton} from '../parts/VerbButton';
import {figure, isWeb} from '../rollout/gateTile';
import {attempt, rolloutChoicesQuery} from './queries';

/** What the gate said, with what it rests on. */
export function TrialResult({trial: {verdict, why, value, query, link, raw}}: {trial: GateTrial}) {
  return (
    <div role="status" className="bw-stack">
      <p><Mark look={lookOf(VERDICTS, verdict)} /> {typeof value === 'number' && <b className="bw-num">{figure(value)} </b>}{why}</p>
      {query && <p><code>{query}</code></p>}
      {isWeb(link) && <p><a href={link} target="_blank" rel="noreferrer">Look at it there</a></p>}
      {raw && <details><summary>The answer as received</summary><pre className="bw-code">{raw}</pre></details>}
    </div>
  );
}

/** Asks the gate as it is saved, once. Nothing hangs on the answer. */
export function TryGate({gate}: {gate: Gate}) {
  const [rollout, setRollout] = useState('');
  const {data} = useQuery(rolloutChoicesQuery);
  const trying = useMutation({
    mutationFn: () => attempt(gate, rollout ? {rolloutId: rollout} : {}),
  });
  return (
    <Panel title="Try it" beside={<VerbButton size="sm" variant="secondary" whyNot={whyNot(useRole(), 'OPERATOR')} isLoading={trying.isPending} onClick={() => trying.mutate()}>Try now</VerbButton>}>
      <Choice label="As if for" value={rollout} any="nothing in particular" options={(data ?? []).map(({id, name}) => [id, name] as const)} onChange={setRollout} />
      <p className="bw-dim">Asks once, as it is saved. Nothing hangs on the answer.</p>
      <ProblemAlert thrown={trying.error} title="Not tried" />
      {trying.data && <TrialResult trial={trying.data} />}
    </Panel>
  );
}
