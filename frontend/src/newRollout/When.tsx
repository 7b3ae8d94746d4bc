import {Button, Checkbox, FormSelect, FormSelectOption, TextInput} from '@patternfly/react-core';
import {MinusCircleIcon, PlusCircleIcon} from '@patternfly/react-icons';
import {useInfiniteQuery, useQuery} from '@tanstack/react-query';
import {Next} from '../calendars/Next';
import {here} from '../calendars/zones';
import {Moment} from '../calendars/Moment';
import {calendarChoicesQuery, commonOpeningsQuery} from '../calendars/queries';
import {Field, validated} from '../parts/Field';
import {lookOf, PHASES} from '../parts/states';
import {useNow} from '../parts/time';
import {useSettled} from '../parts/useSettled';
import {rolloutsQuery} from '../rollouts/queries';
import type {Change, DependencyDraft, Draft, Errors} from './draft';

type Props = {draft: Draft; errors: Errors; onChange: Change};

function Span({from, until}: {from: string; until?: string | null | undefined}) {
  const now = useNow();
  const begins = new Date(from).getTime() <= now ? <>now</> : <>from <Moment at={from} zone={here()} /></>;
  return <>{begins}{until ? <> until <Moment at={until} zone={here()} /></> : ' on'}</>;
}

function Calendars({draft, errors, onChange}: Props) {
  const {data: calendars} = useQuery(calendarChoicesQuery);
  const selector = useSettled(draft.selector.trim());
  const {data: common} = useQuery({...commonOpeningsQuery(selector, draft.calendars), enabled: (calendars?.length ?? 0) > 0});
  const turn = (name: string, on: boolean) => onChange({calendars: on ? [...draft.calendars, name] : draft.calendars.filter(one => one !== name)});
  if (!calendars || calendars.length === 0) return <p className="bw-dim bw-note">There is no calendar: hosts may be moved at any time.</p>;
  return (
    <fieldset className="bw-picks">
      <legend>Calendars</legend>
      {calendars.map(calendar => (
        <Checkbox key={calendar.id} id={`calendar-${calendar.id}`} label={calendar.name} isChecked={draft.calendars.includes(calendar.name)} onChange={(_, on) => turn(calendar.name, on)}
          description={<>{calendar.kind === 'FREEZE' ? 'freeze, ' : ''}<Next calendar={calendar} />{calendar.selector && <>; applies to {calendar.selector === '*' ? 'every host' : <code>{calendar.selector}</code>}, chosen or not</>}</>} />
      ))}
      {errors['/schedule/calendars'] && <p className="bw-bad bw-row-error">{errors['/schedule/calendars']}</p>}
      {common && (
        <p className="bw-note" aria-live="polite">
          {common.items.length > 0
            ? <>All taken together, hosts may be moved {common.items.map(({from, until}, index) => <span key={from}>{index > 0 && ', then '}<Span from={from} until={until} /></span>)}.</>
            : <span className="bw-watch">All taken together they leave no opening{common.note ? `: ${common.note}` : ''}.</span>}
        </p>
      )}
    </fieldset>
  );
}

function Dependencies({draft, errors, onChange}: Props) {
  const {data: rollouts} = useInfiniteQuery(rolloutsQuery(100));
  const set = (index: number, part: Partial<DependencyDraft>) => onChange({dependsOn: draft.dependsOn.map((one, at) => (at === index ? {...one, ...part} : one))});
  return (
    <fieldset className="bw-picks">
      <legend>After other rollouts</legend>
      {draft.dependsOn.map(({rolloutId, soak}, index) => (
        <div key={index} className="bw-depends">
          <FormSelect aria-label={`Rollout ${index + 1} to wait for`} value={rolloutId} onChange={(_, value) => set(index, {rolloutId: value})} validated={validated(errors[`/dependsOn/${index}/rolloutId`])}>
            <FormSelectOption value="" label="Choose…" isPlaceholder />
            {rollouts?.map(({id, name, phase}) => <FormSelectOption key={id} value={id} label={`${name} (${lookOf(PHASES, phase).word.toLowerCase()})`} />)}
          </FormSelect>
          <span>completed for</span>
          <TextInput aria-label={`Soak after rollout ${index + 1}`} value={soak} onChange={(_, value) => set(index, {soak: value})} placeholder="0s" validated={validated(errors[`/dependsOn/${index}/soak`])} />
          <Button variant="plain" size="sm" aria-label={`Do not wait for rollout ${index + 1}`} icon={<MinusCircleIcon />} onClick={() => onChange({dependsOn: draft.dependsOn.filter((_, at) => at !== index)})} />
          {(errors[`/dependsOn/${index}/rolloutId`] ?? errors[`/dependsOn/${index}/soak`] ?? errors[`/dependsOn/${index}`]) && <span className="bw-bad bw-row-error">{errors[`/dependsOn/${index}/rolloutId`] ?? errors[`/dependsOn/${index}/soak`] ?? errors[`/dependsOn/${index}`]}</span>}
        </div>
      ))}
      {errors['/dependsOn'] && <p className="bw-bad bw-row-error">{errors['/dependsOn']}</p>}
      <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange({dependsOn: [...draft.dependsOn, {rolloutId: '', soak: ''}]})}>Wait for another rollout</Button>
    </fieldset>
  );
}

/** When the first wave may open, and when hosts may be moved. */
export function When({draft, errors, onChange}: Props) {
  return (
    <>
      <div className="bw-pairs">
        <Field id="not-before" label="Not before" error={errors['/schedule/notBefore']} hint="Local time; empty: as soon as it is started.">
          <TextInput id="not-before" type="datetime-local" value={draft.notBefore} onChange={(_, notBefore) => onChange({notBefore})} validated={validated(errors['/schedule/notBefore'])} />
        </Field>
        <Field id="overrun" label="When a window closes" error={errors['/schedule/overrun']}>
          <FormSelect id="overrun" value={draft.overrun} onChange={(_, overrun) => onChange({overrun: overrun as Draft['overrun']})}>
            <FormSelectOption value="FINISH_HOSTS" label="Only hosts that have begun finish" />
            <FormSelectOption value="FINISH_WAVE" label="A wave that has begun finishes" />
          </FormSelect>
        </Field>
      </div>
      <Calendars draft={draft} errors={errors} onChange={onChange} />
      <Dependencies draft={draft} errors={errors} onChange={onChange} />
    </>
  );
}
