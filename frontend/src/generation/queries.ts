import {queryOptions} from '@tanstack/react-query';
import {api, ask, ifMatch} from '../api/client';
import type {Generation} from '../api/model';
import {queryClient} from '../api/queryClient';

export const generationQuery = (id: string) =>
  queryOptions({queryKey: ['generations', id], queryFn: () => ask(api.GET('/api/v1/generations/{id}', {params: {path: {id}}})), staleTime: 60_000});

export async function quarantine(generation: Generation, verb: 'quarantine' | 'release', reason: string) {
  const params = {path: {id: generation.id}, header: ifMatch(generation.revision)};
  try {
    return await ask(verb === 'quarantine'
      ? api.POST('/api/v1/generations/{id}/quarantine', {params, body: {reason}})
      : api.POST('/api/v1/generations/{id}/release', {params, body: {reason}}));
  } finally {
    await queryClient.invalidateQueries({queryKey: ['generations']});
  }
}
