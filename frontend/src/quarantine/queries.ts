import {api, ask} from '../api/client';
import {paged} from '../parts/paged';

export const quarantinesQuery = (generationId?: string) =>
  paged(['generations', 'quarantines', generationId ?? ''], query => ask(api.GET('/api/v1/quarantines', {params: {query: {...query, limit: 50, ...(generationId ? {generationId} : {})}}})));
