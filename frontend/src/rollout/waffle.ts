import type {RolloutHost, Wave} from '../api/model';
import {present} from '../parts/counts';
import type {HostTurn} from '../parts/states';

/** One square: a host, or `hosts` of them where there are too many to draw each. */
export type Cell = {key: string; state: HostTurn; column: number; row: number; hosts: number; host: RolloutHost | null};
export type WaffleWave = {name: string; cells: Cell[]; rows: number};

/** Up to here every host has a square of its own. */
export const DRAWN = 1_000;

const place = (index: number, columns: number) => ({column: index % columns, row: Math.floor(index / columns)});

/** Every host in a place of its own that does not change while its state does. */
export function byHost(hosts: RolloutHost[], waves: string[], columns: number): WaffleWave[] {
  const byName = [...hosts].sort((a, b) => a.name.localeCompare(b.name, undefined, {numeric: true}));
  return waves.map(name => {
    const cells = byName
      .filter(host => host.wave === name)
      .map((host, index) => ({key: host.hostId, state: host.state, ...place(index, columns), hosts: 1, host}));
    return {name, cells, rows: Math.ceil(cells.length / columns)};
  });
}

/** The same picture from the counts alone, one square for as many hosts as it takes to stay under the limit. */
export function byCount(waves: Pick<Wave, 'name' | 'hosts' | 'counts'>[], columns: number, limit = DRAWN): WaffleWave[] {
  const total = waves.reduce((sum, wave) => sum + wave.hosts, 0);
  const each = Math.max(1, Math.ceil(total / limit));
  return waves.map(({name, counts}) => {
    const cells = present(counts).flatMap(({state, hosts}) =>
      Array.from({length: Math.ceil(hosts / each)}, (_, index) => ({state, hosts: Math.min(each, hosts - index * each)})),
    );
    return {
      name,
      cells: cells.map((cell, index) => ({key: `${name}-${index}`, ...cell, ...place(index, columns), host: null})),
      rows: Math.ceil(cells.length / columns),
    };
  });
}
