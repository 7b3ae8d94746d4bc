import createClient, {type Middleware} from 'openapi-fetch';
import type {Session} from './model';
import {Problem, type ProblemBody} from './problem';
import {queryClient, SESSION} from './queryClient';
import type {paths} from './schema';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

const csrf: Middleware = {
  onRequest({request}) {
    const token = queryClient.getQueryData<Session | null>(SESSION)?.csrfToken;
    if (token && !SAFE.includes(request.method)) request.headers.set('X-CSRF-TOKEN', token);
    return request;
  },
};

export const api = createClient<paths>({baseUrl: globalThis.location?.origin});
api.use(csrf);

type Answer<T> = {data?: T; error?: unknown; response: Response};

/** The body of an answer, or the problem it carries, thrown. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  const {data, error, response} = await call.catch(() => {
    throw new Problem(0);
  });
  if (!response.ok) throw new Problem(response.status, typeof error === 'object' && error !== null ? (error as ProblemBody) : {});
  return data as T;
}

/** The header that makes the server refuse (412) when somebody else was faster. */
export const ifMatch = (revision: number) => ({'If-Match': `"${revision}"`});

/** A body that is no JSON, which the typed client cannot send. */
export async function send(method: string, path: string, type: string, body: string, header: Record<string, string> = {}): Promise<unknown> {
  const token = queryClient.getQueryData<Session | null>(SESSION)?.csrfToken;
  const headers = {'Content-Type': type, ...header, ...(token ? {'X-CSRF-TOKEN': token} : {})};
  const response = await fetch(path, {method, headers, body}).catch(() => {
    throw new Problem(0);
  });
  const text = await response.text();
  const answer = text && response.headers.get('Content-Type')?.includes('json') ? (JSON.parse(text) as unknown) : null;
  if (!response.ok) throw new Problem(response.status, (answer ?? {}) as ProblemBody);
  return answer;
}
