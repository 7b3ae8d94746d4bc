import {queryOptions} from '@tanstack/react-query';
import {api, ask} from '../api/client';
import type {Rollout, RolloutRequest} from '../api/model';
import {queryClient} from '../api/queryClient';

export const previewQuery = (body: RolloutRequest, enabled: boolean) =>
  queryOptions({
    queryKey: ['preview', body],
    queryFn: () => ask(api.POST('/api/v1/rollouts/preview', {body})),
    enabled,
    staleTime: 10_000,
    refetchInterval: 30_000,
    placeholderData: kept => kept,
  });

/** Generations to choose from. */
export const choicesQuery = queryOptions({
  queryKey: ['generations', 'choices'],
  queryFn: async () => (await ask(api.GET('/api/v1/generations', {params: {query: {limit: 200}}}))).items,
});

export async function create(body: RolloutRequest): Promise<Rollout> {
  const rollout = await ask(api.POST('/api/v1/rollouts', {body}));
  await queryClient.invalidateQueries({queryKey: ['rollouts', 'list']});
  return rollout;
}

/**
 * Creates a rollout and starts exactly the plan that was previewed. The server refuses when the fleet has changed
 * since; trying again then starts the rollout that was created, not a second one.
 */
export class Launch {
  private created: {body: string; rollout: Rollout} | null = null;

  async start(request: RolloutRequest, reason: string, planHash: string): Promise<Rollout> {
    const {id} = await this.once(request);
    try {
      return await ask(api.POST('/api/v1/rollouts/{id}/start', {params: {path: {id}}, body: {reason, planHash}}));
    } finally {
      await Promise.all([queryClient.invalidateQueries({queryKey: ['rollouts']}), queryClient.invalidateQueries({queryKey: ['preview']})]);
    }
  }

  private async once(request: RolloutRequest): Promise<Rollout> {
    const body = JSON.stringify(request);
    if (this.created?.body !== body) this.created = {body, rollout: await create(request)};
    return this.created.rollout;
  }
}

/** The same seed, so that a slider that returns shows the same again. */
const SEED = 1;
const RUNS = 2_000;

export const simulationQuery = (request: RolloutRequest, defectRate: number) =>
  queryOptions({
    queryKey: ['simulation', request, defectRate],
    queryFn: async () => ask(api.POST('/api/v1/rollouts/simulate', {body: {...request, name: request.name || 'simulation', defectRate, runs: RUNS, seed: SEED}})),
    staleTime: 60_000,
    placeholderData: kept => kept,
  });
