import {useQuery} from '@tanstack/react-query';
import {type LiveEvent, liveKey} from '../api/events';
import {Panel} from '../parts/Panel';
import {Told} from '../parts/Told';
import {clock, exact} from '../parts/time';
import {lines, toneOf} from './log';
import {eventsQuery} from './queries';

/** What happened, newest first, as it happens. */
export function LiveLog({id}: {id: string}) {
  const events = useQuery(eventsQuery(id));
  const {data: heard} = useQuery<LiveEvent[]>({queryKey: liveKey(id), queryFn: () => [], staleTime: Infinity, gcTime: Infinity});
  const log = lines(events.data ?? [], heard ?? []);
  return (
    <Panel title="Log" flush beside={<span className="bw-dim">newest first</span>}>
      {/* A scrollable region must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="bw-log" role="log" aria-label="Log of the rollout" tabIndex={0}>
      <ol>
        {log.map(({key, at, type, wave, actor, reason, message}) => (
          <li key={key}>
            <time dateTime={at} title={exact(at)}>{clock(at)}</time>
            <span className={`bw-log-type bw-${toneOf(type)}`} title={type}>{type.split('.').at(-1)?.replaceAll('_', ' ').toLowerCase()}</span>
            <span><Told text={message} />{wave && !message.includes(wave) && <span className="bw-dim"> ({wave})</span>}{reason && !message.includes(reason) && <span className="bw-dim">: “{reason}”</span>}{actor && !message.includes(actor) && actor !== 'breakwater' && <span className="bw-dim"> by {actor}</span>}</span>
          </li>
        ))}
        {log.length === 0 && <li className="bw-dim">Nothing has happened yet.</li>}
      </ol>
      </div>
    </Panel>
  );
}
