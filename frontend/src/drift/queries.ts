import {api, ask} from '../api/client';
import {given} from '../hosts/queries';
import {paged} from '../parts/paged';

export type DriftFilter = {selector?: string | undefined; kind?: string | undefined};

export const driftQuery = (filter: DriftFilter) =>
  paged(['drift', 'list', given(filter)], query => ask(api.GET('/api/v1/drift', {params: {query: {...query, ...given(filter), limit: 100}}})));
