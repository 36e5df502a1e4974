import { transformFile } from '@swc/core';
import { cp, mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = process.cwd();
const FOLDERS = ['apps', 'libs', 'migrations'];
const BESIDE = ['node_modules', 'samples', 'scripts'];

/**
 * Compiles the house to a temporary folder, so that programs of their own (commands, servers that are killed) start as fast as the built ones and see the
 * sources as they are now. Answers the folder.
 */
export async function compileHouse(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-house-'));
  const imports = Object.fromEntries(FOLDERS.map((name) => [`#${name}/*`, `./${name}/*`]));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports }));
  for (const name of BESIDE) await symlink(join(ROOT, name), join(folder, name));
  const names = (await Promise.all(FOLDERS.map(filesOf))).flat();
  await Promise.all(
    [...new Set(names.map((name) => dirname(join(folder, name))))].map((path) => mkdir(path, { recursive: true })),
  );
  await Promise.all(names.map((name) => place(name, folder)));
  return folder;
}

async function filesOf(top: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, top), { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
  return names.filter((name) => !name.endsWith('.spec.ts') && !name.endsWith('.d.ts') && !name.startsWith(join('apps', 'web')));
}

async function place(name: string, folder: string): Promise<void> {
  if (!name.endsWith('.ts')) return cp(join(ROOT, name), join(folder, name));
  const { code } = await transformFile(join(ROOT, name), {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  });
  await writeFile(join(folder, name.replace(/\.ts$/, '.js')), code);
}
