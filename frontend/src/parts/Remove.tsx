import {Button} from '@patternfly/react-core';
import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import {VerbButton} from './VerbButton';

type Props = {what: string; verb?: string; note?: string; whyNot: string | null; act: () => Promise<unknown>; onGone?: () => void};

/** Removing asks once more, in place. */
export function Remove({what, verb = 'Delete', note, whyNot, act, onGone}: Props) {
  const [sure, setSure] = useState(false);
  const removing = useMutation({mutationFn: act, onSuccess: onGone});
  if (!sure) return <VerbButton size="sm" variant="secondary" isDanger whyNot={whyNot} onClick={() => setSure(true)} aria-label={`${verb} ${what}`}>{verb}</VerbButton>;
  return (
    <>
      {note && !removing.error && <span className="bw-watch">{note}</span>}
      {removing.error && <span className="bw-bad" role="alert">{removing.error.message}</span>}
      <Button size="sm" variant="danger" isLoading={removing.isPending} onClick={() => removing.mutate()}>{verb} {what}</Button>
      <Button size="sm" variant="link" onClick={() => setSure(false)}>Keep</Button>
    </>
  );
}
