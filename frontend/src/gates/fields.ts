import type {GateConfig, GateType} from '../api/model';

export type ConfigField = {key: string; label: string; hint?: string; required?: boolean; code?: boolean; options?: readonly (readonly [value: string, label: string])[]};

const text = (key: string, label: string, hint?: string, more: Partial<ConfigField> = {}): ConfigField => ({key, label, hint, ...more});

/** What each type of gate is configured with. */
export const FIELDS: Record<GateType, ConfigField[]> = {
  HEALTH: [],
  PROMETHEUS: [
    text('url', 'Server', 'For example https://prometheus.example.org.', {required: true}),
    text('query', 'Query', '$rollout, $wave, $generation, $since and $hosts stand for what is rolled out.', {required: true, code: true}),
    text('success', 'Passes when', 'For example < 0.01. At least one of the two conditions.', {code: true}),
    text('failure', 'Fails when', 'For example >= 0.05. Neither true: inconclusive, and the rollout pauses.', {code: true}),
    text('reduce', 'Several series become', undefined, {options: [['', 'an error'], ['max', 'their maximum'], ['min', 'their minimum'], ['avg', 'their mean']]}),
    text('minSamples', 'At least so many samples', 'Fewer are no data.'),
    text('samplesQuery', 'Query that counts samples', undefined, {code: true}),
  ],
  WEBHOOK: [text('url', 'Address', 'Is sent a signed request; answers {"verdict": "PASS", "reason": "…"}.', {required: true})],
  ALERTMANAGER: [
    text('url', 'Server', 'For example https://alertmanager.example.org.', {required: true}),
    text('filter', 'Alerts', 'Matchers, for example severity="critical",team="web". Any that fires, unsilenced, counts.', {required: true, code: true}),
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
export const SECRETS: Partial<Record<GateType, string>> = {PROMETHEUS: 'Bearer token', ALERTMANAGER: 'Bearer token', WEBHOOK: 'Signing key'};

/** The configuration with what is empty left out and nothing of another type. */
export const tidy = (type: GateType, config: Record<string, string>): GateConfig =>
  Object.fromEntries(FIELDS[type].map(({key}) => [key, (config[key] ?? '').trim()]).filter(([, value]) => value !== ''));

/** What is still to fill in, by the pointers that the server uses. */
export const missing = (type: GateType, config: Record<string, string>): Record<string, string> =>
  Object.fromEntries(FIELDS[type].filter(({key, required}) => required && !config[key]?.trim()).map(({key, label}) => [`/config/${key}`, `${label} is needed.`]));
