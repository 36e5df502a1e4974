import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/*
 * An encrypted back-up, byte by byte:
 *
 *   8   "RNDSENC1"
 *   1   log2 N, 1 r, 1 p of scrypt (RFC 7914)
 *   16  salt
 *   7   nonce prefix
 *   then pieces of 64 KiB, the last one shorter, at least one: AES-256-GCM ciphertext, 16 bytes of tag
 *
 * The key is scrypt(passphrase as NFC in UTF-8, salt) of 32 bytes. A piece's nonce is the prefix, its number (4 bytes, big endian), and 1 for the last piece or 0; everything before
 * the pieces is authenticated with each. So pieces cannot be moved, left out or cut off unseen (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015).
 */
const MAGIC = Buffer.from('RNDSENC1');
/** 128 MiB and a third of a second for every guess (OWASP's first choice). */
const COST: ScryptCost = { log2N: 17, r: 8, p: 1 };
const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const HEADER_BYTES = MAGIC.length + 3 + SALT_BYTES + PREFIX_BYTES;
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
/** What a header may ask of this machine. */
const MOST_LOG2N = 20;

interface ScryptCost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** Why it cannot be read; a sentence without its full stop. */
export class Undecipherable extends Error {
  override readonly name = 'Undecipherable';
}

/** Encrypts a stream of bytes, whatever its chunks; `cost` is what a guess at the passphrase costs. */
export async function* encrypted(
  chunks: AsyncIterable<Buffer>,
  passphrase: string,
  cost: ScryptCost = COST,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const prefix = randomBytes(PREFIX_BYTES);
  const header = Buffer.concat([MAGIC, Buffer.from([cost.log2N, cost.r, cost.p]), salt, prefix]);
  const key = await keyOf(passphrase, salt, cost);
  yield header;
  for await (const { bytes, number, last } of pieces(chunks, PIECE_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, last)).setAAD(header);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Decrypts what `encrypted` made, and hands on nothing that is not authentic; what is not encrypted comes out as it is.
 * @throws Undecipherable
 */
export async function* decrypted(chunks: AsyncIterable<Buffer>, passphrase: string | null): AsyncGenerator<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  const { taken: header, rest } = await take(source, HEADER_BYTES);
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) {
    yield Buffer.concat([header, rest]);
    yield* following(source);
    return;
  }
  if (header.length < HEADER_BYTES) throw new Undecipherable('it is cut off');
  if (passphrase === null) throw new Undecipherable('it is encrypted: name the passphrase');
  const [log2N, r, p] = [...header.subarray(MAGIC.length)] as [number, number, number];
  if (log2N < 10 || log2N > MOST_LOG2N || r < 1 || r > 16 || p < 1 || p > 4) throw new Undecipherable('its head was changed');
  const prefix = header.subarray(HEADER_BYTES - PREFIX_BYTES);
  const key = await keyOf(passphrase, header.subarray(MAGIC.length + 3, MAGIC.length + 3 + SALT_BYTES), { log2N, r, p });
  async function* sealed(): AsyncGenerator<Buffer> {
    yield rest;
    yield* following(source);
  }
  for await (const { bytes, number, last } of pieces(sealed(), PIECE_BYTES + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw new Undecipherable('it is cut off');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number, last), { authTagLength: TAG_BYTES });
    decipher.setAAD(header).setAuthTag(bytes.subarray(-TAG_BYTES));
    const open = decipher.update(bytes.subarray(0, -TAG_BYTES));
    try {
      decipher.final();
    } catch {
      throw new Undecipherable(
        number === 0 ? 'the passphrase is another one, or the file was changed or cut off' : 'it was changed or cut off',
      );
    }
    yield open;
  }
}

interface Piece {
  readonly bytes: Buffer;
  readonly number: number;
  readonly last: boolean;
}

/** Pieces of one length but for the last, which is known to be it: a full piece waits for what comes after it. */
async function* pieces(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Piece> {
  let waiting = Buffer.alloc(0);
  let number = 0;
  for await (const chunk of chunks) {
    waiting = Buffer.concat([waiting, chunk]);
    for (; waiting.length > length; number += 1) {
      yield { bytes: waiting.subarray(0, length), number, last: false };
      waiting = waiting.subarray(length);
    }
  }
  yield { bytes: waiting, number, last: true };
}

/** The first bytes of a stream, fewer where it ends before, and what came with them. */
async function take(source: AsyncIterator<Buffer>, length: number): Promise<{ taken: Buffer; rest: Buffer }> {
  let bytes = Buffer.alloc(0);
  while (bytes.length < length) {
    const { value, done } = await source.next();
    if (done) break;
    bytes = Buffer.concat([bytes, value]);
  }
  return { taken: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

async function* following(source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(PREFIX_BYTES + 5);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, PREFIX_BYTES);
  nonce[PREFIX_BYTES + 4] = last ? 1 : 0;
  return nonce;
}

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

async function keyOf(passphrase: string, salt: Buffer, { log2N, r, p }: ScryptCost): Promise<Buffer> {
  const N = 2 ** log2N;
  return derive(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r });
}
