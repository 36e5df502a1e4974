import { inflateSync } from 'node:zlib';
import type { getDocumentProxy } from 'unpdf';
import { holdsProgram } from '../domain/document-parts.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Objects of one file may be packed this large; more is for no CV. */
const LARGEST_PACK_BYTES = 16 * 1024 * 1024;
const MOST_PAGES = 300;

/**
 * What in a PDF would act when somebody opens it: scripts (ISO 32000-2 §12.6.4.17), starting a program (§12.6.4.6), files that are programs inside it
 * (§7.11.4). Null for nothing. Pictures, links, forms without scripts and attached data stay.
 */
export async function actingPartOf(pdf: Pdf, bytes: Buffer): Promise<string | null> {
  if (await hasScripts(pdf)) return 'it holds a script; print it into a new PDF';
  if (launches(bytes.toString('latin1')) || objectStreamsOf(bytes).some(launches)) return 'it starts a program when it is opened';
  const files = Object.values(
    ((await pdf.getAttachments()) ?? {}) as Record<string, { filename?: string; rawFilename?: string }>,
  );
  return files.some((file) => holdsProgram(`${file.rawFilename ?? ''}`) || holdsProgram(`${file.filename ?? ''}`))
    ? 'it holds a program, a macro or another document'
    : null;
}

async function hasScripts(pdf: Pdf): Promise<boolean> {
  if ((await pdf.getJSActions()) !== null || (await pdf.hasJSActions())) return true;
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1)
    if ((await (await pdf.getPage(number)).getJSActions()) !== null) return true;
  return false;
}

/** Whether an action of type Launch is written there; a name may be written with `#4c` for a letter, and comments stand between names. */
function launches(text: string): boolean {
  const plain = text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return /\/S(?:[\0\t\n\f\r ]|%[^\r\n]{0,200}[\r\n]){0,20}\/Launch(?![A-Za-z])/.test(plain);
}

/** The objects that are packed into streams (§7.5.7), as text; what cannot be unpacked is nobody's object. */
function objectStreamsOf(bytes: Buffer): string[] {
  const found: string[] = [];
  let left_bytes = LARGEST_PACK_BYTES;
  for (let at = bytes.indexOf('/ObjStm'); at !== -1; at = bytes.indexOf('/ObjStm', at + 7)) {
    const stream = bytes.indexOf('stream', at);
    const end = stream === -1 ? -1 : bytes.indexOf('endstream', stream);
    if (end === -1) break;
    const from = stream + 6 + (bytes[stream + 6] === 0x0d ? 2 : 1);
    try {
      // What is cut off or too long still gives what came before.
      const packed = inflateSync(bytes.subarray(from, end), { maxOutputLength: left_bytes, finishFlush: 2 });
      left_bytes -= packed.length;
      found.push(packed.toString('latin1'));
    } catch {
      continue;
    }
  }
  return found;
}
