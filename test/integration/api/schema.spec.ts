import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isInterfaceType, isIntrospectionType, isObjectType, isUnionType } from 'graphql';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { printed } from '#apps/api/src/graphql/printed-schema.js';
import { type TestApi, startTestApi } from '../../support/api.js';

const FILE = 'apps/api/schema.graphql';

describe('the schema', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it(`is the one in ${FILE}`, async () => {
    const running = printed(api.app.get(GraphQLSchemaHost).schema).split('\n');
    const written = existsSync(FILE) ? (await readFile(FILE, 'utf8')).split('\n') : [];
    const added = running.filter((line) => !written.includes(line));
    const gone = written.filter((line) => !running.includes(line));
    if (running.join('\n') !== written.join('\n'))
      throw new Error(
        [`${FILE} is behind the resolvers. Look at what changes for clients, then run: npm run schema`]
          .concat(added.slice(0, 20).map((line) => `  + ${line.trim()}`))
          .concat(gone.slice(0, 20).map((line) => `  - ${line.trim()}`))
          .join('\n'),
      );
  });

  it('gives every mutation one input, and an answer that can be a typed refusal unless nothing can be refused', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const NEVER_REFUSED = ['beginPasskeySignIn', 'signOut'];
    const odd: string[] = [];
    for (const field of Object.values(schema.getMutationType()!.getFields())) {
      if (NEVER_REFUSED.includes(field.name)) continue;
      if (field.args.map(({ name }) => name).join() !== 'input')
        odd.push(`${field.name} takes (${field.args.map(({ name }) => name).join(', ')})`);
      const type = 'ofType' in field.type ? field.type.ofType : field.type;
      const refusable =
        isUnionType(type) && type.getTypes().some((member) => member.getInterfaces().some(({ name }) => name === 'UserError'));
      if (!refusable) odd.push(`${field.name} answers ${String(field.type)}`);
    }
    expect(odd).toEqual([]);
  });

  it('never names a secret', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const shown: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if ((!isObjectType(type) && !isInterfaceType(type)) || isIntrospectionType(type)) continue;
      for (const field of Object.keys(type.getFields()))
        if (/password|hash|secret|epoch|storageKey/i.test(field)) shown.push(`${type.name}.${field}`);
    }
    expect(shown.filter((name) => !/^Mutation\./.test(name))).toEqual([]);
  });
});
