import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {Empty} from '../parts/Empty';
import {LinkButton} from '../parts/LinkButton';
import {LoadMore} from '../parts/LoadMore';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RULES, SubScreens} from '../parts/SubScreens';
import {profilesQuery} from './queries';
import {inShort} from './waves';

/** Named shapes of rollouts. */
export function ProfilesScreen() {
  const list = useInfiniteQuery(profilesQuery);
  const profiles = list.data ?? [];
  return (
    <>
      <PageHead title="Profiles" above={<SubScreens label="Rules" screens={RULES} />} actions={<LinkButton to="/profiles/new">New profile</LinkButton>} />
      <Panel title="Named shapes of rollouts" flush beside={<span className="bw-dim">a rollout keeps the version it was made with</span>}>
        <ProblemAlert thrown={list.error} title="Could not read the profiles" />
        <Table variant="compact" aria-label="Profiles" aria-busy={list.isPending}>
          <Thead><Tr><Th>Name</Th><Th>Version</Th><Th>For</Th><Th>Waves</Th></Tr></Thead>
          <Tbody>
            {profiles.map(profile => (
              <Tr key={profile.name}>
                <Td dataLabel="Name"><Link to="/profiles/$name" params={{name: profile.name}}>{profile.name}</Link></Td>
                <Td dataLabel="Version" className="bw-num">{profile.version}</Td>
                <Td dataLabel="For" modifier="wrap">{profile.description}</Td>
                <Td dataLabel="Waves" modifier="wrap">{inShort(profile)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {profiles.length === 0 && !list.isPending && !list.error && <Empty title="No profile yet"><Link to="/profiles/new">Make one</Link>: rollouts then name it in place of their waves.</Empty>}
        <LoadMore list={list} shown={profiles.length} />
      </Panel>
    </>
  );
}
