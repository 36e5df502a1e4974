import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { invitation } from './calendar.js';
import { buildMessage, messageIdOf, threadOf, type Message } from './message.js';

const ics = invitation({
  uid: 'interview-1@kestrel.example',
  sequence: 0,
  method: 'REQUEST',
  startsAt: new Date('2026-11-10T14:00:00Z'),
  endsAt: new Date('2026-11-10T14:45:00Z'),
  summary: 'Technisches Gespräch – mit Tomás',
  organizer: { name: 'Kestrel Works', email: 'hiring@kestrel.example' },
  attendees: [{ name: 'Noor', email: 'noor@example.org' }],
  now: new Date('2026-11-01T08:00:00Z'),
});

const message = (over: Partial<Message> = {}): Message => ({
  from: { address: 'hiring@kestrel.example', name: 'Kestrel Works' },
  replyTo: { address: 'mira@kestrel.example', name: 'Mira Lindqvist' },
  to: { address: 'noor@example.org', name: 'Noor Haddad' },
  subject: 'Your interview: Tuesday 10 November, 16:00 EET',
  text: 'Hello Noor,\n\nYour interview is booked – see you soon.\n',
  html: '<p>Hello Noor</p>',
  messageId: messageIdOf('0190f6a2-1111-7000-8000-000000000001', 'kestrel.example'),
  date: new Date('2026-11-01T08:00:00Z'),
  ...threadOf('0190f6a2-2222-7000-8000-000000000002', 'kestrel.example'),
  ...over,
});

/** The header block's field names, read by RFC 5322 §2.2 alone. */
const fieldNames = (bytes: Buffer): string[] =>
  bytes
    .toString('latin1')
    .split('\r\n\r\n')[0]!
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase());

describe('a built message', () => {
  it('reads back as what went in, in one thread with the application’s other mails', async () => {
    const parsed = await simpleParser(await buildMessage(message()));
    expect(parsed.from?.value).toEqual([{ address: 'hiring@kestrel.example', name: 'Kestrel Works' }]);
    expect(parsed.replyTo?.value[0]?.address).toBe('mira@kestrel.example');
    expect(parsed.subject).toBe('Your interview: Tuesday 10 November, 16:00 EET');
    expect(parsed.messageId).toBe('<0190f6a2-1111-7000-8000-000000000001@kestrel.example>');
    expect(parsed.inReplyTo).toBe('<application-0190f6a2-2222-7000-8000-000000000002@kestrel.example>');
    expect(parsed.references).toBe('<application-0190f6a2-2222-7000-8000-000000000002@kestrel.example>');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.date).toEqual(new Date('2026-11-01T08:00:00Z'));
    expect(parsed.text).toContain('booked – see you soon.');
    expect(parsed.html).toContain('<p>Hello Noor</p>');
  });

  it('carries a calendar message as an alternative with its method and as invite.ics, unchanged', async () => {
    const bytes = await buildMessage(message({ calendar: { method: 'REQUEST', ics } }));
    const source = bytes.toString('latin1');
    expect(source).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST$/im);
    const alternative = source.indexOf('multipart/alternative');
    expect(alternative).toBeGreaterThan(source.indexOf('multipart/mixed'));
    const { attachments } = await simpleParser(bytes);
    expect(attachments.map(({ contentType, filename }) => ({ contentType, filename }))).toEqual([
      { contentType: 'text/calendar', filename: undefined },
      { contentType: 'application/ics', filename: 'invite.ics' },
    ]);
    for (const { content } of attachments) expect(content.toString()).toBe(ics);
  });

  it('has CRLF, seven-bit lines within the limit, and the same bytes for the same input', async () => {
    const input = message({ calendar: { method: 'CANCEL', ics }, text: `Grüße 👩🏽‍💻\n${'x'.repeat(3000)}` });
    const bytes = await buildMessage(input);
    expect((await buildMessage(input)).equals(bytes)).toBe(true);
    const source = bytes.toString('latin1');
    expect(source.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of source.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  it('says in the mail that a person has written that it is not automatic', async () => {
    const parsed = await simpleParser(await buildMessage(message({ autoSubmitted: 'no' })));
    expect(parsed.headers.get('auto-submitted')).toBe('no');
    expect(parsed.headers.has('x-auto-response-suppress')).toBe(false);
  });

  it('gains no header and no recipient, whatever names and subjects hold', async () => {
    const plain = fieldNames(await buildMessage(message()));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        'x\r\nBcc: eve@x.org',
        'x\nBcc: eve@x.org',
        'x\rTo: eve@x.org',
        '", eve@x.org, "',
        '<eve@x.org>',
        '=?utf-8?Q?=0D=0ABcc:_eve=40x.org?=',
        '\u2028Bcc: eve@x.org',
        '(',
        'a,b;c:d',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (sender, reader, subject) => {
        const bytes = await buildMessage(
          message({
            from: { address: 'hiring@kestrel.example', name: sender },
            to: { address: 'noor@example.org', name: reader },
            subject,
          }),
        );
        expect(fieldNames(bytes).filter((name) => name !== 'subject')).toEqual(plain.filter((name) => name !== 'subject'));
        const parsed = await simpleParser(bytes);
        const to = Array.isArray(parsed.to) ? parsed.to : [parsed.to];
        expect(to.flatMap((each) => each!.value.map(({ address }) => address))).toEqual(['noor@example.org']);
        expect(parsed.from?.value.map(({ address }) => address)).toEqual(['hiring@kestrel.example']);
      }),
      { numRuns: 300 },
    );
  });

  it('is not built from an address or an id in another form than the strict one', async () => {
    await expect(buildMessage(message({ to: { address: 'a@x.org\r\nBcc: b@x.org' } }))).rejects.toThrow(TypeError);
    await expect(buildMessage(message({ to: { address: 'a@x.org, b@x.org' } }))).rejects.toThrow(TypeError);
    await expect(buildMessage(message({ messageId: '<a b@x.org>' }))).rejects.toThrow(TypeError);
    await expect(buildMessage(message({ references: ['<a@x.org>\r\nBcc: b@x.org'] }))).rejects.toThrow(TypeError);
    expect(() => messageIdOf('1>\r\n', 'x.org')).toThrow(TypeError);
  });
});
