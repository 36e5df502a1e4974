import type MailComposer from 'nodemailer/lib/mail-composer';

type MimeNode = ReturnType<MailComposer['compile']>;

/**
 * A composed message as bytes, in one go: nodemailer's own way through streams costs more than the rest of a mail. Headers are nodemailer's; bodies are
 * texts in memory, encoded here.
 */
export function bytesOf(root: MimeNode): Buffer {
  const parts: (string | Buffer)[] = [];
  append(root, parts);
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

function append(node: MimeNode, parts: (string | Buffer)[]): void {
  const encoding = node.getTransferEncoding();
  parts.push(`${node.buildHeaders()}\r\n\r\n`);
  if (node.content !== undefined && typeof node.content !== 'boolean')
    parts.push(encoded(node.content as string | Buffer, encoding || '7bit'));
  if (!node.multipart) return;
  for (const [at, child] of node.childNodes.entries()) {
    parts.push(`${at > 0 ? '\r\n' : ''}--${node.boundary}\r\n`);
    append(child, parts);
  }
  parts.push(`\r\n--${node.boundary}--\r\n`);
}

function encoded(content: string | Buffer, encoding: string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  if (encoding === 'quoted-printable') return quotedPrintable(bytes);
  if (encoding === 'base64') return Buffer.from(bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n'), 'latin1');
  return Buffer.from(bytes.toString('latin1').replace(/\r\n?|\n/g, '\r\n'), 'latin1');
}

const [TAB, LF, CR, SPACE, EQUALS, TILDE] = [0x09, 0x0a, 0x0d, 0x20, 0x3d, 0x7e] as const;
const HEX = Buffer.from('0123456789ABCDEF', 'latin1');
/** 1 for octets that stand for themselves; a space or tab at the end of a line does not. */
const LITERAL = Uint8Array.from({ length: 256 }, (_, octet) =>
  (octet >= SPACE && octet <= TILDE && octet !== EQUALS) || octet === TAB ? 1 : 0,
);
/** RFC 2045 §6.7 rule 5: 76 with the "=" of a soft break. */
const LINE_OCTETS = 75;

/** Text in quoted-printable (RFC 2045 §6.7): line breaks become CRLF, no line is longer than 76 octets, no space stands at a line's end. */
export function quotedPrintable(text: Buffer): Buffer {
  // The worst octet takes three, and every line of 75 gets three more for the soft break.
  const out = Buffer.allocUnsafe(Math.ceil(text.length * 3 * 1.05) + 16);
  let at = 0;
  let column = 0;
  for (let i = 0; i < text.length; i += 1) {
    const octet = text[i]!;
    if (octet === LF || octet === CR) {
      if (octet === CR && text[i + 1] === LF) i += 1;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
      continue;
    }
    const literal = LITERAL[octet] === 1 && (octet > SPACE || !endsLine(text[i + 1]));
    if (column + (literal ? 1 : 3) > LINE_OCTETS) {
      out[at++] = EQUALS;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
    }
    column += literal ? 1 : 3;
    if (literal) {
      out[at++] = octet;
      continue;
    }
    out[at++] = EQUALS;
    out[at++] = HEX[octet >> 4]!;
    out[at++] = HEX[octet & 15]!;
  }
  return out.subarray(0, at);
}

function endsLine(octet: number | undefined): boolean {
  return octet === undefined || octet === LF || octet === CR;
}
