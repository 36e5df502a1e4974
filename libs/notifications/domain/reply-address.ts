import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Id, isId } from '#libs/kernel/index.js';

/** The mailbox that answers come back to, and what vouches for the addresses made from it. */
export interface ReplyAddresses {
  /** As `MAIL_INBOX` has it: at most 24 characters before the @. */
  readonly inbox: string;
  readonly secret: string;
}

/** RFC 4648 §6 in small letters: servers on the way may turn capitals into them. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_CHARS = 26;
const MAC_BYTES = 8;

/**
 * The address that belongs to one mail: `hiring+token@example.org`. Whatever is sent there answers that mail, or returns it, whatever its headers say; nobody
 * can make one for a mail that they have not got.
 */
export function replyAddress({ inbox, secret }: ReplyAddresses, mailId: Id): string {
  const at = inbox.lastIndexOf('@');
  const token = base32(Buffer.from(mailId.replaceAll('-', ''), 'hex')) + base32(mac(secret, mailId));
  return `${inbox.slice(0, at)}+${token}${inbox.slice(at)}`;
}

/** The mails whose addresses stand in the text of recipients, in their order. */
export function answeredBy({ inbox, secret }: ReplyAddresses, recipients: string): Id[] {
  const at = inbox.lastIndexOf('@');
  const pattern = new RegExp(
    `${literally(inbox.slice(0, at))}\\+([a-z2-7]{26})([a-z2-7]{13})${literally(inbox.slice(at))}`,
    'gi',
  );
  const ids = [...recipients.matchAll(pattern)].flatMap(([, id, vouched]) => {
    const mailId = idOf(id!.toLowerCase());
    return mailId !== null && timingSafeEqual(Buffer.from(base32(mac(secret, mailId))), Buffer.from(vouched!.toLowerCase()))
      ? [mailId]
      : [];
  });
  return [...new Set(ids)];
}

function mac(secret: string, mailId: Id): Buffer {
  return createHmac('sha256', secret).update(`reply-address ${mailId}`).digest().subarray(0, MAC_BYTES);
}

function idOf(text: string): Id | null {
  const bits = [...text].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('');
  const hex = BigInt(`0b${bits.slice(0, 128)}`)
    .toString(16)
    .padStart(32, '0');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return text.length === ID_CHARS && isId(id) ? id : null;
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
