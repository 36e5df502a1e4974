import {
  CONFIDENCE,
  allSentences,
  diagnose,
  frontMatterText,
  noteFact,
  noteFrontMatterFact,
  placeIn,
  sectionOf,
  type Reading,
} from '../reading.js';
import { lineBlock } from '../markdown-blocks.js';
import { EMPLOYER } from './institutions.js';
import { labelled } from './labels.js';

const CLOSED_WORD = /^(?:closed|filled|inactive|archived|expired|not hiring|on hold|paused)$/i;
const OPEN_WORD = /^(?:open|active|hiring|now hiring|published|live)$/i;

/** The job itself is said to be over; "until the position is filled" and "positions close in May" are not that. */
const CLOSED_SENTENCE =
  /\b(?:this|the) (?:job|position|role|posting|opening|vacancy|opportunity)(?: posting| opening)? (?:(?:is|was|has been)(?: now| already| currently)? (?:closed|filled|no longer (?:open|available|accepting))|is no longer (?:open|available|accepting))|\b(?:we(?:'|’)?(?:re| are) )?(?:not currently|currently not|no longer) (?:hiring|recruiting|accepting applications)\b|^\W*(?:position|job|role) (?:closed|filled)\W*$/i;
const OPEN_SENTENCE =
  /\b(?:open (?:jobs?|positions?|roles?) (?:at|with|in)\b|(?:this|the) (?:position|role|job) is (?:currently )?open\b(?! (?:to|for|until))|now accepting applications)/i;

function bare(value: string): string {
  return value.replace(/[^\p{L} ]+/gu, '').trim();
}

function fromFrontMatter(reading: Reading): 'open' | 'closed' | null {
  const front = frontMatterText(reading, ['status', 'state']);
  if (front && (CLOSED_WORD.test(front.text) || OPEN_WORD.test(front.text))) {
    const status = CLOSED_WORD.test(front.text) ? 'closed' : 'open';
    noteFrontMatterFact(reading, 'status', status, front.key);
    return status;
  }
  for (const key of ['closed', 'filled', 'open', 'active', 'hiring']) {
    const value = reading.frontMatter.get(key)?.value;
    if (typeof value !== 'boolean') continue;
    const status = value === !['closed', 'filled'].includes(key) ? 'open' : 'closed';
    noteFrontMatterFact(reading, 'status', status, key);
    return status;
  }
  const title = reading.facts.find(({ field }) => field === 'title');
  if (title && /[([]\s*(?:closed|filled|position filled|no longer open)[!.\s]*[)\]]|^\W*closed\s*[:–-]/i.test(title.text)) {
    const { line, text } = title;
    noteFact(reading, 'status', 'closed', { block: lineBlock(text, line), index: 0, text }, 'title', CONFIDENCE.said);
    return 'closed';
  }
  const label = labelled(reading, /^(?:job |posting |position )?status$/i).find(
    ({ value }) => CLOSED_WORD.test(bare(value)) || OPEN_WORD.test(bare(value)),
  );
  if (label) {
    const status = CLOSED_WORD.test(bare(label.value)) ? 'closed' : 'open';
    noteFact(reading, 'status', status, label, 'status-label', CONFIDENCE.written);
    return status;
  }
  const category = frontMatterText(reading, ['category', 'categories', 'section']);
  if (category && /^(?:open|current) (?:positions?|jobs?|roles?|openings?|vacanc)/i.test(category.text)) {
    noteFrontMatterFact(reading, 'status', 'open', category.key);
    return 'open';
  }
  return null;
}

/** Letters of which every sentence about it has some: most sentences have none. */
const HINT = /clos|fill|open|hiring|recruit|accept|available/i;

/** Reads whether the job is open. A section that points to other, closed jobs says nothing of this one. */
export function readStatus(reading: Reading): 'open' | 'closed' | null {
  const front = fromFrontMatter(reading);
  if (front) return front;
  for (const sentence of allSentences(reading)) {
    if (!HINT.test(sentence.text) || sectionOf(reading, sentence.block)?.kind === 'closed_jobs') continue;
    const closed = CLOSED_SENTENCE.exec(sentence.text);
    const match =
      closed && !/\buntil\b|\bif\b|\bonce\b|\bwhen\b/i.test(sentence.text.slice(0, closed.index + 12))
        ? closed
        : OPEN_SENTENCE.exec(sentence.text);
    if (!match) continue;
    const status = match === closed ? 'closed' : 'open';
    const at = placeIn(sentence, match.index, sentence.text.slice(match.index));
    noteFact(reading, 'status', status, at, `${status}-sentence`, CONFIDENCE.likely);
    if (status === 'closed') {
      const line = reading.facts.at(-1)!.line;
      diagnose(
        reading,
        'warning',
        'STATUS_CLOSED',
        line,
        'The text says that the job is closed. Confirm before anything is published.',
        'status',
      );
    }
    return status;
  }
  return null;
}

/** Reads the category under which a site lists the posting. */
export function readCategory(reading: Reading): string | null {
  const front = frontMatterText(reading, ['category', 'department', 'categories']);
  const label = front ? undefined : labelled(reading, /^(?:department|category|job (?:category|family))$/i)[0];
  const value = label?.value.replace(/[.\s]+$/, '');
  // A ministry under "Department" is who hires, not where the site lists the job.
  if (label && value && value.length <= 60 && !EMPLOYER.test(value)) {
    noteFact(reading, 'category', value, label, 'category-label', CONFIDENCE.written);
    return value;
  }
  if (!front) return null;
  noteFrontMatterFact(reading, 'category', front.text, front.key);
  return front.text;
}
