import type {LiveEvent} from '../api/events';
import type {RolloutEvent} from '../api/model';

export type Line = {key: string; at: string; type: string; wave: string | null; actor: string | null; reason: string | null; message: string};

const stored = ({seq, at, type, wave, actor, reason, message}: RolloutEvent): Line =>
  ({key: `s${seq}`, at, type, wave: wave ?? null, actor: actor ?? null, reason: reason ?? null, message});

const live = ({at, type, wave, message, subject}: LiveEvent): Line =>
  ({key: `l${at}${type}${subject}${message}`, at, type, wave: wave ?? null, actor: null, reason: null, message});

const sameLine = ({at, type, message}: Line) => `${at} ${type} ${message}`;

/** What is stored and what was just heard as one log, newest first, nothing twice. */
export function lines(events: RolloutEvent[], heard: LiveEvent[]): Line[] {
  const kept = events.map(stored);
  const known = new Set(kept.map(sameLine));
  const fresh = heard.map(live).filter(line => {
    if (known.has(sameLine(line))) return false;
    known.add(sameLine(line));
    return true;
  });
  const order = new Map(events.map(({seq}) => [`s${seq}`, seq]));
  return [...kept, ...fresh].sort((a, b) => b.at.localeCompare(a.at) || (order.get(b.key) ?? 0) - (order.get(a.key) ?? 0));
}

/** The tone of a line by what happened. */
export function toneOf(type: string): string {
  if (/fail|halt|silent|revert/.test(type)) return 'bad';
  if (/roll.*back/.test(type)) return 'undone';
  if (/complete|pass|settle/.test(type)) return 'good';
  if (/pause|approv|quarantin|hold|held/.test(type)) return 'watch';
  return 'busy';
}
