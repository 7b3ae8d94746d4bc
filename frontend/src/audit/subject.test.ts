import {expect, test} from 'vitest';
import {place} from './subject';

test('a rollout has a screen', () => expect(place('rollouts/r1')).toBe('/rollouts/r1'));
test.each(['stop', 'operators/o1', '', null])('%j has none', subject => expect(place(subject)).toBeNull());
