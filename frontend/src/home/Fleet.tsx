import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import type {Host} from '../api/model';
import {Mark} from '../parts/Mark';
import {Panel} from '../parts/Panel';
import {HOSTS} from '../parts/states';
import {hostCountQuery} from './queries';

function Line({state}: {state: Host['state']}) {
  const {data} = useQuery(hostCountQuery(state));
  return (
    <li>
      <Link to="/hosts" search={{state}}><Mark look={HOSTS[state]} /></Link>
      <b className="bw-num">{data ? `${data.count}${data.more ? '+' : ''}` : '…'}</b>
    </li>
  );
}

const STATES: Host['state'][] = ['CONFLICT', 'SILENT', 'UNHEALTHY', 'DRIFTED', 'HELD', 'UPDATING', 'CURRENT', 'UNMANAGED'];

/** The fleet by state, trouble first. */
export function Fleet() {
  return (
    <Panel title="Fleet" beside={<Link to="/drift">Drift</Link>}>
      <ul className="bw-fleet">{STATES.map(state => <Line key={state} state={state} />)}</ul>
    </Panel>
  );
}
