import {Alert, Button, Masthead, MastheadBrand, MastheadContent, MastheadMain, Nav, NavItem, NavList, Page, PageSection, SkipToContent} from '@patternfly/react-core';
import {MoonIcon, SunIcon} from '@patternfly/react-icons';
import {Link, Outlet, useLocation} from '@tanstack/react-router';
import {useEffect} from 'react';
import {useSession, useSignOut} from '../api/session';
import {useLive} from '../api/useLive';
import {StopBanner, StopSwitch} from './StopSwitch';
import {useTheme} from './theme';

const SCREENS = [
  ['/', 'Home'], ['/approvals', 'Approvals'], ['/rollouts', 'Rollouts'], ['/hosts', 'Hosts'], ['/generations', 'Generations'], ['/drift', 'Drift'], ['/calendars', 'Rules'], ['/audit', 'Audit'], ['/settings', 'Settings'],
] as const;

/** Screens that stand under another one's name. */
const UNDER: Record<string, string[]> = {'/calendars': ['/gates', '/profiles'], '/generations': ['/quarantine']};

function Screens() {
  const {pathname} = useLocation();
  // On a narrow screen the bar scrolls; the screen one is on has to be in sight.
  useEffect(() => {
    void document.querySelector('.pf-v6-c-masthead .pf-m-current')?.scrollIntoView({inline: 'center', block: 'nearest'});
  }, [pathname]);
  const isAt = (to: string) => to === '/' ? pathname === '/' : [to, ...(UNDER[to] ?? [])].some(screen => pathname.startsWith(screen));
  return (
    <Nav variant="horizontal" aria-label="Screens">
      <NavList>
        {SCREENS.map(([to, name]) => (
          <NavItem key={to} isActive={isAt(to)}><Link to={to}>{name}</Link></NavItem>
        ))}
      </NavList>
    </Nav>
  );
}

function ThemeToggle() {
  const [dark, toggle] = useTheme();
  const label = dark ? 'Use the light theme' : 'Use the dark theme';
  return <Button variant="plain" size="sm" aria-label={label} title={label} icon={dark ? <SunIcon /> : <MoonIcon />} onClick={toggle} />;
}

function Who() {
  const {data: session} = useSession();
  const leaving = useSignOut();
  return (
    <span className="bw-who">
      <span title={`Signed in as ${session?.name}, role ${session?.role}`}>{session?.name} <span className="bw-dim">{session?.role.toLowerCase()}</span></span>
      <Button variant="link" size="sm" isInline onClick={() => leaving.mutate()}>Sign out</Button>
    </span>
  );
}

/** What surrounds every screen: where to go, who one is, and the stop switch. */
export function Frame() {
  const deaf = useLive();
  const masthead = (
    <Masthead display={{default: 'inline'}}>
      <MastheadMain>
        <MastheadBrand>
          <Link to="/" className="bw-brand"><img src="/breakwater.svg" alt="" width="24" height="24" />Breakwater</Link>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Screens />
        <div className="bw-masthead-end"><ThemeToggle /><Who /><StopSwitch /></div>
      </MastheadContent>
    </Masthead>
  );
  return (
    <Page masthead={masthead} mainContainerId="main" mainAriaLabel="Screen" skipToContent={<SkipToContent href="#main">Skip to the screen</SkipToContent>}>
      <PageSection isFilled hasBodyWrapper={false} className="bw-screen">
        <StopBanner />
        {deaf && <Alert isInline variant="warning" component="p" className="bw-banner" title="Live updates are down; this page asks every 10 seconds instead." />}
        <Outlet />
      </PageSection>
    </Page>
  );
}
