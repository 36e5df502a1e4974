import type { Block } from '../markdown-blocks.js';
import { CONFIDENCE, diagnose, frontMatterText, noteFact, noteFrontMatterFact, type Place, type Reading } from '../reading.js';
import { classifySection } from '../sections.js';
import { labelled, listingPieces } from './labels.js';
import { endsWithAJob, namesAJob } from './occupations.js';

/** The title, and the heading that carries it when one does. */
export interface TitleReading {
  readonly title: string | null;
  readonly heading: Block | null;
}

/** What sites write over a list of jobs or a page about hiring. */
const PAGE_TITLE =
  /^(?:(?:open |current |our )?(?:jobs?|careers?|vacanc(?:y|ies)|positions?|openings?|opportunities|roles?)(?: board| page| openings?)?(?: (?:at|with) .{2,40})?|hiring.*|join (?:us|our team).*|we(?:(?:'|’)re| are) hiring(?! an? |:).*|work with us|(?:the )?(?:job|role|position) description|.*\b(?:interview|hiring|recruit(?:ing|ment)) (?:process|guide|plan)|(?:.*[|/–—] )?about.*|terms of reference|contributing(?: to .*)?|(?:getting started|installation|quick ?start|changelog|documentation|policy|policies|faq|guidelines|checklist|code of conduct|style guide|handbook|roadmap|security|usage)|readme|index|template|(?:what|how|why|when|writing|lessons|tips|thoughts|notes|on|an? (?:guide|introduction)|guide)\b.*)$/i;

/** A heading without what sites put around a job's name. */
export function cleanTitle(text: string): string {
  return text
    .replace(
      /^(?:\s*[[(]\s*(?:remote|hiring|job|onsite|hybrid|full[- ]time|part[- ]time|contract|freelance|open|new)\b[^\])]{0,40}[\])])+\s*(?=\S)/i,
      '',
    )
    .replace(/^[^\p{L}\p{N}.(]+/u, '')
    .replace(/^.{2,40}? is (?:hiring|looking for|seeking|recruiting) (?:an? |our (?:first |next )?)(\S.{2,80}?)[.!]*$/i, '$1')
    .replace(
      /^(?:we(?:'|’)re hiring|we(?:(?:'|’)re| are) (?:looking for|seeking)|we need|hiring|wanted|looking for|seeking)\s*:?\s+(?:our first |an? )(?=\S)/i,
      '',
    )
    .replace(
      /^(?:job(?: title| posting| description)?|terms of reference(?: \(tor\))?|(?:request|call) for (?:applications|proposals)|position|role|title|vacancy|opening|we(?:(?:'|’)re| are) (?:now )?hiring|now hiring|hiring|wanted|contract|freelance|internship|part[- ]time|full[- ]time)\s*[:–—]\s*(?:an? )?/i,
      '',
    )
    .replace(/~~/g, '')
    .replace(/\s*[([]\s*(?:closed|filled|position filled|no longer open|now hiring|open)[!.\s]*[)\]]/i, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:]+$/, '')
    .trim();
}

function fromHeadings(reading: Reading): Block | null {
  const headings = reading.blocks.filter((block) => block.kind === 'heading');
  const top = headings.filter(
    (block) =>
      block.depth <= 3 && namesAJob(block.text) && !/\?$|\s[|/–—]\sabout (?:the|this|you|us)\b/i.test(block.text) && !PAGE_TITLE.test(cleanTitle(block.text)), // prettier-ignore
  );
  // A heading deep in the page names a team or a level; only what nothing else precedes but pages' titles is the title.
  const job =
    top.find((block) => block.depth === 1) ??
    top.find((block) => {
      const before = headings.slice(0, headings.indexOf(block));
      return (before.length <= 1 || before.every(({ text }) => PAGE_TITLE.test(cleanTitle(text)))) && isFreeOfKind(block);
    });
  return job ?? null;
}

function isFreeOfKind(block: Block): boolean {
  return (
    (['other', 'team', 'role'].includes(classifySection(block.text.replace(/[\s,(–—-]+remote\b.*$/i, ''))) ||
      endsWithAJob(block.text)) &&
    !/^(?:about|the|your|our|meet)\b|\s[|/–—]\sabout (?:the|this|you|us)\b/i.test(block.text)
  );
}

/** A board's page: the job, the company, and a line of labels, each a heading. */
function boardTitle(reading: Reading): Block | null {
  const [first, ...next] = reading.blocks.slice(0, 4);
  const labels = next.findIndex(({ codes }) => codes.length > 0);
  const isHeader =
    first?.kind === 'heading' &&
    first.depth === 1 &&
    labels >= 0 &&
    next.slice(0, labels + 1).every(({ kind }) => kind === 'heading');
  return isHeader ? first : null;
}

/** The first line of a page without headings above it, when it is nothing but a job's name. */
function firstLine(reading: Reading): Place | null {
  const block = reading.blocks[0];
  if (block?.kind !== 'paragraph') return null;
  const text = cleanTitle(block.text.slice(0, block.starts[1]?.[0])).replace(/ (?:at|@) \p{Lu}[\p{L}\p{N}&.’' -]{1,40}$/u, '');
  // "Staff Engineer, Search" and "Python Developer – Leeds / hybrid": what stands behind the comma or the dash is the team or the place.
  const job = block.starts.length === 1 || block.bold ? text.replace(/\s*(?:,|\s[–—-]|\(|\|)\s.*$|\s*\(.*$/, '') : text;
  const isName = text.length <= 80 && job.split(/\s+/).length <= 8 && endsWithAJob(job) && /^\W*\p{Lu}/u.test(text);
  const index = Math.max(0, block.text.indexOf(text));
  return isName && !/[.!?:;]|\b(?:we|you|is|are)\b/i.test(text) && !/,/.test(job) ? { block, index, text } : null;
}

/** "**Embedded Developer**" below a heading that says who hires and where: a bold line of its own with nothing but a job's name. */
function boldLine(reading: Reading): Place | null {
  const block = reading.blocks
    .slice(1, 4)
    .find(({ kind, bold, text, starts }) => kind === 'paragraph' && bold && starts.length === 1 && text.length <= 80 && endsWithAJob(text)); // prettier-ignore
  return block && !/[.!?:]|\b(?:we|you|is|are)\b/i.test(block.text) ? { block, index: 0, text: block.text } : null;
}

/** "Job title: Java Developer" at the top of a page without headings. */
function labelledTitle(reading: Reading): Place | null {
  const line = labelled(reading, /^(?:job title|position|role|title|job)$/i)[0];
  if (!line || reading.blocks.indexOf(line.block) > 1 || !namesAJob(line.value) || line.value.length > 100) return null;
  return { block: line.block, index: line.valueIndex, text: line.value };
}

/** Whether the page has parts that postings have, whatever its title says. */
export function describesAJob(reading: Reading): boolean {
  const telling = new Set(['responsibilities', 'requirements', 'nice_to_have', 'how_to_apply']);
  return new Set(reading.sections.map(({ kind }) => kind).filter((kind) => telling.has(kind))).size >= 2;
}

/** Whether a job's heading stands in a list of jobs: right below a heading that announces one ("Open positions"). */
function isListed(reading: Reading, heading: Block): boolean {
  const headings = reading.blocks.filter((block) => block.kind === 'heading');
  const above = headings.slice(0, headings.indexOf(heading)).findLast(({ depth }) => depth < heading.depth);
  return above !== undefined && PAGE_TITLE.test(cleanTitle(above.text));
}

/** The headings of all jobs of the page, the title's first: of one depth, each naming a job. Deeper ones count only in a list of jobs. */
export function jobsOf(reading: Reading, { heading }: TitleReading): readonly Block[] {
  if (!heading || (heading.depth > 2 && !isListed(reading, heading))) return heading ? [heading] : [];
  const others = reading.blocks.filter(
    (block) =>
      block.kind === 'heading' &&
      block.depth === heading.depth &&
      block.line > heading.line &&
      block.text !== heading.text &&
      namesAJob(block.text) &&
      isFreeOfKind(block) &&
      !PAGE_TITLE.test(block.text),
  );
  return [heading, ...others];
}

/** Reads the job's title: the front matter's, unless that is a page's; else the first heading that names a job. */
export function readTitle(reading: Reading): TitleReading {
  const front = frontMatterText(reading, ['title', 'jobtitle', 'job', 'position', 'role', 'name']);
  const frontTitle = front && !PAGE_TITLE.test(cleanTitle(front.text)) ? cleanTitle(front.text) : null;
  const heading = fromHeadings(reading);
  if (front && frontTitle && (namesAJob(frontTitle) || (!heading && describesAJob(reading)))) {
    noteFrontMatterFact(reading, 'title', frontTitle, front.key);
    const same = reading.blocks.find((block) => block.kind === 'heading' && cleanTitle(block.text) === frontTitle) ?? null;
    return { title: frontTitle, heading: same };
  }
  const first = reading.blocks.find((block) => block.kind === 'heading' && block.depth === 1);
  const chosen =
    boardTitle(reading) ??
    heading ??
    (first && describesAJob(reading) && isFreeOfKind(first) && !PAGE_TITLE.test(cleanTitle(first.text)) ? first : null);
  const listed = chosen ? undefined : listingPieces(reading).find(({ text }) => namesAJob(text) && text.length <= 100);
  if (listed) {
    noteFact(reading, 'title', cleanTitle(listed.text), listed, 'listing-line', CONFIDENCE.likely);
    return { title: cleanTitle(listed.text), heading: null };
  }
  // A heading that names no job gives way to a line that does.
  const told = chosen && namesAJob(chosen.text) ? null : (labelledTitle(reading) ?? boldLine(reading));
  const line = told ?? (chosen ? null : firstLine(reading));
  if (line) {
    noteFact(reading, 'title', cleanTitle(line.text), line, 'first-line', CONFIDENCE.likely);
    return { title: cleanTitle(line.text), heading: null };
  }
  if (!chosen || cleanTitle(chosen.text) === '') {
    diagnose(
      reading,
      'warning',
      'TITLE_MISSING',
      1,
      'No heading or front matter names a job. Give the posting a title.',
      'title',
    );
    return { title: null, heading: null };
  }
  const title = cleanTitle(chosen.text);
  const sure = namesAJob(title) && chosen.depth === 1 ? CONFIDENCE.written : CONFIDENCE.likely;
  noteFact(reading, 'title', title, { block: chosen, index: 0, text: chosen.text }, 'first-job-heading', sure);
  return { title, heading: chosen };
}
