import {useQuery} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {Debounced} from '../parts/Debounced';
import {Loaded} from '../parts/Loaded';
import {Panel} from '../parts/Panel';
import {kindWords} from '../parts/states';
import {driftSummaryQuery} from '../home/queries';

/** How many hosts drift, by kind, platform or any label. */
export function Summary() {
  const {groupBy = 'kind', selector} = useSearch({from: '/drift'});
  const navigate = useNavigate({from: '/drift'});
  const summary = useQuery(driftSummaryQuery(groupBy, selector));
  const most = Math.max(1, ...(summary.data?.items ?? []).map(({hosts}) => hosts));
  return (
    <Panel title="By group">
      <div className="bw-group-by"><Debounced label="Group by: kind, platform or a label key" value={groupBy} onSettle={value => void navigate({search: old => ({...old, groupBy: value.trim() || undefined}), replace: true})} /></div>
      <Loaded query={summary} what="the summary">
        {({items}) => items.length === 0
          ? <p className="bw-dim">No host drifts.</p>
          : (
            <table className="bw-groups">
              <thead className="bw-visually-hidden"><tr><th>Group</th><th>Hosts</th><th>Share</th></tr></thead>
              <tbody>
                {items.map(({group, hosts}) => (
                  <tr key={group ?? ''}>
                    <th scope="row">{group ? groupBy === 'kind' ? kindWords(group) : group : <span className="bw-dim">without</span>}</th>
                    <td className="bw-num bw-right">{hosts}</td>
                    <td className="bw-groups-bar"><svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width={(hosts / most) * 100} height="1" /></svg></td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
      </Loaded>
    </Panel>
  );
}
