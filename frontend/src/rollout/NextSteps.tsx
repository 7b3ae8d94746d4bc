import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {useState} from 'react';
import type {Rollout} from '../api/model';
import {useSession} from '../api/session';
import {generationQuery} from '../generation/queries';
import {Panel} from '../parts/Panel';
import {VerbButton} from '../parts/VerbButton';
import {VerbDialog} from './VerbDialog';
import {refusal, type Verb, VERBS, waysOut} from './verbs';

function Step({verb, whyNot, lead, onAsk}: {verb: Verb; whyNot: string | null; lead: boolean; onAsk: () => void}) {
  const {label, effect, danger} = VERBS[verb];
  return (
    <li>
      <VerbButton size="sm" variant={lead ? 'primary' : 'secondary'} isDanger={danger && !lead} whyNot={whyNot} onClick={onAsk} aria-label={`Choose: ${label}`}>{label}</VerbButton>
      <span>{effect}{whyNot && <span className="bw-watch"> {whyNot}</span>}</span>
    </li>
  );
}

/** A rollout that stands still until a person decides: what they can decide, and what each choice does to the hosts. */
export function NextSteps({rollout}: {rollout: Rollout}) {
  const session = useSession().data;
  const [asked, setAsked] = useState<Verb | null>(null);
  const {data: generation} = useQuery(generationQuery(rollout.generationId));
  const who = {name: session?.name ?? '', role: session?.role ?? 'VIEWER'};
  const ways = waysOut(rollout.phase);
  if (ways.length === 0) return null;
  return (
    <Panel title="What you can do">
      {generation?.quarantined && (
        <p className="bw-note bw-watch">{generation.name} is quarantined. To try it again, <Link to="/quarantine">release it</Link> first; to go on with a mended generation, <Link to="/rollouts/new" search={{selector: rollout.selector}}>plan a new rollout</Link> and supersede this one.</p>
      )}
      <ul className="bw-next">{ways.map((verb, index) => <Step key={verb} verb={verb} lead={index === 0} whyNot={refusal(verb, rollout, who)} onAsk={() => setAsked(verb)} />)}</ul>
      {asked && <VerbDialog verb={asked} rollout={rollout} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
