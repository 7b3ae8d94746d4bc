import {createRootRoute, createRoute, createRouter, Link} from '@tanstack/react-router';
import {ApprovalsScreen} from './approvals/ApprovalsScreen';
import {AuditScreen} from './audit/AuditScreen';
import {CalendarScreen} from './calendars/CalendarScreen';
import {CalendarsScreen} from './calendars/CalendarsScreen';
import {NewCalendarScreen} from './calendars/NewCalendarScreen';
import {DriftScreen} from './drift/DriftScreen';
import {GateScreen, NewGateScreen} from './gates/GateScreen';
import {GatesScreen} from './gates/GatesScreen';
import {GenerationScreen} from './generation/GenerationScreen';
import {GenerationsScreen} from './generations/GenerationsScreen';
import {RegisterScreen} from './generations/RegisterScreen';
import {HomeScreen} from './home/HomeScreen';
import {HostScreen} from './host/HostScreen';
import {HostsScreen} from './hosts/HostsScreen';
import {NewRolloutScreen} from './newRollout/NewRolloutScreen';
import {Empty} from './parts/Empty';
import {NewProfileScreen, ProfileScreen} from './profiles/ProfileScreen';
import {ProfilesScreen} from './profiles/ProfilesScreen';
import {QuarantineScreen} from './quarantine/QuarantineScreen';
import {RolloutScreen} from './rollout/RolloutScreen';
import {RolloutsScreen} from './rollouts/RolloutsScreen';
import {SettingsScreen} from './settings/SettingsScreen';
import {Gate} from './shell/Gate';

type Search = Record<string, unknown>;

/** A search parameter as text, or nothing: what is typed into the address bar may be anything. */
const text = (search: Search, key: string): string | undefined => {
  const value = search[key];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
};

const texts = <K extends string>(...keys: K[]) =>
  (search: Search): {[key in K]?: string} => Object.fromEntries(keys.map(key => [key, text(search, key)]).filter(([, value]) => value)) as {[key in K]?: string};

function Nowhere() {
  return <Empty title="There is no such screen"><Link to="/">Go home</Link></Empty>;
}

/** A defect of the dashboard itself: one screen is lost, not the way to the others. */
function Broken({error}: {error: unknown}) {
  return <Empty title="This screen broke">{error instanceof Error ? error.message : String(error)}. <a href={location.href}>Load it again</a></Empty>;
}

const rootRoute = createRootRoute({component: Gate, notFoundComponent: Nowhere});
const at = rootRoute;

const homeRoute = createRoute({getParentRoute: () => at, path: '/', component: HomeScreen});
const rolloutsRoute = createRoute({getParentRoute: () => at, path: '/rollouts', component: RolloutsScreen, validateSearch: texts('show')});
const newRolloutRoute = createRoute({getParentRoute: () => at, path: '/rollouts/new', component: NewRolloutScreen, validateSearch: texts('generation', 'selector')});
const rolloutRoute = createRoute({getParentRoute: () => at, path: '/rollouts/$id', component: RolloutScreen, validateSearch: texts('wave', 'state')});
const hostsRoute = createRoute({getParentRoute: () => at, path: '/hosts', component: HostsScreen, validateSearch: texts('selector', 'platform', 'state', 'q')});
const hostRoute = createRoute({getParentRoute: () => at, path: '/hosts/$id', component: HostScreen});
const generationsRoute = createRoute({getParentRoute: () => at, path: '/generations', component: GenerationsScreen});
const registerRoute = createRoute({getParentRoute: () => at, path: '/generations/new', component: RegisterScreen});
const generationRoute = createRoute({getParentRoute: () => at, path: '/generations/$id', component: GenerationScreen});
const quarantineRoute = createRoute({getParentRoute: () => at, path: '/quarantine', component: QuarantineScreen, validateSearch: texts('show')});
const approvalsRoute = createRoute({getParentRoute: () => at, path: '/approvals', component: ApprovalsScreen});
const calendarsRoute = createRoute({getParentRoute: () => at, path: '/calendars', component: CalendarsScreen});
const newCalendarRoute = createRoute({getParentRoute: () => at, path: '/calendars/new', component: NewCalendarScreen});
const calendarRoute = createRoute({getParentRoute: () => at, path: '/calendars/$id', component: CalendarScreen, validateSearch: texts('edit')});
const gatesRoute = createRoute({getParentRoute: () => at, path: '/gates', component: GatesScreen});
const newGateRoute = createRoute({getParentRoute: () => at, path: '/gates/new', component: NewGateScreen});
const gateRoute = createRoute({getParentRoute: () => at, path: '/gates/$id', component: GateScreen});
const profilesRoute = createRoute({getParentRoute: () => at, path: '/profiles', component: ProfilesScreen});
const newProfileRoute = createRoute({getParentRoute: () => at, path: '/profiles/new', component: NewProfileScreen});
const profileRoute = createRoute({getParentRoute: () => at, path: '/profiles/$name', component: ProfileScreen});
const driftRoute = createRoute({getParentRoute: () => at, path: '/drift', component: DriftScreen, validateSearch: texts('selector', 'kind', 'groupBy')});
const auditRoute = createRoute({getParentRoute: () => at, path: '/audit', component: AuditScreen, validateSearch: texts('actor', 'subject')});
const settingsRoute = createRoute({getParentRoute: () => at, path: '/settings', component: SettingsScreen});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute, rolloutsRoute, newRolloutRoute, rolloutRoute, hostsRoute, hostRoute, generationsRoute, registerRoute, generationRoute, quarantineRoute, approvalsRoute,
    calendarsRoute, newCalendarRoute, calendarRoute, gatesRoute, newGateRoute, gateRoute, profilesRoute, newProfileRoute, profileRoute, driftRoute, auditRoute, settingsRoute,
  ]),
  scrollRestoration: true,
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
