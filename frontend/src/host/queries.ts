import {queryOptions} from '@tanstack/react-query';
import {api, ask, ifMatch} from '../api/client';
import type {Host, HostPatch} from '../api/model';
import {queryClient} from '../api/queryClient';
import {paged} from '../parts/paged';

const path = (id: string) => ({path: {id}});

export const hostQuery = (id: string) =>
  queryOptions({queryKey: ['hosts', id], queryFn: () => ask(api.GET('/api/v1/hosts/{id}', {params: path(id)})), refetchInterval: 15_000});

export const explainQuery = (id: string) =>
  queryOptions({queryKey: ['hosts', id, 'explain'], queryFn: () => ask(api.GET('/api/v1/hosts/{id}/explain', {params: path(id)})), refetchInterval: 15_000});

export const historyQuery = (id: string) =>
  paged(['hosts', id, 'history'], query => ask(api.GET('/api/v1/hosts/{id}/history', {params: {...path(id), query: {...query, limit: 50}}})));

/** A merge patch (RFC 7396): null takes a label away or lets go of the host, which OpenAPI's types cannot say. */
export type Change = {labels?: Record<string, string | null>; hold?: {reason: string; until?: string} | null};

export async function patch(host: Host, change: Change) {
  const body = change as HostPatch;
  try {
    return await ask(api.PATCH('/api/v1/hosts/{id}', {params: {...path(host.id), header: ifMatch(host.revision)}, body}));
  } finally {
    await queryClient.invalidateQueries({queryKey: ['hosts']});
  }
}

export async function forget(host: Host) {
  await ask(api.DELETE('/api/v1/hosts/{id}', {params: {...path(host.id), header: ifMatch(host.revision)}}));
  await queryClient.invalidateQueries({queryKey: ['hosts', 'list']});
}
