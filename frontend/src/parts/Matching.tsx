import {useQuery} from '@tanstack/react-query';
import {asProblem} from '../api/problem';
import {matchQuery} from './matches';
import {useSettled} from './useSettled';

/** How many hosts a selector matches, as it is typed. */
export function Matching({selector, platform}: {selector: string; platform?: string | undefined}) {
  const settled = useSettled(selector.trim());
  const {data, error} = useQuery(matchQuery(settled, platform));
  if (error) return <span className="bw-bad">{asProblem(error).message}</span>;
  if (!data) return <>counting…</>;
  return <span aria-live="polite">{data.hosts}{data.more ? ' or more' : ''} {platform ?? ''} {data.hosts === 1 ? 'host matches' : 'hosts match'}{settled ? '' : ' (empty selects every host)'}</span>;
}
