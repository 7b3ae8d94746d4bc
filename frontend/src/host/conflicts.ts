import {api, ask} from '../api/client';
import {queryClient} from '../api/queryClient';

export type Decision = 'ADOPT' | 'KEEP';

/** What a person can decide of a host that knows more than the restored database. */
export const DECISIONS: Record<Decision, {label: string; effect: string}> = {
  ADOPT: {label: 'Adopt what it runs', effect: 'What the host runs becomes what it should run; rollouts let go of it.'},
  KEEP: {label: 'Keep what the database says', effect: 'The host is steered by this database again, to what that says it should run.'},
};

async function refreshed<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } finally {
    await queryClient.invalidateQueries({queryKey: ['hosts']});
  }
}

export const resolve = (id: string, decision: Decision, reason: string) =>
  refreshed(ask(api.POST('/api/v1/hosts/{id}/resolve-conflict', {params: {path: {id}}, body: {decision, reason}})));

const CALLS = 200;

/** Every host in conflict that the selector matches, call by call, since one call resolves only so many. */
export async function resolveAll(selector: string, decision: Decision, reason: string): Promise<number> {
  let hosts = 0;
  for (let call = 0; call < CALLS; call++) {
    const answer = await refreshed(ask(api.POST('/api/v1/hosts/resolve-conflicts', {body: {selector, decision, reason}})));
    hosts += answer.hosts;
    if (!answer.more || answer.hosts === 0) break;
  }
  return hosts;
}
