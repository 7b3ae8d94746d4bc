import {Button, Checkbox, TextInput} from '@patternfly/react-core';
import {MinusCircleIcon, PlusCircleIcon} from '@patternfly/react-icons';
import {validated} from '../parts/Field';
import {GatePick} from './GatePick';
import {added, type Errors, type WaveDraft} from './waves';

type Props = {waves: WaveDraft[]; errors: Errors; onChange: (waves: WaveDraft[]) => void};

const COLUMNS = [['name', 'Name'], ['size', 'Size'], ['soak', 'Soak'], ['maxFailed', 'May fail'], ['deadline', 'Deadline']] as const;

function Row({wave, index, errors, only, onChange, onRemove}: {wave: WaveDraft; index: number; errors: Errors; only: boolean; onChange: (part: Partial<WaveDraft>) => void; onRemove: () => void}) {
  const n = index + 1;
  const at = `/waves/${index}`;
  const found = [...COLUMNS.map(([key]) => errors[`${at}/${key}`]), errors[at], ...Object.keys(errors).filter(pointer => pointer.startsWith(`${at}/gates`)).map(pointer => errors[pointer])].filter(Boolean);
  return (
    <>
      <tr>
        {COLUMNS.map(([key, label]) => (
          <td key={key} data-label={label}>
            <TextInput aria-label={`${label} of wave ${n}`} value={wave[key]} onChange={(_, value) => onChange({[key]: value})} validated={validated(errors[`${at}/${key}`])} />
          </td>
        ))}
        <td data-label="Gates"><GatePick label={`Gates of wave ${n}`} chosen={wave.gates} onChange={gates => onChange({gates})} /></td>
        <td data-label="Approval" className="bw-center"><Checkbox id={`approval-${index}`} aria-label={`Wave ${n} needs approval`} isChecked={wave.approval} onChange={(_, approval) => onChange({approval})} /></td>
        <td className="bw-edit-remove"><Button variant="plain" size="sm" aria-label={`Remove wave ${n}`} icon={<MinusCircleIcon />} isDisabled={only} onClick={onRemove} /></td>
      </tr>
      {found.length > 0 && <tr><td colSpan={8} className="bw-bad bw-row-error">{found.join(' ')}</td></tr>}
    </>
  );
}

/** The ordered slices of the plan. */
export function WavesEditor({waves, errors, onChange}: Props) {
  const set = (index: number, part: Partial<WaveDraft>) => onChange(waves.map((wave, at) => (at === index ? {...wave, ...part} : wave)));
  return (
    <>
      <table className="bw-edit">
        <thead><tr>{COLUMNS.map(([key, label]) => <th key={key} scope="col">{label}</th>)}<th scope="col">Gates</th><th scope="col">Approval</th><th scope="col"><span className="bw-visually-hidden">Remove</span></th></tr></thead>
        <tbody>
          {waves.map((wave, index) => (
            <Row key={index} wave={wave} index={index} errors={errors} only={waves.length === 1} onChange={part => set(index, part)} onRemove={() => onChange(waves.filter((_, at) => at !== index))} />
          ))}
        </tbody>
      </table>
      {errors['/waves'] && <p className="bw-bad bw-row-error">{errors['/waves']}</p>}
      <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange([...waves, added(waves)])}>Add a wave</Button>
      <p className="bw-dim bw-note">Size: a count, a percentage of all hosts up to and with this wave, <code>rest</code>, or <code>selector: env=canary</code>. May fail: a count or a percentage of the wave. Gates and approval: before the next wave opens. A host that has not answered by the deadline is silent, and silence counts as failure.</p>
    </>
  );
}
