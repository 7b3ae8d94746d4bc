import type {RolloutSpec, Wave} from '../api/model';

/** The wave behind the plan, for hosts that come to match meanwhile. */
const NEWCOMERS = 'newcomers';

/** Every wave that runs: newcomers join on the terms of the last planned one. */
export function wavesOf({waves, newcomers}: RolloutSpec): RolloutSpec['waves'] {
  const last = waves.at(-1);
  return newcomers === 'JOIN' && last ? [...waves, {...last, name: NEWCOMERS, size: NEWCOMERS}] : waves;
}

/** Whom it will move is not known before the wave ahead of it has passed. */
export const isUnlisted = ({size, state, hosts}: Pick<Wave, 'size' | 'state' | 'hosts'>) => size === NEWCOMERS && state === 'PENDING' && hosts === 0;
