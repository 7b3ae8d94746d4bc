import {Alert, Form} from '@patternfly/react-core';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {useState} from 'react';
import type {Plan} from '../api/model';
import {asProblem, type Problem} from '../api/problem';
import {useRole} from '../api/session';
import {whyNot} from '../parts/may';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {ReasonDialog} from '../parts/ReasonDialog';
import {VerbButton} from '../parts/VerbButton';
import {type Change, check, type Draft, EMPTY, type Errors, toRequest} from './draft';
import {Limits} from './Limits';
import {PlanPreview} from './PlanPreview';
import {Rules} from './Rules';
import {Shape} from './Shape';
import {Simulate} from './Simulate';
import {fieldErrors, useLaunch, usePreview} from './useDraft';
import {What} from './What';
import {When} from './When';

/** The pointers whose messages stand at a field of this form. */
const SHOWN = /^\/(name|generationId|selector|profile|maxUnavailable|maxUnavailablePerDomain|startRate|spreadBy|cover|expectedFailureRate|minHealthy|onFailure|rollbackScope|rollback|overlap|newcomers|finalSoak|approvals\/(required|from|validFor)|schedule\/(notBefore|calendars|overrun)|dependsOn|dependsOn\/\d+(\/(rolloutId|soak))?|(spreadBy|cover)\/0|waves|waves\/\d+(\/(name|size|soak|maxFailed|deadline|gates(\/\d+)?))?)$/;

/** Null once there is a plan that can run as shown. */
function whyNotStart(plan: Plan | undefined, problem: Problem | null, fresh: boolean): string | null {
  if (problem) return 'The plan is refused; see why beside the form.';
  if (!plan || !fresh) return 'The plan is still being made.';
  return plan.lint.find(({level}) => level === 'ERROR')?.message ?? null;
}

function Summary({plan}: {plan: Plan}) {
  const first = plan.waves[0]?.hosts ?? [];
  const others = (plan.waves[0]?.count ?? first.length) - Math.min(3, first.length);
  const total = plan.waves.reduce((sum, {hosts, count}) => sum + (count ?? hosts.length), 0);
  return (
    <p>
      {total} hosts move in {plan.waves.length} waves, beginning with {first.slice(0, 3).map(({name}) => name).join(', ')}{others > 0 && ` and ${others} others`}.
      {' '}The plan that runs is the one you see, <code>{plan.planHash.slice(0, 12)}</code>; if the fleet has changed since, it does not start.
    </p>
  );
}

function Outcome({plan, problem, fresh, claimed}: {plan: Plan | undefined; problem: Problem | null; fresh: boolean; claimed: string[]}) {
  if (problem) return <ProblemAlert thrown={problem} title="No plan can be made" claimed={claimed} />;
  if (plan) return <PlanPreview plan={plan} fresh={fresh} />;
  return <Alert isInline component="p" variant="info" title="The plan appears here as you type: exactly which hosts move, in which wave." />;
}

function Inputs({draft, errors, change}: {draft: Draft; errors: Errors; change: Change}) {
  return (
    <div>
      <Panel title="What and where"><div className="pf-v6-c-form"><What draft={draft} errors={errors} onChange={change} /></div></Panel>
      <Panel title="Waves"><div className="pf-v6-c-form"><Shape draft={draft} errors={errors} onChange={change} /></div></Panel>
      <Panel title="Limits"><div className="pf-v6-c-form"><Limits draft={draft} errors={errors} onChange={change} /></div></Panel>
      <Panel title="When"><div className="pf-v6-c-form"><When draft={draft} errors={errors} onChange={change} /></div></Panel>
      <Panel title="Approval and failure"><div className="pf-v6-c-form"><Rules draft={draft} errors={errors} onChange={change} /></div></Panel>
    </div>
  );
}

export function NewRolloutScreen() {
  const {generation = '', selector = ''} = useSearch({from: '/rollouts/new'});
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({...EMPTY, generationId: generation, selector});
  const [starting, setStarting] = useState(false);
  const [touched, setTouched] = useState(false);
  const {plan, problem, fresh} = usePreview(draft);
  const {drafting, start} = useLaunch(draft, plan, ({id}) => navigate({to: '/rollouts/$id', params: {id}}));
  const errors = fieldErrors(draft, touched, [problem, drafting.error && asProblem(drafting.error)]);
  const claimed = Object.keys(errors).filter(pointer => SHOWN.test(pointer));
  const refusal = whyNot(useRole(), 'OPERATOR') ?? Object.values(check(draft))[0] ?? null;
  const unready = whyNotStart(plan, problem, fresh);
  return (
    <>
      <PageHead title="New rollout" above={<Link to="/rollouts">Rollouts</Link>} actions={
        <>
          <VerbButton size="sm" variant="secondary" whyNot={refusal} isLoading={drafting.isPending} onClick={() => drafting.mutate()}>Keep as draft</VerbButton>
          <VerbButton size="sm" whyNot={refusal ?? unready} onClick={() => setStarting(true)}>Create and start</VerbButton>
        </>} />
      <Form onSubmit={event => event.preventDefault()} onBlur={() => setTouched(Boolean(draft.generationId))}>
        <div className="bw-halves">
          <Inputs draft={draft} errors={errors} change={part => setDraft(old => ({...old, ...part}))} />
          <div className="bw-follow">
            <ProblemAlert thrown={drafting.error} title="Not created" claimed={claimed} />
            <Outcome plan={plan} problem={problem} fresh={fresh} claimed={claimed} />
            {plan && <Simulate request={toRequest(draft)} />}
          </div>
        </div>
      </Form>
      {starting && plan && (
        <ReasonDialog title={`Start ${draft.name}`} verb="Start the rollout" act={start} onClose={() => setStarting(false)}><Summary plan={plan} /></ReasonDialog>
      )}
    </>
  );
}
