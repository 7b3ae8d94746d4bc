// Writes src/api/schema.d.ts from the server's OpenAPI file; with --check it only says whether they still agree.
import {readFileSync, writeFileSync} from 'node:fs';
import openapiTS, {astToString} from 'openapi-typescript';

const SOURCE = '../docs/openapi.json';
const TARGET = 'src/api/schema.d.ts';

const types = astToString(await openapiTS(new URL(SOURCE, `file://${process.cwd()}/`), {alphabetize: true}));
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, types);
} else if (readFileSync(TARGET, 'utf8') !== types) {
  console.error(`${TARGET} does not follow from ${SOURCE}: run "npm run types" in frontend/ and commit the result.`);
  process.exit(1);
}
