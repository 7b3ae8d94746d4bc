import {execFileSync} from 'node:child_process';
import {expect, test} from 'vitest';
import {PLATFORMS} from '../api/model';
import {enrolCommand} from './enrolCommand';

test.each(PLATFORMS)('a shell understands the command of %s', platform =>
  expect(() => execFileSync('bash', ['-n', '-c', enrolCommand('https://breakwater.example', 'bwe_x', platform)])).not.toThrow());

test('it sends the token, the platform and what the host runs', () => {
  const script = `curl() { cat; }; hostname() { echo web-01; }; cat() { if [ $# -gt 0 ]; then echo 0123; else command cat; fi; }; readlink() { echo /nix/store/abc; }
${enrolCommand('https://breakwater.example', 'bwe_x', 'nixos')}`;
  expect(JSON.parse(execFileSync('bash', ['-c', script], {encoding: 'utf8'}))).toEqual({
    enrollmentToken: 'bwe_x', name: 'web-01', platform: 'nixos', machineId: '0123', current: {ref: '/nix/store/abc'},
  });
});

test('the commit of a booted deployment is read without its serial', () => {
  const status = '* fedora 3b1f00aa.0\n    Version: 41\n  fedora 99ee.0 (rollback)';
  const script = `ostree() { echo '${status}'; }; curl() { cat; }
${enrolCommand('https://breakwater.example', 'bwe_x', 'ostree')}
echo "$REF" >&2`;
  expect(execFileSync('bash', ['-c', `${script} `], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})).toContain('"ref": "3b1f00aa"');
});
