import {toTyped} from './duration';

export type Piece = {text: string} | {at: string} | {ref: string};

const INSTANT = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z`;
const REF = String.raw`\/nix\/store\/[0-9a-z]{32}-[\w.+?=-]*\w|\b[0-9a-f]{64}\b|[\w./-]+@sha256:[0-9a-f]{64}`;
const SPECIAL = new RegExp(`(${INSTANT}|${REF})`);
const DURATION = /\bP(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?\b/g;

const piece = (part: string): Piece => {
  if (!SPECIAL.test(part)) return {text: part.replace(DURATION, iso => (iso.length > 2 ? toTyped(iso) : iso))};
  return new RegExp(`^${INSTANT}$`).test(part) ? {at: part} : {ref: part};
};

/** The server tells in sentences; moments and refs in them are for machines, and are shown shorter to people. */
export const pieces = (text: string): Piece[] => text.split(SPECIAL).filter(Boolean).map(piece);

const PREFIX = /^[A-Z_]{4,}: (?=\w)/;

/** The state stands beside the sentence already; without it the sentence begins like one. */
export const withoutState = (sentence: string) =>
  PREFIX.test(sentence) ? sentence.replace(PREFIX, '').replace(/^\w/, first => first.toUpperCase()) : sentence;
