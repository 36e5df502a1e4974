import '@fastify/multipart';
import { Controller, Get, Inject, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Clock, type Refusal, type Result, type StaffActor, refuse } from '#libs/kernel/index.js';
import { authenticateSession, sessionTokenIn } from '#libs/identity/index.js';
import { CLOCK, UnitOfWork, isSameOrigin } from '#libs/platform/index.js';
import { ATTACHMENT_KINDS } from '../domain/stored-file.js';
import { ReadAttachment } from '../use-cases/read-attachment.js';
import { type SentFile, StoreAttachment } from '../use-cases/store-attachment.js';

const LIMITS = { fileSize: 10 * 1024 * 1024, files: 1, fields: 4, fieldSize: 200 };

/** Files for the team: added to an application, and always read as a download: what a stranger sent is never shown as a page of ours. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly attachments: ReadAttachment,
    private readonly store: StoreAttachment,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':attachmentId')
  async download(@Param('attachmentId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.actor(request);
    if (!actor) {
      await reply.status(401).type('text/plain; charset=utf-8').send('You are not signed in. Sign in and open the file again.');
      return;
    }
    const file = await this.attachments.execute(actor, id);
    if (!file) throw new NotFoundException('There is no such file, or you may not see it.');
    await reply
      .header(
        'content-disposition',
        `attachment; filename="${asciiName(file.fileName)}"; filename*=UTF-8''${encoded(file.fileName)}`,
      )
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .type(file.contentType)
      .send(file.bytes);
  }

  /**
   * Takes one file as a multipart form: `applicationId`, `kind` (CV, TAKE_HOME or OTHER; OTHER when missing) and the file. Answers 201 with
   * `{ attachmentId }`, or `{ code, message }` and nothing is kept.
   */
  @Post()
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.actor(request);
    const result = actor
      ? await this.take(actor, request)
      : refuse('UNAUTHENTICATED', 'You are not signed in. Nothing was kept.');
    if (result.ok) await reply.status(201).send(result.value);
    else
      await reply.status(STATUS[result.refusal.code] ?? 422).send({ code: result.refusal.code, message: result.refusal.message });
  }

  private async take(actor: StaffActor, request: FastifyRequest): Promise<Result<{ attachmentId: string }, Refusal>> {
    if (!isSameOrigin(request.headers)) return refuse('FOREIGN_ORIGIN', 'That form was not one of our pages. Nothing was kept.');
    const { fields, file } = await readUpload(request);
    if (file === 'too large') return refuse('TOO_LARGE', 'The file is larger than 10 MB. Nothing was kept; send a smaller one.');
    if (file === null)
      return refuse('INVALID_INPUT', 'No file arrived. Send a form (multipart/form-data) with applicationId, kind and one file.');
    const kind = ATTACHMENT_KINDS.find((each) => each === (fields.get('kind') ?? 'OTHER'));
    if (!kind) return refuse('INVALID_INPUT', `The kind of a file is one of ${ATTACHMENT_KINDS.join(', ')}. Nothing was kept.`);
    return this.store.forApplication(actor, fields.get('applicationId') ?? '', kind, file);
  }

  private async actor(request: FastifyRequest): Promise<StaffActor | null> {
    const token = tokenOf(request);
    const session = token ? await authenticateSession(this.uow, token, this.clock.now()) : null;
    return session?.actor ?? null;
  }
}

/** By a refusal's code; others are 422. */
const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FOREIGN_ORIGIN: 403, NOT_FOUND: 404, TOO_LARGE: 413 };

interface Upload {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: SentFile | 'too large' | null;
}

/** The form, whole; a body that is none, or that breaks off, is one without a file. */
async function readUpload(request: FastifyRequest): Promise<Upload> {
  const fields = new Map<string, string>();
  let file: Upload['file'] = null;
  if (!request.isMultipart()) return { fields, file };
  try {
    for await (const part of request.parts({ limits: LIMITS, throwFileSizeLimit: false } as never)) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
        continue;
      }
      const bytes = await part.toBuffer();
      if (part.file.truncated) file = 'too large';
      else if (part.filename && bytes.length > 0) file = { fileName: part.filename, bytes };
    }
  } catch {
    return { fields, file: null };
  }
  return { fields, file };
}

/** The session of a program (`Authorization: Bearer`) or of a browser (its cookie). */
function tokenOf(request: FastifyRequest): string | undefined {
  const [scheme, bearer] = (request.headers.authorization ?? '').split(' ');
  if (scheme) return scheme === 'Bearer' ? bearer : undefined;
  return sessionTokenIn(request.headers.cookie);
}

/** RFC 6266 §4.3: a plain name for old clients beside the real one. */
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
}

/** RFC 8187 §3.2.1 */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
