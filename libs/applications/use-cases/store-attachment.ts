import { Injectable } from '@nestjs/common';
import {
  type CandidateActor,
  type Id,
  type Refusal,
  type Result,
  type StaffActor,
  type TeamRole,
  isId,
  newId,
  ok,
  refuse,
} from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { FileStore, type Tx, UnitOfWork, VirusScanner } from '#libs/platform/index.js';
import { FILE_KINDS, fileKindOf, refuseFile, safeFileName } from '../domain/file-kind.js';
import type { AttachmentKind, CheckedFile } from '../domain/stored-file.js';
import { indexCandidate, insertAttachment } from '../persistence/receive-rows.js';
import { TEAM_ROLES_OF } from '../queries/application.js';
import { inspectFile } from './inspect-file.js';

/** A file as it was sent. */
export interface SentFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Files one application may have; enough for every stage, too few to fill a disk. */
const MOST_FILES = 30;

/**
 * Checks files by name, first bytes and structure, and keeps the sound ones. Bytes are stored before the transaction that gives them a row, and
 * removed when it refuses. Where it fails nobody may know whether the row is there: then they stay, and `SweepFiles` removes what has none.
 */
@Injectable()
export class StoreAttachment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly scanner: VirusScanner,
  ) {}

  /** Checks and stores a file that belongs to nobody yet; hand it to `ReceiveApplication`, which removes it when nothing comes of it. */
  async execute(organizationId: Id, file: SentFile): Promise<Result<CheckedFile, Refusal>> {
    const fileName = safeFileName(file.fileName);
    const kind = fileKindOf(fileName, file.bytes);
    if (!kind.ok) return kind;
    const verdict = await this.scanner.scan(file.bytes);
    if (verdict === 'harmful') return refuseFile('the virus scanner knows it as harmful');
    if (verdict === 'unknown') return notScanned();
    const inspected = await inspectFile(kind.value, file.bytes);
    if (!inspected.ok) return refuseFile(inspected.why);
    const { key, size_bytes, sha256 } = await this.files.put(organizationId, file.bytes);
    const { contentType } = FILE_KINDS[kind.value];
    return ok({ id: newId(), fileName, contentType, size_bytes, sha256, storageKey: key, text: inspected.text });
  }

  /** A file that the candidate sends with their own application. */
  async forCandidate(
    actor: CandidateActor,
    kind: AttachmentKind,
    file: SentFile,
  ): Promise<Result<{ attachmentId: Id }, Refusal>> {
    return this.attach(actor, actor.applicationId, kind, file);
  }

  /** A file that the team adds to an application. */
  async forApplication(
    actor: StaffActor,
    applicationId: Id,
    kind: AttachmentKind,
    file: SentFile,
  ): Promise<Result<{ attachmentId: Id }, Refusal>> {
    if (!isId(applicationId)) return noSuchApplication();
    return this.attach(actor, applicationId, kind, file);
  }

  private async attach(
    actor: StaffActor | CandidateActor,
    applicationId: Id,
    kind: AttachmentKind,
    file: SentFile,
  ): Promise<Result<{ attachmentId: Id }, Refusal>> {
    const checked = await this.execute(actor.organizationId, file);
    if (!checked.ok) return checked;
    const result = await this.uow.run<{ attachmentId: Id }, Refusal>(actor, (tx) =>
      this.record(tx, actor, applicationId, kind, checked.value),
    );
    if (!result.ok) await this.files.remove(checked.value.storageKey);
    return result;
  }

  private async record(
    tx: Tx,
    actor: StaffActor | CandidateActor,
    applicationId: Id,
    kind: AttachmentKind,
    file: CheckedFile,
  ): Promise<Result<{ attachmentId: Id }, Refusal>> {
    const [found] = await tx.query<{ candidate_id: Id; team_roles: TeamRole[] | null; files: number }>(
      'read-for-attachment',
      `SELECT a.candidate_id, ${TEAM_ROLES_OF} AS team_roles,
              (SELECT count(*)::int FROM attachments f WHERE f.organization_id = $1 AND f.application_id = a.id) AS files
         FROM applications a WHERE a.organization_id = $1 AND a.id = $2 FOR NO KEY UPDATE`,
      [tx.organizationId, applicationId, actor.kind === 'staff' ? actor.personId : null],
    );
    const own = actor.kind === 'candidate' && actor.applicationId === applicationId;
    if (!found || !(own || may(actor, 'application.add', { teamRoles: found.team_roles }))) return noSuchApplication();
    if (found.files >= MOST_FILES)
      return refuse('TOO_MANY_FILES', `This application has ${MOST_FILES} files already; the file was not kept.`);
    insertAttachment(tx, file, kind, found.candidate_id, applicationId);
    if (kind === 'CV') indexCandidate(tx, found.candidate_id);
    tx.audit('attachment.add', 'application', applicationId, { attachmentId: file.id, kind });
    return ok({ attachmentId: file.id });
  }
}

function notScanned() {
  return refuse(
    'NOT_SCANNED',
    'The file could not be looked at by the virus scanner now, and was not kept. Send it again in a few minutes.',
    {
      field: 'file',
    },
  );
}

function noSuchApplication() {
  return refuse('NOT_FOUND', 'There is no such application, or you may not add files to it. The file was not kept.');
}
