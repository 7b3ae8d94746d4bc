import {expect, test} from 'vitest';
import {shortRef} from './Ref';

test('a store path keeps the start of its hash and its name', () =>
  expect(shortRef('/nix/store/abcdfghijklmnpqrsvwxyz0123456789-nixos-system-web-01-26.05')).toBe('abcdfgh…-web-01-26.05'));
test('a commit keeps twelve digits', () => expect(shortRef('ab'.repeat(32))).toBe('abababababab'));
test('an image keeps its name and the start of its digest', () => expect(shortRef(`quay.io/fleet/os@sha256:${'cd'.repeat(32)}`)).toBe('os@cdcdcdcdcdcd'));
test('anything else is shown as it is', () => expect(shortRef('what-is-this')).toBe('what-is-this'));
