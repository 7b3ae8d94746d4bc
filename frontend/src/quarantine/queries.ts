import {api, ask} from '../api/client';
import {paged} from '../parts/paged';

type Cursor = {cursor?: string};

const page = (query: Cursor) => ask(api.GET('/api/v1/quarantines', {params: {query: {...query, limit: 50}}}));

export const quarantinesQuery = () => paged(['generations', 'quarantines'], page);
