// Maven's way to the tests: `node build/test.mjs ${skipTests}`.
import {execFileSync} from 'node:child_process';

if (process.argv[2] === 'true') {
  console.log('npm test: skipped by -DskipTests');
} else {
  execFileSync('npm', ['test', '--silent'], {stdio: 'inherit'});
}
