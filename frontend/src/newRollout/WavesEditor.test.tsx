// @vitest-environment happy-dom
import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {cleanup, render, screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, expect, test, vi} from 'vitest';
import {EMPTY, type WaveDraft} from './draft';
import {WavesEditor} from './WavesEditor';

afterEach(cleanup);

const edit = (waves: WaveDraft[], errors = {}) => {
  const onChange = vi.fn<(waves: WaveDraft[]) => void>();
  render(<QueryClientProvider client={new QueryClient({defaultOptions: {queries: {enabled: false}}})}><WavesEditor waves={waves} errors={errors} onChange={onChange} /></QueryClientProvider>);
  return onChange;
};

test('a wave is changed in its place', async () => {
  const onChange = edit(EMPTY.waves);
  await userEvent.type(screen.getByLabelText('Size of wave 1'), '0');
  expect(onChange.mock.calls[0]?.[0].map(({size}) => size)).toEqual(['10', '50%', 'rest']);
});

test('a wave can be added and taken away', async () => {
  const onChange = edit(EMPTY.waves);
  await userEvent.click(screen.getByRole('button', {name: 'Add a wave'}));
  await userEvent.click(screen.getByRole('button', {name: 'Remove wave 2'}));
  expect(onChange.mock.calls.map(([waves]) => waves.length)).toEqual([4, 2]);
});

test('the last wave stays', () => {
  edit(EMPTY.waves.slice(0, 1));
  expect(screen.getByRole('button', {name: 'Remove wave 1'})).toHaveProperty('disabled', true);
});

test('what the server has against a wave stands below it', () => {
  edit(EMPTY.waves, {'/waves/1/size': 'at most 100 %'});
  expect(screen.getByText('at most 100 %').closest('tr')?.previousElementSibling?.querySelector('input')?.value).toBe('half');
});
