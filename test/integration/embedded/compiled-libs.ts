import { transformFile } from '@swc/core';
import { chmod, mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = process.cwd();
const FOLDERS = ['libs/kernel', 'libs/platform/config', 'libs/platform/embedded'];

/** A temporary folder that any user may pass through; its name holds spaces, as homes do. */
export async function roomyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds embedded '));
  await chmod(folder, 0o755);
  return folder;
}

/** Compiles what the embedded servers are made of to `folder`, so that programs of their own (that can be killed) can import it. */
export async function compileLibs(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports: { '#libs/*': './libs/*' } }));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const from of FOLDERS) {
    for (const name of await readdir(join(ROOT, from))) {
      if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
      const { code } = await transformFile(join(ROOT, from, name), {
        swcrc: false,
        jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
        module: { type: 'es6' },
      });
      const target = join(folder, from, name.replace(/\.ts$/, '.js'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, code);
    }
  }
}
