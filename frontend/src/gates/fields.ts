import type {GateConfig, GateType} from '../api/model';
import {toIso, toTyped} from '../parts/duration';

type Key = keyof GateConfig;
export type ConfigField = {key: Key; label: string; hint?: string; required?: boolean; code?: boolean; lines?: boolean; duration?: boolean; options?: readonly (readonly [value: string, label: string])[]};

/** What has been typed, by field. */
export type Typed = Partial<Record<Key, string>>;

const text = (key: Key, label: string, hint?: string, more: Partial<ConfigField> = {}): ConfigField => ({key, label, hint, ...more});

/** What each type of gate is configured with. */
export const FIELDS: Record<GateType, ConfigField[]> = {
  HEALTH: [text('maxUnhealthy', 'May be unhealthy', 'A count or a percentage of the hosts that had settled. Empty: none.')],
  PROMETHEUS: [
    text('url', 'Server', 'For example https://prometheus.example.org.', {required: true}),
    text('query', 'Query', '$rollout, $wave, $generation, $since and $hosts stand for what is rolled out.', {required: true, code: true, lines: true}),
    text('success', 'Passes when', 'For example < 0.01. At least one of the two conditions.', {code: true}),
    text('failure', 'Fails when', 'For example >= 0.05. Neither true: inconclusive, and the rollout pauses.', {code: true}),
    text('reduce', 'Several series become', undefined, {options: [['', 'an error'], ['MAX', 'their maximum'], ['MIN', 'their minimum'], ['AVG', 'their mean']]}),
    text('samplesQuery', 'Query that counts samples', undefined, {code: true}),
    text('minSamples', 'At least so many samples', 'Fewer are no data.'),
  ],
  WEBHOOK: [
    text('url', 'Address', 'Is sent a signed request; answers {"verdict": "PASS", "reason": "…"}, or 202 and the same later.', {required: true}),
    text('callbackTimeout', 'After a 202, calls back within', 'For example 30m. Empty: 15m.', {duration: true}),
  ],
  ALERTMANAGER: [
    text('url', 'Server', 'For example https://alertmanager.example.org.', {required: true}),
    text('filters', 'Alerts', 'One matcher a line, for example severity="critical". An alert that fires, unsilenced, and matches all of them counts.', {required: true, code: true, lines: true}),
    text('onFiring', 'While one fires', undefined, {options: [['PAUSE', 'pause'], ['FAIL', 'fail the wave']]}),
  ],
};

export const TYPES: Record<GateType, {word: string; about: string}> = {
  HEALTH: {word: 'Health', about: 'Hosts that proved the generation are still healthy.'},
  PROMETHEUS: {word: 'Prometheus', about: 'A query whose value must stay within bounds.'},
  WEBHOOK: {word: 'Webhook', about: 'A service of yours gives the verdict.'},
  ALERTMANAGER: {word: 'Alertmanager', about: 'No alert of a kind fires; none may fire at the start either.'},
};

/** The secret that a type uses, write-only. */
export const SECRETS: Partial<Record<GateType, {label: string; hint: string}>> = {
  PROMETHEUS: {label: 'Bearer token', hint: 'Kept sealed, never shown again. Empty: none.'},
  ALERTMANAGER: {label: 'Bearer token', hint: 'Kept sealed, never shown again. Empty: none.'},
  WEBHOOK: {label: 'Signing key', hint: 'whsec_ and Base64; kept sealed, never shown again.'},
};

const read = ({key, options, duration}: ConfigField, typed: Typed): GateConfig[Key] | undefined => {
  const value = (typed[key] ?? options?.[0]?.[0] ?? '').trim();
  if (!value) return undefined;
  if (key === 'filters') return value.split('\n').map(line => line.trim()).filter(Boolean);
  if (duration) return toIso(value) ?? value;
  return key === 'minSamples' ? Number(value) : value;
};

/** The configuration with what is empty left out and nothing of another type. */
export const tidy = (type: GateType, typed: Typed): GateConfig => Object.fromEntries(FIELDS[type].map(field => [field.key, read(field, typed)]).filter(([, value]) => value !== undefined)) as GateConfig;

const DURATIONS = new Set<string>(Object.values(FIELDS).flat().filter(({duration}) => duration).map(({key}) => key));

/** A configuration as it is typed. */
export const typed = (config: GateConfig): Typed =>
  Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null && value !== undefined).map(([key, value]) => [key, Array.isArray(value) ? value.join('\n') : DURATIONS.has(key) ? toTyped(String(value)) : String(value)]));

/** What is still to fill in, by the pointers that the server uses. */
export const missing = (type: GateType, typed: Typed): Record<string, string> =>
  Object.fromEntries(FIELDS[type].filter(({key, required}) => required && !typed[key]?.trim()).map(({key, label}) => [`/config/${key}`, `${label} is needed.`]));

/** What a gate asks, in a line. */
export const asks = (type: GateType, {query, filters, url, maxUnhealthy}: GateConfig): string =>
  type === 'HEALTH' ? `${maxUnhealthy ?? 'none'} may be unhealthy` : (query ?? filters?.join(', ') ?? url ?? '');
