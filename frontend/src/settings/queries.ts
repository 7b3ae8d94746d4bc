import {api, ask, ifMatch} from '../api/client';
import type {NewApiToken, NewEnrollmentToken, NewUser, Role, User} from '../api/model';
import {queryClient} from '../api/queryClient';
import {paged} from '../parts/paged';

export const enrollmentTokensQuery = paged(['enrollment-tokens'], query => ask(api.GET('/api/v1/enrollment-tokens', {params: {query: {...query, limit: 50}}})));
export const apiTokensQuery = paged(['api-tokens'], query => ask(api.GET('/api/v1/api-tokens', {params: {query: {...query, limit: 50}}})));

export const usersQuery = paged(['users'], query => ask(api.GET('/api/v1/users', {params: {query: {...query, limit: 50}}})));

const refresh = (key: string) => queryClient.invalidateQueries({queryKey: [key]});

export async function issueEnrollmentToken(body: NewEnrollmentToken) {
  const issued = await ask(api.POST('/api/v1/enrollment-tokens', {body}));
  await refresh('enrollment-tokens');
  return issued;
}

export async function revokeEnrollmentToken(id: string) {
  await ask(api.DELETE('/api/v1/enrollment-tokens/{id}', {params: {path: {id}}}));
  await refresh('enrollment-tokens');
}

export async function issueApiToken(body: NewApiToken) {
  const issued = await ask(api.POST('/api/v1/api-tokens', {body}));
  await refresh('api-tokens');
  return issued;
}

export async function revokeApiToken(id: string) {
  await ask(api.DELETE('/api/v1/api-tokens/{id}', {params: {path: {id}}}));
  await refresh('api-tokens');
}

export async function addUser(body: NewUser) {
  const user = await ask(api.POST('/api/v1/users', {body}));
  await refresh('users');
  return user;
}

const chosen = ({id, revision}: User) => ({path: {id}, header: ifMatch(revision)});

/** A refused change is shown as it is, not as it was wished. */
export async function changeRole(user: User, role: Role) {
  try {
    return await ask(api.PATCH('/api/v1/users/{id}', {params: chosen(user), body: {role}}));
  } finally {
    await refresh('users');
  }
}

export async function removeUser(user: User) {
  await ask(api.DELETE('/api/v1/users/{id}', {params: chosen(user)}));
  await refresh('users');
}
