import { shown, type VariableReader } from './variables.js';

/** How many mails one domain is given; nulls: as many as there are. */
export interface DomainLimit {
  /** In small letters; `*`: every domain that is not named. */
  readonly domain: string;
  /** Mails in `every_ms`. */
  readonly mails: number;
  readonly every_ms: number;
  /** Mails on their way at once. */
  readonly atOnce: number | null;
}

/** How mails go out and come in beyond the server that takes them. */
export interface MailWays {
  /** null: nothing is fetched; answers come through `rounds mail receive`, or to people. */
  readonly imapUrl: string | null;
  /** Where answers and returned mails go, with a token of each mail after a `+`; null: to whom the mail names, and to MAIL_FROM. */
  readonly inbox: string | null;
  /** Signs what goes out (RFC 6376); null: the mail server does, or nobody. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFile: string } | null;
  readonly limits: readonly DomainLimit[];
}

/** What holds where nothing is set. */
export const PLAIN_MAIL: MailWays = { imapUrl: null, inbox: null, dkim: null, limits: [] };

const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;
/** Room for `+` and 39 characters of token within the 64 of RFC 5321 §4.5.3.1.1. */
const INBOX_LOCAL = /^[A-Za-z0-9.!#$%&'*/=?^_`{|}~-]{1,24}$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Reads IMAP_URL, MAIL_INBOX, DKIM_* and MAIL_LIMITS. */
export function readMailWays(read: VariableReader, from: string): MailWays {
  const imap = read.url('IMAP_URL', ['imap', 'imaps'], 'imaps://user:password@mail.example.org/INBOX');
  if (imap && (!imap.username || !imap.password))
    read.fault('IMAP_URL', 'must hold user and password', 'imaps://user:password@mail.example.org/INBOX');
  return {
    imapUrl: imap ? read.text('IMAP_URL')! : null,
    inbox: readInbox(read),
    dkim: readDkim(read, from),
    limits: readLimits(read),
  };
}

function readInbox(read: VariableReader): string | null {
  const text = read.text('MAIL_INBOX');
  if (text === undefined) return null;
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length === 0 && INBOX_LOCAL.test(local) && DOMAIN.test(domain.toLowerCase()))
    return `${local}@${domain.toLowerCase()}`;
  const problem = `must be one address with at most 24 characters before the @ and no + in it, but is ${shown(text)}`;
  read.fault('MAIL_INBOX', problem, 'hiring@example.org');
  return null;
}

function readDkim(read: VariableReader, from: string): MailWays['dkim'] {
  const [selector, keyFile] = [read.text('DKIM_SELECTOR'), read.text('DKIM_KEY_FILE')];
  const domain = (read.text('DKIM_DOMAIN') ?? from.slice(from.lastIndexOf('@') + 1)).toLowerCase();
  if (selector === undefined && keyFile === undefined) return null;
  if (selector === undefined || !selector.split('.').every((label) => LABEL.test(label)))
    read.fault('DKIM_SELECTOR', 'must name the DNS record of the key: selector._domainkey.your domain', 'rounds2026');
  if (keyFile === undefined) read.fault('DKIM_KEY_FILE', 'is missing: the file with the private key', '/etc/rounds/dkim.pem');
  if (!DOMAIN.test(domain)) read.fault('DKIM_DOMAIN', `must be a domain, but is ${shown(domain)}`, 'example.org');
  return { domain, selector: selector ?? '', keyFile: keyFile ?? '' };
}

const UNITS_MS = { s: 1_000, min: 60_000, h: 3_600_000 } as const;
const LIMIT = /^(?<domain>[^=\s]+)=(?<mails>\d{1,6})\/(?<unit>s|min|h)(?::(?<atOnce>\d{1,3}))?$/;

function readLimits(read: VariableReader): DomainLimit[] {
  const text = read.text('MAIL_LIMITS');
  if (text === undefined) return [];
  return text.split(/[\s,]+/).flatMap((each) => {
    const { domain = '', mails, unit, atOnce } = LIMIT.exec(each)?.groups ?? {};
    const limit = {
      domain: domain.toLowerCase(),
      mails: Number(mails),
      every_ms: UNITS_MS[(unit ?? 's') as keyof typeof UNITS_MS],
      atOnce: atOnce === undefined ? null : Number(atOnce),
    };
    if ((limit.domain === '*' || DOMAIN.test(limit.domain)) && limit.mails > 0 && limit.atOnce !== 0) return [limit];
    const problem = `must name domains with mails per s, min or h, and if wanted how many at once, but holds ${shown(each)}`;
    read.fault('MAIL_LIMITS', problem, '"*=20/s, gmail.com=300/min:5"');
    return [];
  });
}
