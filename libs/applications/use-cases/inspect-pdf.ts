import type { getDocumentProxy } from 'unpdf';
import { holdsProgram } from '../domain/document-parts.js';
import { actingObject } from './pdf-objects.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const MOST_PAGES = 300;

/**
 * What in a PDF would act when somebody opens it: scripts (ISO 32000-2 §12.6.4.17), starting a program (§12.6.4.6) and whatever else reaches outside, files that are programs inside it
 * (§7.11.4). Null for nothing. Pictures, links, forms without scripts and attached data stay.
 */
export async function actingPartOf(pdf: Pdf, bytes: Buffer): Promise<string | null> {
  if (await hasScripts(pdf)) return 'it holds a script; print it into a new PDF';
  const acts = actingObject(bytes);
  if (acts !== null) return acts;
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
