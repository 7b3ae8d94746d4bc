import {queryOptions} from '@tanstack/react-query';
import {api, ask, ifMatch, send} from '../api/client';
import type {Calendar, CalendarFields} from '../api/model';
import {queryClient} from '../api/queryClient';
import {paged} from '../parts/paged';

const path = (id: string) => ({path: {id}});

export const calendarsQuery = paged(['calendars', 'list'], query => ask(api.GET('/api/v1/calendars', {params: {query: {...query, limit: 50}}})));

/** Calendars to choose from. */
export const calendarChoicesQuery = queryOptions({
  queryKey: ['calendars', 'choices'],
  queryFn: async () => (await ask(api.GET('/api/v1/calendars', {params: {query: {limit: 200}}}))).items,
});

export const calendarQuery = (id: string) =>
  queryOptions({queryKey: ['calendars', id], queryFn: () => ask(api.GET('/api/v1/calendars/{id}', {params: path(id)}))});

export const openingsQuery = (id: string, count = 10) =>
  queryOptions({
    queryKey: ['calendars', id, 'openings', count],
    queryFn: () => ask(api.GET('/api/v1/calendars/{id}/openings', {params: {...path(id), query: {count}}})),
    staleTime: 60_000,
  });

/** When hosts of a selector may be moved, all calendars that apply to them taken together. */
export const commonOpeningsQuery = (selector: string, calendars: string[], count = 3) =>
  queryOptions({
    queryKey: ['calendars', 'openings', selector, calendars, count],
    queryFn: () => ask(api.GET('/api/v1/calendars/openings', {params: {query: {count, ...(selector ? {selector} : {}), ...(calendars.length > 0 ? {calendars} : {})}}})),
    staleTime: 60_000,
    placeholderData: kept => kept,
  });

async function refreshed<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } finally {
    await queryClient.invalidateQueries({queryKey: ['calendars']});
  }
}

export const create = (body: CalendarFields) => refreshed(ask(api.POST('/api/v1/calendars', {body})));

export const change = ({id, revision}: Calendar, body: CalendarFields) =>
  refreshed(ask(api.PATCH('/api/v1/calendars/{id}', {params: {...path(id), header: ifMatch(revision)}, body})));

export const remove = ({id, revision}: Calendar) => refreshed(ask(api.DELETE('/api/v1/calendars/{id}', {params: {...path(id), header: ifMatch(revision)}})));

export const feed = (id: string) => `/api/v1/calendars/${id}.ics`;

/** Takes the events of an `.ics` file into a calendar; the server names what it does not understand. */
export const importIcs = ({id, revision}: Calendar, ics: string) =>
  refreshed(send('POST', `/api/v1/calendars/${id}/import`, 'text/calendar', ics, ifMatch(revision)));
