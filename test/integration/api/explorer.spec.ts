import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse, validate } from 'graphql';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { operationLimits } from '#apps/api/src/graphql/limits.js';
import { type TestApi, startTestApi } from '../../support/api.js';

interface Operation {
  readonly name: string;
  readonly query: string;
  readonly variables: (known: object) => object;
}

const FOLDER = 'apps/api/explorer';

describe('the GraphQL explorer', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('is one page of local files under a policy that allows nothing inline and nothing foreign', async () => {
    const page = await fetch(`${api.url}/explorer`);
    const html = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|blob:/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|https?:\/\/|<script(?![^>]*\ssrc=)/i);
    const files = [...html.matchAll(/(?:src|href)="(?!data:,")([^"]+)"/g)].map(([, file]) => file!);
    expect(files).toEqual(['/explorer/explorer.css', '/explorer/explorer.js']);
    for (const file of await readdir(FOLDER)) {
      if (file === 'index.html') continue;
      const response = await fetch(`${api.url}/explorer/${file}`);
      expect([file, response.status, response.headers.get('content-type')]).toEqual([
        file,
        200,
        file.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      ]);
      expect(await response.text()).not.toMatch(/https?:\/\/(?!code\.example)|innerHTML|\beval\b|new Function/);
    }
  });

  it('serves no other file', async () => {
    for (const name of [
      'index.html',
      '..%2Fschema.graphql',
      '%2e%2e%2fschema.graphql',
      'package.json',
      '__proto__',
      'toString',
      'x',
    ])
      expect((await fetch(`${api.url}/explorer/${name}`)).status).toBe(404);
  });

  it('has ready-made operations that hold against the schema and its limits, and whose variables it declares', async () => {
    const { OPERATIONS } = (await import(pathToFileURL(resolve(FOLDER, 'operations.js')).href)) as {
      OPERATIONS: readonly Operation[];
    };
    const { schema } = api.app.get(GraphQLSchemaHost);
    expect(OPERATIONS.length).toBeGreaterThan(8);
    for (const { name, query, variables } of OPERATIONS) {
      const document = parse(query);
      expect([
        name,
        validate(schema, document)
          .concat(validate(schema, document, [operationLimits]))
          .map(({ message }) => message),
      ]).toEqual([name, []]);
      const [definition] = document.definitions;
      if (definition?.kind !== 'OperationDefinition') throw new Error(`${name} is no operation`);
      expect(definition.name?.value).toBe(name);
      expect(definition.variableDefinitions?.map(({ variable }) => variable.name.value)).toEqual(Object.keys(variables({})));
    }
  });

  it('is accepted by the protection against forged requests, and a plain form is not', async () => {
    const body = JSON.stringify({ query: '{ viewer { id } }' });
    const post = (headers: Record<string, string>) => fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect((await post({ 'content-type': 'application/json' })).status).toBe(200);
    expect((await post({ 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400);
    const byGet = await fetch(`${api.url}/graphql?query=${encodeURIComponent('{ viewer { id } }')}`);
    expect(byGet.status).toBe(400);
  });
});

describe('in production', () => {
  it('there is no explorer and no introspection', async () => {
    const api = await startTestApi({ config: { environment: 'production' } });
    try {
      for (const path of ['/explorer', '/explorer/explorer.js']) expect((await fetch(`${api.url}${path}`)).status).toBe(404);
      const answer = await api.graphql('{ __schema { queryType { name } } }');
      expect(answer.errors).toHaveLength(1);
    } finally {
      await api.close();
    }
  });
});
