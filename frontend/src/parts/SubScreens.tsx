import {useQuery} from '@tanstack/react-query';
import {Link, useLocation} from '@tanstack/react-router';
import {isAbsent} from '../api/problem';
import {profileChoicesQuery} from '../profiles/queries';

type Screen = readonly [to: '/calendars' | '/gates' | '/profiles' | '/generations' | '/quarantine', name: string];

export const RULES: Screen[] = [['/calendars', 'Calendars'], ['/gates', 'Gates'], ['/profiles', 'Profiles']];
export const CATALOGUE: Screen[] = [['/generations', 'Generations'], ['/quarantine', 'Quarantine']];

/** Screens that belong together, one tap from each other. */
export function SubScreens({label, screens}: {label: string; screens: Screen[]}) {
  const {pathname} = useLocation();
  const profiles = useQuery({...profileChoicesQuery, enabled: screens === RULES});
  const there = isAbsent(profiles.error) ? screens.filter(([to]) => to !== '/profiles') : screens;
  return (
    <nav className="bw-sub-screens" aria-label={label}>
      {there.map(([to, name]) => <Link key={to} to={to} aria-current={pathname === to ? 'page' : undefined}>{name}</Link>)}
    </nav>
  );
}
