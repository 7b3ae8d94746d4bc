import {FormSelect, FormSelectOption} from '@patternfly/react-core';
import {useState} from 'react';
import {useRole} from '../api/session';
import {type Decision, DECISIONS, resolveAll} from '../host/conflicts';
import {Field} from '../parts/Field';
import {whyNot} from '../parts/may';
import {On} from '../parts/On';
import {ReasonDialog} from '../parts/ReasonDialog';
import {VerbButton} from '../parts/VerbButton';

/** Decides for all hosts in conflict that the selector matches. */
export function ResolveAll({selector, shown}: {selector: string; shown: number}) {
  const [asking, setAsking] = useState(false);
  const [decision, setDecision] = useState<Decision>('ADOPT');
  const refusal = whyNot(useRole(), 'OPERATOR') ?? (shown === 0 ? 'No host is in conflict.' : null);
  return (
    <>
      <VerbButton size="sm" variant="secondary" whyNot={refusal} onClick={() => setAsking(true)}>Resolve all of them</VerbButton>
      {asking && (
        <ReasonDialog title="Resolve the conflicts" verb="Resolve" act={reason => resolveAll(selector, decision, reason)} onClose={() => setAsking(false)}>
          <p>Of <On selector={selector} />, all that are in conflict.</p>
          <Field id="decision" label="Decision" hint={DECISIONS[decision].effect}>
            <FormSelect id="decision" value={decision} onChange={(_, value) => setDecision(value as Decision)}>
              {Object.entries(DECISIONS).map(([value, {label}]) => <FormSelectOption key={value} value={value} label={label} />)}
            </FormSelect>
          </Field>
        </ReasonDialog>
      )}
    </>
  );
}
