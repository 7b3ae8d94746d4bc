import {Table, Tbody, Td, Th, Thead, Tr} from '@patternfly/react-table';
import {useQuery} from '@tanstack/react-query';
import {Link, useParams} from '@tanstack/react-router';
import {useState} from 'react';
import type {Artifact, Generation} from '../api/model';
import {useRole} from '../api/session';
import {Fact} from '../parts/Fact';
import {LinkButton} from '../parts/LinkButton';
import {Loaded} from '../parts/Loaded';
import {whyNot} from '../parts/may';
import {PageHead} from '../parts/PageHead';
import {Panel} from '../parts/Panel';
import {ReasonDialog} from '../parts/ReasonDialog';
import {RelativeTime} from '../parts/RelativeTime';
import {VerbButton} from '../parts/VerbButton';
import {generationQuery, quarantine} from './queries';
import {QuarantineMark} from './QuarantineMark';

function Actions({generation}: {generation: Generation}) {
  const [asking, setAsking] = useState(false);
  const role = useRole();
  const verb = generation.quarantined ? 'release' : 'quarantine';
  return (
    <>
      {verb === 'release'
        ? <VerbButton size="sm" variant="secondary" whyNot={whyNot(role, 'APPROVER')} onClick={() => setAsking(true)}>Release</VerbButton>
        : <VerbButton size="sm" variant="danger" whyNot={whyNot(role, 'OPERATOR')} onClick={() => setAsking(true)}>Quarantine</VerbButton>}
      <LinkButton to="/rollouts/new" search={{generation: generation.id}}>Roll it out</LinkButton>
      {asking && (
        <ReasonDialog title={verb === 'release' ? `Release ${generation.name}` : `Quarantine ${generation.name}`} verb={verb === 'release' ? 'Release' : 'Quarantine'} danger={verb === 'quarantine'}
          act={reason => quarantine(generation, verb, reason)} onClose={() => setAsking(false)}>
          <p>{verb === 'release' ? 'It may be offered to hosts again.' : 'It is offered to no host until somebody releases it.'}</p>
        </ReasonDialog>
      )}
    </>
  );
}

function Whose({artifact}: {artifact: Artifact}) {
  if (artifact.host) return <>host <code>{artifact.host}</code></>;
  if (artifact.selector) return <>selector <code>{artifact.selector}</code></>;
  return <>every host</>;
}

function Artifacts({generation}: {generation: Generation}) {
  const total = generation.artifactCount ?? generation.artifacts.length;
  return (
    <Panel title={total === 1 ? '1 artifact' : `${total} artifacts`} flush beside={total > generation.artifacts.length && <span className="bw-dim">the first {generation.artifacts.length} are shown</span>}>
      <Table variant="compact" aria-label="Artifacts">
        <Thead><Tr><Th>For</Th><Th>Ref</Th></Tr></Thead>
        <Tbody>
          {generation.artifacts.map(artifact => (
            <Tr key={`${artifact.host} ${artifact.selector} ${artifact.ref}`}>
              <Td dataLabel="For" className="bw-nowrap"><Whose artifact={artifact} /></Td>
              <Td dataLabel="Ref"><code>{artifact.ref}</code></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
}

function Body({generation}: {generation: Generation}) {
  const {name, platform, source, notes, quarantined, createdAt, createdBy} = generation;
  return (
    <>
      <PageHead title={name} above={<Link to="/generations">Generations</Link>} beside={<QuarantineMark of={quarantined} />} actions={<Actions generation={generation} />} />
      <div className="bw-columns">
        <Artifacts generation={generation} />
        <Panel title="About">
          <dl className="bw-facts">
            <Fact term="Platform">{platform}</Fact>
            <Fact term="Source revision">{source?.revision ? <code>{source.revision}</code> : <span className="bw-dim">not given</span>}</Fact>
            <Fact term="Source">{source?.url ?? <span className="bw-dim">not given</span>}</Fact>
            <Fact term="Registered"><RelativeTime at={createdAt} /> by {createdBy}</Fact>
            {generation.rollback && generation.rollback !== 'ALLOWED' && <Fact term="Going back">{generation.rollback === 'FORBIDDEN' ? 'impossible: a rollout that fails halts' : 'takes an approver'}</Fact>}
            {notes && <Fact term="Notes">{notes}</Fact>}
            {quarantined && <Fact term="Quarantined"><RelativeTime at={quarantined.at} />: {quarantined.reason}</Fact>}
            {quarantined?.selector && <Fact term="For"><code>{quarantined.selector}</code></Fact>}
            {quarantined?.rolloutId && <Fact term="By rollout"><Link to="/rollouts/$id" params={{id: quarantined.rolloutId}}>the one that failed</Link></Fact>}
          </dl>
        </Panel>
      </div>
    </>
  );
}

export function GenerationScreen() {
  const {id} = useParams({from: '/generations/$id'});
  return <Loaded query={useQuery(generationQuery(id))} what="the generation" screen="Generation">{generation => <Body generation={generation} />}</Loaded>;
}
