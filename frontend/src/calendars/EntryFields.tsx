import {Button, FormSelect, FormSelectOption, TextInput, ToggleGroup, ToggleGroupItem} from '@patternfly/react-core';
import {MinusCircleIcon} from '@patternfly/react-icons';
import {Field, validated} from '../parts/Field';
import type {EntryDraft, Errors} from './draft';
import {DAY_NAMES, DAYS, type Repeat} from './recurrence';

type Props = {entry: EntryDraft; index: number; only: boolean; errors: Errors; onChange: (part: Partial<EntryDraft>) => void; onRemove: () => void};

const EVERY: [Repeat['every'], string][] = [['NEVER', 'once'], ['DAILY', 'every day'], ['WEEKLY', 'every week'], ['MONTHLY', 'every month'], ['YEARLY', 'every year'], ['RULE', 'by a rule of my own']];

function Again({repeat, id, error, onChange}: {repeat: Repeat; id: string; error: string | undefined; onChange: (repeat: Repeat) => void}) {
  const turn = (day: Repeat['days'][number]) => onChange({...repeat, days: repeat.days.includes(day) ? repeat.days.filter(one => one !== day) : [...repeat.days, day]});
  return (
    <>
      <Field id={`${id}-every`} label="Comes" error={repeat.every === 'RULE' ? null : error}>
        <FormSelect id={`${id}-every`} value={repeat.every} onChange={(_, every) => onChange({...repeat, every: every as Repeat['every']})}>
          {EVERY.map(([value, label]) => <FormSelectOption key={value} value={value} label={label} />)}
        </FormSelect>
      </Field>
      {repeat.every === 'WEEKLY' && (
        <Field id={`${id}-days`} label="On" hint="None chosen: on the weekday it begins.">
          <ToggleGroup aria-label="Weekdays" isCompact>
            {DAYS.map(day => <ToggleGroupItem key={day} text={DAY_NAMES[day]} isSelected={repeat.days.includes(day)} onChange={() => turn(day)} />)}
          </ToggleGroup>
        </Field>
      )}
      {repeat.every === 'RULE' && (
        <Field id={`${id}-rule`} label="Rule" error={error} hint="RFC 5545, for example FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2.">
          <TextInput id={`${id}-rule`} className="bw-code" value={repeat.rule} onChange={(_, rule) => onChange({...repeat, rule})} validated={validated(error)} />
        </Field>
      )}
    </>
  );
}

/** One entry: when it begins, how long it lasts, how often it comes again. */
export function EntryFields({entry, index, only, errors, onChange, onRemove}: Props) {
  const id = `entry-${index}`;
  const error = (field: string) => errors[`/entries/${index}/${field}`];
  return (
    <fieldset className="bw-entry">
      <legend>Entry {index + 1}</legend>
      <Button variant="plain" size="sm" className="bw-entry-remove" aria-label={`Remove entry ${index + 1}`} icon={<MinusCircleIcon />} isDisabled={only} onClick={onRemove} />
      <div className="bw-pairs">
        <Field id={`${id}-summary`} label="Summary" error={error('summary')}>
          <TextInput id={`${id}-summary`} value={entry.summary} onChange={(_, summary) => onChange({summary})} validated={validated(error('summary'))} />
        </Field>
        <Field id={`${id}-start`} label="Begins" error={error('start')} hint={`By the clocks of ${entry.zone ?? 'the calendar’s zone'}.`}>
          <TextInput id={`${id}-start`} type="datetime-local" value={entry.start} onChange={(_, start) => onChange({start})} validated={validated(error('start'))} />
        </Field>
        <Field id={`${id}-lasts`} label="Lasts" error={error('duration') ?? error('end')} hint="For example 4h; or its end, for example 2027-01-02T06:00.">
          <TextInput id={`${id}-lasts`} value={entry.lasts} onChange={(_, lasts) => onChange({lasts})} validated={validated(error('duration') ?? error('end'))} />
        </Field>
        <Again repeat={entry.repeat} id={id} error={error('rrule')} onChange={repeat => onChange({repeat})} />
        <Field id={`${id}-rdates`} label="Also" error={error('rdates')} hint="Further beginnings, separated by commas.">
          <TextInput id={`${id}-rdates`} value={entry.rdates} onChange={(_, rdates) => onChange({rdates})} validated={validated(error('rdates'))} />
        </Field>
        <Field id={`${id}-exdates`} label="But not" error={error('exdates')} hint="Beginnings to leave out, separated by commas.">
          <TextInput id={`${id}-exdates`} value={entry.exdates} onChange={(_, exdates) => onChange({exdates})} validated={validated(error('exdates'))} placeholder="2026-12-29T22:00" />
        </Field>
      </div>
      {errors[`/entries/${index}`] && <p className="bw-bad bw-row-error">{errors[`/entries/${index}`]}</p>}
    </fieldset>
  );
}
