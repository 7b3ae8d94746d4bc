import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import type {RolloutRequest, Simulation} from '../api/model';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {useSettled} from '../parts/useSettled';
import {simulationQuery} from './queries';
import {percent, RATES, say, USUAL} from './simulation';

function Stops({of}: {of: Simulation}) {
  const stops = of.stoppedAt.filter(({share}) => share > 0);
  return (
    <table className="bw-groups">
      <thead className="bw-visually-hidden"><tr><th>Stopped in wave</th><th>Share of runs</th></tr></thead>
      <tbody>
        {stops.map(({wave, share}) => (
          <tr key={wave}>
            <th scope="row">stopped in {wave}</th>
            <td className="bw-groups-bar"><svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><rect width={share} height="1" /></svg></td>
            <td className="bw-num">{percent(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Plays the plan against a defect of assumed size, with the judge that will judge it. */
export function Simulate({request}: {request: RolloutRequest}) {
  const [index, setIndex] = useState(USUAL);
  const rate = RATES[index] ?? 0.1;
  const asked = useSettled({request, rate});
  const {data, error, isFetching} = useQuery(simulationQuery(asked.request, asked.rate));
  return (
    <Panel title="Simulate" beside={<span className="bw-dim" aria-live="polite">{isFetching ? 'playing…' : ''}</span>}>
      <label className="bw-slide">
        <span>If the generation breaks <b>{percent(rate)}</b> of hosts</span>
        <input type="range" min={0} max={RATES.length - 1} value={index} onChange={event => setIndex(Number(event.target.value))} aria-valuetext={percent(rate)} />
      </label>
      <ProblemAlert thrown={error} title="Not simulated" />
      <div className="bw-simulated" aria-live="polite">
        {data && <p className="bw-evidence-line">{say(data, asked.rate)}</p>}
        {data && <Stops of={data} />}
        {data && data.assumptions.length > 0 && <details className="bw-details"><summary>Assumed</summary><ul>{data.assumptions.map(line => <li key={line}>{line}</li>)}</ul></details>}
      </div>
    </Panel>
  );
}
