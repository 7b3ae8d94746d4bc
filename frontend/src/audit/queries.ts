import {queryOptions} from '@tanstack/react-query';
import {api, ask} from '../api/client';
import {given} from '../hosts/queries';
import {paged} from '../parts/paged';

export type AuditFilter = {actor?: string | undefined; subject?: string | undefined};

export const auditQuery = (filter: AuditFilter) =>
  paged(['audit', 'list', given(filter)], query => ask(api.GET('/api/v1/audit', {params: {query: {...query, ...given(filter), limit: 100}}})));

export const verifyQuery = queryOptions({queryKey: ['audit-verification'], queryFn: () => ask(api.GET('/api/v1/audit/verify')), enabled: false});
