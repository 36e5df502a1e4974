/** One long step (installing, building) as a child process: quiet while it goes well, with all it said when it fails. */
import { spawn } from 'node:child_process';

const REMIND_MS = 15_000;

/**
 * @param {{ title: string, done: string, command: string, args: string[], cwd: string, env?: NodeJS.ProcessEnv,
 *   onPid?: (pid: number | undefined) => void }} step
 * @returns {Promise<void>} rejects with what the command said
 */
export async function runStep({ title, done, command, args, cwd, env = process.env, onPid = () => undefined }) {
  const began_ms = Date.now();
  const clock = showElapsed(title, began_ms);
  // A group of its own: an interrupted step is ended with everything it started, and Ctrl-C reaches it once, through us.
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-20_000)));
  const endGroup = (signal) => {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, endGroup);
  onPid(child.pid);
  try {
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    if (code !== 0) throw new Error(said.trim() || `${command} ended with code ${code}`);
    clock.end(`${done} in ${seconds(began_ms)} s.`);
  } catch (error) {
    clock.end(null);
    throw error;
  } finally {
    onPid(undefined);
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, endGroup);
  }
}

/** On a terminal a line that counts the seconds; elsewhere a line now and then. On stderr: stdout belongs to the command's result. */
function showElapsed(title, began_ms) {
  const terminal = process.stderr.isTTY;
  process.stderr.write(terminal ? `${title} …` : `${title} …\n`);
  const tick = () =>
    process.stderr.write(terminal ? `\r${title} … ${seconds(began_ms)} s` : `${title} … ${seconds(began_ms)} s\n`);
  const timer = setInterval(tick, terminal ? 1_000 : REMIND_MS);
  return {
    end(line) {
      clearInterval(timer);
      process.stderr.write(`${terminal ? '\r\u001b[K' : ''}${line === null ? '' : `${line}\n`}`);
    },
  };
}

function seconds(began_ms) {
  return Math.round((Date.now() - began_ms) / 1_000);
}
