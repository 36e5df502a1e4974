import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseAddress } from '#libs/kernel/index.js';
import { bytesOf } from './message-bytes.js';
import { oneLine } from './variables.js';

/** Whom a message is from or goes to: one address as `parseAddress` returns it, and a name to show. */
export interface Mailbox {
  readonly address: string;
  readonly name?: string;
}

export interface Message {
  readonly from: Mailbox;
  /** The person or mailbox that answers. */
  readonly replyTo?: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** `<id@domain>`, made from the mail's own id, so that a second copy of the same mail is known for one. */
  readonly messageId: string;
  readonly date: Date;
  /** The thread this belongs to, oldest first. */
  readonly references?: readonly string[];
  readonly inReplyTo?: string;
  /** `auto-generated` tells other machines not to answer (RFC 3834 §5); `no` for what a person has written. */
  readonly autoSubmitted?: 'auto-generated' | 'no';
  /** Where the reader ends mails of this kind, with one click too (RFC 8058). */
  readonly stopLink?: string;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly ics: string; readonly filename?: string };
}

const MESSAGE_ID = /^<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>$/;
/** Names and subjects of any length are folded, but no program shows more of them. */
const MAX_NAME_CHARS = 120;
const MAX_SUBJECT_CHARS = 250;

/** The Message-ID of a mail: its own id at the sender's domain. */
export function messageIdOf(mailId: string, domain: string): string {
  return requireMessageId(`<${mailId}@${domain}>`);
}

/**
 * What the mails of one application to one reader refer to, so that they show as one thread. No mail has this id; programs thread by
 * common references all the same (RFC 5322 §3.6.4, and JWZ's algorithm that they follow).
 */
export function threadOf(
  applicationId: string,
  domain: string,
): { readonly references: readonly string[]; readonly inReplyTo: string } {
  const root = requireMessageId(`<application-${applicationId}@${domain}>`);
  return { references: [root], inReplyTo: root };
}

/**
 * The message as the bytes that will be sent (RFC 5322, CRLF): the same input gives the same bytes, so they can be frozen, sent again and
 * compared. A calendar message goes in twice: as an alternative with its method, which programs act on (RFC 6047 §2.4), and as invite.ics
 * for those that do not.
 *
 * The envelope is not part of it: whoever sends sets it from `to.address`, never from headers.
 * @throws TypeError when an address or id is not in its strict form: the doors check what comes from outside, so that is a bug.
 */
export async function buildMessage(message: Message): Promise<Buffer> {
  const { calendar } = message;
  const composer = new MailComposer({
    from: header(message.from),
    to: header(message.to),
    replyTo: message.replyTo === undefined ? undefined : header(message.replyTo),
    subject: oneLine(message.subject, MAX_SUBJECT_CHARS),
    text: message.text,
    html: message.html,
    messageId: requireMessageId(message.messageId),
    date: message.date,
    references: message.references?.map(requireMessageId).join(' '),
    inReplyTo: message.inReplyTo === undefined ? undefined : requireMessageId(message.inReplyTo),
    headers: { ...automatic(message.autoSubmitted ?? 'auto-generated'), ...stopping(message.stopLink) },
    icalEvent:
      calendar === undefined
        ? undefined
        : { method: calendar.method, content: calendar.ics, filename: calendar.filename ?? 'invite.ics' },
    baseBoundary: createHash('sha256').update(message.messageId).digest('hex').slice(0, 24),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return bytesOf(composer.compile());
}

function automatic(autoSubmitted: 'auto-generated' | 'no'): Record<string, string> {
  // Exchange answers with absence notes unless told in its own header.
  return autoSubmitted === 'no'
    ? { 'Auto-Submitted': 'no' }
    : { 'Auto-Submitted': autoSubmitted, 'X-Auto-Response-Suppress': 'OOF, AutoReply' };
}

const LINK = /^https?:\/\/[A-Za-z0-9.:/_~[\]-]{1,800}$/;

function stopping(link: string | undefined): Record<string, string> {
  if (link === undefined) return {};
  if (!LINK.test(link)) throw new TypeError(`"${link}" is not a link that ends mails.`);
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function header(mailbox: Mailbox): { name: string; address: string } {
  const parsed = parseAddress(mailbox.address);
  if (!parsed.ok || parsed.value !== mailbox.address)
    throw new TypeError('A message needs addresses as parseAddress returns them.');
  return { name: oneLine(mailbox.name ?? '', MAX_NAME_CHARS), address: mailbox.address };
}

function requireMessageId(id: string): string {
  if (id.length > 250 || !MESSAGE_ID.test(id)) throw new TypeError(`"${id}" is not a message id; it has the form <id@domain>.`);
  return id;
}
