import {expect, test} from 'vitest';
import {EMPTY, fromJson, toRequest} from './artifacts';

const ref = '/nix/store/abc-web';

test('Cachix Deploy’s shape is taken', () => expect(fromJson(`{"agents": {"web-01": "${ref}"}}`)).toEqual({agents: {'web-01': ref}}));
test('the bare map of hosts is taken', () => expect(fromJson(`{"web-01": "${ref}"}`)).toEqual({agents: {'web-01': ref}}));
test('a list of artifacts is taken', () => expect(fromJson(`[{"selector": "a=b", "ref": "${ref}"}]`)).toEqual({artifacts: [{selector: 'a=b', ref}]}));
test.each([['{', 'This is not JSON.'], ['7', 'Expected an object or a list.'], ['{"agents": {"a": 1}}', 'Expected {"agents": {"host name": "ref", …}}.']])('%s is refused', (json, why) =>
  expect(fromJson(json)).toBe(why));

test('a row for everyone names nobody', () =>
  expect(toRequest({...EMPTY, name: 'n', way: 'rows', rows: [{scope: 'everyone', whose: 'left over', ref}, {scope: 'host', whose: 'web-01', ref}]})).toMatchObject({
    artifacts: [{ref}, {host: 'web-01', ref}],
  }));

test('a generation needs a name', () => expect(toRequest(EMPTY)).toBe('A generation needs a name.'));
