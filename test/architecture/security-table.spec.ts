import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENT = readFileSync('docs/security.md', 'utf8');
/** `path` › `part of a test's name` */
const CITED = [...DOCUMENT.matchAll(/`([\w./-]+\.spec\.ts)` › `([^`]+)`/g)].map(([, path, name]) => ({
  path: path!,
  name: name!,
}));

describe('the table of holes in docs/security.md', () => {
  it('names for each hole a test that there is', () => {
    const rows = DOCUMENT.split('\n').filter((line) => /^\| .* \| .* \| /.test(line) && !/^\| (who|hole) /.test(line));
    const holes = rows.slice(rows.findIndex((row) => row.includes('.spec.ts')));
    expect(holes.length).toBeGreaterThan(25);
    expect(holes.filter((row) => !/`[\w./-]+\.spec\.ts` › `/.test(row))).toEqual([]);
    const missing = CITED.filter(({ path, name }) => !existsSync(path) || !readFileSync(path, 'utf8').includes(name));
    expect(missing).toEqual([]);
  });

  it('gives nothing out as a spreadsheet, whose cells could compute', () => {
    const sources = ['apps', 'libs'].flatMap((top) =>
      readdirSync(top, { recursive: true, encoding: 'utf8' }).map((name) => join(top, name)),
    );
    const read = sources.filter((name) => /\.tsx?$/.test(name) && !/\.spec\.ts$|generated/.test(name));
    expect(read.length).toBeGreaterThan(500);
    expect(read.filter((name) => /text\/csv|spreadsheetml|\.csv['"`]/.test(readFileSync(name, 'utf8')))).toEqual([]);
  });
});
