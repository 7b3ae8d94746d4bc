import {useQuery} from '@tanstack/react-query';
import type {Calendar} from '../api/model';
import {RelativeTime} from '../parts/RelativeTime';
import {useNow} from '../parts/time';
import {openingsQuery} from './queries';

/** What comes next of a calendar, or what goes on now. */
export function Next({calendar}: {calendar: Calendar}) {
  const {data, error} = useQuery(openingsQuery(calendar.id, 1));
  const now = useNow();
  if (error) return <span className="bw-bad">{error.message}</span>;
  if (!data) return <span className="bw-dim">…</span>;
  const first = data.items[0];
  if (!first) return <span className="bw-watch">{'never again'}</span>;
  if (new Date(first.from).getTime() > now) return <>{calendar.kind === 'WINDOW' ? 'opens' : 'begins'} <RelativeTime at={first.from} /></>;
  return <b>{calendar.kind === 'WINDOW' ? 'open' : 'frozen'} now{first.until ? <>, ends <RelativeTime at={first.until} /></> : ' for good'}</b>;
}
