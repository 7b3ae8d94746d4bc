import {queryOptions} from '@tanstack/react-query';
import {api, ask, ifMatch} from '../api/client';
import type {Rollout, RolloutHost, RolloutEvent} from '../api/model';
import {queryClient} from '../api/queryClient';
import {paged} from '../parts/paged';

const PAGE = 500;
const path = (id: string) => ({path: {id}});

export const rolloutQuery = (id: string) =>
  queryOptions({queryKey: ['rollouts', id], queryFn: () => ask(api.GET('/api/v1/rollouts/{id}', {params: path(id)})), refetchInterval: 10_000});

export const explainQuery = (id: string) =>
  queryOptions({queryKey: ['rollouts', id, 'explain'], queryFn: () => ask(api.GET('/api/v1/rollouts/{id}/explain', {params: path(id)})), refetchInterval: 10_000});

export const planQuery = (id: string) =>
  queryOptions({queryKey: ['rollouts', id, 'plan'], queryFn: () => ask(api.GET('/api/v1/rollouts/{id}/plan', {params: path(id)})), staleTime: 60_000});

async function everyHost(id: string): Promise<RolloutHost[]> {
  const hosts: RolloutHost[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await ask(api.GET('/api/v1/rollouts/{id}/hosts', {params: {...path(id), query: {limit: PAGE, ...(cursor ? {cursor} : {})}}}));
    hosts.push(...page.items);
    if (!page.next) return hosts;
    cursor = page.next;
  }
}

/** Only for rollouts small enough to draw host by host. */
export const everyHostQuery = (id: string, enabled: boolean) =>
  queryOptions({queryKey: ['rollouts', id, 'hosts', 'all'], queryFn: () => everyHost(id), enabled, placeholderData: kept => kept});

export type HostFilter = {wave?: string | undefined; state?: string | undefined};

export const hostsQuery = (id: string, {wave, state}: HostFilter) =>
  paged(['rollouts', id, 'hosts', 'page', wave ?? '', state ?? ''], query =>
    ask(api.GET('/api/v1/rollouts/{id}/hosts', {params: {...path(id), query: {...query, limit: 50, ...(wave ? {wave} : {}), ...(state ? {state} : {})}}})));

const EVENT_PAGES = 10;

/** The log comes oldest first; a rollout's transitions and failures are few, so it is read to its end. */
async function everyEvent(id: string): Promise<RolloutEvent[]> {
  const events: RolloutEvent[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < EVENT_PAGES; page++) {
    const {items, next} = await ask(api.GET('/api/v1/rollouts/{id}/events', {params: {...path(id), query: {limit: PAGE, ...(cursor ? {cursor} : {})}}}));
    events.push(...items);
    if (!next) break;
    cursor = next;
  }
  return events;
}

export const eventsQuery = (id: string) => queryOptions({queryKey: ['rollouts', id, 'events'], queryFn: () => everyEvent(id), refetchInterval: 15_000});

/** What each gate said last, per wave. */
export const gatesQuery = (id: string) =>
  queryOptions({queryKey: ['rollouts', id, 'gates'], queryFn: async () => (await ask(api.GET('/api/v1/rollouts/{id}/gates', {params: path(id)}))).items, refetchInterval: 15_000});

export const gateHistoryQuery = (id: string, wave: string, gate: string) =>
  queryOptions({
    queryKey: ['rollouts', id, 'gates', wave, gate],
    queryFn: async () => (await ask(api.GET('/api/v1/rollouts/{id}/gates/evaluations', {params: {...path(id), query: {wave, gate, limit: 30}}}))).items,
    refetchInterval: 15_000,
  });

/** Lets a rollout move hosts whatever its calendars say, or heed them again. */
export async function overrideCalendars({id, revision}: Rollout, on: boolean, reason: string) {
  const params = {...path(id), header: ifMatch(revision)};
  try {
    return await ask(on ? api.POST('/api/v1/rollouts/{id}/override-calendars', {params, body: {reason}}) : api.DELETE('/api/v1/rollouts/{id}/override-calendars', {params, body: {reason}}));
  } finally {
    await queryClient.invalidateQueries({queryKey: ['rollouts']});
  }
}
