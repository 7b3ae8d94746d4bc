// @vitest-environment happy-dom
import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {cleanup, render, screen, waitFor} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, expect, test, vi} from 'vitest';
import {Problem} from '../api/problem';
import {ReasonDialog} from './ReasonDialog';

afterEach(cleanup);

function open(act: (reason: string) => Promise<unknown>, onClose = vi.fn()) {
  render(<QueryClientProvider client={new QueryClient()}><ReasonDialog title="Halt november" verb="Halt" danger act={act} onClose={onClose} /></QueryClientProvider>);
  return onClose;
}

test('nothing is done without a reason', async () => {
  const act = vi.fn(async () => undefined);
  open(act);
  expect(screen.getByRole('button', {name: 'Halt'})).toHaveProperty('disabled', true);
  await userEvent.type(screen.getByLabelText(/Reason/), '  {Enter}');
  expect(act).not.toHaveBeenCalled();
});

test('the reason is passed on, trimmed, and the dialog closes', async () => {
  const act = vi.fn(async () => undefined);
  const onClose = open(act);
  await userEvent.type(screen.getByLabelText(/Reason/), ' bad disk ');
  await userEvent.click(screen.getByRole('button', {name: 'Halt'}));
  expect(act.mock.calls[0]?.at(0)).toBe('bad disk');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
});

test('Enter is as good as the button', async () => {
  const act = vi.fn(async () => undefined);
  open(act);
  await userEvent.type(screen.getByLabelText(/Reason/), 'bad disk{Enter}');
  expect(act).toHaveBeenCalledOnce();
});

test('a refusal is told in words and the dialog stays', async () => {
  const onClose = open(async () => { throw new Problem(412); });
  await userEvent.type(screen.getByLabelText(/Reason/), 'bad disk{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(/changed while you were looking/);
  expect(onClose).not.toHaveBeenCalled();
});
