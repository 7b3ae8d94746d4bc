import {FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {useInfiniteQuery} from '@tanstack/react-query';
import {useState} from 'react';
import type {Rollout} from '../api/model';
import {Problem} from '../api/problem';
import {Field} from '../parts/Field';
import {ReasonDialog} from '../parts/ReasonDialog';
import {isOver} from '../parts/states';
import {rolloutsQuery} from '../rollouts/queries';
import {carryOut, type Extra, type Verb, VERBS} from './verbs';

type More = {extra: Extra; onChange: (extra: Extra) => void};

function Successor({rollout, extra, onChange}: More & {rollout: Rollout}) {
  const {data} = useInfiniteQuery(rolloutsQuery(100));
  const others = (data ?? []).filter(({id, phase}) => id !== rollout.id && !isOver(phase));
  return (
    <Field id="successor" label="In favour of" hint="The rollout that comes instead; it may also be made later.">
      <FormSelect id="successor" value={extra.rolloutId ?? ''} onChange={(_, rolloutId) => onChange(rolloutId ? {rolloutId} : {})}>
        <FormSelectOption value="" label="None yet" />
        {others.map(({id, name}) => <FormSelectOption key={id} value={id} label={name} />)}
      </FormSelect>
    </Field>
  );
}

function Start({extra, onChange}: More) {
  return (
    <Field id="start-at" label="Not before" required hint="Local time.">
      <TextInput id="start-at" type="datetime-local" value={extra.notBefore ?? ''} onChange={(_, notBefore) => onChange({notBefore})} />
    </Field>
  );
}

/** Asks for what a verb needs: always a reason. */
export function VerbDialog({verb, rollout, onClose}: {verb: Verb; rollout: Rollout; onClose: () => void}) {
  const [extra, setExtra] = useState<Extra>({});
  const {label, danger, effect} = VERBS[verb];
  const act = async (reason: string) => {
    if (verb !== 'schedule') return carryOut(verb, rollout, reason, extra);
    if (!extra.notBefore) throw new Problem(422, {detail: 'Say when it may start.'});
    return carryOut(verb, rollout, reason, {notBefore: new Date(extra.notBefore).toISOString()});
  };
  return (
    <ReasonDialog title={`${label}: ${rollout.name}`} verb={verb === 'cancel' ? 'Cancel the rollout' : label} danger={danger} act={act} onClose={onClose}>
      <p>{effect}</p>
      {verb === 'supersede' && <Successor rollout={rollout} extra={extra} onChange={setExtra} />}
      {verb === 'schedule' && <Start extra={extra} onChange={setExtra} />}
    </ReasonDialog>
  );
}
