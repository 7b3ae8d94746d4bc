// Unpacks the Chromium in node_modules into ./target and prints its path; its shared libraries lie beside it in lib/.
import {createReadStream, createWriteStream, existsSync, mkdirSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createBrotliDecompress} from 'node:zlib';
import {extract} from 'tar-fs';

const packed = join(import.meta.dirname, 'node_modules/@sparticuz/chromium/bin');
const unpacked = join(import.meta.dirname, 'target');
const chromium = join(unpacked, 'chromium');
const unbrotli = (name, sink) => pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), sink);

if (!existsSync(chromium)) {
  mkdirSync(unpacked, {recursive: true});
  for (const archive of ['al2023', 'fonts', 'swiftshader']) await unbrotli(`${archive}.tar.br`, extract(unpacked));
  // renamed when whole: a half-written browser would be taken for a good one
  const partial = `${chromium}.${process.pid}`;
  await unbrotli('chromium.br', createWriteStream(partial, {mode: 0o755}));
  renameSync(partial, chromium);
}
console.log(chromium);
