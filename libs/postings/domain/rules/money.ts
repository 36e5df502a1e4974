import type { Salary, SalaryPeriod } from '../posting-document.js';

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

export const SIGN = String.raw`(?:(?:US|CAD?|AUD?|NZ|HK|S|R) ?)?\$|€|£|₹|₪|₩|¥|zł|₴|₺`;
export const CODE = String.raw`USD|EUR|GBP|CAD|AUD|NZD|CHF|PLN|SEK|NOK|DKK|CZK|INR|BRL|JPY|SGD|ILS|HUF|RON|ZAR|MXN|TRY|UAH|BGN|HKD|CNY|KRW|KES|NGN|GHS|EGP|AED|SAR|QAR|THB|PHP|IDR|MYR|VND|TWD|ARS|CLP|COP|PEN|UYU|PKR|BDT|LKR|KZT|GEL|RSD|ISK|XOF|XAF|MAD|TND|DZD|UGX|TZS|RWF|ETB|ZMW|BWP|MUR|JMD|TTD|CRC|GTQ|DOP|BOB|PYG|NPR|KHR|MNT|AZN|UZS|BYN|MDL|MKD|BAM|JOD|KWD|BHD|OMR|[Ee]uros?|EURO|[Dd]ollars|[Pp]ounds`;
const AMOUNT = String.raw`\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d{2})?(?!\d)|\d{1,7}(?:[.,]\d{1,2})?(?!\d)`;
const MONEY = new RegExp(
  String.raw`(?<![\w.,])((?:\b(?:${CODE})\b\s?)?(?:${SIGN})|\b(?:${CODE})\b)?\s?(${AMOUNT})\s?(k\b|K\b|lakhs?\b|LPA\b)?\s?(${SIGN}|(?:\b|(?<=\d))(?:${CODE})\b)?(?:\s{0,2}(?:--?|–|—|~|/|→|➡️?|\bto\b|\band\b|\bbis\b|à)\s{0,2}((?:\b(?:${CODE})\b\s?)?(?:${SIGN})|\b(?:${CODE})\b)?\s?(${AMOUNT})\s?(k\b|K\b|lakhs?\b|LPA\b)?\s?((?:${SIGN})(?:\s(?:${CODE})\b)?|(?:\b|(?<=\d))(?:${CODE})\b)?)?(?!\s?%|\w)`,
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
    const code = /^[A-Z]{3}|[A-Z]{3}$/.exec(mark)?.[0];
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
  [/^[\s,(]*(?:gross|net|base|brutto|brutos?|bruts?|before tax)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|a|each|\/|p\.?) ?(?:year|annum|yr)\b|(?:im|pro) jahr\b|par an\b|(?:bruts? )?annuels?\b|al año\b|p\.?a\.?\b|annual(?:ly)?\b|yearly\b|year\b)/i, 'YEAR'],
  [/^[\s,(]*(?:gross|net|base|brutto|brutos?|bruts?|before tax)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|a|each|\/|p\.?) ?(?:month|mo)\b|(?:im|pro) monat\b|par mois\b|por mes\b|al mes\b|p\.?m\.\b|monthly\b|month\b)/i, 'MONTH'],
  [/^[\s,(]*(?:gross|net|base)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|a|each|\/) ?week\b|weekly\b)/i, 'WEEK'],
  [/^[\s,(]*(?:gross|net|base)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|a|each|\/) ?day\b|daily\b)/i, 'DAY'],
  [/^[\s,(]*(?:gross|net|base)?(?:\s?\+\s?VAT|\s?pro[- ]rata)?[\s,/(-]*(?:(?:per|an|each|\/) ?(?:hour|hr|h)\b|hourly\b)/i, 'HOUR'],
]; // prettier-ignore

/** The period that stands behind or before a sum. */
export function periodAround(after: string, before: string, written: string): SalaryPeriod | null {
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
const MONEY_HINT = /[$€£₹₪₩¥₴₺]|[Zz]ł|\d\s?[kK]\b|[A-Z]{3}\s{0,2}\d|[\dkK]\s?[A-Z]{3}|LPA|lakh|uro|ollars|ounds/;

/** Finds sums of money that could be a salary. A sum needs a currency, or a `k` on a range; percentages and small numbers are none. */
export function findMoney(text: string): readonly Money[] {
  const found: Money[] = [];
  if (!/\d/.test(text) || !MONEY_HINT.test(text)) return found;
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
