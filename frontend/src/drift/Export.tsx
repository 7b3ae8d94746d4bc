import {Button} from '@patternfly/react-core';
import {useMutation} from '@tanstack/react-query';
import {Problem} from '../api/problem';
import {given} from '../hosts/queries';
import type {DriftFilter} from './queries';

const TYPES = {csv: 'text/csv', ndjson: 'application/x-ndjson'} as const;
type Format = keyof typeof TYPES;

async function save(filter: DriftFilter, format: Format) {
  const answer = await fetch(`/api/v1/drift?${new URLSearchParams(given(filter))}`, {headers: {Accept: TYPES[format]}});
  if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => ({})));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `drift.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The rows of the report as a file: the same query as over REST. */
export function Export({filter}: {filter: DriftFilter}) {
  const saving = useMutation({mutationFn: (format: Format) => save(filter, format)});
  return (
    <>
      {saving.error && <span className="bw-bad">{saving.error.message}</span>}
      <Button variant="link" isInline isLoading={saving.isPending} onClick={() => saving.mutate('csv')}>CSV</Button>
      <Button variant="link" isInline onClick={() => saving.mutate('ndjson')}>NDJSON</Button>
    </>
  );
}
