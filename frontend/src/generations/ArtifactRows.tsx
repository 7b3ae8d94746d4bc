import {Button, FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {MinusCircleIcon, PlusCircleIcon} from '@patternfly/react-icons';
import {validated} from '../parts/Field';
import type {ArtifactRow} from './artifacts';

type Props = {rows: ArtifactRow[]; errors: Record<string, string>; onChange: (rows: ArtifactRow[]) => void};

const errorAt = (errors: Record<string, string>, index: number) =>
  Object.entries(errors).find(([pointer]) => pointer.startsWith(`/artifacts/${index}/`) || pointer === `/artifacts/${index}`)?.[1];

/** One artifact a line: whose it is, and its ref. */
export function ArtifactRows({rows, errors, onChange}: Props) {
  const set = (index: number, part: Partial<ArtifactRow>) => onChange(rows.map((row, at) => (at === index ? {...row, ...part} : row)));
  return (
    <div className="bw-lines">
      {rows.map((row, index) => {
        const error = errorAt(errors, index);
        const n = index + 1;
        return (
          // Rows have no identity but their place.
          <div key={index} className="bw-line">
            <FormSelect aria-label={`Artifact ${n} is for`} value={row.scope} onChange={(_, scope) => set(index, {scope: scope as ArtifactRow['scope']})}>
              <FormSelectOption value="everyone" label="every host" />
              <FormSelectOption value="host" label="host" />
              <FormSelectOption value="selector" label="selector" />
            </FormSelect>
            <TextInput aria-label={`Whose artifact ${n} is`} value={row.scope === 'everyone' ? '' : row.whose} isDisabled={row.scope === 'everyone'} onChange={(_, whose) => set(index, {whose})} placeholder={row.scope === 'selector' ? 'arch=aarch64' : row.scope === 'host' ? 'web-01' : ''} />
            <TextInput aria-label={`Ref of artifact ${n}`} className="bw-code" value={row.ref} onChange={(_, ref) => set(index, {ref})} validated={validated(error)} placeholder="/nix/store/…, 64 hex digits, or image@sha256:…" />
            <Button variant="plain" aria-label={`Remove artifact ${n}`} icon={<MinusCircleIcon />} isDisabled={rows.length === 1} onClick={() => onChange(rows.filter((_, at) => at !== index))} />
            {error && <span className="bw-line-error bw-bad">{error}</span>}
          </div>
        );
      })}
      <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange([...rows, {scope: 'host', whose: '', ref: ''}])}>Add an artifact</Button>
    </div>
  );
}
