import {MenuToggle, Select, SelectList, SelectOption} from '@patternfly/react-core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {gateChoicesQuery} from '../gates/queries';

type Props = {label: string; chosen: string[]; onChange: (gates: string[]) => void};

/** The gates that a wave must pass, by name. */
export function GatePick({label, chosen, onChange}: Props) {
  const [open, setOpen] = useState(false);
  const {data} = useQuery(gateChoicesQuery);
  const names = [...new Set([...(data ?? []).map(({name}) => name), ...chosen])];
  const turn = (name: string) => onChange(chosen.includes(name) ? chosen.filter(one => one !== name) : [...chosen, name]);
  const words = chosen.length === 0 ? 'none' : chosen.length === 1 ? chosen[0] : `${chosen.length} gates`;
  return (
    <Select role="menu" isOpen={open} onOpenChange={setOpen} onSelect={(_, name) => turn(String(name))} selected={chosen}
      toggle={ref => <MenuToggle ref={ref} size="sm" className="bw-gate-pick" aria-label={`${label}: ${chosen.join(', ') || 'none'}`} onClick={() => setOpen(!open)} isExpanded={open}>{words}</MenuToggle>}>
      <SelectList>
        {names.map(name => <SelectOption key={name} hasCheckbox value={name} isSelected={chosen.includes(name)} description={data?.find(gate => gate.name === name)?.dryRun ? 'dry run' : undefined}>{name}</SelectOption>)}
        {names.length === 0 && <SelectOption isDisabled value="">No gate is defined yet</SelectOption>}
      </SelectList>
    </Select>
  );
}
