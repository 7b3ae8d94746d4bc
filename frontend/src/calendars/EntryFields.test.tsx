// @vitest-environment happy-dom
import {cleanup, render, screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, expect, test, vi} from 'vitest';
import {type EntryDraft, newEntry} from './draft';
import {EntryFields} from './EntryFields';
import {writeRule} from './recurrence';

afterEach(cleanup);

function edit(errors = {}) {
  const onChange = vi.fn<(part: Partial<EntryDraft>) => void>();
  render(<EntryFields entry={newEntry('2026-11-24')} index={0} only errors={errors} onChange={onChange} onRemove={() => undefined} />);
  return onChange;
}

test('a weekday is added to those chosen', async () => {
  const onChange = edit();
  await userEvent.click(screen.getByRole('button', {name: 'Fri'}));
  const repeat = onChange.mock.calls[0]?.[0].repeat;
  expect(repeat && writeRule(repeat)).toBe('FREQ=WEEKLY;BYDAY=TU,WE,FR');
});

test('what the server has against a rule stands below it', () => {
  edit({'/entries/0/rrule': 'must not recur every second'});
  expect(screen.getByText('must not recur every second')).toBeTruthy();
});

test('the last entry stays', () => {
  edit();
  expect(screen.getByRole('button', {name: 'Remove entry 1'})).toHaveProperty('disabled', true);
});
