import {Link, useLocation} from '@tanstack/react-router';

type Screen = readonly [to: '/calendars' | '/gates' | '/profiles' | '/generations' | '/quarantine', name: string];

export const RULES: Screen[] = [['/calendars', 'Calendars'], ['/gates', 'Gates'], ['/profiles', 'Profiles']];
export const CATALOGUE: Screen[] = [['/generations', 'Generations'], ['/quarantine', 'Quarantine']];

/** Screens that belong together, one tap from each other. */
export function SubScreens({label, screens}: {label: string; screens: Screen[]}) {
  const {pathname} = useLocation();
  return (
    <nav className="bw-sub-screens" aria-label={label}>
      {screens.map(([to, name]) => <Link key={to} to={to} aria-current={pathname === to ? 'page' : undefined}>{name}</Link>)}
    </nav>
  );
}
