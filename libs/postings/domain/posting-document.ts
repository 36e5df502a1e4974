import { WEEKDAYS, type Weekday } from '#libs/kernel/index.js';

export { WEEKDAYS, type Weekday } from '#libs/kernel/index.js';

/** What a heading announces. `other` is a heading that no rule knows. */
export const SECTION_KINDS = [
  'about',
  'mission',
  'role',
  'responsibilities',
  'requirements',
  'nice_to_have',
  'stack',
  'levels',
  'level',
  'team',
  'culture',
  'salary',
  'benefits',
  'location',
  'hours',
  'on_call',
  'process',
  'round',
  'how_to_apply',
  'equal_opportunity',
  'closed_jobs',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** What happens in a round; the same words as an interview plan's stages. */
export const ROUND_KINDS = ['SCREEN', 'TAKE_HOME', 'TECHNICAL', 'PANEL', 'INTERVIEW', 'OFFER'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export const SALARY_PERIODS = ['YEAR', 'MONTH', 'WEEK', 'DAY', 'HOUR'] as const;
export type SalaryPeriod = (typeof SALARY_PERIODS)[number];

/** Money for work, in whole units of the currency. `null` is what the document leaves unsaid. */
export interface Salary {
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217; null when only a sign that several currencies share is written. */
  readonly currency: string | null;
  readonly period: SalaryPeriod | null;
}

/** One of several sums: what it is for, in the document's words. */
export interface SalaryRange extends Salary {
  readonly label: string | null;
}

/** How much of their day a person shares with others: a number of hours with a zone, or zones from the one to the other. */
export interface Overlap {
  readonly hours: number | null;
  /** IANA name; null when none or no certain one is named. */
  readonly zone: string | null;
  /** Offsets as written, "UTC-3". */
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
}

/** A wall-clock window in a zone. */
export interface CoreHours {
  /** `HH:MM`, 00:00 to 23:59. */
  readonly start: string;
  /** `HH:MM`, later than `start`; 24:00 is midnight at the end of the day. */
  readonly end: string;
  /** IANA name. */
  readonly zone: string;
  /** Empty when the document names no weekdays; `coreHoursDays` then answers Monday to Friday. */
  readonly days: readonly Weekday[];
}

/** A rung of a ladder that the posting describes; `extends` names the rung whose text it builds on. */
export interface Level {
  readonly name: string;
  readonly extends: string | null;
}

/** One interviewer's place. `pool` holds the roles of which any one can take it. */
export interface Seat {
  readonly role: string;
  readonly pool: readonly string[];
}

/** One round of the interview process as the document tells it. Durations are in minutes. */
export interface Round {
  readonly order: number;
  readonly name: string;
  readonly kind: RoundKind;
  readonly durationMin: number | null;
  readonly durationMax: number | null;
  readonly seats: readonly Seat[];
  /** True only when the text says that it is done alone, in the candidate's own time. */
  readonly async: boolean;
  /** The condition under which the round may be skipped, as written. */
  readonly skippableIf: string | null;
  /** True when the text calls the round possible, potential or optional without a condition. */
  readonly optional: boolean;
}

/** What the interviewers of a stage assess, as stated: why it is held, what may be asked, what is rated. */
export interface StatedKit {
  readonly purpose: string;
  readonly questions: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly description: string }[];
}

/** A stage of the interview plan as the front matter states it (`exact/`); nothing of it is inferred. */
export interface StatedStage {
  readonly name: string;
  readonly kind: RoundKind;
  /** Minutes to book. */
  readonly durationMin: number | null;
  /** `poolName` is the interviewer pool that fills the seat; null for the one of the role's name. */
  readonly seats: readonly (Seat & { readonly poolName: string | null })[];
  readonly skippableIf: string | null;
  readonly targetDays: number | null;
  readonly takeHome: { readonly effortHours: number | null; readonly dueDays: number | null } | null;
  readonly selfSchedule: boolean;
  /** Null: the kit that the stage has, or the standard one. */
  readonly kit: StatedKit | null;
}

export interface Section {
  readonly heading: string;
  readonly kind: SectionKind;
  readonly line: number;
}

export type Severity = 'error' | 'warning' | 'info';

/** What a person should know about the reading of the document. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Line in the posting (of the include, for text from a shared section); 1 where the whole document is meant. */
  readonly line: number;
  /** The field it is about, when it is about one. */
  readonly field?: FactField;
}

/** The fields of a posting that are read from its text. */
export const FACT_FIELDS = [
  'title',
  'company',
  'status',
  'category',
  'locations',
  'remote',
  'residence',
  'employmentTypes',
  'salary',
  'coreHours',
  'onCall',
  'levels',
  'rounds',
  'processDuration',
  'candidateTime',
  'salaryRanges',
  'equity',
  'residencePreferred',
  'overlap',
  'otherHours',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** Where a value comes from. Fields that are lists have one fact for each element. */
export interface Fact {
  readonly field: FactField;
  readonly value: unknown;
  readonly line: number;
  /** 1-based; absent where the text was repaired or came from a shared section. */
  readonly column?: number;
  /** Behind the last character, on `endLine` where there is one. */
  readonly endColumn?: number;
  readonly endLine?: number;
  /** The words that say so. */
  readonly text: string;
  /** Name of the rule that read it; `person` after a correction. */
  readonly rule: string;
  /** 0 to 1; 1 only for what a person has confirmed. */
  readonly confidence: number;
  /** Name of the shared section the words stand in. */
  readonly sharedSection?: string;
}

/** What a document is: one job's posting, a page about how a team hires, or neither. */
export const DOCUMENT_KINDS = ['posting', 'process', 'none'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Another job on the same page. */
export interface OtherPosting {
  readonly title: string;
  readonly line: number;
}

/** A posting as data: what the document says, and for each piece where it says so. */
export interface PostingDocument {
  readonly documentKind: DocumentKind;
  readonly title: string | null;
  readonly company: string | null;
  readonly status: 'open' | 'closed' | null;
  readonly category: string | null;
  readonly locations: readonly string[];
  readonly remote: boolean | null;
  /** ISO 3166-1 alpha-2 codes, and the names of regions as written. */
  readonly residence: readonly string[];
  readonly employmentTypes: readonly string[];
  readonly salary: Salary | null;
  readonly coreHours: CoreHours | null;
  /** What the document says of on-call duty, in its words. */
  readonly onCall: string | null;
  readonly levels: readonly Level[];
  readonly rounds: readonly Round[];
  /** `default`: the document tells no process, the organisation's own plan is used. */
  readonly planSource: 'document' | 'default';
  /** The plan where the front matter states it exactly; `rounds` then tell the same. Null where rounds are read from words. */
  readonly stages: readonly StatedStage[] | null;
  /** How long the whole process takes, as written. */
  readonly processDuration: string | null;
  /** How much of the candidate's own time the process takes, as written. */
  readonly candidateTime: string | null;
  /** All sums, where the document states several; `salary` is the first of them. */
  readonly salaryRanges: readonly SalaryRange[];
  /** The share of the company, as written. */
  readonly equity: string | null;
  /** Where the team would like a person to live. */
  readonly residencePreferred: readonly string[];
  readonly overlap: readonly Overlap[];
  /** Start windows and shifts, as written. */
  readonly otherHours: readonly string[];
  /** The other jobs of the page; nothing of them is in this document. */
  readonly otherPostings: readonly OtherPosting[];
  readonly sections: readonly Section[];
  readonly diagnostics: readonly Diagnostic[];
  readonly facts: readonly Fact[];
}

/** The largest document that is read. Each limit is reported by its own diagnostic, and nothing is read beyond it. */
export const POSTING_LIMITS = {
  bytes: 1024 * 1024,
  lines: 10_000,
  /** Block quotes, lists and inline marks inside each other. */
  nesting: 50,
  /** Shared sections inside shared sections. */
  includeDepth: 5,
  /** Includes that are replaced, one inside another's text counted like any other. */
  includes: 200,
  /** Time for one reading; whoever has a clock asks for it (`isOverdue`). */
  reading_ms: 1_000,
  /** Characters of one line; longer lines are data, not writing. */
  lineLength: 20_000,
  /** Marks of emphasis, links and tags; beyond these they are read as blanks. */
  marksPerParagraph: 1_000,
  marks: 20_000,
} as const;

/** A posting of which nothing is known. */
export function emptyPosting(diagnostics: readonly Diagnostic[] = []): PostingDocument {
  return {
    documentKind: 'none',
    title: null,
    company: null,
    status: null,
    category: null,
    locations: [],
    remote: null,
    residence: [],
    employmentTypes: [],
    salary: null,
    coreHours: null,
    onCall: null,
    levels: [],
    rounds: [],
    planSource: 'default',
    stages: null,
    processDuration: null,
    candidateTime: null,
    salaryRanges: [],
    equity: null,
    residencePreferred: [],
    overlap: [],
    otherHours: [],
    otherPostings: [],
    sections: [],
    diagnostics,
    facts: [],
  };
}

/** The weekdays of core hours: those named, or Monday to Friday when the document names none. */
export function coreHoursDays(coreHours: CoreHours): readonly Weekday[] {
  return coreHours.days.length > 0 ? coreHours.days : WEEKDAYS.slice(0, 5);
}
