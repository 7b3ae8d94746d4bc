import {Dropdown, DropdownItem, DropdownList, MenuToggle} from '@patternfly/react-core';
import {useState} from 'react';
import type {Rollout} from '../api/model';
import {useSession} from '../api/session';
import {VerbButton} from '../parts/VerbButton';
import {VerbDialog} from './VerbDialog';
import {ALL_VERBS, primary, refusal, type Verb, VERBS, waysOut} from './verbs';

/** What a person can do now; every verb asks for its reason. Where the page lists the choices, none of these leads. */
export function Verbs({rollout}: {rollout: Rollout}) {
  const session = useSession().data;
  const [asked, setAsked] = useState<Verb | null>(null);
  const [open, setOpen] = useState(false);
  const who = {name: session?.name ?? '', role: session?.role ?? 'VIEWER'};
  const whyNot = (verb: Verb) => refusal(verb, rollout, who);
  const shown = primary(rollout.phase);
  return (
    <>
      {shown.map((verb, index) => (
        <VerbButton key={verb} whyNot={whyNot(verb)} size="sm" variant={index === 0 && VERBS[verb].forward && waysOut(rollout.phase).length === 0 ? 'primary' : 'secondary'} isDanger={VERBS[verb].danger} onClick={() => setAsked(verb)}>
          {VERBS[verb].label}
        </VerbButton>
      ))}
      <Dropdown isOpen={open} onOpenChange={setOpen} onSelect={() => setOpen(false)} popperProps={{position: 'right'}}
        toggle={ref => <MenuToggle ref={ref} size="sm" variant="secondary" onClick={() => setOpen(!open)} isExpanded={open}>More</MenuToggle>}>
        <DropdownList>
          {ALL_VERBS.filter(verb => !shown.includes(verb)).map(verb => (
            <DropdownItem key={verb} isAriaDisabled={whyNot(verb) !== null} isDanger={VERBS[verb].danger && whyNot(verb) === null} description={whyNot(verb) ?? VERBS[verb].effect} onClick={() => whyNot(verb) ?? setAsked(verb)}>
              {VERBS[verb].label}
            </DropdownItem>
          ))}
        </DropdownList>
      </Dropdown>
      {asked && <VerbDialog verb={asked} rollout={rollout} onClose={() => setAsked(null)} />}
    </>
  );
}
