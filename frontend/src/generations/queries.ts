import {api, ask} from '../api/client';
import type {NewGeneration} from '../api/model';
import {queryClient} from '../api/queryClient';
import {paged} from '../parts/paged';

export const generationsQuery = paged(['generations', 'list'], query => ask(api.GET('/api/v1/generations', {params: {query: {...query, limit: 50}}})));

export async function register(body: NewGeneration) {
  const generation = await ask(api.POST('/api/v1/generations', {body}));
  await queryClient.invalidateQueries({queryKey: ['generations', 'list']});
  return generation;
}
