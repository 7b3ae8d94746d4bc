import {Dropdown, DropdownItem, DropdownList, MenuToggle} from '@patternfly/react-core';
import {useState} from 'react';
import type {Rollout} from '../api/model';
import {useRole} from '../api/session';
import {whyNot} from '../parts/may';
import {ReasonDialog} from '../parts/ReasonDialog';
import {VerbButton} from '../parts/VerbButton';
import {ALL_VERBS, carryOut, phaseForbids, primary, type Verb, VERBS} from './verbs';

/** What a person can do now; every verb asks for its reason. */
export function Verbs({rollout}: {rollout: Rollout}) {
  const role = useRole();
  const [asked, setAsked] = useState<Verb | null>(null);
  const [open, setOpen] = useState(false);
  const refusal = (verb: Verb) => phaseForbids(verb, rollout.phase) ?? whyNot(role, VERBS[verb].role);
  const shown = primary(rollout.phase);
  return (
    <>
      {shown.map((verb, index) => (
        <VerbButton key={verb} whyNot={refusal(verb)} size="sm" variant={index === 0 && VERBS[verb].forward ? 'primary' : 'secondary'} isDanger={VERBS[verb].danger} onClick={() => setAsked(verb)}>
          {VERBS[verb].label}
        </VerbButton>
      ))}
      <Dropdown isOpen={open} onOpenChange={setOpen} onSelect={() => setOpen(false)} popperProps={{position: 'right'}}
        toggle={ref => <MenuToggle ref={ref} size="sm" variant="secondary" onClick={() => setOpen(!open)} isExpanded={open}>More</MenuToggle>}>
        <DropdownList>
          {ALL_VERBS.filter(verb => !shown.includes(verb)).map(verb => (
            <DropdownItem key={verb} isAriaDisabled={refusal(verb) !== null} isDanger={VERBS[verb].danger && refusal(verb) === null} description={refusal(verb) ?? VERBS[verb].effect} onClick={() => refusal(verb) ?? setAsked(verb)}>
              {VERBS[verb].label}
            </DropdownItem>
          ))}
        </DropdownList>
      </Dropdown>
      {asked && (
        <ReasonDialog title={`${VERBS[asked].label}: ${rollout.name}`} verb={VERBS[asked].label} danger={VERBS[asked].danger} act={reason => carryOut(asked, rollout, reason)} onClose={() => setAsked(null)}>
          <p>{VERBS[asked].effect}</p>
        </ReasonDialog>
      )}
    </>
  );
}
