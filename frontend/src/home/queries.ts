import {queryOptions} from '@tanstack/react-query';
import {api, ask} from '../api/client';
import type {Host} from '../api/model';

const COUNTED = 500;

/** How many hosts are in a state, as far as one page counts. */
export const hostCountQuery = (state: Host['state']) =>
  queryOptions({
    queryKey: ['hosts', 'list', 'count', state],
    queryFn: async () => {
      const {items, next} = await ask(api.GET('/api/v1/hosts', {params: {query: {state, limit: COUNTED}}}));
      return {count: items.length, more: Boolean(next)};
    },
    refetchInterval: 30_000,
  });

export const driftSummaryQuery = (groupBy: string, selector = '') =>
  queryOptions({
    queryKey: ['drift', 'summary', groupBy, selector],
    queryFn: () => ask(api.GET('/api/v1/drift/summary', {params: {query: {groupBy, ...(selector ? {selector} : {})}}})),
    refetchInterval: 30_000,
  });
