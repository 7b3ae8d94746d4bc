import {expect, test} from 'vitest';
import type {Phase, Rollout} from '../api/model';
import {PHASES} from '../parts/states';
import {attention} from './attention';

const rollout = (phase: Phase, finishedAt: string | null = null) => ({id: `${phase}${finishedAt}`, phase, finishedAt}) as Rollout;

test('halted comes before paused before to be approved', () =>
  expect(attention([rollout('AWAITING_APPROVAL'), rollout('PAUSED'), rollout('HALTED')]).needsMe.map(({phase}) => phase)).toEqual(['HALTED', 'PAUSED', 'AWAITING_APPROVAL']));

test('no phase falls through', () => {
  const all = (Object.keys(PHASES) as Phase[]).map(phase => rollout(phase));
  const {needsMe, underWay, waiting, recent} = attention(all);
  expect(needsMe.length + underWay.length + waiting.length + recent.length).toBe(all.length);
});

test('the latest to end comes first', () =>
  expect(attention([rollout('COMPLETED', '2026-11-22T00:00:00Z'), rollout('ROLLED_BACK', '2026-11-23T00:00:00Z')]).recent.map(({phase}) => phase)).toEqual(['ROLLED_BACK', 'COMPLETED']));
