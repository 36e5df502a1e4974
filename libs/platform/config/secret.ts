import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SECRET_MIN_BYTES } from './config.js';

/**
 * Makes the data folder if it is missing. Others may not list it; as root they may pass through it, because the embedded PostgreSQL
 * refuses to run as root and reads its own part of the folder as an unprivileged user. An existing folder keeps its mode.
 */
export async function prepareHome(home: string): Promise<void> {
  const made = await mkdir(home, { recursive: true });
  if (made !== undefined) await chmod(home, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/**
 * The secret of an installation without ROUNDS_SECRET: read from `home`/secret (mode 0600), or generated and kept there. Two processes
 * that start at once get the same one, since only the first link to the finished file succeeds.
 */
export async function keepSecret(home: string): Promise<string> {
  await prepareHome(home);
  const path = join(home, 'secret');
  const draft = join(home, `secret.${process.pid}.${randomBytes(4).toString('hex')}`);
  const kept = await readSecretFile(path);
  if (kept !== null) return kept;
  await writeFile(draft, randomBytes(48).toString('base64url') + '\n', { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return (await readSecretFile(path))!;
}

async function readSecretFile(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(
      `The secret of this installation cannot be read (${path}: ${error.code}). Start Rounds as the user who owns it.`,
    );
  });
  if (text === null) return null;
  const secret = text.trim();
  if (Buffer.byteLength(secret) >= SECRET_MIN_BYTES) return secret;
  throw new Error(
    `${path} is damaged: it holds fewer than ${SECRET_MIN_BYTES} bytes. Restore it, or delete it to end all sessions.`,
  );
}
