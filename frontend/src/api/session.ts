import {queryOptions, useMutation, useQuery} from '@tanstack/react-query';
import {api, ask} from './client';
import type {Role, Session} from './model';
import {asProblem} from './problem';
import {queryClient, SESSION} from './queryClient';

/** Null when nobody is signed in. */
async function readSession(): Promise<Session | null> {
  try {
    return await ask(api.GET('/api/v1/session'));
  } catch (thrown) {
    if (asProblem(thrown).status === 401) return null;
    throw thrown;
  }
}

export const sessionQuery = queryOptions({queryKey: SESSION, queryFn: readSession, staleTime: 60_000});

export const useSession = () => useQuery(sessionQuery);

/** The role of who is signed in; VIEWER while that is unknown. */
export const useRole = (): Role => useSession().data?.role ?? 'VIEWER';

export const useSignIn = () =>
  useMutation({
    mutationFn: (body: {name: string; password: string}) => ask(api.POST('/api/v1/session', {body})),
    onSuccess: () => queryClient.invalidateQueries({queryKey: SESSION}),
  });

export const useSignOut = () =>
  useMutation({
    mutationFn: () => ask(api.DELETE('/api/v1/session')),
    onSuccess: () => {
      queryClient.setQueryData(SESSION, null);
      queryClient.removeQueries({predicate: ({queryKey}) => queryKey[0] !== SESSION[0]});
    },
  });
