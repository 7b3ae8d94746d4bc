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

const COUNTED = 500;

export const matchQuery = (selector: string, platform: string | undefined) =>
  queryOptions({
    queryKey: ['hosts', 'list', 'match', selector, platform ?? ''],
    queryFn: async () => {
      const {items, next} = await ask(api.GET('/api/v1/hosts', {params: {query: {limit: COUNTED, ...(selector ? {selector} : {}), ...(platform ? {platform} : {})}}}));
      return {hosts: items.length, more: Boolean(next)};
    },
    placeholderData: kept => kept,
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
