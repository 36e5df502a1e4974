import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { spokenIn } from './spoken.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = join(ROOT, 'apps/web/src');

/** What each folder of the browser's app may import of the others. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  words: [],
  graphql: [],
  ui: ['graphql', 'words'],
  screens: ['graphql', 'words', 'ui'],
};

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`; a clause may go over several lines. */
const IMPORT = /^(?:import|export)\s(?:type\s)?[\w\s{},*]*?\sfrom\s'([^']+)'|^import\s'([^']+)'|\bimport\('([^']+)'\)/gm;

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
  .map((entry) => relative(SOURCES, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path));
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(SOURCES, file), 'utf8').matchAll(IMPORT)].map(([, still, bare, lazy]) => ({
    file,
    specifier: (still ?? bare ?? lazy)!,
  })),
);

/** Each way of saying something past the catalogue, and some that say nothing. */
const PROBE = `
  const rows = [{ value: 'x', label: 'A choice' }, { value: 'y', label: words.label }];
  const done = () => tellDone('It is done.');
  export const Probe = () => (
    <section aria-label="Some region" className="plain" id="probe">
      A text
      {'Another text'}
      <Field label={late ? 'Too late' : words.inTime} description={\`until \${when}\`} placeholder="https://…" size="sm" />
      {words.text} · {count} (⌘K)
    </section>
  );
`;

describe('the screens in apps/web', () => {
  it('are read by this test', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('know the house by its schema alone', () => {
    const outside = imports.filter(({ file, specifier }) =>
      specifier.startsWith('.')
        ? posix.join(posix.dirname(file), specifier).startsWith('..')
        : /^(?:#|node:|@nestjs|typeorm|pg$)/.test(specifier),
    );
    expect(outside).toEqual([]);
  });

  it('use no package that the house does not name', () => {
    const { devDependencies, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      object
    >;
    const named = new Set([...Object.keys(devDependencies!), ...Object.keys(dependencies!), '@graphql-typed-document-node/core']);
    const packageOf = (specifier: string) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    const unnamed = imports.filter(({ specifier }) => !specifier.startsWith('.') && !named.has(packageOf(specifier)));
    expect(unnamed).toEqual([]);
  });

  it('call down: screens use the patterns of ui, which use graphql and words', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      const from = file.split('/')[0]!;
      if (!specifier.startsWith('.') || !Object.hasOwn(FOLDERS, from)) return false;
      const to = posix.join(posix.dirname(file), specifier).split('/')[0]!;
      return to !== from && !FOLDERS[from]!.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('say nothing that is not in the catalogue of words, so that another language is another catalogue', () => {
    expect(spokenIn('probe.tsx', PROBE)).toHaveLength(7);
    const spoken = files
      .filter((file) => file.endsWith('.tsx') || file.startsWith('ui/'))
      .flatMap((file) => spokenIn(file, readFileSync(join(SOURCES, file), 'utf8')));
    expect(spoken).toEqual([]);
  });

  it('have types that are those of the schema', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/web-types.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
