// @vitest-environment happy-dom
import {cleanup, render, screen} from '@testing-library/react';
import {afterEach, expect, test} from 'vitest';
import {TrialResult} from './TryGate';

afterEach(cleanup);

test('a trial tells verdict, value, reason, query, and where to look', () => {
  render(<TrialResult trial={{at: '2026-11-24T04:00:00Z', verdict: 'FAIL', why: '0.75 is > 0.7', value: 0.75, query: 'max(breakage)', link: 'https://prometheus.example.org/graph'}} />);
  expect(screen.getByRole('status').textContent).toMatch(/Fail.*0\.75 is > 0\.7.*max\(breakage\)/);
  expect(screen.getByRole('link').getAttribute('href')).toBe('https://prometheus.example.org/graph');
});

test('only a web address becomes a link', () => {
  render(<TrialResult trial={{at: '2026-11-24T04:00:00Z', verdict: 'ERROR', why: 'no answer', link: 'javascript:alert(1)'}} />);
  expect(screen.queryByRole('link')).toBeNull();
});
