import {Button} from '@patternfly/react-core';
import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useParams, useSearch} from '@tanstack/react-router';
import {useMemo, useState} from 'react';
import type {Calendar} from '../api/model';
import {useRole} from '../api/session';
import {toTyped} from '../parts/duration';
import {Empty} from '../parts/Empty';
import {Fact} from '../parts/Fact';
import {Loaded} from '../parts/Loaded';
import {whyNot} from '../parts/may';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {RelativeTime} from '../parts/RelativeTime';
import {Remove} from '../parts/Remove';
import {VerbButton} from '../parts/VerbButton';
import {CalendarForm} from './CalendarForm';
import {fromCalendar} from './draft';
import {IcsDialog} from './IcsDialog';
import {KindMark} from './KindMark';
import {Moment} from './Moment';
import {Next} from './Next';
import {calendarQuery, change, feed, openingsQuery, remove} from './queries';
import {sayRule} from './recurrence';

function Openings({calendar}: {calendar: Calendar}) {
  const query = useQuery(openingsQuery(calendar.id));
  return (
    <Panel title={calendar.kind === 'WINDOW' ? 'The next 10 openings' : 'The next 10 freezes'} flush>
      <Loaded query={query} what="the openings">
        {({items, horizon}) => items.length === 0
          ? <Empty title={calendar.kind === 'WINDOW' ? 'It does not open again' : 'It does not freeze again'}>Looked as far as <Moment at={horizon} zone={calendar.zone} />.</Empty>
          : <Table variant="compact" aria-label="Next openings">
              <Thead><Tr><Th>From</Th><Th>Until</Th><Th>In</Th></Tr></Thead>
              <Tbody>
                {items.map(({from, until}) => (
                  <Tr key={from}>
                    <Td dataLabel="From"><Moment at={from} zone={calendar.zone} /></Td>
                    <Td dataLabel="Until">{until ? <Moment at={until} zone={calendar.zone} /> : 'for good'}</Td>
                    <Td dataLabel="In"><RelativeTime at={from} /></Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>}
      </Loaded>
    </Panel>
  );
}

const said = (local: string) => local.replace('T', ' ');

function Entries({calendar}: {calendar: Calendar}) {
  return (
    <Panel title={calendar.entries.length === 1 ? '1 entry' : `${calendar.entries.length} entries`} flush>
      <Table variant="compact" aria-label="Entries">
        <Thead><Tr><Th>Summary</Th><Th>Begins</Th><Th>Lasts</Th><Th>Comes</Th><Th>Also, but not</Th></Tr></Thead>
        <Tbody>
          {calendar.entries.map(({summary, start, duration, end, rrule, exdates, rdates, zone}, index) => (
            <Tr key={index}>
              <Td dataLabel="Summary">{summary || <span className="bw-dim">none</span>}</Td>
              <Td dataLabel="Begins" className="bw-nowrap">{said(start)}{zone && <span className="bw-dim"> {zone}</span>}</Td>
              <Td dataLabel="Lasts" className="bw-nowrap">{end ? `until ${said(end)}` : toTyped(duration)}</Td>
              <Td dataLabel="Comes" title={rrule ?? undefined}>{sayRule(rrule)}</Td>
              <Td dataLabel="Also, but not" modifier="wrap">{[...rdates.map(date => `also ${said(date)}`), ...exdates.map(date => `not ${said(date)}`)].join(', ') || <span className="bw-dim">no exception</span>}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
}

function Actions({calendar, onEdit}: {calendar: Calendar; onEdit: () => void}) {
  const [importing, setImporting] = useState(false);
  const navigate = useNavigate();
  const refusal = whyNot(useRole(), 'APPROVER');
  return (
    <>
      <Button component="a" size="sm" variant="secondary" href={feed(calendar.id)} download={`${calendar.name}.ics`}>Export .ics</Button>
      <VerbButton size="sm" variant="secondary" whyNot={refusal} onClick={() => setImporting(true)}>Import .ics</VerbButton>
      <VerbButton size="sm" whyNot={refusal} onClick={onEdit}>Edit</VerbButton>
      <Remove what={calendar.name} note={calendar.kind === 'FREEZE' ? 'Hosts may be moved where it froze them.' : 'Hosts may be moved outside its windows too.'} whyNot={refusal} act={() => remove(calendar)} onGone={() => void navigate({to: '/calendars'})} />
      {importing && <IcsDialog calendar={calendar} onClose={() => setImporting(false)} />}
    </>
  );
}

function Edit({calendar, onDone}: {calendar: Calendar; onDone: () => void}) {
  const initial = useMemo(() => fromCalendar(calendar), [calendar]);
  return (
    <>
      <PageHead title={`Edit ${calendar.name}`} above={<Link to="/calendars">Calendars</Link>} />
      <CalendarForm key={calendar.revision} initial={initial} made verb="Save" save={body => change(calendar, body)} onSaved={onDone} onCancel={onDone} />
    </>
  );
}

function Body({calendar}: {calendar: Calendar}) {
  const {edit} = useSearch({from: '/calendars/$id'});
  const navigate = useNavigate({from: '/calendars/$id'});
  const turn = (on: boolean) => void navigate({search: on ? {edit: 'yes'} : {}});
  if (edit) return <Edit calendar={calendar} onDone={() => turn(false)} />;
  return (
    <>
      <PageHead title={calendar.name} above={<Link to="/calendars">Calendars</Link>} beside={<KindMark kind={calendar.kind} />} actions={<Actions calendar={calendar} onEdit={() => turn(true)} />}>
        <div className="bw-sub bw-dim"><span><Next calendar={calendar} /></span><span>{calendar.zone}</span></div>
      </PageHead>
      <div className="bw-columns">
        <div><Entries calendar={calendar} /><Openings calendar={calendar} /></div>
        <Panel title="About">
          <dl className="bw-facts">
            <Fact term="Applies to">{calendar.selector === '*' ? 'every host' : calendar.selector ? <Link to="/hosts" search={{selector: calendar.selector}}><code>{calendar.selector}</code></Link> : 'rollouts that name it'}</Fact>
            {calendar.kind === 'WINDOW' && <Fact term="When it closes">{calendar.overrun === 'FINISH_WAVE' ? 'a wave that has begun finishes' : 'hosts that have begun finish; no other begins'}</Fact>}
            <Fact term="Rollback">ignores it: hosts are taken back at any time</Fact>
            <Fact term="Feed"><code>{location.origin}{feed(calendar.id)}</code></Fact>
            <Fact term="Made"><RelativeTime at={calendar.createdAt} /> by {calendar.createdBy}</Fact>
          </dl>
        </Panel>
      </div>
    </>
  );
}

export function CalendarScreen() {
  const {id} = useParams({from: '/calendars/$id'});
  return <Loaded query={useQuery(calendarQuery(id))} what="the calendar" screen="Calendar">{calendar => <Body calendar={calendar} />}</Loaded>;
}
