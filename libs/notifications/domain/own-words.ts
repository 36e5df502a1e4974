import type { Language } from '#libs/kernel/index.js';
import type { MailKey } from './mails/registry.js';

/** An organisation's own words that are in use: for all its mails of a kind, for those of one posting, or of one of its stages. */
export interface OwnWords {
  readonly key: string;
  readonly language: Language;
  readonly ofPosting: boolean;
  /** The stage's name, as the plan that the candidate is on has it. */
  readonly stage: string | null;
  readonly version: number;
  readonly subject: string;
}

/** Found by key, language and what they are for. */
export type OwnWordsInUse = ReadonlyMap<string, OwnWords>;

export function indexOwnWords(all: readonly OwnWords[]): OwnWordsInUse {
  return new Map(all.map((words) => [nameOf(words.key, words.language, words.ofPosting, words.stage), words]));
}

/** The stage's words before the posting's before the organisation's, in the reader's language alone: who reads German is not sent English because it is closer. */
export function ownWordsFor(inUse: OwnWordsInUse, key: MailKey, language: Language, stage: string | null): OwnWords | undefined {
  return (
    (stage === null ? undefined : inUse.get(nameOf(key, language, true, stage))) ??
    inUse.get(nameOf(key, language, true, null)) ??
    inUse.get(nameOf(key, language, false, null))
  );
}

function nameOf(key: string, language: Language, ofPosting: boolean, stage: string | null): string {
  return [key, language, ofPosting ? 'posting' : 'organization', stage ?? ''].join('|');
}
