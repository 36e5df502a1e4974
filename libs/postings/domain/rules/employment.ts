import {
  CONFIDENCE,
  allSentences,
  diagnose,
  noteFact,
  noteFrontMatterFact,
  placeIn,
  sectionOf,
  type Reading,
  type Sentence,
} from '../reading.js';
import { lineBlock } from '../markdown-blocks.js';
import { labelled, listingPieces, underHeadings } from './labels.js';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:full[- ]?time|vollzeit|temps plein|tiempo completo|jornada completa)/i, 'full-time'],
  [/^(?:part[- ]?time|teilzeit|temps partiel|media jornada)/i, 'part-time'],
  [/^(?:fixed[- ]term|temporary|temp\b|term\b|limited contract|befristet)/i, 'fixed-term'],
  [/^(?:permanent|contrat permanent|CDI\b|indefinite|indefinido|unbefristet|festanstellung)/i, 'permanent'],
  [/^CLT\b/, 'employee (CLT)'],
  [/^CDD\b/, 'fixed-term'],
  [/^(?:independent )?contractor/i, 'independent contractor'],
  [/^(?:freelancer?|b2b)/i, 'freelance'],
  [/^UoP\b/, 'employee'],
  [/^(?:employment contract|contract of employment)/i, 'employee'],
  [/^contract\b/i, 'contract'],
  [/^internship/i, 'internship'],
  [/^apprenticeship/i, 'apprenticeship'],
  [/^(?:salaried )?employee/i, 'employee'],
  [/^volunteer/i, 'volunteer'],
  [/^consultancy\b/i, 'consultancy'],
];

function typeOf(text: string): string | null {
  const trimmed = text
    .trim()
    .replace(/^(?:an?|either)\s+|^(?:\d{1,2}|three|six|nine|twelve|eighteen)[- ](?:months?|years?) (?=fixed|contract)/i, '');
  return KINDS.find(([pattern]) => pattern.test(trimmed))?.[1] ?? null;
}

/** "Full-time contractor" is both: how much, and as what. */
function typesOf(text: string): readonly string[] {
  const first = typeOf(text);
  const rest = first ? typeOf(text.trim().replace(/^(?:full|part)[- ]?time|^permanent|^fixed[- ]term/i, '').replace(/^[\s,-]+/, '')) : null; // prettier-ignore
  // "Permanent contract" is one.
  return [first, rest === first || rest === 'contract' ? null : rest].filter((type) => type !== null);
}

/** "Employee in the US or Canada, contractor elsewhere": each kind with where it holds. */
function takeConditions(text: string): readonly string[] {
  if (!/\b(?:elsewhere|otherwise|outside(?: of)?|if you)\b/i.test(text)) return [];
  const parts = text.replace(/[.\s]+$/, '').split(/\s*[,;]\s*(?:and |or )?|\s+and\s+(?=(?:an? )?(?:independent )?contractor)/i);
  const types = parts.map((part) => ({
    type: typeOf(part),
    rest: /\s((?:in|if|elsewhere|otherwise|outside)\b.*)$/i.exec(part)?.[1],
  }));
  return types.every(({ type, rest }) => type && rest) ? types.map(({ type, rest }) => `${type!} ${rest!}`) : [];
}

function takeLabel(written: string): readonly string[] {
  // "One year, permanent after that" is not permanent yet.
  const text = written.replace(/,?\s*(?:then )?(?:permanent|unbefristet) (?:after|afterwards|thereafter)\b.*$/i, '');
  const conditions = takeConditions(text);
  if (conditions.length > 0) return conditions;
  const note = /^([^(),]+?)\s*(\([^)]{1,60}\))\W*$/.exec(text.trim());
  const parts = (note ? note[1]! : text).split(/\s*(?:,|\/|;|\||\bor\b|\band\b|&)\s*/i);
  const types = parts.flatMap((part) =>
    typesOf(part).map((type) => `${type}${/^\w+( elsewhere| otherwise)\W*$/i.exec(part)?.[1] ?? ''}`),
  );
  return types.length === 1 && note ? [`${types[0]} ${note[2]}`] : [...new Set(types)];
}

const PLACE = String.raw`(?:[Tt]he )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*`;
const CONDITION = String.raw`(?:\s+(if (?:you(?:'re|’re| are| live)|based|located|living)\s*(?:based |located |living )?in ${PLACE})|\s+(otherwise|elsewhere|outside (?:of )?${PLACE}|in ${PLACE}(?:, ${PLACE})*(?:,? (?:or|and) ${PLACE})?))?`;
const TYPE = String.raw`((?:[Ff]ull[- ]time |[Pp]art[- ]time |[Ss]alaried |[Pp]ermanent )?employee|independent contractor|contractor|freelancer)`;
const WITH_CONDITION = new RegExp(
  String.raw`\b(?:as|be|become|hired as|and|or|are) (?:either )?(?:an? )?${TYPE}\b${CONDITION}`,
  'gu',
);

/** "You will be a salaried employee if you're in the US and an independent contractor otherwise": a type with its condition. */
function takeSentence(sentence: Sentence): readonly { type: string; index: number; text: string }[] {
  const found: { type: string; index: number; text: string }[] = [];
  if (
    !/\byou(?:'ll|’ll| will| would| can|'d|’d)? (?:be|become|work|join)|\bwe (?:hire|employ|engage)|\bpaid as\b|\bas an employee\b/i.test(
      sentence.text,
    )
  )
    return found;
  for (const match of sentence.text.slice(0, 1500).matchAll(WITH_CONDITION)) {
    const where = match[2]?.replace(/^if you(?:'re|’re| are| live)?\s*(?:based |located |living )?/i, 'if ') ?? match[3] ?? null;
    const salaried = /salaried/i.test(match[1]!) ? ' (salaried)' : '';
    found.push({
      type: `${typeOf(match[1]!) ?? match[1]!}${where ? ` ${where}` : ''}${salaried}`,
      index: match.index,
      text: match[0],
    });
  }
  // Without a condition, "employee" is a word like any other ("you will be an employee's first contact").
  return found.some(({ type: read }) => / (?:if|otherwise|elsewhere|outside)\b/.test(read)) ? found : [];
}

/** "The contract is permanent and part-time", "The role is full-time": what the job is said to be. */
const IS =
  /\b(?:the|this|our) (?:contract|position|role|job|employment|work) is (?:an? |initially )?((?:permanent|full[- ]time|part[- ]time|fixed[- ]term|freelance|temporary)(?:(?:,| and| or) (?:an? )?(?:permanent|full[- ]time|part[- ]time|fixed[- ]term|freelance|temporary))*)\b/i;
/** "a 12-month contract", "on a six month contract". */
const CONTRACT_OF = /(?:\b(?:on|as|for|is) an? |^\W{0,4}|, )(?:\d{1,2}|three|six|nine|twelve|eighteen)[- ]months? (contract)\b/i;
/** "$4,000 a month as an independent contractor": as what somebody is paid. */
const PAID_AS =
  /\b(?:(?:per|a) (?:month|year|hour|week|day)|monthly|yearly|annually|hourly),? as an? (independent contractor|contractor|freelancer|employee)\b|\b(?:hired|engaged|employed|contracted) as an? (independent contractor|contractor|freelancer|employee)\b/i;
/** "A permanent contract, 38 h a week" as an item; "You'd be a freelancer." */
const ITEM =
  /^\W*an? (permanent|fixed[- ]term|full[- ]time|part[- ]time) (?:contract|position|job|role)\b|\byou(?:'d|’d|'ll|’ll| would| will) be an? (freelancer|contractor|independent contractor)\b/i;
/** "for employees (no B2B or contractors)": whom the team takes, and whom not. */
const EMPLOYEES_ONLY =
  /\b(?:for|as|only|hire) employees? (?:only\b|\(no (?:B2B|contractors?|freelancers?)|,? (?:not|no) (?:B2B|contractors?))/i;
/** "employed as Employee or Contractor": either. */
const EITHER =
  /\b(?:employed|hired|engaged|join(?: us)?|work) as (?:an? )?((?:employee|contractor|freelancer) or (?:as )?(?:an? )?(?:employee|contractor|freelancer))\b/i;
/** "We are looking for a freelance editor": how somebody is to work who is looked for. */
const LOOKED_FOR =
  /\b(?:looking for|hir(?:e|ing)|seeking|need) an? ((?:full[- ]time|part[- ]time|freelance|permanent)(?: (?:freelance|permanent))?) (?:\([^)]{1,40}\) )?(?=\p{L})/iu;
/** "17,000 PLN (B2B), 14,000 gross (employment contract)": what a sum is paid for. */
const PAID_FOR =
  /\d[^()]{0,40}\((B2B|UoP|(?:permanent )?employment contract|contract of employment|contractor|employee)\b[^)]*\)/gi;
/** "The position is limited to three years." */
const LIMITED =
  /\b(?:position|post|contract|role|appointment|to be filled)\b[^.;]{0,80}?\b(limited to (?:\d|one|two|three|four|five|six) (?:years?|months?))\b/i;
/** "for three years (full-time, fixed-term)": in brackets of their own. */
const IN_BRACKETS = /\(((?:full|part)[- ]time(?:,? (?:and )?(?:permanent|fixed[- ]term))?)\)/i;
/** "$24-28/hour, full-time, non-exempt", "Remote, full time, from 1 September": a piece of a short line. */
const PIECE = /[,/]\s((?:full|part)[- ]time(?:, permanent)?)(?=\s*(?:[,.;]|$))/i;
/** "Full-time, from April", "- Part-time (20 h)": a line that begins with how much somebody works. */
const OPENS =
  /^\W*((?:full|part)[- ]?time(?:, (?:permanent|fixed[- ]term)(?=\W*(?:$|\s)))?|CLT|consultancy(?= contract\b)|permanent(?:, (?:full|part)[- ]?time(?=\W*(?:$|\s)))?|fixed[- ]term|freelance|(?:independent )?contractor(?=\W*$)|internship(?=\W*$))(?=\s*(?:[,.;:|/(–—]|$|and\b|or\b|contract\b|position\b))/i;
const STATEMENT =
  /\b(?:this is a|is a|as a|hiring a|for a|for this|offer a|looking for a|this)(?:n)? (?:(?:fully )?remote,? |(?:\w+)[- ](?:year|month) )?((?:permanent,? |fixed-term,? )?(?:full|part)[- ]time|permanent|fixed[- ]term|freelance),? (?:[\w-]+,? ){0,3}?(?:role|position|job|contract|opportunity|employment)\b/i;

/** Letters of which every sentence about it has some: most sentences have none. */
const HINT = /time|contract|permanent|fixed|limited|employee|freelanc|temporary|internship|CLT|B2B/i;

/** Labels under which people write how somebody is employed. */
const KIND_LABEL =
  /^(?:(?:job|employment|contract|position|work|working) ?)?(?:type|hours|time|pattern|commitment|employment|contract|schedule|position|status|terms?)$|^(?:type|form|kind) of (?:contract|employment|position|job)$|^(?:tenure|engagement|appointment|duration|when|vertrag|vertragsart|anstellung|contrat|contrato|modalidad)$/i;

function fromFrontMatter(reading: Reading): readonly string[] {
  for (const key of ['employmenttype', 'employmenttypes', 'employment', 'jobtype', 'contract', 'commitment', 'type']) {
    const value = reading.frontMatter.get(key)?.value;
    const text = Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : value;
    const types = typeof text === 'string' ? takeLabel(text) : [];
    for (const type of types) noteFrontMatterFact(reading, 'employmentTypes', type, key);
    if (types.length > 0) return types;
  }
  return [];
}

/** Whether a line that opens with a kind speaks of the job: at the page's start, or as an item that says little else. */
function opensAPosting(reading: Reading, { block, text }: Sentence): boolean {
  if (block.kind === 'heading' || /\b(?:you|we|experience|years)\b/i.test(text)) return false;
  const kind = sectionOf(reading, block)?.kind;
  return reading.blocks.indexOf(block) < 5 || text.length <= 60 || kind === 'hours' || kind === 'location';
}

/** "Part-time Editor", and in the text "looking for a freelance editor": both hold. */
function besidesTheTitle(reading: Reading, sentence: Sentence, titled: readonly string[]): readonly string[] {
  const match = HINT.test(sentence.text) ? LOOKED_FOR.exec(sentence.text) : null;
  const type = match ? typeOf(match[1]!) : null;
  if (!match || !type || titled.includes(type)) return [];
  noteFact(reading, 'employmentTypes', type, placeIn(sentence, match.index, match[0]), 'looked-for', CONFIDENCE.said);
  return [type];
}

function takeAll(reading: Reading, sentence: Sentence, matches: readonly RegExpMatchArray[]): readonly string[] {
  const found = matches.map((match) => ({ type: typeOf(match[1]!.replace(/^(?:UoP|permanent employment contract)$/i, 'employment contract')), match })); // prettier-ignore
  const types: string[] = [];
  for (const { type, match } of found) {
    if (!type || types.includes(type)) continue;
    types.push(type);
    noteFact(reading, 'employmentTypes', type, placeIn(sentence, match.index!, match[0]), 'paid-for', CONFIDENCE.said);
  }
  return types;
}

/** Reads the kinds of employment on offer, with their conditions as written. Empty when the document does not say. */
export function readEmploymentTypes(reading: Reading): readonly string[] {
  const front = fromFrontMatter(reading);
  if (front.length > 0) return front;
  const labelledTypes: string[] = [];
  for (const line of [...labelled(reading, KIND_LABEL), ...underHeadings(reading, KIND_LABEL)]) {
    // "Contract: 6 months": the label names the kind itself.
    const named =
      /^(?:contract|duration)$/i.test(line.label) &&
      /^contract$|\bcontract\W*$/i.test(line.label === 'Contract' ? 'contract' : line.value) &&
      /\d/.test(line.value)
        ? ['contract']
        : /^contract$/i.test(line.label) && /\b(?:days?|weeks?|months?|years?|IR35)\b/i.test(line.value)
          ? ['contract']
          : [];
    const read = takeLabel(line.value);
    const types = read.length > 0 ? read : named;
    for (const type of types.filter((one) => !labelledTypes.includes(one))) {
      labelledTypes.push(type);
      noteFact(reading, 'employmentTypes', type, line, 'employment-label', CONFIDENCE.written);
    }
  }
  if (labelledTypes.length > 0) return labelledTypes;
  const listed: string[] = [];
  for (const piece of listingPieces(reading)) {
    const types = piece.text.split(/\s+/).length <= 6 ? takeLabel(piece.text) : [];
    for (const type of types.filter((one) => !listed.includes(one))) {
      listed.push(type);
      noteFact(reading, 'employmentTypes', type, piece, 'listing-line', CONFIDENCE.said);
    }
  }
  if (listed.length > 0) return listed;
  const titled = reading.facts.find(({ field }) => field === 'title');
  const words = titled
    ? /\b(internship|intern|apprenticeship|working student|contractor|freelancer)\b|^(part[- ]time|freelance|volunteer)(?= \p{L})|[([]\s*((?:contract|part[- ]time|full[- ]time|freelance|internship|temporary|fixed[- ]term)\b[^)\]]*)[)\]]|^\W*(contract|freelance|internship)(?=\s*:)/imu.exec(
        `${titled.text}\n${String(titled.value)}`,
      )
    : null;
  if (titled && words) {
    const kinds = words[3] ? typesOf(words[3]) : [];
    const named = words[2] ?? words[1]?.replace(/^intern$/i, 'internship') ?? words[3] ?? words[4]!;
    const types = kinds.length > 0 ? kinds : [typeOf(named) ?? named.toLowerCase()];
    const { line, text } = titled;
    const at = { block: lineBlock(text, line), index: 0, text };
    for (const type of types) noteFact(reading, 'employmentTypes', type, at, 'title', CONFIDENCE.said);
    const more = allSentences(reading).flatMap((sentence) => besidesTheTitle(reading, sentence, types));
    return [...types, ...more.slice(0, 1)];
  }
  for (const sentence of allSentences(reading)) {
    if (!HINT.test(sentence.text)) continue;
    const found = takeSentence(sentence);
    for (const { type, index, text } of found) {
      noteFact(reading, 'employmentTypes', type, placeIn(sentence, index, text), 'employment-with-condition', CONFIDENCE.said);
    }
    if (found.length > 0) return found.map(({ type }) => type);
    const paid = [...sentence.text.slice(0, 600).matchAll(PAID_FOR)];
    if (paid.length >= 2) return takeAll(reading, sentence, paid);
    const opens = OPENS.exec(sentence.text);
    const opening = opens && opensAPosting(reading, sentence) ? opens : null;
    const statement =
      opening ??
      EITHER.exec(sentence.text) ??
      STATEMENT.exec(sentence.text) ??
      LOOKED_FOR.exec(sentence.text) ??
      IS.exec(sentence.text) ??
      CONTRACT_OF.exec(sentence.text) ??
      PAID_AS.exec(sentence.text) ??
      ITEM.exec(sentence.text) ??
      IN_BRACKETS.exec(sentence.text) ??
      (sentence.text.length <= 120 && !/\b(?:you|experience)\b/i.test(sentence.text) ? PIECE.exec(sentence.text) : null) ??
      EMPLOYEES_ONLY.exec(sentence.text);
    const kinds = statement?.[1] ?? statement?.[2];
    const types = kinds ? [...takeLabel(kinds)] : [];
    const limited = types.length === 0 ? LIMITED.exec(sentence.text) : null;
    if (limited) {
      noteFact(
        reading,
        'employmentTypes',
        'fixed-term',
        placeIn(sentence, limited.index, limited[0]),
        'limited-to',
        CONFIDENCE.said,
      );
      return ['fixed-term'];
    }
    if (EMPLOYEES_ONLY.test(sentence.text)) types.push('employee');
    for (const type of types)
      noteFact(
        reading,
        'employmentTypes',
        type,
        placeIn(sentence, statement!.index, statement![0]),
        'employment-sentence',
        CONFIDENCE.said,
      );
    if (types.length > 0) return types;
  }
  diagnose(
    reading,
    'info',
    'EMPLOYMENT_MISSING',
    1,
    'The document does not say what kind of employment it is.',
    'employmentTypes',
  );
  return [];
}
