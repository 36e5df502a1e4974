/** How a command that npm runs learns that it shall stop: once, and also when only npm was told. */
import { readFileSync } from 'node:fs';

const REPEAT_MS = 1_500;
const WATCH_MS = 300;

/**
 * Ctrl-C reaches a process twice: from the terminal, and from npm, which passes on what it got itself. The second would look like an
 * impatient person's, so repeats within a moment are dropped.
 */
export function deliverStopSignalsOnce() {
  const emit = process.emit;
  let last_ms = -Infinity;
  process.emit = function (name, ...rest) {
    if (name === 'SIGINT' || name === 'SIGTERM') {
      if (performance.now() - last_ms < REPEAT_MS) return true;
      last_ms = performance.now();
    }
    return emit.call(this, name, ...rest);
  };
}

/**
 * npm runs a command through a shell and sends signals to that shell, which (dash) ends without passing them on. A command that lost the
 * shell or the npm above it behaves as if it had got SIGTERM itself; so it does when its terminal is closed, unless nohup said otherwise.
 */
export function endWithParent() {
  const stop = () => {
    console.error('Stopped: the command or terminal that this was started from has ended.');
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
  };
  if (process.platform === 'linux' && !ignored(1)) process.on('SIGHUP', stop);
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const above = isShellOfNpm(parent) ? parentOf(parent) : null;
  const watch = setInterval(() => {
    if (process.ppid === parent && (above === null || parentOf(parent) === above)) return;
    clearInterval(watch);
    stop();
  }, WATCH_MS);
  watch.unref();
}

function isShellOfNpm(pid) {
  const words = read(`/proc/${pid}/cmdline`).split('\0');
  return words[1] === '-c' && words.some((word) => word.includes('scripts/'));
}

/** proc(5): the parent is the second field after the name. */
function parentOf(pid) {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[1];
}

/** Whether the process was started with this signal ignored; registering a listener would undo that. */
function ignored(signal) {
  const mask = /^SigIgn:\s*([0-9a-f]+)$/m.exec(read('/proc/self/status'))?.[1] ?? '0';
  return ((BigInt(`0x${mask}`) >> BigInt(signal - 1)) & 1n) === 1n;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
