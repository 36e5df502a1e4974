import type { SalaryRange } from '../posting-document.js';
import { CONFIDENCE, allSentences, noteFact, placeIn, type Reading } from '../reading.js';
import { salariesOf, type SalaryFound } from './salary.js';

/** What a range is for: "Zone A (San Francisco)" before a colon, "California and New York" behind an "in". */
function labelOf({ at, money }: SalaryFound): string | null {
  const from = at.text.indexOf(money.text);
  const before = at.text.slice(0, Math.max(0, from)).replace(/[\s:–—-]+$/, '');
  const label = /([^.:;]{2,80})$/.exec(before)?.[1]?.trim() ?? '';
  if (at.block.cells && at.block.cells.length > 1 && before === '') return at.block.cells[0]!;
  const isItem = at.block.kind === 'item' || at.block.kind === 'row';
  if (isItem && label !== '' && !/\b(?:salary|pay|compensation|range|from|between)$/i.test(label)) return label;
  const behind = /^[^.;]{0,30}?\b(?:in|for)\s+((?:\p{Lu}|the |all )[^.;]{2,80}?)(?=,? and from\b|,? and between\b|[.;]|$)/u.exec(
    at.text.slice(from + money.text.length),
  );
  return behind?.[1]?.trim() ?? null;
}

function lowest({ min, max }: { readonly min: number | null; readonly max: number | null }): number {
  return min ?? max ?? 0;
}

/** The sums that could stand for the first one: a budget or a voucher beside it is far smaller, or is paid by another period. */
function comparable(found: readonly SalaryFound[]): readonly SalaryFound[] {
  const first = found[0]?.money;
  if (!first) return [];
  return found.filter(({ money }) => {
    if (money === first) return true;
    if ((first.min !== first.max) !== (money.min !== money.max)) return false;
    return money.period === first.period || money.period === null || first.period === null
      ? lowest(money) * 3 >= lowest(first) && lowest(money) <= lowest(first) * 3
      : money.min !== money.max;
  });
}

/** The ranges of a posting that pays differently by place, level or contract; empty when it states one sum or none. */
export function readSalaryRanges(reading: Reading): readonly SalaryRange[] {
  const found = comparable(salariesOf(reading));
  const distinct = found.filter(
    ({ money }, at) => found.findIndex((other) => other.money.min === money.min && other.money.max === money.max) === at,
  );
  if (distinct.length < 2) return [];
  return distinct.slice(0, 20).map((one) => {
    const { min, max, currency, period } = one.money;
    const range = { label: labelOf(one), min, max, currency, period };
    noteFact(reading, 'salaryRanges', range, one.at, 'salary-sentence', CONFIDENCE.likely);
    return range;
  });
}

const SHARE = /\d{1,2}(?:[.,]\d{1,3})?\s?%?\s?(?:-|–|—|to)\s?\d{1,2}(?:[.,]\d{1,3})?\s?%|\d{1,2}[.,]\d{1,3}\s?%/;
const SHARES = /\b(?:equity|stock|options?|shares?|ownership|esop|bspce)\b/i;

/** The share of the company on offer, as written; a percentage that is no equity says nothing. */
export function readEquity(reading: Reading): string | null {
  for (const sentence of allSentences(reading)) {
    const match = sentence.text.includes('%') ? SHARE.exec(sentence.text) : null;
    const beside = match && /[+&,]\s*$/.test(sentence.text.slice(0, match.index)) && /[$€£]|\dk\b/i.test(sentence.text);
    if (!match || !(SHARES.test(sentence.text) || beside)) continue;
    noteFact(reading, 'equity', match[0], placeIn(sentence, match.index, match[0]), 'equity-share', CONFIDENCE.said);
    return match[0];
  }
  return null;
}
