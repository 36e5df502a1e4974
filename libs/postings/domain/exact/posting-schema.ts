import { PLAN_LIMITS, STAGE_KINDS } from '#libs/pipeline/index.js';
import { CORRECTION_LIMITS } from '../correction-values.js';
import { SALARY_PERIODS, WEEKDAYS } from '../posting-document.js';
import { KIT_LIMITS } from '../standard-kits.js';

/** The part of JSON Schema 2020-12 that the exact front matter is described in; `read-by-schema.ts` reads by it. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly anyOf?: readonly Schema[];
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

type Properties = Readonly<Record<string, Schema>>;

/** Of one line, without marks that cannot be seen. */
const LINE = '^[^\\u0000-\\u001f\\u007f-\\u009f]*[^\\s\\u0000-\\u001f\\u007f-\\u009f][^\\u0000-\\u001f\\u007f-\\u009f]*$';
const WALL_TIME = '^([01][0-9]|2[0-3]):[0-5][0-9]$';

const line = (description: string, maxLength: number = CORRECTION_LIMITS.textLength): Schema => ({
  description,
  type: 'string',
  pattern: LINE,
  maxLength,
});
const text = (description: string, maxLength: number): Schema => ({ description, type: 'string', pattern: '\\S', maxLength });
const list = (description: string, items: Schema, maxItems: number = CORRECTION_LIMITS.listLength): Schema => ({
  description,
  type: 'array',
  items,
  maxItems,
});
const object = (description: string, properties: Properties, required: readonly string[] = []): Schema => ({
  description,
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const amount: Schema = { type: 'number', minimum: 0, maximum: 1e12 };
const range = (type: 'integer' | 'number', { least, most }: { least: number; most: number }, description: string): Schema => ({
  description,
  type,
  minimum: least,
  maximum: most,
});

const SUMS: Properties = {
  min: { ...amount, description: 'Lower end, in whole units of the currency' },
  max: { ...amount, description: 'Upper end; the same as min for one sum' },
  currency: { description: 'ISO 4217, such as EUR', type: 'string', pattern: '^[A-Z]{3}$' },
  period: { description: 'What the sum is for', enum: SALARY_PERIODS },
};

const CORE_HOURS = object(
  'Wall-clock window in a zone; interviews are offered inside it only',
  {
    start: { description: 'HH:MM, quoted', type: 'string', pattern: WALL_TIME },
    end: { description: 'HH:MM, later than start; 24:00 is midnight', type: 'string', pattern: `(${WALL_TIME})|(^24:00$)` },
    zone: line('IANA name, such as Europe/Athens or UTC', 100),
    days: list('Weekdays; Monday to Friday where none are named', { enum: WEEKDAYS }, 7),
  },
  ['start', 'end', 'zone'],
);

const ROLE = line('Who sits here, such as "Backend engineer"', PLAN_LIMITS.nameLength);
const SEAT: Schema = {
  description: 'One interviewer: a role, filled from the interviewer pool of that name; or a role with the pool that fills it',
  anyOf: [
    ROLE,
    object(
      'A role with its pool',
      {
        role: ROLE,
        pool: line('The interviewer pool that fills the seat, by name', PLAN_LIMITS.nameLength),
        anyOf: { ...list('Roles any one of whom can take the seat ("CTO or CEO")', ROLE, CORRECTION_LIMITS.pool), minItems: 1 },
      },
      ['role'],
    ),
  ],
};

const KIT = object('What the interviewers of the stage assess; without it the standard kit of the kind', {
  purpose: text('Why the stage is held', KIT_LIMITS.purposeLength),
  questions: list('What may be asked', line('A question', KIT_LIMITS.questionLength), KIT_LIMITS.questions),
  attributes: list(
    'What is rated',
    object(
      'An attribute with its rubric',
      {
        name: line('Short, such as "Judgement"', KIT_LIMITS.nameLength),
        description: text(
          'The rubric: what a good one looks like, so that two people mean the same',
          KIT_LIMITS.descriptionLength,
        ),
      },
      ['name'],
    ),
    KIT_LIMITS.attributes,
  ),
});

const STAGE = object(
  'A stage of the interview plan',
  {
    name: line('As the board shows it', PLAN_LIMITS.nameLength),
    kind: { description: 'What happens in it; OFFER comes last, and once', enum: STAGE_KINDS },
    minutes: range('integer', PLAN_LIMITS.duration_min, 'How long a meeting is'),
    seats: list('Who holds it: two seats are two people', SEAT, PLAN_LIMITS.seatsPerStage),
    selfSchedule: { description: 'Whether the candidate picks the time alone; true for a meeting', type: 'boolean' },
    skippableIf: text('When it may be skipped, in words', PLAN_LIMITS.skippableIfLength),
    targetDays: range('integer', PLAN_LIMITS.targetDays, 'In how many days the team means to be done with it'),
    takeHome: object('For TAKE_HOME only', {
      effortHours: range('number', PLAN_LIMITS.effortHours, 'How much work it is'),
      dueDays: range('integer', PLAN_LIMITS.dueDays, 'Days until it is due'),
    }),
    kit: KIT,
  },
  ['name', 'kind'],
);

/** All that the front matter can state, by the names that facts have; `plan` is the interview plan. */
const POSTING = object(
  'The posting, stated exactly: what stands here is taken as it is, and nothing is inferred from the text below',
  {
    version: { description: 'Of this schema', const: 1 },
    title: line('The name of the job', 200),
    company: line('Who hires', 200),
    status: {
      description: 'Whether it takes applications; `rounds posting sync` opens and closes by it',
      enum: ['open', 'closed'],
    },
    category: line('Under which the careers page lists it', 200),
    locations: list('Places of work', line('A place')),
    remote: { description: 'Whether it can be done from elsewhere', type: 'boolean' },
    residence: list('Where a person must live', line('ISO 3166 code, or the name of a country or region')),
    residencePreferred: list(
      'Where the team would like a person to live',
      line('ISO 3166 code, or the name of a country or region'),
    ),
    employmentTypes: list('Such as "full-time" or "contractor outside the US"', line('A kind of employment')),
    salary: object('Pay', SUMS),
    salaryRanges: list('Several sums, by place, level or contract', object('A sum', { label: line('What it is for'), ...SUMS })),
    equity: line('The share of the company'),
    coreHours: CORE_HOURS,
    overlap: list(
      'How much of their day a person shares with others',
      object(
        'A rule in words, and as far as it can be said in numbers',
        {
          text: line('In words'),
          hours: { description: 'Of the day', type: 'number', minimum: 0.5, maximum: 24 },
          zone: line('IANA name', 100),
          from: { description: 'Such as UTC-3', type: 'string', pattern: '^(UTC|GMT)[+−–-][0-9]{1,2}(:[0-9]{2})?$' },
          to: { description: 'Such as UTC+5:30', type: 'string', pattern: '^(UTC|GMT)[+−–-][0-9]{1,2}(:[0-9]{2})?$' },
        },
        ['text'],
      ),
    ),
    otherHours: list('Start windows and shifts', line('In words')),
    onCall: text('On-call duty', 2000),
    levels: list(
      'Rungs of a ladder',
      object('A level', { name: line('Its name'), extends: line('The level it builds on, one of these') }, ['name']),
    ),
    processDuration: line('How long the process takes, such as "~1 week"'),
    candidateTime: line("How much of the candidate's own time it takes"),
    plan: {
      ...list("The interview plan; without it the organisation's default plan is used", STAGE, PLAN_LIMITS.stages),
      minItems: 1,
    },
  },
  ['version', 'title'],
);

/** The front matter of a posting: other programs' keys beside `rounds` are theirs. JSON Schema 2020-12. */
export const POSTING_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:rounds:posting:1',
  title: 'Front matter of a posting for Rounds',
  description:
    'YAML between --- lines at the head of a Markdown document. Only what is under `rounds` is read; other keys belong to other programs.',
  type: 'object',
  properties: { rounds: POSTING },
  required: ['rounds'],
} as const satisfies Schema & { readonly $schema: string; readonly $id: string };
