import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { quotedPrintable } from './message-bytes.js';

const read = async (body: Buffer): Promise<string> => {
  const head =
    'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
  const { text } = await simpleParser(Buffer.concat([Buffer.from(head), body]));
  return text ?? '';
};

describe('quoted-printable', () => {
  it('reads back as the same text, in short seven-bit lines without spaces at their ends', async () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom('\n', ' ', '\t', '=', '.', '–', '👩🏽‍💻', 'a line '),
          fc.string({ unit: 'grapheme', maxLength: 90 }),
        ),
        {
          maxLength: 60,
        },
      )
      // A parser ends lines its own way, drops what ends the text, and has its own idea of a NUL.
      .map((pieces) => `${pieces.join('').replace(/[\r\0\u2028\u2029\u0085\ufeff]/g, '')}|`);
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const encoded = quotedPrintable(Buffer.from(written));
        for (const line of encoded.toString('latin1').split('\r\n')) {
          expect(line).toMatch(/^[\t\x20-\x7e]{0,76}$/);
          expect(line).not.toMatch(/[ \t]$/);
        }
        expect(await read(encoded)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  it('has room for the worst', () => {
    const worst = Buffer.alloc(50_000, 0xff);
    expect(quotedPrintable(worst).length).toBe(150_000 + 3 * (Math.ceil(50_000 / 25) - 1));
  });
});
