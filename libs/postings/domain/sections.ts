import type { Block } from './markdown-blocks.js';
import type { Section, SectionKind } from './posting-document.js';

/** A part of the document under its heading. */
export interface SectionReading extends Section {
  /** Heading depth 1 to 6; 7 for a bold line, 8 for a numbered bold line, 9 for a label. */
  readonly depth: number;
  /** The heading's block; null for the text before the first heading. */
  readonly headingBlock: Block | null;
  /** Blocks up to the next heading of any depth. */
  readonly blocks: readonly Block[];
  readonly sharedSection: string | null;
}

/** What people write over a part of a posting. The first rule that fits wins, so the narrow ones stand first. */
const KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  ['closed_jobs', /\b(closed|filled|past|archived?|previous) (jobs?|positions?|roles?|openings?|vacanc)/i],
  ['equal_opportunity', /\bequal|\bdiversity|\beeo\b|non-?discrimination|\binclusion|\bprivacy|\baccommodations?\b/i],
  ['process', /\b(interview(ing)?|hiring|recruit(ing|ment)|selection|application) (process|steps?|stages?|rounds?|flow|plan|journey|timeline|loop|schedule|series)|\binterview (rounds?|stages?|steps?)|\b(our|the) process\b|^process$|^procedure$|what happens after|^(recruitment|recruiting|hiring|interviewing)$|^selection( criteria and)? ?(process|steps)?$|^assessments?$|^recruitment (timeline|steps)$|^the interviews?$|^how (it|this) (goes|works)$|^(the )?(interview|selection|application) procedure|about the interviews?|what to expect (in|from|during) (the|our) (interview|process)|how (we|our)('ll| will)? (hire|recruit|choose|select|decide|interview|hiring works|interviews? work)|(steps|rounds|stages) (of|in) (the|our) (interview|process|hiring)|^((general|our|the) )?(flow|interviews?|next steps)$|^((the|our) )?((interview|hiring) )?(stages|steps|rounds)$|^interviewing\b|get(ting)? to know (each other|you)|evaluate (the |your )?(applications|candidates)|how (hiring|this|it) works$|^(the )?interview (stages|steps|rounds)|bewerbungs(prozess|verfahren|ablauf)|^(so|wie) geht('s| es) (dann )?weiter|^(dein|der|unser) weg zu uns|^ablauf$|^sollicitatie(procedure|proces)?$|^(onze|de) procedure$|^processus\b|^proceso$|processus de recrutement|proceso de selecci[oó]n|\(the interviews?\)|^how we('ll| will) meet\b|what to expect (once|when|after) you apply|what happens (next|after)|^who you('ll| will)? meet|\b(interview|hiring|recruitment) (looks|works)|after you apply|(what|how).{0,12} (the|our) (interview|hiring|process)/i], // prettier-ignore
  ['how_to_apply', /\b(how|ways?|ready|want|where) to apply\b(?! (an?|the|this|these|it|them)\b)|^apply\b|\bapply (now|here|today|online|for)|^applying|application (instructions|details)|^contact|get in touch|^interested\??$|^to apply|^applications?$|^joining( us)?$|^how to join( us)?$|^(want to )?join us!?$/i], // prettier-ignore
  ['nice_to_have', /nice[- ]to[- ]ha(ve|d)|\bbonus\b(?! plan| scheme)|\bpreferred\b|\bdesir(ed|able)|\bpluses?\b|a plus\b|extra (credit|points)|brownie|not required|good to have|\boptional (skills?|experience)|even better|would be (great|nice|a plus)|ideally/i], // prettier-ignore
  ['requirements', /\brequire(ments?|d)\b|\bqualifications?|must[- ]ha(ve|ves)|\bprerequisites?|\bessential|what (you('ll|'d| will| would)? (bring|need|have)|we('re| are) looking for|are we looking for|we (expect|look for|need|want|'d like)|makes you)|who (you are|we('re| are) looking for)|about you\b|your (profile|experience|skills|background)|^skills\b|\bskills (and|&)|ideal candidate|you (have|should have|might be|may be|are|bring|will need)\b|you'?ll (need|have|bring)|^experience\b|(the )?right (person|candidate)|looking for/i], // prettier-ignore
  ['responsibilities', /responsibilit|what (you('ll|'d| will| would)?|you’ll)( be)? (do|doing|work)\b|how you (will|'ll|’ll) contribute|\bduties|\bday[- ]to[- ]day\b|your (tasks|mission|impact|day)|you (will|'ll|’ll)( be)?$|you('ll| will| ’ll) (be )?(do|work|own|build)|projects you|in this role|what the (role|job)|^tasks\b|the (role|job) will involve|key (areas|objectives)/i], // prettier-ignore
  ['levels', /\blevels\b|\bladder\b|\bseniority\b|^grades\b|career path/i],
  ['stack', /\b(tech(nical|nology)?|our) stack\b|\bstack$|technolog(y|ies)( we use)?$|\btools we use/i],
  [
    'salary',
    /^(?:the )?money$|^gehalt$|^vergütung$|^rémunération$|\bsalary|\bcompensation\b|\bremuneration|\bpay\b|^rate$|salary range/i,
  ],
  ['benefits', /\bbenefits?\b|\bperks\b|what we (offer|provide)|we offer\b|what('s|’s| is) in it for you|why (join|work)|what you('ll|’ll|'d| would)? get|\bpackage\b|^you( will|'ll)? get$/i], // prettier-ignore
  ['on_call', /\bon[- ]call\b/i],
  ['hours', /\bhours\b|\bwork(ing)? (schedule|time)|\btime ?zones?\b|^schedule$|^availability$/i],
  [
    'location',
    /\blocation\b|^place$|^where\b|\bresidence|\boffices?\b|where (you('ll| will)|we) (work|are|be)|\bremote\b(?!.*\bteam\b)/i,
  ],
  ['mission', /\bmission\b|\bvision\b|\bpurpose\b/i],
  ['culture', /\bculture\b|\bvalues\b|working (at|with|here)|life at|how we work|work at\b/i],
  ['team', /\bteam\b|\bwho we are\b|your (colleagues|manager)|\bpeople\b/i],
  ['role', /\b(the|this|your) (role|position|job|opportunity)\b|^(role|position|job|overview|summary|description)\b|\b(job|role|position) (description|summary|overview)|about the (role|job|position)|^what is this/i], // prettier-ignore
  [
    'about',
    /^about\b|^(the )?(company|introduction|intro|background)\b|who is\b|^welcome|company (overview|description|profile)/i,
  ],
];

function kindOf(words: string): SectionKind | null {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The kind a heading announces. Pure text in, so that included and pasted headings are judged alike. */
export function classifySection(heading: string): SectionKind {
  const text = heading
    .replace(/^[^\p{L}\p{N}]+|^(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|[A-H])[.)]\s+/u, '')
    .replace(/[’]/g, "'")
    .trim();
  // What stands in brackets qualifies the heading ("The Team (Remote US)"); it names the kind only when nothing else does.
  const outside = text.replace(/[([][^)\]]*[)\]]/g, ' ').trim();
  return kindOf(outside) ?? (outside === text ? null : kindOf(text)) ?? 'other';
}

/** "OUR PROCESS": a line of nothing but capitals that announces a part. */
function isLoudLine({ kind, text, starts }: Block): boolean {
  return kind === 'paragraph' && starts.length === 1 && text.length <= 50 && /^[\p{Lu}][\p{Lu}\s'’&/-]{3,}:?$/u.test(text) && classifySection(text) !== 'other'; // prettier-ignore
}

function isBoldLine(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.bold &&
    block.text.length <= 80 &&
    block.starts.length === 1 &&
    !/[,;]$/.test(block.text) &&
    (!block.text.endsWith('.') || (block.text.length <= 40 && classifySection(block.text) !== 'other'))
  );
}

function isLabel(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || !next || next.kind === 'heading' || block.starts.length > 1) return false;
  // "Interview steps" over a list is a heading that somebody typed without marks.
  const announces = next.kind === 'item' && block.text.length <= 40 && /^\p{Lu}[^.!?;,]*$/u.test(block.text);
  if (!(announces || /:$/.test(block.text)) || block.text.split(/\s+/).length > 7) return false;
  return classifySection(block.text.replace(/:$/, '')) !== 'other';
}

function depthOf(block: Block, next: Block | undefined): number | null {
  if (block.kind === 'heading') return block.depth;
  // "**1. Intro call**" is an item below the heading that announces the items.
  if (isBoldLine(block)) return /^\W{0,3}(?:\d{1,2}\s?[.)]|(?:step|stage|round|phase)\s*\d)\s?/i.test(block.text) ? 8 : 7;
  if (isLoudLine(block)) return 7;
  return isLabel(block, next) ? 9 : null;
}

/** Cuts the blocks of a page at headings, bold lines and short labels before lists. Text before the first heading gets no heading. */
export function splitSections(blocks: readonly Block[]): readonly SectionReading[] {
  const sections: SectionReading[] = [];
  let current: Block[] = [];
  const open = (heading: Block | null, depth: number): void => {
    current = [];
    const text = heading?.text.replace(/:$/, '').trim() ?? '';
    sections.push({
      heading: text,
      kind: heading ? classifySection(text) : 'other',
      line: heading?.line ?? blocks[0]?.line ?? 1,
      depth,
      headingBlock: heading,
      blocks: current,
      sharedSection: heading?.sharedSection ?? null,
    });
  };
  blocks.forEach((block, index) => {
    const depth = depthOf(block, blocks[index + 1]);
    if (depth !== null) return open(block, depth);
    if (sections.length === 0) open(null, 0);
    current.push(block);
  });
  return sections;
}

/** A section and those below it, up to the next heading of its own depth or above. */
export function withSubsections(sections: readonly SectionReading[], index: number): readonly SectionReading[] {
  const depth = sections[index]!.depth;
  let end = index + 1;
  while (end < sections.length && sections[end]!.depth > depth) end++;
  return sections.slice(index, end);
}
