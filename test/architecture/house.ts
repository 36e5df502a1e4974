/**
 * The plan of the house, as docs/conventions.md draws it, and every exception with its reason. To change the plan, change both; a test
 * holds them together.
 */
export const RANKS: Readonly<Record<string, number>> = {
  kernel: 1,
  platform: 2,
  identity: 3,
  pipeline: 4,
  audit: 4,
  postings: 5,
  applications: 6,
  scheduling: 7,
  'take-home': 7,
  scorecards: 7,
  'self-identification': 7,
  calendars: 8,
  notifications: 8,
  compliance: 8,
  pages: 9,
  webhooks: 9,
  sample: 9,
};

/** What each layer of a capability may import of the others in the same capability. Calls go down. */
export const LAYERS = {
  api: ['use-cases', 'queries', 'domain', 'views'],
  jobs: ['use-cases', 'queries', 'domain'],
  'use-cases': ['queries', 'persistence', 'domain'],
  queries: ['persistence', 'domain'],
  persistence: ['domain'],
  domain: [],
  views: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Layer = keyof typeof LAYERS;

/** Doors beside `index.ts`, for apps only. */
export const SECOND_DOORS: Readonly<Record<string, string>> = {
  'libs/postings/domain/index.ts': 'the reading of postings is pure, and the command line starts without Nest and the database',
  'libs/platform/backup/index.ts': 'back-ups are for the command line; no server loads them',
  'libs/platform/embedded/index.ts': 'servers for one machine, which a deployment with its own must not load',
  'libs/platform/config/index.ts': 'what a start knows before it has read the rest of the program',
};

/** Packages that only compute: they may be used in `domain/`. A package that reads the clock unless told otherwise says so here. */
export const PURE_PACKAGES: Readonly<Record<string, string>> = {
  'temporal-polyfill': 'the calendar; Temporal.Now is refused by name',
  yaml: 'text to data',
  'markdown-it': 'text to tokens',
  micromark: 'Markdown to HTML',
  'micromark-extension-frontmatter': 'text to tree',
  'micromark-extension-gfm-table': 'text to tree',
  liquidjs: 'template and data to text',
  mjml: 'markup to HTML',
  'ical.js': 'text to events; ICAL.Time.now is not asked',
  'rrule-temporal': 'rule to times; the window is given to it',
  'ical-generator': 'data to iCalendar; stamp and id are given to it',
  'nodemailer/lib/mail-composer': 'data to bytes; date, id and boundary are given to it',
};

/** Node modules of which some names only compute. */
export const PURE_NODE_NAMES: Readonly<Record<string, readonly string[]>> = {
  'node:crypto': ['createHash', 'createHmac', 'timingSafeEqual'],
  'node:url': ['domainToASCII', 'domainToUnicode'],
  'node:zlib': ['crc32', 'deflateRawSync'],
};

/** Whole folders that are as pure as `domain/`, and the packages each may use. */
export const PURE_CAPABILITIES: Readonly<Record<string, readonly string[]>> = {
  kernel: ['temporal-polyfill'],
  pipeline: [],
};

/** The two places where chance and time come in; everybody else is handed them. */
export const IMPURE_ON_PURPOSE: Readonly<Record<string, string>> = {
  'libs/kernel/ids.ts': 'makes ids from the clock and random bytes',
  'libs/kernel/clock.ts': 'is the clock',
};
