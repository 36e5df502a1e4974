import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** A file of a candidate; the bytes are in the file store under `storageKey`. */
@Entity('attachments')
export class AttachmentEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'candidate_id' })
  candidateId: Id;
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId: Id | null;
  @Column('text')
  kind: 'CV' | 'TAKE_HOME' | 'OTHER';
  @Column('text', { name: 'file_name' })
  fileName: string;
  @Column('text', { name: 'content_type' })
  contentType: string;
  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number;
  @Column('bytea')
  sha256: Buffer;
  @Column('text', { name: 'storage_key' })
  storageKey: string;
  /** The words of it, for search. */
  @Column('text', { name: 'text_content', default: '' })
  textContent: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
