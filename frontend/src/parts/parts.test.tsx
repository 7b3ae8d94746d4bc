// @vitest-environment happy-dom
import {cleanup, render, screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, expect, test, vi} from 'vitest';
import type {Counts} from '../api/model';
import {Problem} from '../api/problem';
import {CountsBar} from './CountsBar';
import {Mark} from './Mark';
import {ProblemAlert} from './ProblemAlert';
import {RelativeTime} from './RelativeTime';
import {TURNS} from './states';
import {Tags} from './Tags';
import {VerbButton} from './VerbButton';
import {Why} from './Why';

afterEach(cleanup);

const counts: Counts = {pending: 0, deferred: 0, offered: 0, claimed: 1, settled: 3, failed: 0, silent: 0, rollingBack: 0, rolledBack: 0, skipped: 0, held: 0};

test('a button that cannot be used does nothing and says why', async () => {
  const act = vi.fn();
  render(<VerbButton whyNot="This needs the role ADMIN; you are VIEWER." onClick={act}>Revoke</VerbButton>);
  const button = screen.getByRole('button', {name: 'Revoke'});
  await userEvent.click(button);
  expect(act).not.toHaveBeenCalled();
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(button.getAttribute('aria-description')).toMatch(/role ADMIN/);
});

test('a button that can be used acts', async () => {
  const act = vi.fn();
  render(<VerbButton whyNot={null} onClick={act}>Revoke</VerbButton>);
  await userEvent.click(screen.getByRole('button', {name: 'Revoke'}));
  expect(act).toHaveBeenCalledOnce();
});

test('a bar says in words what it draws', () => {
  render(<CountsBar counts={counts} of="Wave canary" />);
  expect(screen.getByRole('img', {name: 'Wave canary: 3 settled, 1 claimed'})).toBeTruthy();
});

test('a state is a word, its glyph is decoration', () => {
  render(<Mark look={TURNS.FAILED} />);
  expect(screen.getByText('Failed')).toBeTruthy();
  expect(screen.getByText(TURNS.FAILED.glyph).getAttribute('aria-hidden')).toBe('true');
});

test('a time is exact for machines and on hover', () => {
  render(<RelativeTime at="2026-11-23T12:00:00Z" />);
  const time = document.querySelector('time');
  expect(time?.getAttribute('datetime')).toBe('2026-11-23T12:00:00Z');
  expect(time?.title).toContain('2026-11-23T12:00:00Z');
});

test('labels beyond the first few are counted', () => {
  render(<Tags labels={{c: '3', a: '1', b: '2'}} show={2} />);
  expect(screen.getByText('a=1')).toBeTruthy();
  expect(screen.getByText('+1').title).toBe('c=3');
});

test('a problem lists what no field shows', () => {
  render(<ProblemAlert title="Not registered" claimed={['/name']} thrown={new Problem(422, {detail: 'Refused.', errors: [{pointer: '/name', message: 'taken'}, {pointer: '/platform', message: 'unknown'}]})} />);
  expect(screen.getByRole('alert').textContent).toContain('platform: unknown');
  expect(screen.queryByText(/taken/)).toBeNull();
});

test('rules say whether they hold without colour', () => {
  render(<Why of={{sentence: 's', waitingFor: 'hosts', nextCheckAt: null, rules: [{rule: 'soak over', holds: false, evidence: 'until later'}]}} />);
  expect(screen.getByText(/Does not hold/)).toBeTruthy();
});
