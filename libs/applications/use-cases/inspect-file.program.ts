import { crc32, inflateRawSync } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import { actingPart } from '../domain/document-parts.js';
import { tidyText, wordsOfDocumentXml } from '../domain/document-text.js';
import { FILE_KINDS, type FileKind, decodeText } from '../domain/file-kind.js';
import { type ZipEntry, readZipDirectory } from '../domain/zip-directory.js';
import { type Inspection, SOUND } from './inspect-file.js';
import { actingPartOf } from './inspect-pdf.js';

/**
 * A program of its own, started for one file: bytes on standard input, the kind as argument, JSON on standard output, after a line for a PDF that is sound. Here a stranger's
 * file is taken apart; the parent gives it no environment, little memory and little time.
 */
const REQUIRED = ['[Content_Types].xml', 'word/document.xml'];
const MAIN_PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

async function inspect(kind: FileKind, bytes: Buffer): Promise<Inspection> {
  const found = await fileTypeFromBuffer(bytes);
  if (kind === 'text')
    return found === undefined ? { ok: true, text: tidyText(decodeText(bytes) ?? '') } : fault('its content is not text');
  if (found?.mime !== FILE_KINDS[kind].contentType) return fault(`its content is not ${FILE_KINDS[kind].says}`);
  return kind === 'pdf' ? inspectPdf(bytes) : inspectDocx(bytes);
}

function inspectDocx(bytes: Buffer): Inspection {
  const entries = readZipDirectory(bytes);
  if (entries === 'bomb') return fault('it would grow beyond all measure when it is opened');
  if (entries === 'encrypted') return fault('it is protected by a password');
  if (typeof entries === 'string') return fault('it is damaged, or something was put before, into or behind it');
  const names = new Set(entries.map(({ name }) => name));
  // Names of parts are the same in capitals (ECMA-376-2 §6.2.2), and programs differ in which of two they take.
  if (
    new Set([...names].map((name) => name.toLowerCase())).size !== entries.length ||
    entries.some(({ name }) => /^[/\\]|(^|[/\\])\.\.([/\\]|$)|\\/.test(name))
  )
    return fault('it holds files under names that no Word document has');
  if (!REQUIRED.every((name) => names.has(name))) return fault('it is an archive, but no Word document');
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    const data = inflate(bytes, entry);
    if (data === null) return fault('it is damaged, or lies about its size');
    const acts = actingPart({ name: entry.name, data });
    if (acts !== null) return fault(acts);
    if (REQUIRED.includes(entry.name)) parts.set(entry.name, data);
  }
  if (!parts.get('[Content_Types].xml')!.includes(MAIN_PART)) return fault('it is no Word document, or one with macros');
  const words = wordsOfDocumentXml(parts.get('word/document.xml')!.toString('utf8'));
  return words === null ? fault('it declares what no Word document declares') : { ok: true, text: tidyText(words) };
}

/** The entry inflated, when it comes to exactly what the directory says; never more than that is inflated. */
function inflate(bytes: Buffer, entry: ZipEntry): Buffer | null {
  const data = bytes.subarray(entry.dataAt, entry.dataAt + entry.compressed_bytes);
  try {
    const whole = entry.method === 0 ? data : inflateRawSync(data, { maxOutputLength: entry.inflated_bytes + 1 });
    // crc32 came to node:zlib with 20.15.
    return whole.length === entry.inflated_bytes && crc32(whole) === entry.crc32 ? whole : null;
  } catch {
    return null;
  }
}

/** A PDF whose text cannot be read (scanned, or beyond the reader) is a CV all the same; one that cannot be opened is none. */
async function inspectPdf(bytes: Buffer): Promise<Inspection> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const options = { isEvalSupported: false, verbosity: 0, stopAtErrors: false } as const;
  const document = await getDocumentProxy(new Uint8Array(bytes), options).catch((error: Error) => error);
  if (document instanceof Error)
    return fault(document.name === 'PasswordException' ? 'it is protected by a password' : 'it is damaged');
  const acts = await actingPartOf(document, bytes);
  if (acts !== null) return fault(acts);
  // From here on it is only about its words: whoever started this program need not wait for them.
  process.stdout.write(SOUND);
  const text = await extractText(document, { mergePages: true }).then(
    (read) => tidyText(read.text),
    () => '',
  );
  return { ok: true, text };
}

function fault(why: string): Inspection {
  return { ok: false, why };
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const inspection = await inspect(process.argv[2] as FileKind, Buffer.concat(chunks));
process.stdout.write(JSON.stringify(inspection), () => process.exit(0));
