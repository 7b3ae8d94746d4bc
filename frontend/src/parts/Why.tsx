import type {Explanation} from '../api/model';
import {Due} from './RelativeTime';
import {withoutState} from './sentence';
import {Told} from './Told';

/** The one sentence that says what is going on; `then` may add what it came to. */
export function Sentence({of, then}: {of: Explanation; then?: string | null}) {
  return <p className="bw-sentence" aria-live="polite"><Told text={withoutState(of.sentence)} />{then && <> <Told text={then} /></>}</p>;
}

/** The rules behind the sentence, each with its evidence, and what is waited for. */
export function Why({of}: {of: Explanation}) {
  return (
    <>
      {of.waitingFor && (
        <p className="bw-waiting">
          Waits for <Told text={of.waitingFor} />
          {of.nextCheckAt && <>; looks again <Due at={of.nextCheckAt} /></>}
        </p>
      )}
      <ul className="bw-rules">
        {of.rules.map(({rule, holds, evidence}) => (
          <li key={rule} className={holds ? 'bw-rule' : 'bw-rule bw-rule-open'}>
            <span className={`bw-glyph ${holds ? 'bw-good' : 'bw-watch'}`} aria-hidden="true">{holds ? '✓' : '○'}</span>
            <span><span className="bw-visually-hidden">{holds ? 'Holds: ' : 'Does not hold: '}</span>{rule}<span className="bw-evidence"><Told text={evidence} /></span></span>
          </li>
        ))}
      </ul>
    </>
  );
}
