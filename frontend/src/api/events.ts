import type {QueryKey} from '@tanstack/react-query';

/** One server-sent event: a hint that something changed, with a sentence for the live log. */
export type LiveEvent = {
  type: string;
  at: string;
  subject: string;
  rolloutId?: string | null;
  hostId?: string | null;
  wave?: string | null;
  message: string;
};

/** The queries that an event makes stale. */
export function staleKeys({type, subject, rolloutId, hostId}: LiveEvent): QueryKey[] {
  const about = subject.split('/').at(-1) ?? subject;
  const rollout = rolloutId ? [['rollouts', rolloutId]] : [];
  switch (type.split('.')[0]) {
    case 'rollout':
    case 'wave':
      return [['rollouts', 'list'], ['audit'], ...(rolloutId ? rollout : [['rollouts', about]])];
    case 'host':
      return [['hosts', 'list'], ['hosts', hostId ?? about], ['drift'], ...rollout];
    case 'generation':
      return [['generations'], ['audit']];
    case 'calendar':
      return [['calendars'], ['audit'], ['rollouts']];
    case 'gate':
    case 'profile':
      return [[`${type.split('.')[0]}s`], ['audit'], ...rollout];
    case 'stop':
      return [['stop'], ['rollouts'], ['audit']];
    default:
      return rollout;
  }
}

const KEPT = 300;

/** The newest events first, at most as many as anyone reads. */
export const remember = (kept: LiveEvent[] | undefined, event: LiveEvent): LiveEvent[] => [event, ...(kept ?? [])].slice(0, KEPT);

export const liveKey = (rolloutId: string): QueryKey => ['live', rolloutId];
