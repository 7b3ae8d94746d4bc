import {api, ask} from '../api/client';
import {paged} from '../parts/paged';

export type HostFilter = {selector?: string | undefined; platform?: string | undefined; state?: string | undefined; q?: string | undefined};

export const given = <T extends Record<string, string | undefined>>(filter: T) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as {[K in keyof T]?: string};

export const hostsQuery = (filter: HostFilter, limit = 100) =>
  paged(['hosts', 'list', given(filter), limit], query => ask(api.GET('/api/v1/hosts', {params: {query: {...query, ...given(filter), limit}}})));
