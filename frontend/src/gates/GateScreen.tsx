import {useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useParams} from '@tanstack/react-router';
import {useMemo} from 'react';
import type {Gate} from '../api/model';
import {useRole} from '../api/session';
import {Loaded} from '../parts/Loaded';
import {whyNot} from '../parts/may';
import {PageHead} from '../parts/PageHead';
import {Remove} from '../parts/Remove';
import {EMPTY, fromGate} from './draft';
import {GateForm} from './GateForm';
import {TryGate} from './TryGate';
import {change, create, gateQuery, remove} from './queries';

export function NewGateScreen() {
  const navigate = useNavigate();
  const leave = () => void navigate({to: '/gates'});
  return (
    <>
      <PageHead title="New gate" above={<Link to="/gates">Gates</Link>} />
      <GateForm initial={EMPTY} verb="Create" save={create} onSaved={leave} onCancel={leave} />
    </>
  );
}

function Edit({gate}: {gate: Gate}) {
  const navigate = useNavigate();
  const leave = () => void navigate({to: '/gates'});
  const initial = useMemo(() => fromGate(gate), [gate]);
  const refusal = whyNot(useRole(), 'ADMIN');
  return (
    <>
      <PageHead title={gate.name} above={<Link to="/gates">Gates</Link>} actions={<Remove what={gate.name} note="Rollouts that exist keep it." whyNot={refusal} act={() => remove(gate)} onGone={leave} />} />
      <TryGate gate={gate} />
      <GateForm key={gate.revision} gate={gate} initial={initial} verb="Save" save={body => change(gate, body)} onSaved={leave} onCancel={leave} />
    </>
  );
}

export function GateScreen() {
  const {id} = useParams({from: '/gates/$id'});
  return <Loaded query={useQuery(gateQuery(id))} what="the gate" screen="Gate">{gate => <Edit gate={gate} />}</Loaded>;
}
