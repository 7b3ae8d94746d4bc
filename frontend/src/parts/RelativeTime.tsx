import {exact, relative, useNow} from './time';

/** A time as people say it; the exact one on hover and for machines. */
export function RelativeTime({at, none = 'never'}: {at: string | null | undefined; none?: string}) {
  const now = useNow();
  if (!at) return <span className="bw-dim">{none}</span>;
  return <time dateTime={at} title={exact(at)}>{relative(at, now)}</time>;
}

/** A moment to come; one that is over is due now. */
export function Due({at}: {at: string}) {
  const now = useNow();
  return new Date(at).getTime() <= now ? <>any moment</> : <RelativeTime at={at} />;
}
