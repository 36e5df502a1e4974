import type { Role, TeamRole, Weekday } from '#libs/kernel/index.js';
import type { PostingQuestion } from '#libs/postings/index.js';
import type { Recommendation } from '#libs/scorecards/index.js';

/** The words in which the sample organisation is written down. Only data: what becomes of it is up to the use cases that the loader calls. */

/** When something happens: so many hours after what came before it (the default of each step), or so many hours before the present. */
export interface When {
  readonly after_h?: number;
  readonly ago_h?: number;
}

/** One person's scorecard. `ratings` follow the attributes of the stage's kit, 1 to 4. */
export interface CardWords {
  readonly recommendation: Recommendation;
  readonly ratings: readonly number[];
  readonly notes: string;
}

/** Which of the offered times a candidate takes: an early one, the last that is over by now, or one still to come. */
export type Choice = 'soon' | 'just-over' | 'coming';

/** What happens to an application, one after the other. People are named by their keys. */
export type Step =
  | ({ readonly do: 'advance'; readonly by: string } & When)
  | ({ readonly do: 'skip'; readonly by: string; readonly reason: string; readonly evidence: string } & When)
  | ({ readonly do: 'choose-time'; readonly choice: Choice; readonly by: string | null } & When)
  | ({ readonly do: 'cancel-interview'; readonly by: string | null; readonly reason: string } & When)
  | ({ readonly do: 'miss-interview'; readonly by: string } & When)
  | ({ readonly do: 'score'; readonly seat: number; readonly card: CardWords } & When)
  | ({ readonly do: 'hand-in'; readonly url: string; readonly note: string } & When)
  | ({ readonly do: 'extend'; readonly by: string; readonly days: number } & When)
  | ({ readonly do: 'review'; readonly by: string; readonly card: CardWords } & When)
  | ({ readonly do: 'note'; readonly by: string; readonly text: string } & When)
  | ({ readonly do: 'reject'; readonly by: string; readonly reason: string; readonly note: string } & When)
  | ({ readonly do: 'withdraw'; readonly reason: string; readonly words: string } & When)
  | ({ readonly do: 'hire'; readonly by: string } & When);

/** Somebody who applied, and what happened since. */
export interface ApplicationStory {
  readonly name: string;
  readonly email: string;
  readonly location: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly zone: string;
  readonly phone?: string;
  readonly links?: readonly string[];
  readonly source: string;
  /** Who of the team entered the application; without one it came through the careers page. */
  readonly enteredBy?: string;
  /** How many hours before the present they applied. */
  readonly applied_h: number;
  readonly cv?: string;
  /** By the question's id. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface PersonWords {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly title: string;
  readonly zone: string;
  /** When they hold interviews, on their own clock. */
  readonly hours: readonly { readonly days: readonly Weekday[]; readonly starts: string; readonly ends: string }[];
  /** Times away, counted in days from today on their own clock. */
  readonly away: readonly { readonly inDays: number; readonly starts: string; readonly ends: string; readonly reason: string }[];
}

export interface PostingWords {
  readonly key: string;
  /** Under samples/postings. */
  readonly fileName: string;
  /** What a person settled when the document was imported. */
  readonly corrections: Readonly<Record<string, unknown>>;
  readonly openings: number;
  readonly importedBy: string;
  readonly team: readonly { readonly person: string; readonly role: TeamRole }[];
  readonly questions: readonly PostingQuestion[];
  /** Seats, by stage (1 is the first) and place, that are filled from another pool than the one of their role. */
  readonly pools: readonly { readonly stage: number; readonly seat: number; readonly pool: string }[];
  /** Seats the document does not name, by stage. */
  readonly addedSeats: readonly { readonly stage: number; readonly role: string; readonly pool: string }[];
}
