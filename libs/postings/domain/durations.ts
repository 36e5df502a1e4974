/** A length of time as written. Minutes; a bound that is not stated is null. */
export interface Duration {
  readonly min: number | null;
  readonly max: number | null;
  readonly index: number;
  readonly text: string;
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ['a', 1], ['an', 1], ['one', 1], ['two', 2], ['three', 3], ['four', 4], ['five', 5], ['six', 6], ['seven', 7], ['eight', 8], ['ten', 10],
  ['fifteen', 15], ['twenty', 20], ['thirty', 30], ['forty', 40], ['forty-five', 45], ['forty five', 45], ['fifty', 50], ['sixty', 60],
  ['ninety', 90],
]); // prettier-ignore

const NUMBER = String.raw`\d{1,3}(?:[.,]\d{1,2})?|\b(?:an?|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|forty(?:[- ]five)?|fifty|sixty|ninety)\b`;
const UNIT = String.raw`(h(?:ou)?rs?|hours?|stunden?|heures?|horas?|h|min(?:ute)?[ns]?|minutos?|m)\b\.?`;
const DURATION = new RegExp(
  String.raw`(?<![\w.,$€£])(<|≤|up to|hasta|máx(?:imo)?\.?(?: de)?|höchstens|maximaa?l|bis zu|jusqu['’]à|max(?:imum)?\.?(?: of)?|under|less than|at most|no more than|at least|minimum(?: of)?)?[\s~≈]{0,3}(${NUMBER})(?:\s{0,2}(?:[-–—]to[-–—]|-|–|—|/|to|or)\s{0,2}~?(${NUMBER}))?(?:-?ish)?[\s–-]{0,2}${UNIT}(?:[\s,]{0,2}(?:and\s)?(\d{1,2})[\s-]{0,2}(?:min(?:ute)?s?|m)\b)?`,
  'gi',
);

function numberOf(text: string): number {
  return WORDS.get(text.toLowerCase()) ?? Number(text.replace(',', '.'));
}

/** "m" alone is minutes only in brackets or after a number of two digits ("30m"); "5 m" is metres or a metre of something. */
function isMinutes(match: RegExpMatchArray): boolean {
  return match[4]!.toLowerCase() !== 'm' || /\d{2}m$/i.test(match[0].trim());
}

/** What every length has: a figure, or a unit that stands behind a word for one. */
const LENGTH_HINT = /\d(?:-?ish)?[\s–-]{0,2}[hm]|\d['’′]|hour|\bhrs?\b|\bmin|heure|hora|stund/i;

/** What the rarer forms have: "half an hour", "hour-long", "1h30", "20'". */
const RARE_FORMS = /half|hour[- ]long|\dh|\d\sh\s?\d|\d['’′]/i;

function rareForms(read: string): readonly Duration[] {
  const found: Duration[] = [];
  for (const match of read.matchAll(/\bhalf(?:[- ]an?)?[- ]hour\b/gi))
    found.push({ min: 30, max: 30, index: match.index, text: match[0] });
  for (const match of read.matchAll(/(?<!\d |\d-|half |half-|two-|two |three-|three )\b(?:an? )?hour[- ]long\b/gi))
    found.push({ min: 60, max: 60, index: match.index, text: match[0] });
  for (const match of read.matchAll(/(?<![\w.,])(\d)\s?h\s?([0-5]\d)(?![\w:])/g)) {
    const minutes = Number(match[1]) * 60 + Number(match[2]);
    found.push({ min: minutes, max: minutes, index: match.index, text: match[0] });
  }
  for (const match of read.matchAll(
    /(?<![\w.,])(\d{1,3})['’′](?=\s(?:video |phone |intro |first )?(?:call|chat|interview|screen\w*|talk|meeting|intro)\b)/gi,
  ))
    found.push({ min: Number(match[1]), max: Number(match[1]), index: match.index, text: match[0] });
  // "HR call – 20'": what ends a line is minutes; feet would go on.
  for (const match of read.matchAll(/(?<=[–—|:(-]\s?)(\d{1,3})['’′](?=\s*(?:$|[).,;|]))/g))
    if (Number(match[1]) >= 5) found.push({ min: Number(match[1]), max: Number(match[1]), index: match.index, text: match[0] });
  return found;
}

/** Finds lengths up to a day in minutes: "45 min", "(30-45 mins)", "~1 hour", "1 hour 30 minutes", "up to 2 hours", "half an hour". */
export function findDurations(text: string): readonly Duration[] {
  const found: Duration[] = [];
  const read = text.slice(0, 3000);
  if (!LENGTH_HINT.test(read)) return found;
  // Most lengths have none of the rarer forms.
  if (RARE_FORMS.test(read)) found.push(...rareForms(read));
  for (const match of read.matchAll(DURATION)) {
    if (!isMinutes(match) || /\bhalf[- ]$/i.test(read.slice(0, match.index + match[0].indexOf(match[2]!)))) continue;
    const factor = /^[hs]/i.test(match[4]!) ? 60 : 1;
    const first = numberOf(match[2]!) * factor + Number(match[5] ?? 0);
    const second = match[3] ? numberOf(match[3]) * factor + Number(match[5] ?? 0) : first;
    // Not every "two hours" is a round: shifts and weeks are longer, and nothing is shorter than five minutes.
    if (!Number.isFinite(first + second) || first <= 0 || Math.max(first, second) > 24 * 60) continue;
    const bound = match[1]?.toLowerCase() ?? '';
    const lower = /least|minimum/.test(bound);
    // "4h max.", "2 hours or less"
    const capped = /^[\s,]{0,2}(?:max(?:imum)?\b|at most\b|or less\b|tops\b)/i.test(read.slice(match.index + match[0].length));
    const upper = capped || (bound !== '' && !lower);
    const min = upper && !match[3] ? null : Math.min(first, second);
    const max = lower ? null : Math.max(first, second);
    found.push({
      min: min === null ? null : Math.round(min),
      max: max === null ? null : Math.round(max),
      index: match.index,
      text: match[0].trim(),
    });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** A stretch of calendar time as written, in calendar days (a working week is seven). */
export interface Span {
  readonly minDays: number;
  readonly maxDays: number;
  readonly index: number;
  readonly text: string;
}

const SPAN = new RegExp(
  String.raw`(?<![\w.,$€£])(~|≈|about|around|approx(?:imately|\.)?|roughly|usually|up to|within|under|less than|maximum(?: of)?)?\s{0,2}(${NUMBER})(?:\s{0,2}(?:-|–|—|to|or)\s{0,2}(${NUMBER}))?[\s-]{0,2}(?:and a half\s)?(?:(working|business|calendar)\s)?(days?|weeks?|months?)\b`,
  'gi',
);
const DAYS_IN: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** Finds stretches of days, weeks and months: "~1 week", "20 working days", "two to three weeks". */
export function findSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  if (!/day|week|month/i.test(text)) return found;
  for (const match of text.slice(0, 3000).matchAll(SPAN)) {
    const working = /working|business/i.test(match[4] ?? '') ? 7 / 5 : 1;
    const days = DAYS_IN[match[5]!.toLowerCase().replace(/s$/, '')]! * working;
    const first = Math.ceil(numberOf(match[2]!) * days);
    const second = match[3] ? Math.ceil(numberOf(match[3]) * days) : first;
    if (first > 0 && second <= 365) found.push({ minDays: first, maxDays: second, index: match.index, text: match[0].trim() });
  }
  return found;
}
