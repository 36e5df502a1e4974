import { spawn } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '#libs/platform/embedded/index.js';

/**
 * Every benchmark by name. Each runs in a process of its own, one after the other, on one PostgreSQL with durable defaults, and prints JSON lines;
 * what is compared is measured in the same run of the same program.
 */
const BENCHES = [
  'moves',
  'moves-smtp',
  'board',
  'apply',
  'search',
  'slots',
  'import',
  'sync',
  'postings',
  'mails',
  'rejections',
  'refusals',
  'screens',
  'start',
] as const;

const wanted = process.argv.slice(2).filter((argument) => argument !== '--');
const unknown = wanted.filter((name) => !BENCHES.some((each) => each === name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${BENCHES.join(', ')}.`);
  process.exit(2);
}

const home = await mkdtemp(join(tmpdir(), 'rounds-bench-'));
const postgres = await startPostgres({ home, settings: { max_connections: '200' } });
let failed = 0;
try {
  for (const name of wanted.length === 0 ? BENCHES : BENCHES.filter((each) => wanted.includes(each))) {
    const program = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
    await access(program);
    console.error(`${name} …`);
    failed += await run(name, program);
  }
} finally {
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

/** 0 when it was fine; else 1, and standard error says how it ended: a program that was killed, or waits for nothing, says nothing itself. */
function run(name: string, program: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', program], {
      stdio: 'inherit',
      env: { ...process.env, ROUNDS_TEST_POSTGRES_URL: postgres.url },
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code !== 0) console.error(signal === null ? `${name} ended with ${code}.` : `${name} was ended by ${signal}.`);
      resolve(code === 0 ? 0 : 1);
    });
  });
}
