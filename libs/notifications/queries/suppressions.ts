import { isOpenTo, personIdOf } from '#libs/identity/index.js';
import { Injectable } from '@nestjs/common';
import type { Actor, Id } from '#libs/kernel/index.js';
import { UnitOfWork, decodeCursor, page } from '#libs/platform/index.js';

/** An address that gets no mail, or does without one kind of them. */
export interface Suppression {
  readonly address: string;
  /** A mail's key; empty: all mails. */
  readonly template: string;
  readonly because: string;
  readonly mail_id: Id | null;
  readonly created_at: Date;
}

/** Whom an organisation's mails do not reach. */
@Injectable()
export class Suppressions {
  constructor(private readonly uow: UnitOfWork) {}

  /** By address; without those that a mail of a confidential posting of others was for. */
  async list(actor: Actor, first: number, after: string | null) {
    const cursor = decodeCursor(after, 2, (values) => values.every((each) => typeof each === 'string')) ?? ['', ''];
    const rows = await this.uow.read<Suppression>(
      actor.organizationId,
      'mail-suppressions',
      `SELECT s.address, s.template, s.because, s.mail_id, s.created_at FROM mail_suppressions s
         LEFT JOIN mails m ON m.organization_id = $1 AND m.id = s.mail_id LEFT JOIN applications a ON a.organization_id = $1 AND a.id = m.application_id
        WHERE s.organization_id = $1 AND (s.address, s.template) > ($2, $3) AND (a.id IS NULL OR ${isOpenTo('a.posting_id', '$5')})
        ORDER BY s.address, s.template LIMIT $4`,
      [actor.organizationId, ...cursor, first + 1, personIdOf(actor)],
    );
    return page(
      rows,
      first,
      (row): Suppression => row,
      (row) => [row.address, row.template],
    );
  }
}
