import {exact, relative, useNow} from './time';

/** A time as people say it; the exact one on hover and for machines. */
export function RelativeTime({at, none = 'never'}: {at: string | null | undefined; none?: string}) {
  const now = useNow();
  if (!at) return <span className="bw-dim">{none}</span>;
  return <time dateTime={at} title={exact(at)}>{relative(at, now)}</time>;
}
