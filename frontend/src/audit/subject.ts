const SCREENS = ['rollouts', 'hosts', 'generations', 'gates', 'calendars', 'profiles'];

/** The screen of an audit subject such as `rollouts/0199…`, where there is one. */
export function place(subject: string | null | undefined): string | null {
  const [kind, id] = (subject ?? '').split('/');
  return kind && id && SCREENS.includes(kind) ? `/${kind}/${id}` : null;
}
