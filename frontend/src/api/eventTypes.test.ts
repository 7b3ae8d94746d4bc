import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {EVENT_TYPES} from './eventTypes';

const SERVER = '../app/server/src/main/java';
const NAMED = /"((?:rollout|wave|host|generation|calendar|gate|profile|stop)(?:\.[a-z_]+)+)"/g;

const namedByServer = () =>
  readdirSync(SERVER, {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.java'))
    .flatMap(path => [...readFileSync(join(SERVER, path), 'utf8').matchAll(NAMED)].map(([, type]) => type ?? ''));

test.skipIf(!existsSync(SERVER))('every event that the server names is listened for', () =>
  expect([...new Set(namedByServer())].filter(type => !EVENT_TYPES.includes(type))).toEqual([]));
