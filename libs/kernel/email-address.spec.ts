import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAddress } from './email-address.js';

const address = (text: string): string | null => {
  const parsed = parseAddress(text);
  return parsed.ok ? parsed.value : null;
};

/** What an accepted address looks like, written independently of the parser: plain visible ASCII that no header grammar interprets. */
const HARMLESS = /^[!-~]{1,64}@[a-z0-9.-]{3,253}$/;
const INTERPRETED = /[\s,;:<>()[\]"\\]/;

describe('an e-mail address', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  ada@example.org  ', 'ada@example.org'],
    ["Ada.O'Brien+jobs@Mail.Example.ORG", "Ada.O'Brien+jobs@mail.example.org"],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['a@x.co', 'a@x.co'],
  ])('%s is read as %s', (typed, read) => {
    expect(address(typed)).toBe(read);
  });

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@example..org',
    'ada@.example.org',
    'ada@example.org.',
    'ada@-example.org',
    'ada@127.0.0.1',
    'ada@1.2.3',
    'ada@0x7f.1',
    'ada@[127.0.0.1]',
    'ada@ex%61mple.org',
    'ada@example.org/path',
    'ada@exa mple.org',
    '.ada@example.org',
    'ada.@example.org',
    'a..da@example.org',
    'adä@example.org',
    '"ada lovelace"@example.org',
    'Ada <ada@example.org>',
    '<ada@example.org>',
    'ada(comment)@example.org',
    'ada@example.org, eve@example.org',
    'ada@example.org;eve@example.org',
    'ada@example.org\r\nBcc: eve@example.org',
    'ada@example.org\n',
    '\tada@example.org',
    'ada\u0000@example.org',
    'ada@exam\u200bple.org',
    'ada\u202e@example.org',
    'ada@eve@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `${'a'.repeat(60)}@${'b.'.repeat(100)}org`,
  ])('%j is refused', (typed) => {
    expect(address(typed)).toBeNull();
  });

  it('says in its refusal what to write', () => {
    expect(parseAddress('ada')).toMatchObject({
      ok: false,
      refusal: { code: 'INVALID_EMAIL_ADDRESS', message: expect.stringContaining('name@example.org') },
    });
  });

  it('never lets through what a mail header would interpret, whatever is put around or into a good address', () => {
    const piece = fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      ',',
      ';',
      '<',
      '>',
      '(',
      ')',
      '"',
      '\\',
      ':',
      ' ',
      '\t',
      '\0',
      '@',
      '.',
      'Bcc: e@x.org',
      '\u2028',
      '%0d%0a',
      '=?utf-8?q?=0A?=',
      'ａ',
      'İ',
      '。',
    );
    const parts = fc.array(
      fc.oneof(piece, fc.constantFrom('ada', 'example.org', '@', 'x.co'), fc.string({ unit: 'binary', maxLength: 4 })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (pieces) => {
        const read = address(pieces.join(''));
        if (read === null) return;
        expect(read).toMatch(HARMLESS);
        expect(read).not.toMatch(INTERPRETED);
        expect(Buffer.byteLength(read)).toBeLessThanOrEqual(254);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads what it has read as itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const read = address(typed);
        fc.pre(read !== null);
        expect(address(read!)).toBe(read);
      }),
    );
  });
});
