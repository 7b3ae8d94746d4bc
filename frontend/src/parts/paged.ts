import {infiniteQueryOptions, type QueryKey} from '@tanstack/react-query';
import type {Page} from '../api/model';

type Cursor = {cursor?: string};

/** A keyset-paged list as one growing list. */
export function paged<T>(queryKey: QueryKey, fetchPage: (query: Cursor) => Promise<Page<T>>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({pageParam}) => fetchPage(pageParam ? {cursor: pageParam} : {}),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
    select: ({pages}) => pages.flatMap(page => page.items),
  });
}
