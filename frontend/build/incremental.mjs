// Runs `npm ci` when the lock file changed and `npm run build` when any input changed; else does nothing.
import {createHash} from 'node:crypto';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const INPUTS = ['build', 'index.html', 'package.json', 'package-lock.json', 'public', 'src', 'tsconfig.json', 'vite.config.ts'];
const OUTPUT = 'target/classes/static/index.html';

const files = path => !existsSync(path) ? []
  : readdirSync(path, {recursive: true, withFileTypes: true}).filter(e => e.isFile()).map(e => join(e.parentPath, e.name));
const expand = path => existsSync(path) && !path.includes('.') ? files(path) : [path].filter(existsSync);
const digest = paths => {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(expand).sort()) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
};
const upToDate = (stamp, value, output) => existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
const step = (name, stamp, value, output, command) => {
  if (upToDate(stamp, value, output)) return console.log(`${name}: up to date`);
  execFileSync(command[0], command.slice(1), {stdio: 'inherit'});
  writeFileSync(stamp, value);
};

mkdirSync('target', {recursive: true});
step('npm ci', 'node_modules/.breakwater', digest(['package.json', 'package-lock.json']), 'node_modules',
  ['npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline']);
step('npm run build', 'target/frontend.sha256', digest(INPUTS), OUTPUT, ['npm', 'run', 'build']);
