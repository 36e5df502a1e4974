import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import {
  type Actor,
  type Language,
  type Refusal,
  type Result,
  LANGUAGES,
  isLanguage,
  isWallTime,
  ok,
  refuse,
} from '#libs/kernel/index.js';
import {
  type ConflictRefusal,
  type Idempotency,
  type IdempotencyRefusal,
  type InvalidInputRefusal,
  UnitOfWork,
} from '#libs/platform/index.js';
import { type MailKey, isMailKey } from '../domain/mails/registry.js';
import { MAX_UNDO_S, type MailTiming } from '../domain/timing.js';
import { HouseFactsStore } from '../persistence/house-facts.js';

export interface SettingsWanted {
  /** 0: the installation's usual times were in use. */
  readonly expectedVersion: number;
  readonly undo_s: number;
  readonly undoByMail: readonly { readonly key: string; readonly undo_s: number }[];
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  /** What candidates are written in who have not said; null: English; undefined: as it was. */
  readonly language?: string | null;
  /** Within how many working days candidates are answered; null: nothing is promised; undefined: as it was. */
  readonly answerDays?: number | null;
}

/** A working year has room for no longer promise that anybody would believe. */
export const MAX_ANSWER_DAYS = 60;

export type SettingsRefusal = Refusal<'FORBIDDEN'> | InvalidInputRefusal | ConflictRefusal | IdempotencyRefusal;

/** When an organisation's mails leave, in which language, and what it promises. Mails that are held already keep their time. */
@Injectable()
export class SaveMailSettings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly houses: HouseFactsStore,
  ) {}

  async execute(actor: Actor, wanted: SettingsWanted, idempotency?: Idempotency): Promise<Result<null, SettingsRefusal>> {
    if (!may(actor, 'templates.manage'))
      return refuse(
        'FORBIDDEN',
        'Only administrators and recruiters change when mails leave. Nothing was changed; ask one of them.',
      );
    const read = readTiming(wanted);
    if (!read.ok) return read;
    const unfitting = faultOfWords(wanted, 1);
    if (unfitting) return unfitting;
    const timing = read.value;
    const saved = await this.uow.run<null, SettingsRefusal>(
      actor,
      async (tx) => {
        // Two people who save at once do so one after the other, also where there is nothing yet that could be locked.
        await tx.query('lock-organization-settings', 'SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [
          tx.organizationId,
        ]);
        const [present] = await tx.query<{ version: number; language: Language | null; answer_days: number | null }>(
          'mail-settings-version',
          'SELECT version, language, answer_days FROM mail_settings WHERE organization_id = $1',
          [tx.organizationId],
        );
        const presentVersion = present?.version ?? 0;
        if (presentVersion !== wanted.expectedVersion)
          return refuse(
            'CONFLICT',
            'Somebody else changed these settings meanwhile. Nothing of yours was saved; look again and save again.',
            {
              presentVersion,
            },
          );
        tx.write(
          'save-mail-settings',
          `INSERT INTO mail_settings (organization_id, version, undo_s, undo_by_mail, quiet_from, quiet_until, language, answer_days)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (organization_id) DO UPDATE SET version = excluded.version, undo_s = excluded.undo_s, undo_by_mail = excluded.undo_by_mail,
             quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, language = excluded.language, answer_days = excluded.answer_days`,
          [
            ...[tx.organizationId, presentVersion + 1, timing.undo_s, JSON.stringify(timing.undoByMail)],
            ...[timing.quiet?.from ?? null, timing.quiet?.until ?? null],
            wanted.language === undefined ? (present?.language ?? null) : wanted.language,
            wanted.answerDays === undefined ? (present?.answer_days ?? null) : wanted.answerDays,
          ],
        );
        tx.audit('mail-settings.save', 'organization', tx.organizationId, { version: presentVersion + 1 });
        return ok(null);
      },
      idempotency,
    );
    this.houses.forget(actor.organizationId);
    return saved;
  }
}

function readTiming(wanted: SettingsWanted): Result<MailTiming, InvalidInputRefusal> {
  const undoByMail: Partial<Record<MailKey, number>> = {};
  if (!isWindow(wanted.undo_s)) return unfit('input.undoSeconds', `give 0 to ${MAX_UNDO_S} seconds`);
  for (const { key, undo_s } of wanted.undoByMail) {
    if (!isMailKey(key)) return unfit('input.undoByMail', 'take keys from the list of mail templates');
    if (!isWindow(undo_s)) return unfit('input.undoByMail', `give 0 to ${MAX_UNDO_S} seconds`);
    undoByMail[key] = undo_s;
  }
  const { quietFrom: from, quietUntil: until } = wanted;
  if (from === null && until === null) return ok({ undo_s: wanted.undo_s, undoByMail, quiet: null });
  if (!isWallTime(from) || !isWallTime(until) || from === until || from === '24:00' || until === '24:00')
    return unfit('input.quietFrom', 'give both times as HH:MM from 00:00 to 23:59, or neither');
  return ok({ undo_s: wanted.undo_s, undoByMail, quiet: { from, until } });
}

/** What is wrong with the language or the promise; `fewest` days that may be promised. */
export function faultOfWords(
  { language = null, answerDays = null }: { readonly language?: string | null; readonly answerDays?: number | null },
  fewest: number,
): Result<never, InvalidInputRefusal> | null {
  if (language !== null && !isLanguage(language)) return unfit('input.language', `choose ${LANGUAGES.join(' or ')}, or none`);
  if (answerDays !== null && !(Number.isInteger(answerDays) && answerDays >= fewest && answerDays <= MAX_ANSWER_DAYS))
    return unfit('input.answerDays', `promise an answer within ${fewest} to ${MAX_ANSWER_DAYS} working days, or none`);
  return null;
}

function isWindow(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_UNDO_S;
}

function unfit(field: string, what: string): Result<never, InvalidInputRefusal> {
  return refuse('INVALID_INPUT', `Nothing was saved: ${what}.`, { field });
}
