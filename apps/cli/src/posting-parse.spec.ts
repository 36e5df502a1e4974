import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runCommand } from './main.js';

const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url));
const POSTING = join(SAMPLES, 'postings/platform-engineer.md');
let out = '';
let err = '';

beforeEach(() => {
  [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  jest.spyOn(console, 'error').mockImplementation((text) => void (err += `${String(text)}\n`));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const run = (...args: string[]): Promise<number> => runCommand(['posting', 'parse', ...args]);

/** A file with these bytes. */
function file(bytes: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'rounds-cli-')), 'posting.md');
  writeFileSync(path, bytes);
  return path;
}

describe('rounds posting parse', () => {
  it('prints the posting as one JSON object with every field of the contract', async () => {
    expect(await run(POSTING, '--json', '--sections', join(SAMPLES, 'sections'))).toBe(0);
    const posting = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(posting)).toEqual(
      expect.arrayContaining([
        ...[
          'title',
          'company',
          'status',
          'category',
          'locations',
          'remote',
          'residence',
          'employmentTypes',
          'salary',
          'coreHours',
        ],
        ...['onCall', 'levels', 'rounds', 'planSource', 'processDuration', 'sections', 'diagnostics', 'facts'],
      ]),
    );
    expect(posting).toMatchObject({ title: 'Platform Engineer', company: 'Northlight Labs', planSource: 'default' });
    expect(err).not.toContain('rounds');
  });

  it('prints a report for people, with lines', async () => {
    expect(await run(join(SAMPLES, 'postings/site-reliability-engineer-us.md'))).toBe(0);
    expect(out).toMatch(/line 45 +Core hours +11:00–16:00 America\/New_York, MON TUE WED THU FRI/);
    expect(out).toMatch(/line 24 +4\. INTERVIEW +45 min call with our CTO\/CEO/);
    expect(out).toContain('warning: ');
  });

  it('answers 0 for a text it understands nothing of', async () => {
    expect(await run(file('hello'), '--json')).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ title: null });
  });

  it.each([
    ['a missing file', () => '/no/such/file.md', 'no such file'],
    ['a directory', () => SAMPLES, 'directory'],
    ['a binary', () => file(Buffer.from([137, 80, 78, 71, 0, 1])), 'binary'],
    ['a file that is too large', () => file('a'.repeat(1024 * 1024 + 1)), 'larger than 1 MiB'],
    ['a file that is not UTF-8', () => file(Buffer.from([0x63, 0x61, 0x66, 0xe9])), 'not UTF-8'],
  ])('answers 2 and one line for %s', async (_, path, words) => {
    expect(await run(path(), '--json')).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('answers 2 and one line for wrong arguments and unknown commands', async () => {
    expect(await run()).toBe(2);
    expect(await run('a', 'b')).toBe(2);
    expect(await run(POSTING, '--what')).toBe(2);
    expect(await run(POSTING, '--sections', '/no/such/folder')).toBe(2);
    expect(await runCommand(['dance'])).toBe(2);
    expect(err.trimEnd().split('\n')).toHaveLength(5);
  });

  it('has help, for all and for itself', async () => {
    expect(await runCommand(['--help'])).toBe(0);
    expect(out).toContain('posting parse FILE');
    expect(await run('--help')).toBe(0);
    expect(out).toContain('--sections DIR');
  });

  it('says what to run when nothing is built', () => {
    const bin = readFileSync(fileURLToPath(new URL('../bin/rounds.mjs', import.meta.url)), 'utf8');
    expect(bin).toContain('npm run build');
  });
});
