import {expect, test} from 'vitest';
import {labelPatch, parseLabels, writeLabels} from './labels';

test('labels are written and read back', () => expect(parseLabels(writeLabels({b: '2', a: '1'}))).toEqual({a: '1', b: '2'}));
test('a value may hold an equals sign', () => expect(parseLabels('a=b=c')).toEqual({a: 'b=c'}));
test('a line without one is named', () => expect(parseLabels('a=1\nnonsense')).toBe('“nonsense” is not key=value.'));
test('only what changed is sent, and null takes away', () => expect(labelPatch({a: '1', b: '2', c: '3'}, {a: '1', b: '5', d: '4'})).toEqual({b: '5', c: null, d: '4'}));
