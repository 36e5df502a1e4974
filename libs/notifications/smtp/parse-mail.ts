import { parseAddress } from '#libs/kernel/index.js';
import type { ParsedMail } from '../domain/incoming/incoming-mail.js';
import { oneLine } from '../domain/variables.js';

/** Longer mails are not read: what may be attached anywhere else fits into this many times. */
export const MOST_BYTES = 25_000_000;
const MOST_TEXT_CHARS = 20_000;
const MOST_SOURCE_BYTES = 200_000;

/** What is asked for by people, and what servers note of the envelope. */
const SENT_TO = new Set(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to']);

/** Takes a mail apart. Whatever is wrong with it, something comes out: a mail nobody can read is still somebody's. */
export async function parseMail(bytes: Buffer): Promise<ParsedMail> {
  // Read when the first mail comes: most processes never take one apart.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(bytes, {
    skipImageLinks: true,
    skipTextToHtml: true,
    keepDeliveryStatus: true,
    maxHtmlLengthToParse: 500_000,
  });
  const headers = new Map(
    mail.headerLines.map(({ key, line }) => [
      key.toLowerCase(),
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\s+/g, ' ')
        .trim(),
    ]),
  );
  const [from] = mail.from?.value ?? [];
  const parts = mail.attachments.map(({ contentType, filename, content }) => ({
    type: contentType.toLowerCase(),
    fileName: filename ? oneLine(filename, 200) : null,
    content,
  }));
  return {
    headers,
    from: addressOf(from?.address ?? ''),
    fromName: oneLine(from?.name ?? '', 120),
    recipients: mail.headerLines.flatMap(({ key, line }) => (SENT_TO.has(key.toLowerCase()) ? [line] : [])).join('\n'),
    subject: oneLine(mail.subject ?? '', 300),
    text: storable(mail.text ?? ''),
    source: bytes.toString('latin1', 0, MOST_SOURCE_BYTES),
    parts,
  };
}

function addressOf(text: string): string {
  const parsed = parseAddress(text);
  return parsed.ok ? parsed.value : '';
}

function storable(text: string): string {
  return text.replace(/\0|\p{Cs}/gu, '').slice(0, MOST_TEXT_CHARS);
}
