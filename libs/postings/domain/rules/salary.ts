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
import { CODE, type Money, SIGN, findMoney, periodAround } from './money.js';
import type { TitleReading } from './title.js';

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
    const sums = findMoney(sentence.text);
    if (sums.length === 0) continue;
    const alone = sentence.text.length <= 60 ? sums[0] : undefined;
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
    for (const money of sums) {
      // A range with its period is pay wherever a posting states it plainly.
      const plain =
        telling && (money.min !== money.max || money.index <= 3 || OF_A_KIND.test(sentence.text)) && money.period !== null;
      // The words of the clause decide: "a salary of 60k and a learning budget of €1,000" holds one salary.
      // Behind a label of pay the words of the label do not count against it ("Stipend/salary: …").
      const own = PAY_LABEL.exec(sentence.text)?.[0].length ?? 0;
      const clause = `${/[^,;.]{0,60}$/.exec(sentence.text.slice(Math.max(own, money.index - 60), Math.max(own, money.index)))![0]} ${/^(?:(?!\band\b|\bplus\b)[^,;.+]){0,50}/i.exec(sentence.text.slice(money.index + money.text.length))![0]}`;
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
