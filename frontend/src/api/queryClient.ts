import {MutationCache, QueryCache, QueryClient} from '@tanstack/react-query';
import {asProblem} from './problem';

export const SESSION = ['session'];

function noticeSignOut(thrown: unknown) {
  if (asProblem(thrown).status === 401) queryClient.setQueryData(SESSION, null);
}

/** Reads are retried twice with growing, jittered pauses; a clear answer of the server (4xx) is never asked for again. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({onError: noticeSignOut}),
  mutationCache: new MutationCache({onError: noticeSignOut}),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, thrown) => failures < 2 && !isAnswer(asProblem(thrown).status),
      retryDelay: attempt => 500 * 2 ** attempt * (0.75 + Math.random() / 2),
    },
  },
});

const isAnswer = (status: number) => status >= 400 && status < 500;
