// @vitest-environment happy-dom
import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {cleanup, render, screen} from '@testing-library/react';
import {afterEach, expect, test} from 'vitest';
import type {WaveGate, Rollout} from '../api/model';
import {Gates} from './Gates';

afterEach(cleanup);

const wave = (name: string, gates: string[]) => ({name, gates, size: '1', soak: 'PT1M', deadline: 'PT1M', maxFailed: '0', approval: false});
const rollout = {id: 'r1', spec: {waves: [wave('canary', ['errors', 'pages']), wave('rest', [])]}} as unknown as Rollout;
const failing: WaveGate = {wave: 'canary', gate: 'errors', type: 'PROMETHEUS', config: {failure: '>= 0.05'}, at: '2026-11-24T12:00:00Z', verdict: 'FAIL', pauses: false, value: 0.09, query: 'up', link: 'javascript:alert(1)', dryRun: true};
const silent: WaveGate = {wave: 'canary', gate: 'pages', type: 'WEBHOOK', config: {}, pauses: false, dryRun: false};

function show(of: Rollout, evaluations: WaveGate[]) {
  const client = new QueryClient({defaultOptions: {queries: {staleTime: Infinity, refetchInterval: false}}});
  client.setQueryData(['rollouts', 'r1', 'gates'], evaluations);
  render(<QueryClientProvider client={client}><Gates rollout={of} /></QueryClientProvider>);
}

test('a gate tells its verdict, its value, what it is held against, and whether it counts', () => {
  show(rollout, [failing]);
  const tile = screen.getByText('errors').closest('li');
  expect(tile?.textContent).toMatch(/Fail.*dry run.*0\.09 fails when >= 0\.05/);
});

test('a gate that has not answered is not shown as passed', () => {
  show(rollout, [failing, silent]);
  expect(screen.getByText('pages').closest('li')?.textContent).toMatch(/^pages not asked yet/);
});

test('only a web address becomes a link', () => {
  show(rollout, [failing]);
  expect(screen.queryByRole('link')).toBeNull();
});

test('a rollout without gates has no such panel', () => {
  show({...rollout, spec: {...rollout.spec, waves: [wave('rest', [])]}} as unknown as Rollout, []);
  expect(screen.queryByText('Gates')).toBeNull();
});
