import type {Role} from '../api/model';
import {ROLES} from '../api/model';

/** Null when the role suffices; else the sentence that the disabled button shows. */
export function whyNot(role: Role, needed: Role): string | null {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed) ? null : `This needs the role ${needed}; you are ${role}.`;
}
