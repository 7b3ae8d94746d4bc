import {Link, useNavigate} from '@tanstack/react-router';
import {useMemo} from 'react';
import {PageHead} from '../parts/PageHead';
import {CalendarForm} from './CalendarForm';
import {empty} from './draft';
import {create} from './queries';
import {here} from './zones';

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

export function NewCalendarScreen() {
  const navigate = useNavigate();
  const initial = useMemo(() => empty(here(), tomorrow()), []);
  return (
    <>
      <PageHead title="New calendar" above={<Link to="/calendars">Calendars</Link>} />
      <CalendarForm initial={initial} verb="Create" save={create} onSaved={({id}) => void navigate({to: '/calendars/$id', params: {id}})} onCancel={() => void navigate({to: '/calendars'})} />
    </>
  );
}
