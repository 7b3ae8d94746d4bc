import {useMutation, useQuery} from '@tanstack/react-query';
import {useRef} from 'react';
import type {Plan, Rollout} from '../api/model';
import {asProblem, messagesByField, type Problem} from '../api/problem';
import {check, type Draft, type Errors, toRequest} from './draft';
import {create, Launch, previewQuery} from './queries';
import {useSettled} from '../parts/useSettled';

/** The plan for what is typed, as the server makes it, a moment after typing stops. */
export function usePreview(draft: Draft) {
  const settled = useSettled(draft);
  const named = {...settled, name: settled.name || 'preview'};
  const complete = Object.keys(check(named)).length === 0;
  const {data, error, isPlaceholderData, isFetching} = useQuery(previewQuery(toRequest(named), complete));
  const problem = complete && error ? asProblem(error) : null;
  const settledYet = JSON.stringify(settled) === JSON.stringify(draft);
  return {plan: complete && !problem ? data : undefined, problem, fresh: !isPlaceholderData && !isFetching && settledYet};
}

/** Keeping the draft, and starting it with exactly the plan that is shown. */
export function useLaunch(draft: Draft, plan: Plan | undefined, open: (rollout: Rollout) => unknown) {
  const launch = useRef(new Launch());
  const drafting = useMutation({mutationFn: () => create(toRequest(draft)), onSuccess: open});
  const start = async (reason: string) => open(await launch.current.start(toRequest(draft), reason, plan?.planHash ?? ''));
  return {drafting, start};
}

/** Every message that belongs to a field: the server's, and, once the form has been touched, the form's own. */
export function fieldErrors(draft: Draft, touched: boolean, problems: (Problem | null)[]): Errors {
  return Object.assign({}, ...problems.map(messagesByField), touched ? check(draft) : {});
}
