import {toTyped} from './duration';
import {PHASES, VERDICTS} from './states';

export type Piece = {text: string} | {at: string} | {ref: string};

const INSTANT = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z`;
const REF = String.raw`\/nix\/store\/[0-9a-z]{32}-[\w.+?=-]*\w|\b[0-9a-f]{64}\b|[\w./-]+@sha256:[0-9a-f]{64}`;
const SPECIAL = new RegExp(`(${INSTANT}|${REF})`);
const DURATION = /\bP(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?\b/g;

/** Codes of the API for why a host was put off, as people say them. */
const PUT_OFF: Record<string, string> = {
  window_closed: 'a closed window', freeze: 'a freeze', max_unavailable: 'the limit of hosts away at once', max_unavailable_per_domain: 'the limit of their failure domain',
  start_rate: 'the start rate', global_stop: 'the stop switch', rollout_paused: 'the pause', wave_soaking: 'the soak', newer_wave_first: 'a newer wave that goes back first',
};

const STATES: Record<string, {word: string}> = {...PHASES, ...VERDICTS};
const STATE = new RegExp(`\\bis (${Object.keys(STATES).join('|')})\\b`, 'g');

/** States, codes and durations are for machines; in a sentence they are words. */
const plain = (text: string) => text
  .replace(DURATION, iso => (iso.length > 2 ? toTyped(iso) : iso))
  .replace(STATE, (_, state: string) => `is ${STATES[state]?.word.toLowerCase()}`)
  .replace(/\b(\d+) by ([a-z_]+)/g, (whole, hosts: string, code: string) => (PUT_OFF[code] ? `${hosts} by ${PUT_OFF[code]}` : whole))
  .replace(/^(MANUAL|INCONCLUSIVE|NO_DATA|GATE_ERROR|RESTORED|DEPENDENCY): /, '');

const piece = (part: string): Piece => {
  if (!SPECIAL.test(part)) return {text: plain(part)};
  return new RegExp(`^${INSTANT}$`).test(part) ? {at: part} : {ref: part};
};

/** The server tells in sentences; moments and refs in them are for machines, and are shown shorter to people. */
export const pieces = (text: string): Piece[] => text.split(SPECIAL).filter(Boolean).map(piece);

const PREFIX = /^[A-Z_]{4,}: (?=\w)/;

/** The state stands beside the sentence already; without it the sentence begins like one. */
export const withoutState = (sentence: string) =>
  PREFIX.test(sentence) ? sentence.replace(PREFIX, '').replace(/^\w/, first => first.toUpperCase()) : sentence;
