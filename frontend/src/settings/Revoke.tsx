import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import {Button} from '@patternfly/react-core';
import {VerbButton} from '../parts/VerbButton';

/** Revoking asks once more, in place. */
export function Revoke({what, whyNot, act}: {what: string; whyNot: string | null; act: () => Promise<unknown>}) {
  const [sure, setSure] = useState(false);
  const revoking = useMutation({mutationFn: act});
  if (!sure) return <VerbButton size="sm" variant="link" isDanger isInline whyNot={whyNot} onClick={() => setSure(true)} aria-label={`Revoke ${what}`}>Revoke</VerbButton>;
  return (
    <>
      {revoking.error && <span className="bw-bad">{revoking.error.message} </span>}
      <Button size="sm" variant="danger" isLoading={revoking.isPending} onClick={() => revoking.mutate()}>Revoke {what}</Button>
      <Button size="sm" variant="link" onClick={() => setSure(false)}>Keep</Button>
    </>
  );
}
