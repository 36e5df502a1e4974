import { lineAt, type Block } from '../markdown-blocks.js';
import type { Salary, SalaryPeriod } from '../posting-document.js';
import {
  CONFIDENCE,
  allSentences,
  diagnose,
  noteFact,
  noteFrontMatterFact,
  placeIn,
  sectionOf,
  type Place,
  type Reading,
} from '../reading.js';
import { headerChips, labelled, listingPieces } from './labels.js';
import type { TitleReading } from './title.js';

const CURRENCY_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether the text is an ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return CURRENCY_CODES.has(code);
}

/** Signs that only one currency uses; a bare `$`, `kr` or `¥` is shared and stays unknown. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:US ?\$|\$ ?USD?)/, 'USD'], [/^CA?D? ?\$/, 'CAD'], [/^AU?D? ?\$/, 'AUD'], [/^NZ ?\$/, 'NZD'], [/^S ?\$/, 'SGD'], [/^HK ?\$/, 'HKD'],
  [/^R ?\$/, 'BRL'], [/^€/, 'EUR'], [/^£/, 'GBP'], [/^₹/, 'INR'], [/^₪/, 'ILS'], [/^₩/, 'KRW'], [/^zł/i, 'PLN'], [/^₴/, 'UAH'], [/^₺/, 'TRY'],
]; // prettier-ignore

const SIGN = String.raw`(?:(?:US|CAD?|AUD?|NZ|HK|S|R) ?)?\$|€|£|₹|₪|₩|¥|zł|₴|₺`;
const CODE = String.raw`USD|EUR|GBP|CAD|AUD|NZD|CHF|PLN|SEK|NOK|DKK|CZK|INR|BRL|JPY|SGD|ILS|HUF|RON|ZAR|MXN|TRY|UAH|BGN|HKD|CNY|KRW|KES|NGN|GHS|EGP|AED|SAR|QAR|THB|PHP|IDR|MYR|VND|TWD|ARS|CLP|COP|PEN|UYU|PKR|BDT|LKR|KZT|GEL|RSD|ISK|[Ee]uros?|EURO|[Dd]ollars|[Pp]ounds`;
const AMOUNT = String.raw`\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d{2})?(?!\d)|\d{1,7}(?:[.,]\d{1,2})?(?!\d)`;
const MONEY = new RegExp(
  String.raw`(?<![\w.,])((?:\b(?:${CODE})\b\s?)?(?:${SIGN})|\b(?:${CODE})\b)?\s?(${AMOUNT})\s?(k\b|K\b|lakhs?\b|LPA\b)?\s?(${SIGN}|(?:\b|(?<=\d))(?:${CODE})\b)?(?:\s{0,2}(?:-|–|—|~|/|→|➡️?|\bto\b|\band\b|\bbis\b|à)\s{0,2}((?:\b(?:${CODE})\b\s?)?(?:${SIGN})|\b(?:${CODE})\b)?\s?(${AMOUNT})\s?(k\b|K\b|lakhs?\b|LPA\b)?\s?(${SIGN}|(?:\b|(?<=\d))(?:${CODE})\b)?)?(?!\s?%|\w)`,
  'g',
);
const WORD_CODES: Readonly<Record<string, string | undefined>> = { euro: 'EUR', euros: 'EUR', pounds: 'GBP' };

export interface Money extends Salary {
  readonly index: number;
  readonly text: string;
  /** A sign was written that several currencies share. */
  readonly sharedSign: string | null;
}

/** What "k" and "lakh" count in. */
function factorOf(mark: string | undefined): number {
  if (!mark) return 1;
  return /^k$/i.test(mark) ? 1000 : 100_000;
}

function amountOf(text: string, factor: number): number {
  const grouped = /^\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d{2})?$/.test(text);
  const plain = grouped ? text.replace(/[.,]\d{2}$/, '').replace(/\D/g, '') : text.replace(',', '.');
  return Math.round(Number(plain) * factor * 100) / 100;
}

function currencyOf(marks: readonly (string | undefined)[]): { currency: string | null; sharedSign: string | null } {
  const written = marks.filter((mark): mark is string => mark !== undefined && mark !== '');
  for (const mark of written) {
    const code = /^[A-Z]{3}/.exec(mark)?.[0];
    if (code && isCurrency(code)) return { currency: code, sharedSign: null };
  }
  for (const mark of written) {
    const word = WORD_CODES[mark.toLowerCase()];
    const sign = SIGNS.find(([pattern]) => pattern.test(mark))?.[1];
    if (word ?? sign) return { currency: (word ?? sign)!, sharedSign: null };
  }
  return { currency: null, sharedSign: written[0] ?? null };
}

const PERIODS: readonly (readonly [RegExp, SalaryPeriod])[] = [
  [/^[\s,(]*(?:gross|net|base|brutto|before tax)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|a|each|\/|p\.?) ?(?:year|annum|yr)\b|(?:im|pro) jahr\b|par an\b|(?:bruts? )?annuels?\b|al año\b|p\.?a\.?\b|annual(?:ly)?\b|yearly\b|year\b)/i, 'YEAR'],
  [/^[\s,(]*(?:gross|net|base|brutto|before tax)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|a|each|\/|p\.?) ?(?:month|mo)\b|(?:im|pro) monat\b|par mois\b|por mes\b|al mes\b|p\.?m\.\b|monthly\b|month\b)/i, 'MONTH'],
  [/^[\s,(]*(?:gross|net|base)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|a|each|\/) ?week\b|weekly\b)/i, 'WEEK'],
  [/^[\s,(]*(?:gross|net|base)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|a|each|\/) ?day\b|daily\b)/i, 'DAY'],
  [/^[\s,(]*(?:gross|net|base)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|an|each|\/) ?(?:hour|hr|h)\b|hourly\b)/i, 'HOUR'],
]; // prettier-ignore

function periodAround(after: string, before: string, written: string): SalaryPeriod | null {
  // Lakhs per annum.
  if (/LPA/.test(written)) return 'YEAR';
  // "2.650,– gross per month": the dash stands for no cents.
  const behind = after.replace(/^,\s?[–—-]{1,2}/, '').slice(0, 40);
  const next = PERIODS.find(([pattern]) => pattern.test(behind))?.[1];
  if (next) return next;
  if (/\b(?:annual|yearly)\b[^.;]{0,120}$/i.test(before)) return 'YEAR';
  if (/\bmonthly\b[^.;]{0,40}$/i.test(before)) return 'MONTH';
  return /\bhourly\b[^.;]{0,40}$/i.test(before) ? 'HOUR' : null;
}

/** "up to €85,000" has no lower end. */
function boundsOf(sum: number, before: string): readonly [number | null, number | null] {
  return /\b(?:up to|max(?:imum)?(?: of)?)\s*$/i.test(before) ? [null, sum] : [sum, sum];
}

/** What every sum has: a figure beside a sign, a code, or a mark of thousands. */
const MONEY_HINT = new RegExp(
  String.raw`\d.{0,12}(?:[$€£₹₪₩¥₴₺]|zł|(?:\b|(?<=\d))(?:${CODE})\b|k\b|lakh|LPA)|(?:[$€£₹₪₩¥₴₺]|zł|\b(?:${CODE})\b).{0,3}\d`,
  'i',
);

/** Finds sums of money that could be a salary. A sum needs a currency, or a `k` on a range; percentages and small numbers are none. */
export function findMoney(text: string): readonly Money[] {
  const found: Money[] = [];
  if (!MONEY_HINT.test(text)) return found;
  for (const match of text.slice(0, 4000).matchAll(MONEY)) {
    const [whole, mark1, low, k1, mark2, mark3, high, k2, mark4] = match;
    const { currency, sharedSign } = currencyOf([mark4, mark2, mark1, mark3]);
    if (currency === null && sharedSign === null && !(high && k2)) continue;
    const written = amountOf(low!, factorOf(k1 ?? (high ? k2 : undefined)));
    const second = high ? amountOf(high, factorOf(k2)) : written;
    // "$140 - 160k" and "$10-15,000": the thousands count for both. "$1M" and "€20 million" are funding, not pay.
    const first = written < 1000 && second >= 1000 && written * 1000 <= second ? written * 1000 : written;
    if (
      !Number.isFinite(first + second) ||
      /^\s?(?:m(?:illion|n)?|b(?:illion|n)?)\b/i.test(text.slice(match.index + whole.length))
    )
      continue;
    const period = periodAround(text.slice(match.index + whole.length), text.slice(0, match.index), whole);
    // A year's pay has four digits and more in every currency.
    if (period === 'YEAR' && Math.max(first, second) < 5000) continue;
    if (Math.max(first, second) < (period === 'HOUR' || period === 'DAY' ? 5 : 300)) continue;
    const [min, max] = high ? [first, second] : boundsOf(first, text.slice(Math.max(0, match.index - 24), match.index));
    found.push({ min, max, currency, sharedSign, period, index: match.index, text: whole.trim() });
  }
  return found;
}

const ABOUT_PAY =
  /\b(?:salar(?:y|ies)|comp(?:ensation)?|remuneration|base pay|pay(?: range| band| rate)?|pays?|wage|rate|ote|ctc|range for (?:this|the) (?:role|position|job)|earn(?:ings)?|we offer|gross|net|depending on (?:your )?(?:experience|skills|location|seniority|level)|stipend(?=:)|gehalt|brutto|r[ée]mun[ée]ration|salario|sueldo)\b/i;
const NOT_PAY =
  /\b(?:budget|stipend|bonus|referral|allowance|equity|stock|options?|raised|funding|revenue|arr|valuation|customers?|users|reimburse|learning|conference|equipment|per diem|home office|401|insurance|relocation|contribut\w+|grants?|donat\w+|prize|saved|spend|transactions?|assets|market|take[- ]?home|trial|sign[- ]on|training|courses?|education|sports?|travel|wellness|wellbeing|vouchers?|subscriptions?|up to a total|covers?|covered)\b/i;

/** Sums that are paid for a part of the interviews. */
const ALONGSIDE_WORK = /\btake[- ]?home|\btrial\b|\bassignment\b|\bpaid (?:task|project|exercise|test)\b/i;

/** A sum that the body states, with its place. */
export interface SalaryFound {
  readonly money: Money;
  readonly at: Place;
  readonly line: number;
}

/** "Part-time (28 hours), £38,000 a year": how much somebody works stands before what they get. */
const OF_A_KIND = /^\W*(?:full|part)[- ]time\b/i;
/** "Stipend/salary:" */
const PAY_LABEL = /^(?:[^:]{0,25}\b(?:salary|pay|compensation|wage)\b[^:]{0,15}|\W{0,4}stipend\W{0,4}):\W{0,4}/i;
/** Where sums are those of customers, products and projects. */
const UNPAID: ReadonlySet<string> = new Set([
  'about',
  'mission',
  'responsibilities',
  'requirements',
  'nice_to_have',
  'closed_jobs',
]);

/** The period that the line above a list says for all of its items: "The annual base salary is:". */
function periodAbove(reading: Reading, item: Block): SalaryPeriod | null {
  const first = reading.blocks.findIndex(({ list }) => list !== null && list === item.list);
  const above = reading.blocks[first - 1];
  if (above?.kind !== 'paragraph' || !ABOUT_PAY.test(above.text)) return null;
  if (/\bannual|\byearly|\bper (?:year|annum)|\ba year\b/i.test(above.text)) return 'YEAR';
  if (/\bmonthly|\bper month|\ba month\b/i.test(above.text)) return 'MONTH';
  return /\bhourly|\bper hour|\ban hour\b/i.test(above.text) ? 'HOUR' : null;
}

function sentenceAt(reading: Reading, block: Block, index: number): Place {
  return reading.sentences.find((sentence) => sentence.block === block && sentence.index === index) ?? { block, index, text: '' };
}

/** What a reading states, found once: several fields ask for it. */
const FOUND = new WeakMap<Reading, readonly SalaryFound[]>();

/** All sums for work that the body states, in its order. */
export function salariesOf(reading: Reading): readonly SalaryFound[] {
  const found = FOUND.get(reading) ?? findSalaries(reading);
  FOUND.set(reading, found);
  return found;
}

/** "- €62k": an item of nothing but a sum in thousands. */
function isBareSum({ block, text }: Place, money: Money | undefined): boolean {
  return (
    money !== undefined &&
    block.kind === 'item' &&
    /\dk\b/i.test(money.text) &&
    text.replace(/\W+$/, '').length <= money.text.length + 1
  );
}

/** "Level | Salary (AUD per year)" over "Senior | 140,000–165,000": the head of the column says what the sums are. */
function fromTables(reading: Reading): readonly SalaryFound[] {
  const found: SalaryFound[] = [];
  const heads = new Map<number, Block>();
  for (const block of reading.blocks) {
    if (block.table === null || !block.cells) continue;
    const head = heads.get(block.table);
    if (!head) {
      heads.set(block.table, block);
      continue;
    }
    const column = head.cells!.findIndex((cell) => /\b(?:salary|compensation|pay|remuneration)\b/i.test(cell));
    const [name, cell] = [head.cells![column] ?? '', block.cells[column] ?? ''];
    if (column < 1 || head.cells!.length < 2 || !/\d/.test(cell)) continue;
    const mark = new RegExp(String.raw`\b(?:${CODE})\b|${SIGN}`).exec(name)?.[0] ?? '';
    const money = findMoney(cell)[0] ?? findMoney(`${mark} ${cell}`)[0];
    if (!money) continue;
    const period = money.period ?? periodAround(name.slice(name.indexOf(mark) + mark.length), name, '');
    const text = block.text.includes(cell) ? cell : block.text;
    found.push({
      money: { ...money, period },
      at: { block, index: Math.max(0, block.text.indexOf(cell)), text },
      line: block.line,
    });
  }
  return found;
}

function findSalaries(reading: Reading): readonly SalaryFound[] {
  const found: SalaryFound[] = [...fromTables(reading)];
  const inTable = new Set(found.map(({ at }) => at.block));
  const pieces = new Set<Place>([
    ...listingPieces(reading),
    ...labelled(reading, /^salary$/).map(({ block, index }) => sentenceAt(reading, block, index)),
  ]);
  for (const sentence of allSentences(reading)) {
    if (!/\d/.test(sentence.text) || inTable.has(sentence.block)) continue;
    const section = sectionOf(reading, sentence.block);
    const inSalary = section?.kind === 'salary' || (section?.kind === 'benefits' && sentence.block.kind === 'item');
    const alone = sentence.text.length <= 60 ? findMoney(sentence.text)[0] : undefined;
    // A sentence of nothing but a range: "38k-44k €."
    const listed =
      pieces.has(sentence) ||
      isBareSum(sentence, alone) ||
      (alone !== undefined &&
        sentence.block.kind !== 'heading' &&
        sentence.block.codes.length === 0 &&
        alone.min !== alone.max &&
        alone.text.length >=
          sentence.text.replace(/\s*(?:\+|plus|and)\s*(?:equity|bonus|stock|options|benefits)\b.*$/i, '').length - 3);
    const telling = !UNPAID.has(section?.kind ?? 'other') && sentence.text.length <= 160;
    if (!ABOUT_PAY.test(sentence.text) && !inSalary && !listed && !telling) continue;
    for (const money of findMoney(sentence.text)) {
      // A range with its period is pay wherever a posting states it plainly.
      const plain =
        telling && (money.min !== money.max || money.index <= 3 || OF_A_KIND.test(sentence.text)) && money.period !== null;
      // The words of the clause decide: "a salary of 60k and a learning budget of €1,000" holds one salary.
      // Behind a label of pay the words of the label do not count against it ("Stipend/salary: …").
      const own = PAY_LABEL.exec(sentence.text)?.[0].length ?? 0;
      const clause = `${/[^,;.]{0,60}$/.exec(sentence.text.slice(own, Math.max(own, money.index)))![0]} ${/^(?:(?!\band\b|\bplus\b)[^,;.+]){0,50}/i.exec(sentence.text.slice(money.index + money.text.length))![0]}`;
      if ((money.max ?? money.min!) < 3000 && money.period === null && ALONGSIDE_WORK.test(sentence.text)) continue;
      if (NOT_PAY.test(clause) || (!inSalary && !listed && !plain && !ABOUT_PAY.test(sentence.text))) continue;
      const at = placeIn(sentence, money.index, sentence.text);
      const above = sentence.block.kind === 'item' ? periodAbove(reading, sentence.block) : null;
      const before = /\bannual (?:base )?salary\b/i.test(sentence.block.text.slice(0, sentence.index)) ? 'YEAR' : null;
      const period = money.period ?? above ?? before;
      found.push({
        money: { ...money, period },
        at: { ...at, index: sentence.index },
        line: lineAt(sentence.block, sentence.index + money.index),
      });
    }
  }
  return found;
}

function salaryOf(money: Money): Salary {
  return { min: money.min, max: money.max, currency: money.currency, period: money.period };
}

function fromHeader(reading: Reading, heading: Block | null): SalaryFound | null {
  for (const chip of headerChips(reading, heading)) {
    const money = findMoney(chip.text)[0];
    if (money) return { money, at: chip, line: lineAt(chip.block, chip.index) };
  }
  return null;
}

function fromFrontMatter(reading: Reading): Salary | null {
  for (const key of ['salary', 'compensation', 'salaryrange', 'pay']) {
    const text = reading.frontMatter.get(key)?.value;
    const money = typeof text === 'string' ? findMoney(text)[0] : undefined;
    if (!money) continue;
    noteFrontMatterFact(reading, 'salary', salaryOf(money), key);
    return salaryOf(money);
  }
  return null;
}

function warnOfGaps(reading: Reading, money: Money, line: number): void {
  if (money.min !== null && money.max !== null && money.min > money.max) {
    const message = `The salary's lower end (${money.min}) is above its upper end (${money.max}). Correct it.`;
    diagnose(reading, 'error', 'SALARY_REVERSED', line, message, 'salary');
  }
  if (money.currency === null) {
    const sign = money.sharedSign ? `"${money.sharedSign}" is the sign of several currencies` : 'No currency is written';
    diagnose(
      reading,
      'warning',
      'SALARY_CURRENCY_UNCERTAIN',
      line,
      `${sign}; the salary is kept without one. Say which.`,
      'salary',
    );
  }
  if (money.period === null) {
    const message = 'The document does not say whether the salary is for a year, a month or an hour. Say which.';
    diagnose(reading, 'warning', 'SALARY_PERIOD_MISSING', line, message, 'salary');
  }
}

/** Reads the salary: the body's statement, else a job board's header with a warning, as such values are often the board's own. */
export function readSalary(reading: Reading, title: TitleReading): Salary | null {
  const front = fromFrontMatter(reading);
  if (front) return front;
  const body = salariesOf(reading);
  const chosen = body[0] ?? fromHeader(reading, title.heading);
  if (!chosen) {
    diagnose(reading, 'info', 'SALARY_MISSING', 1, 'The document states no salary.', 'salary');
    return null;
  }
  const { money, at, line } = chosen;
  const others = body.filter((other) => other.money.min !== money.min || other.money.max !== money.max);
  if (body.length === 0) {
    const message = `"${money.text}" stands in a job board's header only; boards fill in such values themselves. Confirm or drop it.`;
    diagnose(reading, 'warning', 'SALARY_FROM_HEADER', line, message, 'salary');
  }
  if (others.length > 0) {
    const message = `Several sums are stated ("${money.text}", "${others[0]!.money.text}" on line ${others[0]!.line}); the first was kept. Confirm it.`;
    diagnose(reading, 'warning', 'SALARY_SEVERAL', line, message, 'salary');
  }
  warnOfGaps(reading, money, line);
  const confidence = body.length === 0 ? CONFIDENCE.weak : others.length > 0 ? CONFIDENCE.weak : CONFIDENCE.said;
  noteFact(reading, 'salary', salaryOf(money), at, body.length === 0 ? 'board-header' : 'salary-sentence', confidence);
  return salaryOf(money);
}
