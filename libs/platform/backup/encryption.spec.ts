import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Undecipherable, decrypted, encrypted } from './encryption.js';

const PIECE = 64 * 1024;
/** A thousandth of the real one. */
const CHEAP = { log2N: 10, r: 8, p: 1 };

async function* inChunks(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function whole(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const chunk of chunks) found.push(chunk);
  return Buffer.concat(found);
}

describe('an encrypted back-up', () => {
  const text = randomBytes(2 * PIECE + 1000);
  const sealed = whole(encrypted(inChunks(text, 10_001), 'river lamp anvil sixteen', CHEAP));
  const open = async (bytes: Buffer, passphrase: string | null = 'river lamp anvil sixteen') =>
    whole(decrypted(inChunks(bytes, 7_777), passphrase));

  it('comes back whole, whatever its length and chunks', async () => {
    expect((await open(await sealed)).equals(text)).toBe(true);
    for (const length of [0, PIECE]) {
      const bytes = text.subarray(0, length);
      expect((await open(await whole(encrypted(inChunks(bytes, 5000), 'river lamp anvil sixteen', CHEAP)))).equals(bytes)).toBe(
        true,
      );
    }
  });

  it('says nothing without its passphrase, nor twice the same', async () => {
    const again = await whole(encrypted(inChunks(text, 999), 'river lamp anvil sixteen', CHEAP));
    expect(again.equals(await sealed)).toBe(false);
    expect((await sealed).includes(text.subarray(0, 16))).toBe(false);
    await expect(open(await sealed, 'river lamp anvil seventeen')).rejects.toThrow(Undecipherable);
    await expect(open(await sealed, null)).rejects.toThrow('it is encrypted');
  });

  it('is refused when it was cut off, changed, or put together anew', async () => {
    const bytes = await sealed;
    const [head, piece] = [34, PIECE + 16];
    const flipped = (at: number) => Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes[at]! ^ 1]), bytes.subarray(at + 1)]);
    const swapped = Buffer.concat([bytes.subarray(0, head), bytes.subarray(head + piece, head + 2 * piece), bytes.subarray(head, head + piece), bytes.subarray(head + 2 * piece)]); // prettier-ignore
    const wrong = [
      ...[bytes.subarray(0, head + piece), bytes.subarray(0, head + 2 * piece), bytes.subarray(0, -1), bytes.subarray(0, head)],
      ...[
        Buffer.concat([bytes, Buffer.alloc(1)]),
        Buffer.concat([bytes.subarray(0, head), bytes.subarray(head + piece)]),
        swapped,
      ],
      ...[flipped(12), flipped(30), flipped(head + 5), flipped(bytes.length - 1)],
    ];
    for (const each of wrong) await expect(open(each)).rejects.toThrow(Undecipherable);
    // A head that asks for all memory of the machine.
    const greedy = Buffer.from(bytes);
    greedy[8] = 40;
    await expect(open(greedy)).rejects.toThrow('its head was changed');
  });

  it('that is none is read as it is', async () => {
    for (const plain of ['', 'RNDS', 'plain'.repeat(1000)]) expect((await open(Buffer.from(plain), null)).toString()).toBe(plain);
  });
});
