import {queryOptions} from '@tanstack/react-query';
import {api, ask} from '../api/client';

/** What waits for an approver, at most as much as anyone goes through at a time. */
export const pendingQuery = queryOptions({
  queryKey: ['rollouts', 'approvals'],
  queryFn: async () => (await ask(api.GET('/api/v1/approvals', {params: {query: {state: 'pending', limit: 100}}}))).items,
  refetchInterval: 20_000,
});
