import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

describe('the build', () => {
  it('writes what the commands look for: a source that is looked for and not written would have every command build anew', () => {
    const [, list] = /^const SOURCES = \[(.*)\];$/m.exec(readFileSync('scripts/ready.mjs', 'utf8'))!;
    const lookedFor = [...list!.matchAll(/'([^']+)'/g)].map(([, folder]) => `${folder}/**/*.ts`);
    const { include } = JSON.parse(readFileSync('tsconfig.build.json', 'utf8')) as { include: string[] };
    expect([...include].sort()).toEqual(lookedFor.sort());
  });
});
