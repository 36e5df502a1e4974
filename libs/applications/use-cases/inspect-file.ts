import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileKind } from '../domain/file-kind.js';

/** What the inspecting program answers: the words of a sound file, or what is wrong with it. */
export type Inspection = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

const LONGEST_MS = 10_000;
const MEMORY_MB = 256;
/** At once in a process; the others wait their turn. */
const AT_ONCE = 2;
const MOST_ANSWER_BYTES = 2 * 1024 * 1024;

let running = 0;
const waiting: (() => void)[] = [];

/** Takes a stranger's file apart in a process of its own. A PDF that is too much for it is kept without its words, a Word document is refused. */
export async function inspectFile(kind: FileKind, bytes: Buffer): Promise<Inspection> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    const answer = await ask(kind, bytes);
    if (answer !== null) return answer;
    return kind === 'pdf' ? { ok: true, text: '' } : { ok: false, why: 'it takes too long or too much memory to open' };
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The program's answer, or null when it ran out of time or memory. */
async function ask(kind: FileKind, bytes: Buffer): Promise<Inspection | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MB}`, ...program(), kind], {
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
    child.on('close', (code) => resolve(code === 0 ? readAnswer(Buffer.concat(chunks)) : null));
    // The program may end before it has read all.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}

function readAnswer(bytes: Buffer): Inspection | null {
  try {
    return JSON.parse(bytes.toString('utf8')) as Inspection;
  } catch {
    return null;
  }
}

/** The compiled program; where the sources run as they are (tests), the source through the hooks that compile it. */
function program(): string[] {
  const compiled = fileURLToPath(new URL('./inspect-file.program.js', import.meta.url));
  if (existsSync(compiled)) return [compiled];
  const hooks = new URL('../../../scripts/typescript-hooks.mjs', import.meta.url).href;
  return ['--import', hooks, fileURLToPath(new URL('./inspect-file.program.ts', import.meta.url))];
}
