import {expect, test} from 'vitest';
import {pieces, withoutState} from './sentence';

test('a moment within a sentence stands by itself', () =>
  expect(pieces('soaks until 2026-11-23T18:00:00.123Z, then opens')).toEqual([{text: 'soaks until '}, {at: '2026-11-23T18:00:00.123Z'}, {text: ', then opens'}]));
test('a duration is written as people type it', () => expect(pieces('after a soak of PT10M')).toEqual([{text: 'after a soak of 10m'}]));
test('a sentence without either stays as it is', () => expect(pieces('P waits for Peter, PT and T')).toEqual([{text: 'P waits for Peter, PT and T'}]));
test('a ref within a sentence stands by itself, without the full stop', () =>
  expect(pieces('web-01 settled on /nix/store/abcdfghijklmnpqrsvwxyz0123456789-nixos-system-web-01-26.05.')).toEqual([
    {text: 'web-01 settled on '}, {ref: '/nix/store/abcdfghijklmnpqrsvwxyz0123456789-nixos-system-web-01-26.05'}, {text: '.'},
  ]));

test('states and codes within a sentence are words', () => {
  expect(pieces('gate errors is NO_DATA: nobody knows')).toEqual([{text: 'gate errors is no data: nobody knows'}]);
  expect(pieces('2 hosts: 2 by window_closed')).toEqual([{text: '2 hosts: 2 by a closed window'}]);
  expect(pieces('1 by some_other_code')).toEqual([{text: '1 by some_other_code'}]);
  expect(pieces('GATE_ERROR: gate errors is ERROR: down')).toEqual([{text: 'gate errors is error: down'}]);
});

test('a state in front of a sentence is left to the badge', () => {
  expect(withoutState('ROLLING: it waits for hosts.')).toBe('It waits for hosts.');
  expect(withoutState('web-01: it waits.')).toBe('web-01: it waits.');
});
