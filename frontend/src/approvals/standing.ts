import type {ApprovalGiven, Role} from '../api/model';
import {whyNot} from '../parts/may';

/** The approvals that count now: not void, not too old. */
export const counting = (given: ApprovalGiven[], now: number) => given.filter(({void: gone, expiresAt}) => !gone && new Date(expiresAt).getTime() > now);

type Asked = {createdBy: string; from: string[]; given: ApprovalGiven[]};

/** Why this person may not approve; null when they may. */
export function mayNotApprove(me: string, role: Role, {createdBy, from, given}: Asked, now: number): string | null {
  if (me === createdBy) return 'The author of a rollout may not approve it.';
  if (from.length > 0 && !from.includes(me)) return `Only ${from.join(', ')} may approve it.`;
  if (counting(given, now).some(({actor}) => actor === me)) return 'You have approved it; somebody else has to, too.';
  return whyNot(role, 'APPROVER');
}

/** `1 of 2 approvals; mara approved`. */
export function standing(given: ApprovalGiven[], required: number, now: number): string {
  const names = counting(given, now).map(({actor}) => actor);
  return `${names.length} of ${required} ${required === 1 ? 'approval' : 'approvals'}${names.length > 0 ? `; ${names.join(', ')} approved` : ''}`;
}
