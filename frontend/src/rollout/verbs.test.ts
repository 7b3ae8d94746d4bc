import {expect, test} from 'vitest';
import type {Phase} from '../api/model';
import {isOver, PHASES} from '../parts/states';
import {ALL_VERBS, phaseForbids, primary, VERBS} from './verbs';

test('a rollout that is over takes no verb', () => {
  for (const phase of (Object.keys(PHASES) as Phase[]).filter(isOver)) expect(ALL_VERBS.filter(verb => !phaseForbids(verb, phase))).toEqual([]);
});

test('every rollout that is not over can be left', () => {
  for (const phase of (Object.keys(PHASES) as Phase[]).filter(phase => !isOver(phase))) expect(ALL_VERBS.some(verb => !phaseForbids(verb, phase))).toBe(true);
});

test('a forbidden verb names the phases it works from', () =>
  expect(phaseForbids('resume', 'ROLLING')).toBe('Resume works from: paused. This rollout is rolling.'));

test('approving needs an approver', () => expect([VERBS.approve.role, VERBS.reject.role]).toEqual(['APPROVER', 'APPROVER']));

test('what stops a rolling rollout is in reach', () => expect(primary('ROLLING')).toEqual(['pause', 'halt', 'rollback']));
