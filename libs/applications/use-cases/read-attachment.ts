import { Injectable } from '@nestjs/common';
import { type CandidateActor, type Id, type StaffActor, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, personIdOf } from '#libs/identity/index.js';
import { FileStore, UnitOfWork } from '#libs/platform/index.js';
import { HAS_SEAT, TEAM_ROLES_OF } from '../queries/application.js';

export interface AttachmentFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

interface Row {
  file_name: string;
  content_type: string;
  storage_key: string;
  application_id: Id | null;
  team_roles: TeamRole[] | null;
  has_seat: boolean;
}

/** Gives a file to those who may read its application: the team, whoever has a seat in it, and the candidate whose link it is. */
@Injectable()
export class ReadAttachment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /** Null when there is none or it is not theirs to read. */
  async execute(actor: StaffActor | CandidateActor, id: Id): Promise<AttachmentFile | null> {
    if (!isId(id)) return null;
    const { organizationId } = actor;
    const [row] = await this.uow.read<Row>(
      organizationId,
      'read-attachment',
      `SELECT f.file_name, f.content_type, f.storage_key, f.application_id, ${TEAM_ROLES_OF} AS team_roles, ${HAS_SEAT} AS has_seat
         FROM attachments f LEFT JOIN applications a ON a.organization_id = $1 AND a.id = f.application_id
        WHERE f.organization_id = $1 AND f.id = $2`,
      [organizationId, id, personIdOf(actor)],
    );
    if (!row || !mayRead(actor, row)) return null;
    return { fileName: row.file_name, contentType: row.content_type, bytes: await this.files.get(row.storage_key) };
  }
}

function mayRead(actor: StaffActor | CandidateActor, row: Row): boolean {
  if (actor.kind === 'candidate') return row.application_id === actor.applicationId;
  return may(actor, 'application.read', { teamRoles: row.team_roles, hasSeat: row.has_seat });
}
