import {useQueries} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import type {Calendar, Opening} from '../api/model';
import {Panel} from '../parts/Panel';
import {exact, useNow} from '../parts/time';
import {openingsQuery} from './queries';
import {bars, midnight, unread, weeks} from './strip';

const DAYS = 28;
/** As many as the server tells at once; a calendar that opens several times a day has more in four weeks. */
const ASKED = 100;
const DRAWN = 12;

function Lane({calendar, openings, from}: {calendar: Calendar; openings: Opening[]; from: number}) {
  const shown = bars(openings, from, DAYS);
  const end = openings.length === ASKED ? unread(openings, from, DAYS) : null;
  const word = calendar.kind === 'WINDOW' ? 'windows' : 'freezes';
  return (
    <div className="bw-strip-lane">
      <Link to="/calendars/$id" params={{id: calendar.id}}>{calendar.name}</Link>
      <div className="bw-strip-track" role="img" aria-label={`${calendar.name}: ${shown.length} ${word} in ${DAYS} days`}>
        {shown.map(({left, width, opening}) => (
          <span key={opening.from} className={`bw-strip-bar bw-strip-${calendar.kind}`} style={{insetInlineStart: `${left}%`, inlineSize: `${width}%`}} title={opening.until ? `${exact(opening.from)} to ${exact(opening.until)}` : `from ${exact(opening.from)}`} />
        ))}
        {end !== null && <span className="bw-strip-bar bw-strip-unread" style={{insetInlineStart: `${end}%`, inlineSize: `${100 - end}%`}} title="There are more; only the first 100 are drawn" />}
      </div>
    </div>
  );
}

/** The next four weeks: when windows are open and when freezes are on. */
export function Strip({calendars}: {calendars: Calendar[]}) {
  const now = useNow();
  const from = midnight(now);
  const drawn = calendars.slice(0, DRAWN);
  const answers = useQueries({queries: drawn.map(({id}) => openingsQuery(id, ASKED))});
  if (drawn.length === 0) return null;
  return (
    <Panel title="The next four weeks" beside={<span className="bw-dim">{calendars.length > DRAWN ? `the first ${DRAWN} of ${calendars.length} calendars` : 'in local time'}</span>}>
      <div className="bw-strip">
        <div className="bw-strip-lane" aria-hidden="true">
          <span />
          <div className="bw-strip-axis">{weeks(from, DAYS).filter(({left}) => left < 95).map(({left, label}) => <span key={label} style={{insetInlineStart: `${left}%`}}>{label}</span>)}</div>
        </div>
        {drawn.map((calendar, index) => <Lane key={calendar.id} calendar={calendar} openings={answers[index]?.data?.items ?? []} from={from} />)}
        <div className="bw-strip-lane bw-strip-over" aria-hidden="true"><span /><div><span className="bw-strip-now" style={{insetInlineStart: `${((now - from) / (DAYS * 86_400_000)) * 100}%`}} /></div></div>
      </div>
    </Panel>
  );
}
