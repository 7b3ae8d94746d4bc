import {queryOptions} from '@tanstack/react-query';
import {api, ask} from '../api/client';
import type {Host} from '../api/model';

const COUNTED = 500;

/** The label keys of hosts, each with how many values it has; keys that all hosts share the value of last. */
export function labelKeys(hosts: Pick<Host, 'labels'>[]): {key: string; values: number}[] {
  const found = new Map<string, Set<string>>();
  for (const {labels} of hosts) for (const [key, value] of Object.entries(labels ?? {})) found.set(key, (found.get(key) ?? new Set()).add(value));
  return [...found].map(([key, values]) => ({key, values: values.size})).sort((a, b) => Number(a.values === 1) - Number(b.values === 1) || a.values - b.values || a.key.localeCompare(b.key));
}

/** The hosts a selector matches, as far as one page counts, and their label keys. */
export const matchQuery = (selector: string, platform: string | undefined) =>
  queryOptions({
    queryKey: ['hosts', 'list', 'match', selector, platform ?? ''],
    queryFn: async () => {
      const {items, next} = await ask(api.GET('/api/v1/hosts', {params: {query: {limit: COUNTED, ...(selector ? {selector} : {}), ...(platform ? {platform} : {})}}}));
      return {hosts: items.length, more: Boolean(next), keys: labelKeys(items)};
    },
    placeholderData: kept => kept,
  });
