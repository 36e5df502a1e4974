import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileKind } from '../domain/file-kind.js';

/** What the inspecting program answers: the words of a sound file, or what is wrong with it. */
export type Inspection = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/** What the program says of a PDF before it reads its words. */
export const SOUND = 'SOUND\n';

/** Of computing, so that a sound file is not refused because others keep the machine busy; where the shell cannot limit it, of the clock alone. */
const COMPUTES_S = 10;
const LONGEST_MS = 30_000;
const MEMORY_MB = 256;
/**
 * Everything it may write to (in KiB), buffers that are not of the JavaScript heap too: a PDF of 700 bytes can unpack to gigabytes. Given by the shell, since a process cannot
 * limit another one; where there is no such limit (macOS, Windows) the heap and the time are limited alone.
 */
const LIMITED = `ulimit -d 600000 2>/dev/null; ulimit -c 0; ulimit -t ${COMPUTES_S}; exec "$@"`;
/** At once in a process; the others wait their turn. */
const AT_ONCE = 2;
const MOST_ANSWER_BYTES = 2 * 1024 * 1024;

let running = 0;
const waiting: (() => void)[] = [];

/** Takes a stranger's file apart in a process of its own. A sound PDF whose words are too much for it is kept without them; all else that is too much is refused. */
export async function inspectFile(kind: FileKind, bytes: Buffer): Promise<Inspection> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return (await ask(kind, bytes)) ?? { ok: false, why: 'it takes too long or too much memory to open' };
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The command under the limits of memory and computing. */
export function limited(command: readonly string[]): readonly string[] {
  return process.platform === 'win32' ? command : ['/bin/sh', '-c', LIMITED, 'sh', ...command];
}

/** The program's answer, or null when it ran out of time or memory before it had one. */
async function ask(kind: FileKind, bytes: Buffer): Promise<Inspection | null> {
  return new Promise((resolve) => {
    const [command, ...rest] = limited([process.execPath, `--max-old-space-size=${MEMORY_MB}`, ...program(), kind]);
    const child = spawn(command!, rest, {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    let size_bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size_bytes += chunk.length;
      if (size_bytes > MOST_ANSWER_BYTES) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(readAnswer(Buffer.concat(chunks).toString('utf8'), code === 0)));
    // The program may end before it has read all.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}

function readAnswer(said: string, whole: boolean): Inspection | null {
  const sound = said.startsWith(SOUND);
  try {
    if (whole) return JSON.parse(sound ? said.slice(SOUND.length) : said) as Inspection;
  } catch {
    // As if it had ended early.
  }
  return sound ? { ok: true, text: '' } : null;
}

/** The compiled program; where the sources run as they are (tests), the source through the hooks that compile it. */
function program(): string[] {
  const compiled = fileURLToPath(new URL('./inspect-file.program.js', import.meta.url));
  if (existsSync(compiled)) return [compiled];
  const hooks = new URL('../../../scripts/typescript-hooks.mjs', import.meta.url).href;
  return ['--import', hooks, fileURLToPath(new URL('./inspect-file.program.ts', import.meta.url))];
}
