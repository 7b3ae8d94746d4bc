import type {Explanation} from '../api/model';
import {Due} from './RelativeTime';
import {withoutState} from './sentence';
import {Told} from './Told';

/** The one sentence that says what is going on; `first` may say how it came to that, `then` what it came to. */
export function Sentence({of, first, then}: {of: Explanation; first?: string | null; then?: string | null}) {
  return <p className="bw-sentence" aria-live="polite">{first && <><Told text={first} /> </>}<Told text={withoutState(of.sentence)} />{then && <> <Told text={then} /></>}</p>;
}

function Rules({rules}: {rules: Explanation['rules']}) {
  return (
    <ul className="bw-rules">
      {rules.map(({rule, holds, evidence}) => (
        <li key={rule} className={holds ? 'bw-rule' : 'bw-rule bw-rule-open'}>
          <span className={`bw-glyph ${holds ? 'bw-good' : 'bw-watch'}`} aria-hidden="true">{holds ? '✓' : '○'}</span>
          <span><span className="bw-visually-hidden">{holds ? 'Holds: ' : 'Does not hold: '}</span>{rule}<span className="bw-evidence"><Told text={evidence} /></span></span>
        </li>
      ))}
    </ul>
  );
}

/** The rules behind the sentence, each with its evidence: what is still open first, what holds on request. */
export function Why({of}: {of: Explanation}) {
  const open = of.rules.filter(({holds}) => !holds);
  const kept = of.rules.filter(({holds}) => holds);
  return (
    <>
      {open.length > 0 ? <Rules rules={open} /> : <p className="bw-waiting">Nothing stands against it.</p>}
      {kept.length > 0 && <details className="bw-details bw-kept"><summary>{kept.length === 1 ? '1 rule holds' : `${kept.length} rules hold`}</summary><Rules rules={kept} /></details>}
      {of.nextCheckAt && <p className="bw-note bw-dim">Looks again <Due at={of.nextCheckAt} />.</p>}
    </>
  );
}
