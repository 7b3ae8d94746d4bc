import {queryOptions} from '@tanstack/react-query';
import {api, ask, ifMatch} from '../api/client';
import type {Profile, ProfileFields} from '../api/model';
import {queryClient} from '../api/queryClient';
import {paged} from '../parts/paged';

const path = (name: string) => ({path: {name}});

export const profilesQuery = paged(['profiles', 'list'], query => ask(api.GET('/api/v1/profiles', {params: {query: {...query, limit: 50}}})));

/** Profiles to choose from; none where the server has none. */
export const profileChoicesQuery = queryOptions({
  queryKey: ['profiles', 'choices'],
  queryFn: async () => (await ask(api.GET('/api/v1/profiles', {params: {query: {limit: 200}}}))).items,
  staleTime: 60_000,
});

export const profileQuery = (name: string) => queryOptions({queryKey: ['profiles', name], queryFn: () => ask(api.GET('/api/v1/profiles/{name}', {params: path(name)}))});

async function refreshed<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } finally {
    await queryClient.invalidateQueries({queryKey: ['profiles']});
  }
}

export const create = (body: ProfileFields) => refreshed(ask(api.POST('/api/v1/profiles', {body})));
export const change = ({name, revision}: Profile, body: ProfileFields) => refreshed(ask(api.PUT('/api/v1/profiles/{name}', {params: {...path(name), header: ifMatch(revision)}, body})));
export const remove = ({name, revision}: Profile) => refreshed(ask(api.DELETE('/api/v1/profiles/{name}', {params: {...path(name), header: ifMatch(revision)}})));

/** Back to what it was built in as, as its next version. */
export const reset = ({name, revision}: Profile) => refreshed(ask(api.POST('/api/v1/profiles/{name}/reset', {params: {...path(name), header: ifMatch(revision)}})));

export const versionsQuery = (name: string) => paged(['profiles', name, 'versions'], query => ask(api.GET('/api/v1/profiles/{name}/versions', {params: {...path(name), query: {...query, limit: 20}}})));
