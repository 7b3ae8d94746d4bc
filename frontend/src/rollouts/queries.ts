import {api, ask} from '../api/client';
import {paged} from '../parts/paged';

export const rolloutsQuery = (limit = 50) =>
  paged(['rollouts', 'list', limit], query => ask(api.GET('/api/v1/rollouts', {params: {query: {...query, limit}}})));
