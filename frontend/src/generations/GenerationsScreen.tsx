import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useInfiniteQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {LinkButton} from '../parts/LinkButton';
import {QuarantineMark} from '../generation/QuarantineMark';
import {Command} from '../parts/Command';
import {Empty} from '../parts/Empty';
import {LoadMore} from '../parts/LoadMore';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {RelativeTime} from '../parts/RelativeTime';
import {CATALOGUE, SubScreens} from '../parts/SubScreens';
import {generationsQuery} from './queries';

const example = () => `curl -fsS ${location.origin}/api/v1/generations -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -d '{"name": "2026.11.1", "platform": "nixos", "agents": {"web-01": "/nix/store/…-nixos-system-web-01"}}'`;

export function GenerationsScreen() {
  const list = useInfiniteQuery(generationsQuery);
  const generations = list.data ?? [];
  return (
    <>
      <PageHead title="Generations" above={<SubScreens label="Catalogue" screens={CATALOGUE} />} actions={<LinkButton to="/generations/new">Register a generation</LinkButton>} />
      <Panel title="Newest first" flush>
        <ProblemAlert thrown={list.error} title="Could not read the generations" />
        <Table variant="compact" aria-label="Generations">
          <Thead><Tr><Th>Name</Th><Th>Platform</Th><Th>Artifacts</Th><Th>State</Th><Th>Source</Th><Th>Registered</Th></Tr></Thead>
          <Tbody>
            {generations.map(({id, name, platform, artifacts, artifactCount, quarantined, source, createdAt, createdBy}) => (
              <Tr key={id}>
                <Td dataLabel="Name"><Link to="/generations/$id" params={{id}}>{name}</Link></Td>
                <Td dataLabel="Platform">{platform}</Td>
                <Td dataLabel="Artifacts" className="bw-num">{artifactCount ?? artifacts?.length}</Td>
                <Td dataLabel="State"><QuarantineMark of={quarantined} /></Td>
                <Td dataLabel="Source"><code>{source?.revision?.slice(0, 12) ?? ''}</code></Td>
                <Td dataLabel="Registered"><RelativeTime at={createdAt} /> <span className="bw-dim">by {createdBy}</span></Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {generations.length === 0 && !list.isPending && !list.error && (
          <Empty title="No generation is registered yet">Register one above, or from your build with<Command>{example()}</Command></Empty>
        )}
        <LoadMore list={list} shown={generations.length} />
      </Panel>
    </>
  );
}
