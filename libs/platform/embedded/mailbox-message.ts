import type { Attachment, HeaderLines, ParsedMail } from 'mailparser';

/** A mail as /mailbox/messages shows it. Addresses are those of the envelope: where the mail really went. */
export interface MailboxMessage {
  readonly id: string;
  /** The sender's bare address. */
  readonly from: string;
  /** Bare addresses, separated by a comma and a space. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Empty when the mail has no HTML part. */
  readonly html: string;
  /** By lower-case name, unfolded, still encoded; a name that comes several times holds its values line by line. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly size: number }[];
  /** The text of the first text/calendar part, or null. */
  readonly ics: string | null;
  /** ISO 8601 with Z. */
  readonly receivedAt: string;
}

/** What the envelope and the clock say about a mail before it is read. */
export interface Receipt {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly receivedAt: string;
}

/** Beyond this an HTML part is not turned into text; a person reads it as HTML. */
const HTML_TO_TEXT_MAX_LENGTH = 500_000;

/** Reads an RFC 5322 mail. Hostile or broken ones become what can be read of them: this never throws. */
export async function readMail(source: Buffer, receipt: Receipt): Promise<MailboxMessage> {
  const { simpleParser } = await import('mailparser');
  try {
    const mail = await simpleParser(source, { skipImageLinks: true, maxHtmlLengthToParse: HTML_TO_TEXT_MAX_LENGTH });
    return messageOf(mail, receipt);
  } catch (error) {
    const text = `This mail could not be read (${(error as Error).message}). Its source is kept.`;
    return { ...receipt, subject: '', text, html: '', headers: {}, attachments: [], ics: null };
  }
}

function messageOf(mail: ParsedMail, receipt: Receipt): MailboxMessage {
  const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const [author] = mail.from?.value ?? [];
  return {
    id: receipt.id,
    from: receipt.from || (author?.address ?? ''),
    to: receipt.to || (headersOf(mail.headerLines)['to'] ?? ''),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: headersOf(mail.headerLines),
    attachments: mail.attachments.map(attachmentOf),
    ics: calendar ? calendar.content.toString('utf8') : null,
    receivedAt: receipt.receivedAt,
  };
}

function attachmentOf({ filename, contentType, size }: Attachment): MailboxMessage['attachments'][number] {
  return { filename: filename ?? (contentType === 'text/calendar' ? 'invite.ics' : 'unnamed'), contentType, size };
}

/** RFC 5322 §2.2.3: unfolding removes the line breaks that are followed by white space. */
function headersOf(lines: HeaderLines): Record<string, string> {
  const headers = new Map<string, string>();
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    headers.set(key, headers.has(key) ? `${headers.get(key)}\n${value}` : value);
  }
  return Object.fromEntries(headers);
}
