import {queryOptions} from '@tanstack/react-query';
import {api, ask, ifMatch} from '../api/client';
import type {GlobalStop} from '../api/model';
import {queryClient} from '../api/queryClient';

export const stopQuery = queryOptions({queryKey: ['stop'], queryFn: () => ask(api.GET('/api/v1/stop')), refetchInterval: 30_000});

/** Stopping is never refused for having looked at old news; letting go is. */
export async function turn(stop: GlobalStop, stopped: boolean, reason: string) {
  const header = stopped ? {} : ifMatch(stop.revision);
  const answer = await ask(api.PUT('/api/v1/stop', {params: {header}, body: {stopped, reason}}));
  queryClient.setQueryData(stopQuery.queryKey, answer);
  await queryClient.invalidateQueries();
}
