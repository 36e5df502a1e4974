import type { Language } from '#libs/kernel/index.js';
import type { MailTiming } from '../domain/timing.js';

/** An organisation's own settings as one JSON value of `mail_settings s`. */
export const SETTINGS_JSON = `json_build_object('version', s.version, 'undo_s', s.undo_s, 'undo_by_mail', s.undo_by_mail,
    'quiet_from', s.quiet_from, 'quiet_until', s.quiet_until, 'language', s.language, 'answer_days', s.answer_days)`;

export interface SettingsRow {
  readonly version: number;
  readonly undo_s: number;
  readonly undo_by_mail: MailTiming['undoByMail'];
  /** `HH:MM:SS` */
  readonly quiet_from: string | null;
  readonly quiet_until: string | null;
  readonly language: Language | null;
  readonly answer_days: number | null;
}

export function toTiming(row: SettingsRow): MailTiming {
  const quiet = row.quiet_from === null ? null : { from: row.quiet_from.slice(0, 5), until: row.quiet_until!.slice(0, 5) };
  return { undo_s: row.undo_s, undoByMail: row.undo_by_mail, quiet };
}
