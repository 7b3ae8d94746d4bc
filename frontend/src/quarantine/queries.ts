import {api, ask} from '../api/client';
import type {Generation, Page, QuarantineRow} from '../api/model';
import {isAbsent} from '../api/problem';
import {paged} from '../parts/paged';

type Cursor = {cursor?: string};

const fromGeneration = ({id, name, platform, quarantined}: Generation): QuarantineRow[] =>
  quarantined ? [{id, generationId: id, generation: name, platform, selector: quarantined.selector ?? '', reason: quarantined.reason, rolloutId: quarantined.rolloutId ?? null, at: quarantined.at}] : [];

/** Where the server lists no quarantines of their own, those in force stand at the generations. */
async function ofGenerations(query: Cursor): Promise<Page<QuarantineRow>> {
  const {items, next} = await ask(api.GET('/api/v1/generations', {params: {query: {...query, limit: 200}}}));
  return {items: items.flatMap(fromGeneration), next: next ?? null};
}

async function page(query: Cursor): Promise<Page<QuarantineRow>> {
  try {
    return await ask(api.GET('/api/v1/quarantines', {params: {query: {...query, limit: 50}}}));
  } catch (thrown) {
    if (!isAbsent(thrown)) throw thrown;
    return ofGenerations(query);
  }
}

export const quarantinesQuery = () => paged(['generations', 'quarantines'], page);
