/**
 * Does what is missing before a command can run: the right Node, installed packages, an up-to-date build in dist/. Uses nothing but
 * Node itself, since at first there is nothing else. Everything it says goes to stderr.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockCheckout } from './checkout-lock.mjs';
import { runStep } from './step.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const NODE_MIN = [20, 19];
const MODULES = join(ROOT, 'node_modules');
const MODULES_STAMP = join(MODULES, '.rounds-ready.json');
const DIST = join(ROOT, 'dist');
const DIST_STAMP = join(DIST, '.rounds-ready.json');
const BUILD_INFO = join(DIST, '.build.tsbuildinfo');
const WEB = join(ROOT, 'apps', 'web');
const WEB_DIST = join(DIST, 'web');
const WEB_STAMP = join(WEB_DIST, '.rounds-ready.json');
/** Keep in step with tsconfig.build.json. */
const SOURCES = ['apps', 'libs', 'migrations', 'test/bench', 'test/faults', 'test/integration/hostile', 'test/support'];

/**
 * Ends the process with a clear message when the command cannot be made ready.
 * @param {() => void} lastWords called before that
 */
export async function makeReady(lastWords = () => undefined) {
  try {
    checkNode();
    if (packagesReady() && buildReady() && webReady()) return;
    const lock = await lockCheckout(join(DIST, '.rounds-ready.lock'), (pid) =>
      console.error(`Another command is preparing Rounds (process ${pid}); waiting for it …`),
    );
    try {
      if (!packagesReady()) await install(lock);
      if (!buildReady()) await build(lock);
      if (!webReady()) await buildWeb(lock);
    } finally {
      lock.release();
    }
  } catch (error) {
    console.error(explained(error));
    lastWords();
    process.exit(1);
  }
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  throw new Error(
    `Rounds needs Node ${NODE_MIN.join('.')} or newer, and this is ${process.versions.node}. Get one from https://nodejs.org`,
  );
}

function explained(error) {
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return `This user may not write to ${error.path ?? ROOT} (${error.code}). Run the command as the owner of ${ROOT}.`;
  }
  return error.message;
}

// ——— packages ———

/** Packages of another lock file, system or processor do not fit. */
function wantedPackages() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const machine = `${process.platform} ${process.arch}`;
  return createHash('sha256').update(lock).update(JSON.stringify(ownDependencies())).update(machine).digest('hex');
}

function ownDependencies() {
  const { dependencies, devDependencies, overrides } = readJson(join(ROOT, 'package.json'));
  return { named: { ...dependencies, ...devDependencies }, overrides };
}

function packagesReady() {
  const wanted = wantedPackages();
  if (readJson(MODULES_STAMP)?.packages === wanted) return true;
  if (!installedByHand()) return false;
  writeStamp(MODULES_STAMP, { packages: wanted });
  return true;
}

/**
 * Whether npm itself, called by a person, has installed just what the lock file says: node_modules/.package-lock.json, which npm writes
 * last, lists it. Packages for other systems are missing there, which is right.
 */
function installedByHand() {
  const installed = readJson(join(MODULES, '.package-lock.json'))?.packages;
  if (!installed) return false;
  const { '': root, ...wanted } = readJson(join(ROOT, 'package-lock.json')).packages;
  const locked = { ...root.dependencies, ...root.devDependencies };
  if (Object.entries(ownDependencies().named).some(([name, version]) => locked[name] !== version)) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!installed[path]) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    const { version, integrity } = installed[path];
    return version === entry.version && (entry.integrity === undefined || integrity === entry.integrity);
  });
}

async function install(lock) {
  const first = !existsSync(MODULES_STAMP);
  const title = first ? 'Installing packages (first time, about a minute)' : 'Installing packages (they have changed)';
  try {
    await runNpm(['ci'], title, lock);
  } catch (error) {
    // A package.json that somebody is changing is ahead of its lock file, which npm ci refuses and npm install bridges.
    if (!/\bEUSAGE\b/.test(error.message)) throw packagesRefused(error);
    await runNpm(['install', '--no-save'], 'Installing packages (package.json is ahead of package-lock.json)', lock).catch(
      (second) => {
        throw packagesRefused(second);
      },
    );
  }
  writeStamp(MODULES_STAMP, { packages: wantedPackages() });
}

/** Scripts of packages are not run: none is needed, and npm 11 would not run them either. NODE_ENV=production must not drop the compiler. */
function runNpm(words, title, lock) {
  const npm = npmCommand();
  const flags = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const args = [...npm.args, ...words, ...flags];
  return runStep({ title, done: 'Packages installed', command: npm.command, args, cwd: ROOT, onPid: lock.working });
}

function packagesRefused(error) {
  return new Error(
    `The packages could not be installed. npm said:\n${error.message}\nCheck the connection to the registry and try again.`,
  );
}

/** The npm that called us, or the one on the PATH. */
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.[cm]?js$/.test(own)) return { command: process.execPath, args: [own] };
  return process.platform === 'win32' ? { command: 'cmd', args: ['/c', 'npm'] } : { command: 'npm', args: [] };
}

// ——— build ———

/** Every source with its size and time; the compiler itself looks closer at what differs. */
function wantedBuild() {
  const hash = createHash('sha256').update(wantedPackages());
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package.json'].map((name) => join(ROOT, name));
  for (const path of [...sources(), ...settings]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(ROOT, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function buildReady() {
  return readJson(DIST_STAMP)?.build === wantedBuild() && sources().every((path) => existsSync(outputOf(path)));
}

async function build(lock) {
  const first = !existsSync(BUILD_INFO);
  const wanted = wantedBuild();
  // The compiler trusts its notes and would not write an output that somebody has removed.
  if (!first && !sources().every((path) => existsSync(outputOf(path)) || newerThanNotes(path)))
    rmSync(BUILD_INFO, { force: true });
  try {
    await runStep({
      title: first ? 'Building Rounds (first time, about half a minute)' : 'Building what has changed',
      done: 'Built',
      command: process.execPath,
      args: [join(MODULES, 'typescript', 'bin', 'tsc'), '-p', join(ROOT, 'tsconfig.build.json'), '--pretty', 'false'],
      cwd: ROOT,
      onPid: lock.working,
    });
  } catch (error) {
    throw new Error(`Rounds could not be built. The compiler said:\n${error.message}`);
  }
  removeLeftovers();
  writeStamp(DIST_STAMP, { build: wanted });
}

/** The screens need nothing but their own folder: all of its files with size and time, which the packages' hash joins. */
function wantedWeb() {
  const hash = createHash('sha256').update(wantedPackages());
  for (const path of everyFileUnder(WEB)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(ROOT, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** A checkout without apps/web has no screens; the plain pages do without. */
function webReady() {
  if (!existsSync(join(WEB, 'index.html'))) return true;
  return readJson(WEB_STAMP)?.web === wantedWeb() && existsSync(join(WEB_DIST, 'build.json'));
}

async function buildWeb(lock) {
  const wanted = wantedWeb();
  try {
    await runStep({
      title: 'Building the screens',
      done: 'Screens built',
      command: process.execPath,
      args: [join(MODULES, 'vite', 'bin', 'vite.js'), 'build', WEB, '--logLevel', 'warn'],
      cwd: ROOT,
      onPid: lock.working,
    });
  } catch (error) {
    throw new Error(`The screens could not be built. Their builder said:\n${error.message}`);
  }
  writeStamp(WEB_STAMP, { web: wanted });
}

function everyFileUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function newerThanNotes(path) {
  return statSync(path).mtimeMs > statSync(BUILD_INFO).mtimeMs;
}

/** Outputs whose source is gone would still be found by imports and by the list of migrations. */
function removeLeftovers() {
  const outputs = new Set(sources().map(outputOf));
  for (const folder of SOURCES.map((name) => join(DIST, name)).filter(existsSync)) {
    for (const path of filesUnder(folder, (name) => /\.js(\.map)?$/.test(name))) {
      if (!outputs.has(path.replace(/\.map$/, ''))) rmSync(path);
    }
  }
}

function sources() {
  const wanted = (name) => /(?<!\.d)\.ts$/.test(name) && !name.endsWith('.spec.ts');
  return SOURCES.map((name) => join(ROOT, name))
    .filter(existsSync)
    .flatMap((folder) => filesUnder(folder, wanted));
}

function outputOf(path) {
  return join(DIST, relative(ROOT, path).replace(/\.ts$/, '.js'));
}

/** Files below a folder; apps/web is built by its own tools. */
function filesUnder(folder, wanted) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name === 'node_modules' || /[\\/]apps[\\/]web$/.test(path) ? [] : filesUnder(path, wanted);
      return wanted(entry.name) ? [path] : [];
    });
}

// ——— stamps ———

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** By rename: half a stamp must not count. */
function writeStamp(path, content) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content));
  renameSync(draft, path);
}
