import {expect, test} from 'vitest';
import {asProblem, messagesByField, Problem, unclaimed} from './problem';

const refused = new Problem(422, {detail: 'The rollout is refused.', code: 'invalid_rollout', errors: [{pointer: '/waves/1/size', message: 'At most 100 %.'}, {pointer: '/x', message: 'Unknown.'}]});

test('each message is found by its field', () => expect(messagesByField(refused)['/waves/1/size']).toBe('At most 100 %.'));
test('a message that no field shows is listed', () => expect(unclaimed(refused, ['/waves/1/size'])).toEqual(['x: Unknown.']));
test('a clash says what to do', () => expect(new Problem(412, {detail: 'revision 3'}).message).toMatch(/changed while you were looking/));
test('a conflict is told in the server’s words', () => expect(new Problem(409, {detail: 'It has completed.'}).message).toBe('It has completed.'));
test('no connection is no answer', () => expect(asProblem(new TypeError('fetch failed'))).toMatchObject({status: 0, message: expect.stringContaining('cannot be reached')}));
