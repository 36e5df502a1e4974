/**
 * Writes apps/web/src/graphql/generated.ts: a typed document for every operation in the .graphql files under apps/web/src, from
 * apps/api/schema.graphql. With --check it changes nothing and fails when the file is behind.
 */
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'apps/web/src');
const OUTPUT = join(SOURCES, 'graphql/generated.ts');
const SETTINGS = JSON.parse(readFileSync(join(ROOT, '.prettierrc.json'), 'utf8'));

const schema = buildSchema(readFileSync(join(ROOT, 'apps/api/schema.graphql'), 'utf8'));
const files = readdirSync(SOURCES, { recursive: true })
  .filter((name) => name.endsWith('.graphql'))
  .sort();
const config = {
  documentMode: 'string',
  useTypeImports: true,
  enumsAsTypes: true,
  skipTypename: false,
  nonOptionalTypename: false,
  dedupeFragments: true,
  defaultScalarType: 'string',
  scalars: { DateTime: 'string' },
  strictScalars: true,
};
const written = await codegen({
  filename: OUTPUT,
  schema: parse(readFileSync(join(ROOT, 'apps/api/schema.graphql'), 'utf8')),
  schemaAst: schema,
  documents: files.map((name) => ({ location: name, document: parse(readFileSync(join(SOURCES, name), 'utf8')) })),
  config,
  pluginMap: { operations, documents },
  plugins: [{ operations: {} }, { documents: {} }],
});
const text = await format(
  `// Written by \`npm run web-types\`; a test fails when it is behind the schema or the operations.\n${written}`,
  {
    ...SETTINGS,
    parser: 'typescript',
  },
);

if (!process.argv.includes('--check')) writeFileSync(OUTPUT, text);
else if (readFileSync(OUTPUT, 'utf8') !== text) {
  console.error('apps/web/src/graphql/generated.ts is behind. Run npm run web-types');
  process.exitCode = 1;
}
