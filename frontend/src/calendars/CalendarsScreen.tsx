import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import type {Calendar} from '../api/model';
import {Command} from '../parts/Command';
import {Empty} from '../parts/Empty';
import {LinkButton} from '../parts/LinkButton';
import {LoadMore} from '../parts/LoadMore';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RULES, SubScreens} from '../parts/SubScreens';
import {KindMark} from './KindMark';
import {Next} from './Next';
import {calendarsQuery} from './queries';
import {sayRule} from './recurrence';
import {Strip} from './Strip';

const example = () => `curl -fsS ${location.origin}/api/v1/calendars -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -d '{"name": "prod-night", "kind": "WINDOW", "selector": "env=prod", "zone": "Europe/Berlin",
       "entries": [{"summary": "night", "start": "2026-12-01T22:00", "duration": "PT4H", "rrule": "FREQ=WEEKLY;BYDAY=TU,WE"}]}'`;

function Row({calendar}: {calendar: Calendar}) {
  const {id, name, kind, selector, zone, entries} = calendar;
  return (
    <Tr>
      <Td dataLabel="Name"><Link to="/calendars/$id" params={{id}}>{name}</Link></Td>
      <Td dataLabel="Kind"><KindMark kind={kind} /></Td>
      <Td dataLabel="Applies to">{selector === '*' ? 'every host' : selector ? <code className="bw-selector" title={selector}>{selector}</code> : <span className="bw-dim">rollouts that name it</span>}</Td>
      <Td dataLabel="Entries" modifier="wrap">{entries.slice(0, 2).map(({summary, rrule}) => summary ? `${summary}, ${sayRule(rrule)}` : sayRule(rrule)).join('; ')}{entries.length > 2 && ` and ${entries.length - 2} more`}</Td>
      <Td dataLabel="Zone">{zone}</Td>
      <Td dataLabel="Next" className="bw-nowrap"><Next calendar={calendar} /></Td>
    </Tr>
  );
}

/** When hosts may be moved, and when they must not. */
export function CalendarsScreen() {
  const list = useInfiniteQuery({...calendarsQuery, refetchInterval: 60_000});
  const calendars = list.data ?? [];
  return (
    <>
      <PageHead title="Calendars" above={<SubScreens label="Rules" screens={RULES} />} actions={<LinkButton to="/calendars/new">New calendar</LinkButton>} />
      <Strip calendars={calendars} />
      <Panel title="Windows and freezes" flush>
        <ProblemAlert thrown={list.error} title="Could not read the calendars" />
        <Table variant="compact" aria-label="Calendars" aria-busy={list.isPending}>
          <Thead><Tr><Th>Name</Th><Th>Kind</Th><Th>Applies to</Th><Th>Entries</Th><Th>Zone</Th><Th>Next</Th></Tr></Thead>
          <Tbody>{calendars.map(calendar => <Row key={calendar.id} calendar={calendar} />)}</Tbody>
        </Table>
        {calendars.length === 0 && !list.isPending && !list.error && (
          <Empty title="No calendar: hosts may be moved at any time"><Link to="/calendars/new">Make one</Link>, import an .ics file into it, or use<Command>{example()}</Command></Empty>
        )}
        <LoadMore list={list} shown={calendars.length} />
      </Panel>
    </>
  );
}
