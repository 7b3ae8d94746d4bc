import {expect, test} from 'vitest';
import {counting, mayNotApprove, standing} from './standing';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const by = (actor: string, more = {}) => ({wave: 'half', actor, at: '2026-11-24T11:00:00Z', reason: 'looked', expiresAt: '2026-11-24T19:00:00Z', ...more});

test('an approval that is void or too old does not count', () =>
  expect(counting([by('mara'), by('jon', {expiresAt: '2026-11-24T11:59:00Z'}), by('eve', {void: 'the plan changed'})], NOW).map(({actor}) => actor)).toEqual(['mara']));

test('the author may not approve, whatever their role', () => expect(mayNotApprove('ann', 'ADMIN', {createdBy: 'ann', from: [], given: []}, NOW)).toMatch(/author/));

test('nobody approves twice while the first approval counts', () => {
  expect(mayNotApprove('mara', 'APPROVER', {createdBy: 'ann', from: [], given: [by('mara')]}, NOW)).toMatch(/somebody else/);
  expect(mayNotApprove('mara', 'APPROVER', {createdBy: 'ann', from: [], given: [by('mara', {expiresAt: '2026-11-24T11:30:00Z'})]}, NOW)).toBeNull();
});

test('where approvers are named, nobody else may', () => expect(mayNotApprove('jon', 'ADMIN', {createdBy: 'ann', from: ['mara', 'eve'], given: []}, NOW)).toBe('Only mara, eve may approve it.'));

test('a role too small is named', () => expect(mayNotApprove('jon', 'OPERATOR', {createdBy: 'ann', from: [], given: []}, NOW)).toMatch(/APPROVER/));

test('how many of how many, and who', () => expect(standing([by('mara')], 2, NOW)).toBe('1 of 2 approvals; mara approved'));
