/**
 * Writes apps/web/src/graphql/generated.ts and graphql/documents: a typed document for every operation in the .graphql files under
 * apps/web/src, from apps/api/schema.graphql. The documents of each folder are a file of their own, so that a screen is fetched with what
 * it asks and no more. With --check it changes nothing and fails when a file is behind.
 */
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'apps/web/src');
const OUTPUT = join(SOURCES, 'graphql');
const DOCUMENTS = join(OUTPUT, 'documents');
const CHECK = process.argv.includes('--check');
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
const parsed = files.map((name) => ({ location: name, document: parse(readFileSync(join(SOURCES, name), 'utf8')) }));
const written = await codegen({
  filename: join(OUTPUT, 'generated.ts'),
  schema: parse(readFileSync(join(ROOT, 'apps/api/schema.graphql'), 'utf8')),
  schemaAst: schema,
  documents: parsed,
  config,
  pluginMap: { operations, documents },
  plugins: [{ operations: {} }, { documents: {} }],
});

/** Types and the class, then one statement a document. */
const [, head, documentClass, statements] = /^([^]*?)(^export class TypedDocumentString[^]*?^}\n)([^]*)$/m.exec(written);
/** Each operation's folder: 'board' of screens/board/board.graphql. */
const folders = new Map(
  parsed.flatMap(({ location, document }) =>
    document.definitions
      .filter(({ kind }) => kind === 'OperationDefinition')
      .map(({ name }) => [`${name.value}Document`, basename(dirname(location))]),
  ),
);
const grouped = new Map();
for (const statement of statements.split(/^(?=export const )/m)) {
  const folder = folders.get(/^export const (\w+)/.exec(statement)?.[1]);
  if (folder) grouped.set(folder, [...(grouped.get(folder) ?? []), statement]);
}
const names = [...grouped.keys()].sort();
const wanted = new Map([
  [
    'generated.ts',
    [head, `export * from './typed-document.ts';`, ...names.map((name) => `export * from './documents/${name}.ts';`)].join('\n'),
  ],
  ['typed-document.ts', typedDocument()],
  ...names.map((name) => [`documents/${name}.ts`, documentsOf(grouped.get(name))]),
]);

const behind = [];
for (const [name, text] of wanted) {
  const path = join(OUTPUT, name);
  const formatted = await format(
    `// Written by \`npm run web-types\`; a test fails when it is behind the schema or the operations.\n${text}`,
    { ...SETTINGS, parser: 'typescript' },
  );
  if (existsSync(path) && readFileSync(path, 'utf8') === formatted) continue;
  behind.push(name);
  if (CHECK) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatted);
}
for (const name of existsSync(DOCUMENTS) ? readdirSync(DOCUMENTS) : []) {
  if (wanted.has(`documents/${name}`)) continue;
  behind.push(`documents/${name}`);
  if (!CHECK) rmSync(join(DOCUMENTS, name));
}
if (CHECK && behind.length > 0) {
  console.error(`apps/web/src/graphql is behind: ${behind.join(', ')}. Run npm run web-types`);
  process.exitCode = 1;
}

function typedDocument() {
  return `import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';\n${documentClass.replaceAll('Record<string, any>', 'Record<string, unknown>')}`;
}

/** One folder's documents: without their types, which no program sees; marked as what may be left out where nobody asks it. */
function documentsOf(texts) {
  const text = texts
    .map((statement) => statement.replace('new TypedDocumentString', '/* @__PURE__ */ new TypedDocumentString'))
    .join('');
  const types = [...text.matchAll(/as unknown as TypedDocumentString<(\w+), ?(\w+)>/g)].flatMap(([, result, variables]) => [
    result,
    variables,
  ]);
  return `import type { ${types.join(', ')} } from '../generated.ts';\nimport { TypedDocumentString } from '../typed-document.ts';\n${text}`;
}
