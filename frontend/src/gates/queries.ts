import {queryOptions} from '@tanstack/react-query';
import {api, ask, ifMatch} from '../api/client';
import type {Gate, GateFields} from '../api/model';
import {queryClient} from '../api/queryClient';
import {paged} from '../parts/paged';

const path = (id: string) => ({path: {id}});

export const gatesQuery = paged(['gates', 'list'], query => ask(api.GET('/api/v1/gates', {params: {query: {...query, limit: 50}}})));

/** Gates to choose from. */
export const gateChoicesQuery = queryOptions({
  queryKey: ['gates', 'choices'],
  queryFn: async () => (await ask(api.GET('/api/v1/gates', {params: {query: {limit: 200}}}))).items,
});

/** Rollouts that a gate may be tried for, newest first. */
export const rolloutChoicesQuery = queryOptions({
  queryKey: ['rollouts', 'choices'],
  queryFn: async () => (await ask(api.GET('/api/v1/rollouts', {params: {query: {limit: 50}}}))).items,
});

export const gateQuery = (id: string) => queryOptions({queryKey: ['gates', id], queryFn: () => ask(api.GET('/api/v1/gates/{id}', {params: path(id)}))});

async function refreshed<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } finally {
    await queryClient.invalidateQueries({queryKey: ['gates']});
  }
}

export const create = (body: GateFields) => refreshed(ask(api.POST('/api/v1/gates', {body})));
export const change = ({id, revision}: Gate, body: GateFields) => refreshed(ask(api.PATCH('/api/v1/gates/{id}', {params: {...path(id), header: ifMatch(revision)}, body})));
export const attempt = ({id}: Gate, body: {rolloutId?: string}) => ask(api.POST('/api/v1/gates/{id}/try', {params: path(id), body}));
export const remove = ({id, revision}: Gate) => refreshed(ask(api.DELETE('/api/v1/gates/{id}', {params: {...path(id), header: ifMatch(revision)}})));
