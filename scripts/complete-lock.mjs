/**
 * Adds to package-lock.json the optional packages for other systems that npm left out because its registry did not have them when the
 * lock was written; without them `npm ci` refuses the whole lock. Their system and processor are read from their names. With --check it
 * changes nothing and fails when something is missing. Run it after `npm install <package>`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(path, 'utf8'));
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const SYSTEMS = { win32: 'win32', windows: 'win32', openharmony: 'openharmony' };
const PROCESSORS = { armv6: 'arm', armv7: 'arm', wasm32: 'wasm32' };

const missing = Object.entries(lock.packages).flatMap(([parent, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !lock.packages[`${parent}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`])
    .map(([name, wanted]) => ({ name, version: wanted.replace(/^[\^~]/, ''), dev: entry.dev })),
);
for (const { name, version, dev } of missing) {
  const platform = platformOf(name);
  if (!platform || !EXACT.test(version))
    throw new Error(`${name}@${version} is missing from the lock and its system is not known.`);
  lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev && { dev }), optional: true };
}

if (missing.length === 0) console.log('package-lock.json is complete.');
else if (process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${missing.map(({ name }) => name).join(', ')}. Run node scripts/complete-lock.mjs`);
  process.exitCode = 1;
} else {
  const { '': root, ...packages } = lock.packages;
  lock.packages = { '': root, ...Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))) };
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} optional packages added to package-lock.json.`);
}

/** `…-linux-arm64-musl` runs on linux, arm64, musl. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const system = words.find((word) => ['darwin', 'linux', 'android', 'freebsd', 'sunos', ...Object.keys(SYSTEMS)].includes(word));
  const processor = words.find((word) =>
    /^(x64|arm64|arm|ia32|ppc64|s390x|riscv64|loong64|wasm32|armv6|armv7|mips64el)$/.test(word),
  );
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : null;
  if (!system || !processor) return null;
  const libcField = libc && system === 'linux' ? { libc: [libc] } : {};
  return { cpu: [PROCESSORS[processor] ?? processor], ...libcField, os: [SYSTEMS[system] ?? system] };
}
