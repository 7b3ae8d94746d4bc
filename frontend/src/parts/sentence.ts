import {toTyped} from './duration';

const INSTANT = /(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)/;
const DURATION = /\b(P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)\b/g;

export type Piece = {text: string} | {at: string};

/** The server tells in sentences; the moments in them are for machines and become times of the reader's clock. */
export const pieces = (text: string): Piece[] =>
  text.split(INSTANT).filter(Boolean).map(part => (INSTANT.test(part) ? {at: part} : {text: part.replace(DURATION, iso => (iso.length > 2 ? toTyped(iso) : iso))}));
