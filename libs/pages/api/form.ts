import { BadRequestException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/multipart';
import { isSameOrigin } from '#libs/platform/index.js';

/** A file that came with a form, read whole and not yet checked. */
export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: UploadedFile | null;
  /** The file was larger than a form takes; it was not read to its end. */
  readonly tooLarge: boolean;
}

/** The largest body a form with a file may have: the file's 10 MB and its fields. */
export const FORM_LIMITS = { fileBytes: 10 * 1024 * 1024, fieldBytes: 64 * 1024, fields: 60 } as const;

/**
 * Reads an urlencoded or multipart form. A doubled field keeps its first value; NUL, which no person types and no database keeps, is left out.
 * `fieldBytes` is what is read of one field of a multipart form; choose more than the use case takes, so that a longer one is refused and not cut.
 */
export async function readForm(request: FastifyRequest, fieldBytes: number = FORM_LIMITS.fieldBytes): Promise<Form> {
  if (request.isMultipart()) return readMultipart(request, fieldBytes).catch(cutOff);
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  const body = request.body;
  if (body && typeof body === 'object')
    for (const [key, value] of Object.entries(body)) fields[key] = textOf(Array.isArray(value) ? value[0] : value);
  return { fields, file: null, tooLarge: false };
}

async function readMultipart(request: FastifyRequest, fieldSize: number): Promise<Form> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let file: UploadedFile | null = null;
  let tooLarge = false;
  const limits = { fileSize: FORM_LIMITS.fileBytes, files: 1, fields: FORM_LIMITS.fields, fieldSize };
  for await (const part of request.parts({ limits, throwFileSizeLimit: false } as never)) {
    if (part.type === 'field') {
      fields[part.fieldname] ??= textOf(part.value);
      continue;
    }
    const bytes = await part.toBuffer().catch(() => null);
    if (bytes === null || part.file.truncated) tooLarge = true;
    else if (part.filename && bytes.length > 0) file = { fileName: part.filename, bytes };
  }
  return { fields, file, tooLarge };
}

/** The parser's own faults have no status: parts without an end, without a boundary, with a header that never ends. */
function cutOff(error: unknown): never {
  if (error instanceof Error && 'statusCode' in error) throw error;
  throw new BadRequestException('The form did not arrive whole. Nothing was changed; go back and send it again.');
}

/** What is no text was not typed into a form. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}

/** Whether a POST came from one of our own pages. */
export function fromOurPages(request: FastifyRequest): boolean {
  return isSameOrigin(request.headers);
}

/** Answers with a page; never kept by caches, since most pages are somebody's own. */
export async function sendPage(reply: FastifyReply, status: number, page: string, caching = 'no-store'): Promise<void> {
  await reply.status(status).header('cache-control', caching).type('text/html; charset=utf-8').send(page);
}
