import { type CalendarAnswer, readCalendarAnswer } from './calendar-answer.js';

/** What a mail that came in is: somebody's answer, a machine's, a report that ours did not arrive (or not yet), an answer from a calendar. */
export const INCOMING_KINDS = ['REPLY', 'AUTO_REPLY', 'BOUNCE', 'DELAY', 'CALENDAR'] as const;
export type IncomingKind = (typeof INCOMING_KINDS)[number];

/** A mail taken apart, as far as it matters here; header names in small letters. */
export interface ParsedMail {
  readonly headers: ReadonlyMap<string, string>;
  readonly from: string;
  readonly fromName: string;
  /** Where it was sent, as its headers and the servers on its way tell. */
  readonly recipients: string;
  readonly subject: string;
  readonly text: string;
  /** The beginning of its bytes, an octet a character. */
  readonly source: string;
  readonly parts: readonly { readonly type: string; readonly fileName: string | null; readonly content: Buffer }[];
}

/** What a delivery report says of one recipient (RFC 3464 §2.3). */
export interface DeliveryReport {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** RFC 3463: class, subject, detail. */
  readonly status: string;
  readonly recipient: string | null;
  readonly diagnostic: string;
}

/** An incoming mail, understood. */
export interface Understood {
  readonly kind: IncomingKind;
  /** Message-IDs of ours that it may answer, likeliest first. */
  readonly answers: readonly string[];
  readonly text: string;
  readonly report: DeliveryReport | null;
  readonly calendar: CalendarAnswer | null;
  readonly files: readonly { readonly fileName: string; readonly bytes: Buffer }[];
}

/** Says what a mail is. Machines are recognised before people: nothing of theirs is taken for somebody's word. */
export function understand(mail: ParsedMail): Understood {
  const report = reportOf(mail);
  const calendar = report === null ? calendarOf(mail) : null;
  const kind = report
    ? report.action === 'failed'
      ? 'BOUNCE'
      : 'DELAY'
    : calendar
      ? 'CALENDAR'
      : isAutomatic(mail)
        ? 'AUTO_REPLY'
        : 'REPLY';
  return {
    kind,
    answers: answersOf(mail, report !== null),
    text: withoutQuote(mail.text),
    report,
    calendar,
    files: filesOf(mail),
  };
}

const MESSAGE_ID = /<[^<>\s@]{1,200}@[^<>\s]{1,200}>/g;

function answersOf(mail: ParsedMail, isReport: boolean): string[] {
  const named = [
    ...(mail.headers.get('in-reply-to') ?? '').matchAll(MESSAGE_ID),
    ...[...(mail.headers.get('references') ?? '').matchAll(MESSAGE_ID)].reverse(),
  ];
  // A report carries the headers of what it reports, in a part of one of several types.
  const carried = isReport ? [...mail.source.matchAll(/^Message-ID:\s*(<[^<>\s]+>)/gim)].map((found) => found[1]!) : [];
  return [...new Set([...named.map(([id]) => id), ...carried])].slice(0, 50);
}

function reportOf({ parts }: ParsedMail): DeliveryReport | null {
  const part = parts.find(({ type }) => type === 'message/delivery-status');
  if (!part) return null;
  const text = part.content
    .toString('utf8', 0, 20_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(text)?.[1]?.trim() ?? null;
  const action = field('Action')?.toLowerCase();
  const known = (['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const).find((each) => each === action);
  if (!known) return null;
  const typed = (value: string | null) => value?.replace(/^[\w-]+\s*;\s*/, '') ?? null;
  return {
    action: known,
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(field('Status') ?? '')?.[0] ?? (known === 'failed' ? '5.0.0' : '4.0.0'),
    recipient: typed(field('Final-Recipient') ?? field('Original-Recipient')),
    diagnostic: (typed(field('Diagnostic-Code')) ?? '').slice(0, 400),
  };
}

function calendarOf({ parts }: ParsedMail): CalendarAnswer | null {
  for (const { type, content } of parts) {
    if (type !== 'text/calendar' && type !== 'application/ics') continue;
    const answer = content.length <= 200_000 ? readCalendarAnswer(content.toString('utf8').replaceAll('\0', '')) : null;
    if (answer) return answer;
  }
  return null;
}

/** RFC 3834 §2 and §5, and what machines said before it. */
function isAutomatic({ headers, subject }: ParsedMail): boolean {
  const submitted = headers.get('auto-submitted')?.toLowerCase() ?? 'no';
  const precedence = headers.get('precedence')?.toLowerCase() ?? '';
  return (
    !submitted.startsWith('no') ||
    ['bulk', 'auto_reply', 'junk', 'list'].includes(precedence) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => headers.has(name)) ||
    headers.get('return-path')?.trim() === '<>' ||
    /^(?:auto(?:matic|matische)?[ -]?(?:reply|response|antwort)|out of (?:the )?office|abwesen(?:d|heit)|absence)\b/i.test(
      subject.trim(),
    )
  );
}

/** What a person wrote, without what they quote below it: up to the first line that introduces a quotation. */
function withoutQuote(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex(
    (line, at) =>
      /^\s*-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|forwarded message)\s*-{2,}/i.test(line) ||
      /^_{10,}\s*$/.test(line) ||
      (/^(?:on|am|le|el)\b.{5,200}(?:wrote|schrieb|écrit|escribió)\s*(?:.{0,80})?:\s*$/i.test(
        `${line} ${lines[at + 1] ?? ''}`.trim(),
      ) &&
        /^(?:on|am|le|el)\b/i.test(line)) ||
      (/^>/.test(line) && lines.slice(at).every((each) => /^>|^\s*$/.test(each))),
  );
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
}

const MOST_FILES = 10;

function filesOf({ parts }: ParsedMail): Understood['files'] {
  return parts
    .filter(({ type, fileName }) => fileName !== null && !/^(?:text\/calendar|application\/ics|message\/)/.test(type))
    .slice(0, MOST_FILES)
    .map(({ fileName, content }) => ({ fileName: fileName!, bytes: content }));
}
