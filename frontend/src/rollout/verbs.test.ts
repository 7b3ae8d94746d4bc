import {expect, test} from 'vitest';
import type {Phase, Rollout} from '../api/model';
import {isOver, PHASES} from '../parts/states';
import {ALL_VERBS, phaseForbids, primary, refusal, VERBS, waysOut} from './verbs';

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

const rollout = {phase: 'AWAITING_APPROVAL', createdBy: 'ann', spec: {waves: []}} as unknown as Rollout;

test('the author is told why the button is not theirs', () => {
  expect(refusal('approve', rollout, {name: 'ann', role: 'ADMIN'})).toMatch(/author/);
  expect(refusal('approve', rollout, {name: 'mara', role: 'APPROVER'})).toBeNull();
});

test('a rollout that cannot go back says so; one that may with approval asks for an approver', () => {
  const halted = (rollback: 'FORBIDDEN' | 'APPROVAL') => ({...rollout, phase: 'HALTED' as const, spec: {...rollout.spec, rollback}});
  expect(refusal('rollback', halted('FORBIDDEN'), {name: 'jon', role: 'ADMIN'})).toMatch(/impossible/);
  expect(refusal('rollback', halted('APPROVAL'), {name: 'jon', role: 'OPERATOR'})).toMatch(/APPROVER/);
});

test('who must decide is offered only what the phase allows', () => {
  for (const phase of ['HALTED', 'PAUSED'] as const) expect(waysOut(phase).map(verb => phaseForbids(verb, phase))).toEqual([null, null, null, null]);
  expect(waysOut('ROLLING')).toEqual([]);
});
