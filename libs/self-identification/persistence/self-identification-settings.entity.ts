import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** Which forms an organisation asks; without a row, or with none, nobody is asked anything. The answers have no entity: the application's role cannot read them. */
@Entity({ name: 'self_identification_settings' })
export class SelfIdentificationSettingsEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @Column('text', { array: true })
  forms: string[];
  @Column('integer')
  version: number;
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

export const selfIdentificationEntities = [SelfIdentificationSettingsEntity];
