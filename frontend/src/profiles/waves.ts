import type {Profile} from '../api/model';
import {toTyped} from '../parts/duration';

/** `canary 1, soak 10m → rest`. */
export const inShort = ({waves}: Pick<Profile, 'waves'>) =>
  (waves ?? []).map(wave => `${wave.name}${wave.size === wave.name ? '' : ` ${wave.size}`}${wave.soak ? `, soak ${toTyped(wave.soak)}` : ''}${wave.approval ? ', approval' : ''}`).join(' → ');
