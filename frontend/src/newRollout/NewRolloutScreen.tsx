import {Alert, Form} from '@patternfly/react-core';
import {useMutation, useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {useRef, useState} from 'react';
import type {Rollout} from '../api/model';
import {asProblem, messagesByField} from '../api/problem';
import {useRole} from '../api/session';
import {whyNot} from '../parts/may';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {ReasonDialog} from '../parts/ReasonDialog';
import {VerbButton} from '../parts/VerbButton';
import {check, type Draft, EMPTY, toRequest} from './draft';
import {Limits} from './Limits';
import {PlanPreview} from './PlanPreview';
import {create, Launch, previewQuery} from './queries';
import {useSettled} from './useSettled';
import {WavesEditor} from './WavesEditor';
import {What} from './What';

const SHOWN = /^\/(name|generationId|selector|maxUnavailable|minHealthy|onFailure|schedule\/notBefore|waves|waves\/\d+(\/(name|size|soak|maxFailed|deadline))?)$/;

/** The plan for what is typed, as the server makes it, a moment after typing stops. */
function usePreview(draft: Draft) {
  const settled = useSettled(draft);
  const complete = Object.keys(check({...settled, name: settled.name || 'preview'})).length === 0;
  const preview = useQuery(previewQuery(toRequest({...settled, name: settled.name || 'preview'}), complete));
  const problem = complete && preview.error ? asProblem(preview.error) : null;
  const fresh = !preview.isPlaceholderData && !preview.isFetching && JSON.stringify(settled) === JSON.stringify(draft);
  return {plan: complete && !problem ? preview.data : undefined, problem, fresh, complete};
}

export function NewRolloutScreen() {
  const search = useSearch({from: '/rollouts/new'});
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({...EMPTY, generationId: search.generation ?? '', selector: search.selector ?? ''});
  const [starting, setStarting] = useState(false);
  const [tried, setTried] = useState(false);
  const launch = useRef(new Launch());
  const change = (part: Partial<Draft>) => setDraft(old => ({...old, ...part}));
  const {plan, problem, fresh} = usePreview(draft);
  const open = ({id}: Rollout) => navigate({to: '/rollouts/$id', params: {id}});
  const drafting = useMutation({mutationFn: () => create(toRequest(draft)), onSuccess: open});
  const own = check(draft);
  const errors = {...messagesByField(problem), ...messagesByField(drafting.error ? asProblem(drafting.error) : null), ...(tried ? own : {})};
  const incomplete = Object.values(own)[0] ?? null;
  const refusal = whyNot(useRole(), 'OPERATOR') ?? incomplete;
  const notReady = refusal ?? (problem ? 'The plan is refused; see why beside it.' : !plan || !fresh ? 'The plan is still being made.' : null);
  const claimed = (shown: Record<string, string>) => Object.keys(shown).filter(pointer => SHOWN.test(pointer));
  const createAndStart = async (reason: string) => open(await launch.current.start(toRequest(draft), reason, plan?.planHash ?? ''));
  return (
    <>
      <PageHead title="New rollout" above={<Link to="/rollouts">Rollouts</Link>} actions={
        <>
          <VerbButton size="sm" variant="secondary" whyNot={refusal} isLoading={drafting.isPending} onClick={() => drafting.mutate()}>Keep as draft</VerbButton>
          <VerbButton size="sm" whyNot={notReady} onClick={() => setStarting(true)}>Create and start</VerbButton>
        </>} />
      <Form onSubmit={event => event.preventDefault()} onBlur={() => draft.generationId && setTried(true)}>
        <div className="bw-halves">
          <div>
            <Panel title="What and where"><div className="pf-v6-c-form"><What draft={draft} errors={errors} onChange={change} /></div></Panel>
            <Panel title="Waves"><div className="pf-v6-c-form"><WavesEditor waves={draft.waves} errors={errors} onChange={waves => change({waves})} /></div></Panel>
            <Panel title="Limits"><div className="pf-v6-c-form"><Limits draft={draft} errors={errors} onChange={change} /></div></Panel>
          </div>
          <div>
            <ProblemAlert thrown={drafting.error} title="Not created" claimed={claimed(errors)} />
            <ProblemAlert thrown={problem} title="No plan can be made" claimed={claimed(errors)} />
            {plan ? <PlanPreview plan={plan} fresh={fresh} /> : !problem && <Alert isInline component="p" variant="info" title="The plan appears here as you type: exactly which hosts move, in which wave." />}
          </div>
        </div>
      </Form>
      {starting && plan && (
        <ReasonDialog title={`Start ${draft.name}`} verb="Start the rollout" act={createAndStart} onClose={() => setStarting(false)}>
          <p>{plan.waves.reduce((sum, {hosts}) => sum + hosts.length, 0)} hosts move in {plan.waves.length} waves, beginning with {plan.waves[0]?.hosts.slice(0, 3).map(({name}) => name).join(', ')}{(plan.waves[0]?.hosts.length ?? 0) > 3 && ' and others'}. The plan that runs is the one you see, <code>{plan.planHash.slice(0, 12)}</code>; if the fleet has changed since, it does not start.</p>
        </ReasonDialog>
      )}
    </>
  );
}
