import { Inject, Injectable } from '@nestjs/common';
import { type Language, type SystemActor, ok } from '#libs/kernel/index.js';
import { CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { isMailKey } from '../domain/mails/registry.js';
import { declarationIn } from '../domain/mails/translations.js';
import { readStopToken } from '../domain/stop-link.js';

/** What the page behind the link of a mail shows. */
export interface Stoppable {
  readonly organization: string;
  readonly address: string;
  /** Which mails, in words that follow “no more”. */
  readonly what: string;
  readonly stopped: boolean;
  /** The mail's, in which its reader is spoken to. */
  readonly language: Language;
  /** The mail that is kept as stopped. */
  readonly key: string;
}

interface Row {
  readonly organization: string;
  readonly template: string;
  readonly recipient: string;
  readonly language: Language;
  /** Keys of the mails that the address does without. */
  readonly without: readonly string[];
}

/**
 * Lets a reader do without mails of a kind that is not needed, by the link in one of them (RFC 8058), and have them again. It belongs to the address that the
 * mail went to; interviews, decisions and answers cannot be stopped.
 */
@Injectable()
export class StopMails {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<RunningConfig, 'secret'>,
  ) {}

  /** null: there is no such link. */
  async look(token: string): Promise<Stoppable | null> {
    const by = readStopToken(this.config.secret, token);
    if (by === null) return null;
    const [row] = await this.uow.read<Row>(
      by.organizationId,
      'stoppable-mail',
      `SELECT o.name AS organization, m.template, m.recipient, m.language,
              ARRAY(SELECT s.template FROM mail_suppressions s WHERE s.organization_id = $1 AND s.address = lower(m.recipient)) AS without
         FROM mails m JOIN organizations o ON o.id = m.organization_id WHERE m.organization_id = $1 AND m.id = $2`,
      [by.organizationId, by.mailId],
    );
    if (!row || !isMailKey(row.template)) return null;
    const { optional: what, stopsAs = row.template } = declarationIn(row.template, row.language);
    if (what === undefined) return null;
    const { organization, recipient: address, language, without } = row;
    return { organization, address, what, stopped: without.includes(stopsAs), language, key: stopsAs };
  }

  /** Ends these mails, or lets them come again; the same however often it is asked for. null: there is no such link. */
  async change(token: string, stopped: boolean): Promise<Stoppable | null> {
    const found = await this.look(token);
    if (found === null || found.stopped === stopped) return found;
    const { organizationId, mailId } = readStopToken(this.config.secret, token)!;
    const actor: SystemActor = { kind: 'system', organizationId, part: 'mail' };
    await this.uow.run(actor, async (tx) => {
      const args = [organizationId, mailId, found.key] as const;
      if (stopped)
        tx.write(
          'stop-mails',
          `INSERT INTO mail_suppressions (organization_id, address, template, because, mail_id, created_at)
           SELECT $1, lower(recipient), $3, 'the reader does without these mails', $2, $4 FROM mails WHERE organization_id = $1 AND id = $2
           ON CONFLICT DO NOTHING`,
          [...args, tx.now],
        );
      else
        tx.write(
          'have-mails-again',
          `DELETE FROM mail_suppressions s USING mails m
            WHERE m.organization_id = $1 AND m.id = $2 AND s.organization_id = $1 AND s.address = lower(m.recipient) AND s.template = $3`,
          [...args],
        );
      tx.audit(stopped ? 'mail.stop' : 'mail.have-again', 'mail', mailId, {});
      return ok(null);
    });
    return { ...found, stopped };
  }
}
