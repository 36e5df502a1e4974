import { describe, expect, it } from '@jest/globals';
import { readSource } from './reading.js';
import { violations, type Violation } from './rules.js';

/** What is found in a house of these few files. */
function found(files: Record<string, string>): Violation[] {
  return violations(new Map(Object.entries(files)));
}
/** The rules broken by one file. */
const broken = (path: string, text: string): string[] => found({ [path]: text }).map(({ rule }) => rule);

const SOUND = {
  'libs/kernel/index.ts': `export * from './result.js';`,
  'libs/kernel/result.ts': `export const ok = 1;`,
  'libs/applications/index.ts': `export * from './use-cases/move-application.js';`,
  'libs/applications/api/application.resolver.ts': `import { move } from '../use-cases/move-application.js';\nimport { Query } from '@nestjs/graphql';`,
  'libs/applications/use-cases/move-application.ts': `import { row } from '../persistence/row.js';\nimport { rule } from '../domain/rule.js';\nimport { advance } from '#libs/pipeline/index.js';`,
  'libs/applications/persistence/row.ts': `import type { rule } from '../domain/rule.js';\nimport { Entity } from 'typeorm';`,
  'libs/applications/domain/rule.ts': `import { ok } from '#libs/kernel/index.js';\nimport { createHash } from 'node:crypto';\nexport const at = (now: Date) => new Date(now.getTime());`,
  'libs/applications/domain/rule.spec.ts': `import { row } from '#libs/scheduling/persistence/interview.js';\nconst now = Date.now();`,
  'apps/api/src/main.ts': `import { startPostgres } from '#libs/platform/embedded/index.js';\nimport { move } from '#libs/applications/index.js';\nimport { migrations } from '#migrations/index.js';`,
  'migrations/index.ts': `import { first } from './0001-first.js';`,
  'migrations/0001-first.ts': `import type { QueryRunner } from 'typeorm';\nimport { table } from './support/table.js';`,
};

describe('the architecture test', () => {
  it('finds nothing in a sound house', () => {
    expect(found(SOUND)).toEqual([]);
  });

  it.each([
    ['a higher rank', 'libs/applications/use-cases/a.ts', `import { x } from '#libs/scheduling/index.js';`, 'rank'],
    ['the same rank', 'libs/scheduling/use-cases/a.ts', `import { x } from '#libs/scorecards/index.js';`, 'rank'],
    ['the same rank at the top', 'libs/careers/a.ts', `import { x } from '#libs/notifications/index.js';`, 'rank'],
    ['a higher rank as a type', 'libs/pipeline/a.ts', `import type { X } from '#libs/applications/index.js';`, 'rank'],
    ['a higher rank inside a type', 'libs/pipeline/a.ts', `export type X = import('#libs/applications/index.js').X;`, 'rank'],
    ['a higher rank later', 'libs/identity/a.ts', `export const x = () => import('#libs/postings/index.js');`, 'rank'],
    ['a higher rank to hand it on', 'libs/identity/index.ts', `export { x } from '#libs/postings/index.js';`, 'rank'],
    ['a folder without rank', 'libs/helpers/a.ts', `export const x = 1;`, 'rank'],
    ['an app', 'libs/platform/a.ts', `import { x } from '#apps/api/main.js';`, 'rank'],
    ['test support', 'libs/platform/a.ts', `import { x } from '../../test/support/builders.js';`, 'rank'],
    ['past the door', 'libs/applications/use-cases/a.ts', `import { x } from '#libs/postings/domain/places.js';`, 'door'],
    ['past the door from an app', 'apps/api/src/a.ts', `import { x } from '#libs/postings/domain/places.js';`, 'door'],
    ['a second door from a capability', 'libs/identity/a.ts', `import { x } from '#libs/platform/embedded/index.js';`, 'door'],
    ['another folder by relative path', 'libs/identity/a.ts', `import { x } from '../kernel/index.js';`, 'door'],
    ['itself through the front door', 'libs/identity/a.ts', `import { x } from '#libs/identity/index.js';`, 'door'],
    ['persistence from api', 'libs/postings/api/a.ts', `import { x } from '../persistence/posting.js';`, 'layer'],
    ['api from a use case', 'libs/postings/use-cases/a.ts', `import { x } from '../api/types.js';`, 'layer'],
    ['a use case from a query', 'libs/postings/queries/a.ts', `import { x } from '../use-cases/publish.js';`, 'layer'],
    ['a use case from persistence', 'libs/postings/persistence/a.ts', `import { x } from '../use-cases/publish.js';`, 'layer'],
    ['persistence from domain', 'libs/postings/domain/rules/a.ts', `import { x } from '../../persistence/posting.js';`, 'layer'],
    ['the module from domain', 'libs/postings/domain/a.ts', `import { x } from '../postings.module.js';`, 'layer'],
    ['the platform from domain', 'libs/postings/domain/a.ts', `import { x } from '#libs/platform/index.js';`, 'layer'],
    ['Nest in domain', 'libs/postings/domain/a.ts', `import { Injectable } from '@nestjs/common';`, 'purity'],
    ['TypeORM in domain, as a type', 'libs/postings/domain/a.ts', `import type { Repository } from 'typeorm';`, 'purity'],
    ['pg in the pipeline', 'libs/pipeline/a.ts', `import pg from 'pg';`, 'purity'],
    ['files in the kernel', 'libs/kernel/a.ts', `import { readFileSync } from 'node:fs';`, 'purity'],
    ['random bytes in domain', 'libs/postings/domain/a.ts', `import { createHash, randomBytes } from 'node:crypto';`, 'purity'],
    ['all of crypto in domain', 'libs/postings/domain/a.ts', `import * as crypto from 'node:crypto';`, 'purity'],
    ['the environment', 'libs/postings/domain/a.ts', `export const x = process.env['HOME'];`, 'purity'],
    ['the environment, quoted', 'libs/postings/domain/a.ts', `export const x = process['env'];`, 'purity'],
    ['the clock', 'libs/pipeline/a.ts', `export const x = () => Date.now();`, 'purity'],
    ['the clock, as a date', 'libs/kernel/a.ts', `export const x = () => new Date();`, 'purity'],
    ['the clock, without brackets', 'libs/kernel/a.ts', `export const x = () => new Date;`, 'purity'],
    ['the clock, as text', 'libs/kernel/a.ts', `export const x = () => Date();`, 'purity'],
    ['the clock of Temporal', 'libs/kernel/a.ts', `export const x = () => Temporal.Now.instant();`, 'purity'],
    ['chance', 'libs/scheduling/domain/a.ts', `export const x = Math.random();`, 'purity'],
    ['a random id', 'libs/scheduling/domain/a.ts', `export const x = crypto.randomUUID();`, 'purity'],
    ['waiting', 'libs/scheduling/domain/a.ts', `setTimeout(() => undefined, 1);`, 'purity'],
    ['the machine’s zone', 'libs/scheduling/domain/a.ts', `export const x = (d: Date) => d.getHours();`, 'purity'],
    [
      'the machine’s zone in a format',
      'libs/scheduling/domain/a.ts',
      `export const x = new Intl.DateTimeFormat('en');`,
      'purity',
    ],
    ['the machine’s zone in a date', 'libs/scheduling/domain/a.ts', `export const x = new Date(2030, 1, 1);`, 'purity'],
    ['a capability from a migration', 'migrations/0001-a.ts', `import { ROLES } from '#libs/kernel/index.js';`, 'migrations'],
  ])('finds %s', (_, path, text, rule) => {
    expect(broken(path, text)).toEqual([rule]);
  });

  it('finds cycles between files, with the shortest way round, once', () => {
    const cycle = found({
      'libs/postings/domain/a.ts': `import { b } from './b.js';`,
      'libs/postings/domain/b.ts': `import { c } from './c.js';\nimport { d } from './d.js';`,
      'libs/postings/domain/c.ts': `import { d } from './d.js';`,
      'libs/postings/domain/d.ts': `import type { A } from './a.js';`,
      'libs/postings/domain/apart.ts': `import { a } from './a.js';`,
    });
    expect(cycle).toEqual([
      {
        rule: 'cycle',
        file: 'libs/postings/domain/a.ts',
        line: 1,
        message:
          'These files import each other: libs/postings/domain/a.ts → libs/postings/domain/b.ts → libs/postings/domain/d.ts → libs/postings/domain/a.ts. ' +
          'Move what both need into a file of its own that imports neither.',
      },
    ]);
  });

  it('finds a file that imports itself', () => {
    expect(broken('libs/postings/domain/a.ts', `import { a } from './a.js';`)).toEqual(['cycle']);
  });

  it('lets ids and clock be what they are for', () => {
    expect(broken('libs/kernel/ids.ts', `import { randomBytes } from 'node:crypto';\nexport const x = Date.now();`)).toEqual([]);
    expect(broken('libs/kernel/clock.ts', `export const x = () => new Date();`)).toEqual([]);
  });

  it('leaves the clock to use cases, and words in comments and strings alone', () => {
    expect(broken('libs/postings/use-cases/a.ts', `import pg from 'pg';\nexport const x = Date.now();`)).toEqual([]);
    const talk = `// Date.now() and import x from 'pg'\nexport const x = "process.env, new Date(), import('pg')";`;
    expect(broken('libs/postings/domain/a.ts', talk)).toEqual([]);
    expect(broken('libs/postings/domain/a.ts', `export const x = (process: { rounds: 4 }) => process.rounds;`)).toEqual([]);
  });

  it('says where, what and how to fix it', () => {
    const [first, second] = found({
      'libs/applications/domain/a.ts': `\nimport { x } from '#libs/scheduling/index.js';\nexport const now = Date.now();`,
    });
    expect(first).toEqual({
      rule: 'rank',
      file: 'libs/applications/domain/a.ts',
      line: 2,
      message:
        'libs/applications imports libs/scheduling, which ranks higher (7, not below 6). Calls go down, events go up: ' +
        'emit an event that scheduling reacts to, or move what both need into a lower folder.',
    });
    expect(second).toMatchObject({
      line: 3,
      message:
        'domain/ uses Date.now, so the same arguments would not always give the same answer: take the instant as an argument.',
    });
  });

  it('reads every form of import', () => {
    const text = `import 'a'; import b, { c as d } from 'b'; import * as e from 'e'; export * from 'f'; export { g as h } from 'g';
      const i = await import('i'); const j = require('j'); type K = import('k').K; import type { L } from 'l'; export const m = 1;`;
    expect(readSource('x.ts', text).imports.map(({ specifier, names }) => `${specifier}: ${names.join(' ')}`)).toEqual([
      'a: *',
      'b: * c',
      'e: *',
      'f: *',
      'g: g',
      'i: *',
      'j: *',
      'k: *',
      'l: L',
    ]);
  });
});
