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

  /** By address. */
  async list(actor: Actor, first: number, after: string | null) {
    const cursor = decodeCursor(after, 2, (values) => values.every((each) => typeof each === 'string')) ?? ['', ''];
    const rows = await this.uow.read<Suppression>(
      actor.organizationId,
      'mail-suppressions',
      `SELECT address, template, because, mail_id, created_at FROM mail_suppressions
        WHERE organization_id = $1 AND (address, template) > ($2, $3) ORDER BY address, template LIMIT $4`,
      [actor.organizationId, ...cursor, first + 1],
    );
    return page(
      rows,
      first,
      (row): Suppression => row,
      (row) => [row.address, row.template],
    );
  }
}
