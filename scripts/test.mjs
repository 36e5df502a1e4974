/**
 * `npm test [jest arguments]`: prepares what is missing, starts one PostgreSQL for the run, and runs every spec. A spec that needs a
 * program which a machine may lack says so in its first lines: `@needs redis-server`, `@needs chromium`, `@needs dovecot`, `@needs radicale`,
 * `@needs xandikos`, `@needs clamd`, `@needs postfix` or `@needs libical`. Without the program it is named as not run; with ROUNDS_TEST_ALL=1 that is a failure. The last line is
 * `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { makeReady, ROOT } from './ready.mjs';
import { deliverStopSignalsOnce, endWithParent } from './stop-signals.mjs';

const SPEC_FOLDERS = ['libs', 'apps', 'test'];
/** Settings of a person's installation, which must not leak into tests. */
const PRIVATE = [
  'CALENDAR_HOSTS',
  'CLAMD',
  'DATABASE_POOL',
  'DATABASE_URL',
  'DKIM_DOMAIN',
  'DKIM_KEY_FILE',
  'DKIM_SELECTOR',
  'GRAPHQL_DOCUMENTS',
  'GRAPHQL_TRUSTED',
  'HOST',
  'IMAP_URL',
  'LOG_LEVEL',
  'MAIL_FROM',
  'MAIL_HOLD',
  'MAIL_INBOX',
  'MAIL_LIMITS',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_DOMAINS',
  'OIDC_ISSUER',
  'PORT',
  'PUBLIC_URL',
  'REDIS_URL',
  'ROUNDS_BACKUP_PASSPHRASE',
  'ROUNDS_HOME',
  'ROUNDS_PROCESSES',
  'ROUNDS_SAMPLE',
  'ROUNDS_SECRET',
  'SMTP_URL',
  'TRUSTED_PROXIES',
  'WEBHOOK_HOSTS',
  'WORKER_CONCURRENCY',
];
/** Suites wait for servers, mails and browsers a quarter of their time: three keep two cores busy. More would have them wait for each other. */
const WORKERS = 3;
/** A run that has its results but does not end has left something open; so long it may take to end by itself. */
const LINGER_MS = 20_000;

/** Each program: how it is found, and the variable that hands its path to the specs. */
const PROGRAMS = {
  'redis-server': { variable: 'ROUNDS_TEST_REDIS_SERVER', find: () => onPath('redis-server') },
  chromium: { variable: 'ROUNDS_TEST_CHROMIUM', find: () => onPath('chromium', 'chromium-browser', 'google-chrome') },
  radicale: { variable: 'ROUNDS_TEST_RADICALE', find: () => onPath('radicale') },
  xandikos: { variable: 'ROUNDS_TEST_XANDIKOS', find: () => onPath('xandikos') },
  dovecot: { variable: 'ROUNDS_TEST_DOVECOT', find: () => onPath('dovecot') ?? installed('/usr/sbin/dovecot') },
  // It gives each of its parts another account, which root alone can.
  postfix: {
    variable: 'ROUNDS_TEST_POSTFIX',
    find: () => (isRoot() ? (onPath('postfix') ?? installed('/usr/sbin/postfix')) : null),
    rootAlone: true,
  },
  clamd: { variable: 'ROUNDS_TEST_CLAMD', find: () => onPath('clamd') ?? installed('/usr/sbin/clamd') },
  libical: { variable: 'ROUNDS_TEST_LIBICAL', find: findLibical },
};

deliverStopSignalsOnce();
endWithParent();
const run = { child: null, database: null, folder: null, interrupted: null };
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interrupt(signal));

await makeReady(() => console.log('0 passed, 1 failed'));
process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  let counts = { passed: 0, failed: 1 };
  try {
    run.folder = mkdtempSync(join(tmpdir(), 'rounds-test-'));
    mkdirSync(join(run.folder, 'tmp'));
    for (const folder of ['.', 'tmp']) chmodSync(join(run.folder, folder), 0o755);
    const { missing, found, left, failing } = findPrograms();
    const url = await databaseUrl();
    if (!run.interrupted) counts = await runJest(args, left, { ...found, ROUNDS_TEST_POSTGRES_URL: url });
    if (missing.length > 0) console.error(`Not run, because it is not on this machine: ${missing.join('; ')}.`);
    if (process.env.ROUNDS_TEST_ALL === '1') counts.failed += failing;
    if (counts.passed + counts.failed === 0) console.error('No test was run.');
  } catch (error) {
    if (!run.interrupted) console.error(error);
  } finally {
    await cleanUp();
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  if (run.interrupted) return run.interrupted === 'SIGINT' ? 130 : 143;
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

// ——— what is on the machine ———

function onPath(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // the next one
      }
    }
  }
  return null;
}

/** A server lies where the path of a person does not lead. */
function installed(path) {
  return existsSync(path) ? path : null;
}

function findLibical() {
  const load =
    'import ctypes, ctypes.util; name = ctypes.util.find_library("ical") or "libical.so.3"; ctypes.CDLL(name); print(name)';
  const { status, stdout } = spawnSync('python3', ['-c', load], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** The variables of what was found, what is missing with the number of specs that need it, and those specs. */
function isRoot() {
  return process.getuid?.() === 0;
}

function findPrograms() {
  const specs = SPEC_FOLDERS.flatMap((folder) => specsUnder(join(ROOT, folder)));
  const found = {};
  const missing = [];
  const left = [];
  let failing = 0;
  for (const [name, { variable, find, rootAlone = false }] of Object.entries(PROGRAMS)) {
    const path = process.env[variable] || find();
    if (path) {
      found[variable] = path;
      continue;
    }
    const needing = specs.filter((spec) => new RegExp(`@needs .*\\b${name}\\b`).test(readFileSync(spec, 'utf8').slice(0, 2_000)));
    missing.push(`${name} (${needing.length} ${needing.length === 1 ? 'suite' : 'suites'})`);
    left.push(...needing);
    if (isRoot() || !rootAlone) failing += 1;
  }
  return { found, missing, left, failing };
}

function specsUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : specsUnder(path);
    return entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}

// ——— the database of the run ———

async function databaseUrl() {
  if (process.env.ROUNDS_TEST_POSTGRES_URL) return process.env.ROUNDS_TEST_POSTGRES_URL;
  const { startPostgres } = await import('../dist/libs/platform/embedded/index.js');
  // Lost when the machine stops, which nobody minds here; an installation never runs so.
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' };
  run.database = await startPostgres({ home: join(run.folder, 'home'), shelter: join(run.folder, 'shelter'), settings });
  console.error(`PostgreSQL for this run on port ${run.database.port}: temporary, fast and not durable (fsync=off).`);
  return run.database.url;
}

// ——— jest ———

async function runJest(args, left, variables) {
  const results = join(run.folder, 'results.json');
  const env = { ...process.env, NODE_ENV: 'test', TMPDIR: join(run.folder, 'tmp'), ...variables };
  for (const name of PRIVATE) delete env[name];
  const workers = args.some((arg) => /^(-w|-i|--maxWorkers|--runInBand)/.test(arg)) ? [] : [`--maxWorkers=${WORKERS}`];
  const ignored = [
    '/node_modules/',
    '/dist/',
    ...left.map((path) => `/${relative(ROOT, path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
  ];
  const node = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(ROOT, 'node_modules/jest/bin/jest.js'),
  ];
  const own = [
    '--json',
    `--outputFile=${results}`,
    ...workers,
    ...ignored.map((pattern) => `--testPathIgnorePatterns=${pattern}`),
  ];
  // With --json jest prints the results to stdout as well; the report for people goes to stderr.
  run.child = spawn(process.execPath, [...node, ...args, ...own], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const watch = watchForLinger(results, run.child);
  const code = await new Promise((resolve) => run.child.once('close', resolve));
  clearInterval(watch);
  run.child = null;
  return countsOf(results, code);
}

/** A suite that could not even run counts as one failure; so does a jest that failed without saying where. */
function countsOf(results, code) {
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  if (numPendingTests > 0) console.error(`${numPendingTests} skipped.`);
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 && numPassedTests > 0 ? 1 : failed };
}

function watchForLinger(results, child) {
  let since_ms = null;
  return setInterval(() => {
    if (!existsSync(results)) return;
    since_ms ??= Date.now();
    if (Date.now() - since_ms < LINGER_MS) return;
    console.error('The tests are through but something is still open; ending them (find it with --detectOpenHandles).');
    child.kill('SIGKILL');
    since_ms = Infinity;
  }, 1_000);
}

// ——— the end ———

function interrupt(signal) {
  run.interrupted ??= signal;
  if (!run.folder) process.exit(signal === 'SIGINT' ? 130 : 143);
  run.child?.kill('SIGTERM');
}

async function cleanUp() {
  await run.database?.stop().catch((error) => console.error(error.message));
  if (!run.folder) return;
  endLeftovers(run.folder);
  rmSync(run.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Servers of specs that could not clean up, known by the folder of this run in their arguments or environment (Linux). */
function endLeftovers(folder) {
  const holds = (file) => {
    try {
      return readFileSync(file, 'utf8').includes(folder);
    } catch {
      return false;
    }
  };
  const pids =
    process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid) : [];
  const left = pids.filter((pid) => holds(`/proc/${pid}/cmdline`) || holds(`/proc/${pid}/environ`));
  for (const pid of left) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // it has ended meanwhile
    }
  }
  if (left.length > 0 && !run.interrupted)
    console.error(`${left.length} processes were still running after the tests and were ended.`);
}
