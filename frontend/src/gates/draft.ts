import type {Gate, GateFields, GateType} from '../api/model';
import {toIso, toTyped} from '../parts/duration';
import {missing, tidy, type Typed, typed} from './fields';

export type Draft = {name: string; type: GateType; config: Typed; dryRun: boolean; onNoData: NonNullable<GateFields['onNoData']>; interval: string; timeout: string; consecutiveErrors: string; secret: string};

export const EMPTY: Draft = {name: '', type: 'PROMETHEUS', config: {}, dryRun: true, onNoData: 'WAIT', interval: '30s', timeout: '10s', consecutiveErrors: '4', secret: ''};

export const fromGate = ({name, type, config, dryRun, onNoData, interval, timeout, consecutiveErrors}: Gate): Draft => ({
  name, type, dryRun, onNoData, interval: toTyped(interval), timeout: toTyped(timeout), consecutiveErrors: String(consecutiveErrors), secret: '',
  config: typed(config),
});

/** An empty secret is not sent: it stays what it was. */
export const toRequest = ({name, type, config, dryRun, onNoData, interval, timeout, consecutiveErrors, secret}: Draft): GateFields => ({
  name: name.trim(), type, config: tidy(type, config), dryRun, onNoData, interval: toIso(interval) ?? interval, timeout: toIso(timeout) ?? timeout, consecutiveErrors: Number(consecutiveErrors), ...(secret ? {secret} : {}),
});

export function check({name, type, config, interval, timeout}: Draft): Record<string, string> {
  return {
    ...(name.trim() ? {} : {'/name': 'A gate needs a name.'}),
    ...(toIso(interval) ? {} : {'/interval': 'Write a duration, for example 30s.'}),
    ...(toIso(timeout) ? {} : {'/timeout': 'Write a duration, for example 10s.'}),
    ...missing(type, config),
  };
}
