import { writeFile } from 'node:fs/promises';
import 'reflect-metadata';
import { capabilities } from './capabilities.js';
import { printed, schemaOf } from './graphql/printed-schema.js';

/** `npm run schema`: writes apps/api/schema.graphql from the resolvers of all capabilities. The file to write is the first argument. */
const file = process.argv[2];
if (!file) {
  console.error('print-schema: name the file to write, as `npm run schema` does.');
  process.exit(2);
}
await writeFile(file, printed(await schemaOf(capabilities)));
