import { type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';

/** What a person may send: a PDF, a Word document, plain text. */
export const FILE_KINDS = {
  pdf: { contentType: 'application/pdf', extensions: ['pdf'], says: 'a PDF' },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    says: 'a Word document',
  },
  text: { contentType: 'text/plain; charset=utf-8', extensions: ['txt', 'md'], says: 'plain text' },
} as const;
export type FileKind = keyof typeof FILE_KINDS;

export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

export type FileRefusal = Refusal<'INVALID_INPUT'> & { readonly field: 'file' };

const SEND_INSTEAD = 'Send a PDF, a Word document (.docx) or plain text (.txt), at most 10 MB.';

/** Refuses a file with a sentence on why and what to send instead. */
export function refuseFile(why: string): Result<never, FileRefusal> {
  return refuse('INVALID_INPUT', `The file was not taken: ${why}. ${SEND_INSTEAD}`, { field: 'file' });
}

/**
 * The kind of file that its name and its bytes agree on. This is the cheap look that needs no parsing; the structure of PDF and DOCX is checked
 * apart, where a hostile file can do no harm.
 */
export function fileKindOf(fileName: string, bytes: Buffer): Result<FileKind, FileRefusal> {
  if (bytes.length === 0) return refuseFile('it is empty');
  if (bytes.length > LARGEST_FILE_BYTES) return refuseFile('it is larger than 10 MB');
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const kind = (Object.keys(FILE_KINDS) as FileKind[]).find((known) =>
    (FILE_KINDS[known].extensions as readonly string[]).includes(extension),
  );
  if (kind === undefined)
    return refuseFile(extension === '' ? 'its name has no ending' : `files ending in .${extension} are not accepted`);
  const fault = FAULT[kind](bytes);
  return fault === null ? ok(kind) : refuseFile(`its name says ${FILE_KINDS[kind].says}, but ${fault}`);
}

const FAULT: Record<FileKind, (bytes: Buffer) => string | null> = { pdf: pdfFault, docx: docxFault, text: textFault };

/** ISO 32000-2 §7.5: a header at the first byte, at the end `startxref` and `%%EOF`; nothing after it, or it is two files in one. */
function pdfFault(bytes: Buffer): string | null {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return 'its content is not one';
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2048));
  const end = /startxref\s+\d+\s+%%EOF([\s\0]*)$/.exec(tail);
  if (end === null) return 'it is cut off, or something follows its end';
  return endsAsZip(bytes) ? 'it is an archive at the same time' : null;
}

function docxFault(bytes: Buffer): string | null {
  return bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50 ? null : 'its content is not one';
}

/**
 * A zip is found from its end: a record whose comment reaches exactly to the last byte makes the file an archive whatever it begins with; for programs that are not
 * so exact, one that has its directory before it.
 */
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.indexOf('PK\x05\x06', from, 'latin1'); at !== -1; at = bytes.indexOf('PK\x05\x06', at + 1, 'latin1')) {
    if (at + 22 > bytes.length) return false;
    const directoryAt = at - bytes.readUInt32LE(at + 12);
    const hasDirectory = directoryAt >= 0 && directoryAt < at && bytes.readUInt32LE(directoryAt) === 0x02014b50;
    if (hasDirectory || at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return true;
  }
  return false;
}

/** Readable text in UTF-8 (or UTF-16 with its mark): no control characters, no script. */
function textFault(bytes: Buffer): string | null {
  const text = decodeText(bytes);
  if (text === null) return 'its content is not text in UTF-8';
  if (text.startsWith('#!')) return 'it is a program';
  return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? 'its content is not text' : null;
}

/** The text of the bytes, or null when they are none. */
export function decodeText(bytes: Buffer): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The name to keep: the last part of a path, nothing unseen, at most 200 characters, its ending kept. */
export function safeFileName(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1)!;
  const seen = base.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}"<>|:*?]/gu, '').trim();
  const dot = seen.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [seen.slice(0, dot), seen.slice(dot)] : [seen, ''];
  return `${stem.slice(0, 200 - ending.length) || 'file'}${ending}`;
}
