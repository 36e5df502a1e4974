import { type Id, type Language, type Result, isId, isLanguage, ok, refuse } from '#libs/kernel/index.js';
import type { InvalidInputRefusal } from '#libs/platform/index.js';
import { type MailKey, declarationOf, isMailKey } from '../domain/mails/registry.js';
import { languagesOf } from '../domain/mails/translations.js';

/** For which mails an organisation's own words are: in a language, of all postings, of one, or of one of its stages. */
export interface WordsPlace {
  readonly key: MailKey;
  readonly language: Language;
  readonly postingId: Id | null;
  /** The stage's name. */
  readonly stage: string | null;
}

/** As it comes from outside. */
export interface PlaceInput {
  readonly key: string;
  readonly language?: string | null;
  readonly postingId?: string | null;
  readonly stage?: string | null;
}

/** Reads where words belong; whether there are such a posting and stage is for the database to say. */
export function readPlace(input: PlaceInput): Result<WordsPlace, InvalidInputRefusal> {
  const { key, language = null, postingId = null, stage = null } = input;
  if (!isMailKey(key)) return noSuchMail();
  const languages = languagesOf(key);
  const wanted = language ?? 'en';
  if (!isLanguage(wanted) || !languages.includes(wanted))
    return unfit('input.language', `This mail is sent in ${languages.join(' and ')} alone. Choose one of them.`);
  if (postingId === null && stage === null) return ok({ key, language: wanted, postingId, stage });
  if (declarationOf(key).audience === 'person')
    return unfit('input.postingId', 'Mails about accounts belong to no posting. Leave posting and stage out.');
  if (!isId(postingId) || (stage !== null && (stage.trim() === '' || stage.length > 120 || stage.includes('\0'))))
    return noSuchPlace();
  return ok({ key, language: wanted, postingId, stage });
}

export function noSuchMail(): Result<never, InvalidInputRefusal> {
  return unfit('input.key', 'There is no such mail. Nothing was changed; take a key from the list of mail templates.');
}

export function noSuchPlace(): Result<never, InvalidInputRefusal> {
  return unfit(
    'input.postingId',
    'There is no such posting, or none of its plans has such a stage. Nothing was changed; choose one of the list.',
  );
}

function unfit(field: string, message: string): Result<never, InvalidInputRefusal> {
  return refuse('INVALID_INPUT', message, { field });
}
