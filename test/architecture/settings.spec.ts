import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const table = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| (`[A-Z][A-Z_]+`(?:, `[A-Z][A-Z_]+`)*) \|/gm)]
  .flatMap(([, names]) => names!.split(', '))
  .map((name) => name.slice(1, -1));
const left = /const PRIVATE = \[([^\]]*)\]/.exec(readFileSync('scripts/test.mjs', 'utf8'))![1]!.match(/[A-Z_]+/g)!;

describe('settings of a person’s installation', () => {
  it('are all known to the test command, which keeps them out of the tests', () => {
    expect(table.length).toBeGreaterThan(20);
    // The test command sets this one itself.
    expect(table.filter((name) => name !== 'NODE_ENV' && !left.includes(name))).toEqual([]);
  });
});
