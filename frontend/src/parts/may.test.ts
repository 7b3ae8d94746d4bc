import {expect, test} from 'vitest';
import {whyNot} from './may';

test('each role may do what those before it may', () => {
  expect(whyNot('ADMIN', 'OPERATOR')).toBeNull();
  expect(whyNot('OPERATOR', 'OPERATOR')).toBeNull();
});

test('a role that does not suffice is told which one does', () => expect(whyNot('VIEWER', 'APPROVER')).toBe('This needs the role APPROVER; you are VIEWER.'));
