import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SCRIPTS = ['ready', 'step', 'checkout-lock', 'stop-signals', 'bench', 'start'];

/** Stands in for tsc: copies sources to dist, slowly when told so, and complains about a source named wrong.ts. */
const COMPILER = `
const { readdirSync, mkdirSync, copyFileSync, writeFileSync, appendFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
appendFileSync('compiled.log', 'x');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.env.COMPILER_MS ?? 0));
for (const top of ['apps', 'libs', 'test']) {
  for (const file of readdirSync(top, { recursive: true }).map(String).filter((name) => name.endsWith('.ts'))) {
    if (file.endsWith('wrong.ts')) { console.log(file + ': error TS1: wrong'); process.exit(2); }
    const target = join('dist', top, file.replace(/\\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(top, file), target);
  }
}
writeFileSync('dist/.build.tsbuildinfo', '{}');
`;

const PACKAGE = { name: 'checkout', version: '1.0.0', type: 'module', dependencies: { typescript: 'file:compiler' } };

/** A small checkout in a folder with spaces: our scripts, a compiler that only copies, two programs. Nothing is downloaded. */
export async function makeCheckout(): Promise<string> {
  const root = join(await mkdtemp(join(tmpdir(), 'rounds checkout ')), 'path with spaces');
  for (const folder of ['scripts', 'apps/api/src', 'libs', 'test/bench', 'compiler/bin'])
    await mkdir(join(root, folder), { recursive: true });
  for (const name of SCRIPTS) await cp(join('scripts', `${name}.mjs`), join(root, 'scripts', `${name}.mjs`));
  const compiler = { name: 'typescript', version: '1.0.0' };
  const lock = {
    name: 'checkout',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': PACKAGE, compiler, 'node_modules/typescript': { resolved: 'compiler', link: true } },
  };
  const files = {
    'package.json': JSON.stringify(PACKAGE),
    'package-lock.json': JSON.stringify(lock),
    'tsconfig.json': '{}',
    'tsconfig.build.json': '{}',
    'compiler/package.json': JSON.stringify(compiler),
    'compiler/bin/tsc': COMPILER,
    'test/bench/main.ts': 'console.log(JSON.stringify(process.argv.slice(2)));',
    'apps/api/src/start.ts': [
      "import { createServer } from 'node:http';",
      "createServer().listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log('ready'));",
      "const stop = () => { console.log('stopping'); setTimeout(() => process.exit(7), 50); };",
      "process.on('SIGTERM', stop).on('SIGINT', stop);",
    ].join('\n'),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

/** A command in the checkout, with what it said. */
export class Command {
  stdout = '';
  stderr = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(root: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout!.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }
}
