import {
  CONFIDENCE,
  allSentences,
  diagnose,
  frontMatterText,
  noteFact,
  noteFrontMatterFact,
  placeIn,
  sectionOf,
  type Place,
  type Reading,
} from '../reading.js';
import { behindTheTitle, companyInLines, type Found } from './company-lines.js';
import { KIND_OF_COMPANY, NAME, acceptable, clean } from './company-name.js';
import type { TitleReading } from './title.js';

interface Pattern {
  readonly rule: string;
  /** Letters without which it cannot match: looked for first, as most sentences have none. */
  readonly hint: string;
  readonly pattern: RegExp;
  readonly confidence: number;
}

const PATTERNS: readonly Pattern[] = [
  { rule: 'jobs-at', hint: ' at ', pattern: new RegExp(String.raw`\b(?:jobs?|careers?|positions?|openings) at (?:the )?${NAME}`, 'u'), confidence: 0.9 },
  { rule: 'invites-applications', hint: ' invites applications', pattern: new RegExp(String.raw`^(?:The )?${NAME}(?: (?:at|of|in) [^.]{2,80}?)? (?:invites|welcomes) applications\b`, 'u'), confidence: 0.85 },
  { rule: 'equal-opportunity-employer', hint: 'pportunit', pattern: new RegExp(String.raw`(?<![\p{L}])${NAME}(?:,? \(?\w+\)?)? (?:is|are) (?:proud to be )?an? (?:\S+ ){0,3}?(?:equal|EEO)[ -](?:employment )?opportunit`, 'u'), confidence: 0.9 },
  { rule: 'at-name-we', hint: 'At ', pattern: new RegExp(String.raw`(?:^|[.!?]\s)At ${NAME}(?: \([^)]{1,80}\))?,? (?:we|our|you)\b`, 'u'), confidence: 0.85 },
  { rule: 'name-is-a-company', hint: ' is ', pattern: new RegExp(String.raw`(?:^|[.!?]\s+)(?:The )?${NAME} is (?:an?|the) (?:[\p{L}\p{N},'’/-]+\s+){0,8}?${KIND_OF_COMPANY}\b`, 'u'), confidence: 0.85 },
  { rule: 'work-at', hint: ' at ', pattern: new RegExp(String.raw`\b(?:work|working) (?:here )?at (?:the )?${NAME}`, 'u'), confidence: 0.7 },
  { rule: 'join-team-of-name', hint: 'team ', pattern: new RegExp(String.raw`\b[Jj]oin(?:ing)? (?:the|our) (?:[\p{L}-]+ ){1,3}team (?:of|at) (?:the )?${NAME}`, 'u'), confidence: 0.85 },
  { rule: 'join-name', hint: 'oin', pattern: new RegExp(String.raw`\b[Jj]oin(?:ing)? (?:the )?${NAME} (?:team\b(?! (?:of|at) )|as an?\b|as our\b|and help\b|to help\b)`, 'u'), confidence: 0.8 },
  { rule: 'we-are-name', hint: 're ', pattern: new RegExp(String.raw`(?:^|[.!?]\s)(?:Hi[,!]? )?(?:[Ww]e(?:'|’)re|[Ww]e are) ${NAME}(?:,|(?: \p{Extended_Pictographic}\ufe0f?)? and we\b|[.!]? We\b| –| -|\.? \()`, 'u'), confidence: 0.85 },
  { rule: 'at-name-in-brackets', hint: 'At ', pattern: new RegExp(String.raw`(?:^|[.!?]\s)At ${NAME} \(we [^)]{3,80}\),`, 'u'), confidence: 0.8 },
  { rule: 'how-we-hire-at-name', hint: ' at ', pattern: new RegExp(String.raw`\b[Hh]ow we (?:interview|hire|recruit|select)\b[^.]{0,60}? at ${NAME}(?=[.,;]|$)`, 'u'), confidence: 0.8 },
  { rule: 'name-is-where', hint: ' is where ', pattern: new RegExp(String.raw`(?:^|[.!?]\s)${NAME} is where (?:people|you|teams|companies|we|\p{Ll}+ers)\b`, 'u'), confidence: 0.8 },
  { rule: 'employment-business', hint: ' acting as an', pattern: new RegExp(String.raw`(?:^|[.!?]\s)${NAME} (?:is|are) acting as an [Ee]mployment (?:[Bb]usiness|[Aa]gency)`, 'u'), confidence: 0.9 },
  { rule: 'we-are-name-alone', hint: 'We', pattern: new RegExp(String.raw`(?:^|[.!?]\s)We(?:(?:'|’)re| are) (?!Hiring|Growing|Remote|Looking|Expanding)${NAME}[.!](?:\s|$)`, 'u'), confidence: 0.75 },
  { rule: 'we-at-name', hint: ' at ', pattern: new RegExp(String.raw`(?:^|[.!?]\s)(?:Here |We )at ${NAME}(?: \([^)]{1,60}\))?,? (?:we|are|believe|build|have|need|want|make|you)\b`, 'u'), confidence: 0.85 },
  { rule: 'our-company-name', hint: 'ur ', pattern: new RegExp(String.raw`\b[Oo]ur (?:company|start-?up|firm|agency|studio|organi[sz]ation),? ${NAME},`, 'u'), confidence: 0.9 },
  { rule: 'interest-in-name', hint: 'ing ', pattern: new RegExp(String.raw`\b(?:interest(?:ed)? in|thinking about) (?:joining |working (?:at|with|for) )${NAME}(?=[.!?,]|$)`, 'u'), confidence: 0.8 },
  { rule: 'thanks-for-interest-in-name', hint: 'interest in ', pattern: new RegExp(String.raw`\b(?:[Tt]hanks?(?: you)?|grateful|[Tt]hank you very much) for (?:your|the) interest in ${NAME}(?=[.!?,]|$)`, 'u'), confidence: 0.8 },
  { rule: 'who-is-name', hint: 'Who', pattern: new RegExp(String.raw`^Who(?:['’]s| is| are) (?:the )?${NAME}\?`, 'u'), confidence: 0.85 },
  { rule: 'name-of-a-kind-is', hint: ', a', pattern: new RegExp(String.raw`^(?:The )?${NAME}, an? [^,.]{0,60}?${KIND_OF_COMPANY}\b[^,.]{0,60}(?:, \p{Lu}[\p{L}]+)?, (?:is|are|has|was|builds|makes)\b`, 'u'), confidence: 0.85 },
  { rule: 'people-at-name', hint: ' at ', pattern: new RegExp(String.raw`\b(?:hired|hire|hiring|interviewing|interviewers|everybody|everyone|anyone|all of us|colleagues|the team|jobs?|candidates|roles?) (?:here )?at (?:the )?${NAME}(?=[\s,.]|$)`, 'u'), confidence: 0.75 },
  { rule: 'levels-at-name', hint: ' at ', pattern: new RegExp(String.raw`^(?:Levels|Grades|(?:\p{Lu}[\p{L}-]* ){0,3}(?:Engineers|Designers|Managers|Developers|Analysts|Scientists)|The ladder) at ${NAME}(?=[\s,.]|$)`, 'u'), confidence: 0.75 },
  { rule: 'group-at-name-hires', hint: ' at ', pattern: new RegExp(String.raw`^The (?:\p{Lu}[\p{L}-]* ){1,4}at (?:the )?${NAME} (?:is|are) (?:hiring|looking for|recruiting|seeking)\b`, 'u'), confidence: 0.8 },
  { rule: 'thanks-for-considering-name', hint: 'considering ', pattern: new RegExp(String.raw`\b[Tt]hanks?(?: you)? for considering (?:joining |working (?:at|with|for) )?${NAME}(?=[.!?,]|$)`, 'u'), confidence: 0.8 },
  { rule: 'how-name-hires', hint: 'ow ', pattern: new RegExp(String.raw`\b[Hh]ow ${NAME} (?:hires|recruits|interviews|selects)\b`, 'u'), confidence: 0.8 },
  { rule: 'represent-name', hint: 'epresent', pattern: new RegExp(String.raw`\b[Rr]epresent(?:ing)? ${NAME} and its\b`, 'u'), confidence: 0.75 },
]; // prettier-ignore

const ABOUT_NAME = new RegExp(
  String.raw`^(?:About|(?:Interviewing|Jobs?|Careers|Roles|Work|Working|Hiring|How we (?:hire|recruit|interview)|Open (?:roles|positions|jobs)) (?:at|with|@)|(?:What happens (?:after|when|once) you|How to) apply (?:to|at)|Applying (?:to|at)|Life at|Why|Join|Who is|Who['’]s|What is) (?:the )?${NAME}(?: \(.*)?[?!]?$`,
  'u',
);

/** "About Fernhill", "Jobs at Fernhill": unless the title has the name too, as that of a product or a team. */
function fromHeadings(reading: Reading, title: TitleReading): Found | null {
  for (const block of reading.blocks) {
    if ((block.kind !== 'heading' && !block.bold) || block === title.heading) continue;
    const match = ABOUT_NAME.exec(block.text);
    const name = match ? clean(match[1]!) : '';
    if (!match || !acceptable(name) || /^About (?:You|This|Our)\b/i.test(block.text)) continue;
    if (namesAProduct(title, name)) continue;
    return { name, at: { block, index: 0, text: block.text }, rule: 'about-heading', confidence: CONFIDENCE.said };
  }
  return null;
}

/** Whether the title has the name as that of what the job is about: "Protocol Engineer, Lantern". */
function namesAProduct(title: TitleReading, name: string): boolean {
  return (
    title.title !== null &&
    title.title.includes(name) &&
    !new RegExp(String.raw`(?:@|\bat|\bfor) (?:the )?${escaped(name)}`, 'u').test(title.title)
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function fromSentences(reading: Reading, title: TitleReading): Found | null {
  for (const { rule, hint, pattern, confidence } of PATTERNS) {
    for (const sentence of allSentences(reading)) {
      if (sentence.block.kind === 'heading' || !sentence.text.includes(hint)) continue;
      const match = pattern.exec(sentence.text.slice(0, 1000));
      if (match && acceptable(clean(match[1]!)) && !(rule === 'name-is-a-company' && namesAProduct(title, clean(match[1]!)))) {
        return { name: clean(match[1]!), at: placeIn(sentence, match.index, match[0].trim()), rule, confidence };
      }
    }
  }
  return null;
}

/** What a company does with its own name in front of it; of products and people such verbs are said too, so only where the page begins. */
const DOES =
  '(?:builds|makes|helps|sells|develops|provides|offers|operates|creates|designs|publishes|produces|is building|is making|is on a mission|is looking for|is hiring|is seeking|was founded|has been|lets|brings|connects|enables|empowers|powers|runs|serves|supports|maps|lends|teaches|maintains|manages|turns|tests|trades|ships|keeps|gives|delivers|hosts|organizes|organises|invests|funds|plans|grows|repairs|rents|collects|researches|trains|looks after|works on|speciali[sz]es in|focuses on|partners with|analyses|analyzes|cooks|bakes|brews|measures|studies|counts|cleans|protects|advises|moves|plants|feeds|saves|prints|translates|transports|insures|monitors|tracks|simulates|automates|organises|rescues|breeds|raises|restores|cares for|imports|exports|distributes|delivers|prepares|represents|unites|joins|keeps|watches|stores|secures|scans|detects|finds|matches|answers|edits|records|broadcasts|streams|replaces|recycles|refurbishes|leases|finances|sorts|packs|certifies|audits|inspects|heats|lights|digitises|digitizes|unlocks|simplifies|aide|développe|construit|édite|propose|conçoit|entwickelt|baut|macht|betreibt|hilft|desarrolla|construye|ayuda a|crea|bouwt|maakt|helpt)';

const NAME_DOES = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,4}(?:At |The )?${NAME}(?: \([^)]{1,60}\))?,? (?:${DOES}\b|(\p{Ll}+s) (?:and|or|,|\p{Ll}))`,
  'u',
);
const NAME_IS = new RegExp(String.raw`^(?:The )?${NAME} is (?:an?|the|one of the) \p{L}`, 'u');

/** "Wren & Co builds a birding app": the first sentences of the page, or of the part about the company. */
function fromIntroduction(reading: Reading, title: TitleReading): Found | null {
  const early = reading.blocks
    .filter(({ kind, text }) => kind === 'paragraph' || (kind === 'heading' && /[.!]$/.test(text)))
    .slice(0, 4);
  // Lines of labels at the top introduce nobody.
  const opening = early.find(({ text }) => !/^[^.!?]{2,30}:\s/.test(text));
  for (const sentence of allSentences(reading)) {
    const section = sectionOf(reading, sentence.block);
    const introduces = early.includes(sentence.block) || ['about', 'mission', 'team', 'role'].includes(section?.kind ?? '');
    if (sentence.block.kind !== 'paragraph' && !early.includes(sentence.block)) continue;
    if (!introduces) continue;
    const match =
      (section?.kind === 'about' || sentence.block === opening || /\bwho (?:are we|we are)\b/i.test(section?.heading ?? '')
        ? NAME_IS
        : NAME_DOES
      ).exec(sentence.text.slice(0, 300)) ?? NAME_DOES.exec(sentence.text.slice(0, 300));
    const name = match ? clean(match[1]!) : '';
    // Any other verb tells less: then the name must have two words, or stand inside another sentence too.
    const known = !match?.[2] || /\s/.test(name) || sentence.block.lead === name || standsInside(reading, name);
    if (match && known && acceptable(name) && isNameAlways(reading, name) && !namesAProduct(title, name))
      return { name, at: placeIn(sentence, match.index, match[0].trim()), rule: 'name-does', confidence: CONFIDENCE.likely };
  }
  return null;
}

/** Whether the name stands inside a sentence somewhere, where only names have a capital. */
function standsInside(reading: Reading, name: string): boolean {
  return allSentences(reading).some(({ block, text }) => block.kind !== 'heading' && text.indexOf(` ${name}`) > 0);
}

/** Whether the page never writes the words small, as it would were they no name. */
function isNameAlways(reading: Reading, name: string): boolean {
  const lower = name.toLowerCase();
  const [first] = /^[\p{L}\p{N}]*/u.exec(lower)!;
  const small = new RegExp(String.raw`(?<![\p{L}@./-])${lower.replace(/[^\p{L}\p{N} ]/gu, '.')}(?![\p{L}@./-])`, 'u');
  return name !== lower && !reading.blocks.some(({ text }) => text.includes(first) && small.test(text));
}

/** Words that a capital makes no company of: departments, and what a team can be called. */
const DEPARTMENT =
  /^(?:product|engineering|design|marketing|sales|support|data|security|platform|growth|finance|legal|people|talent|customer|operations|hr|it|executive|leadership|hiring|interview|technical|core|senior|junior|cloud|frontend|backend|mobile|web|research|infrastructure|github|slack|zoom|google|linkedin|kubernetes|python|javascript|typescript|react|aws|linux|python|go|rust|java|scala|english)$/i;
/** Words before a name that people write of their own company. */
const AT_HOME = /\b(?:at|about|joining|join|with|the|another|at the|outside of|here at|life at)\s+$/;

/** A name that the page uses as its own again and again: "about Name", "at Name", "another Name team". */
function fromMentions(reading: Reading): Found | null {
  const mentions = new Map<string, { at: Place; forms: Set<string> }>();
  const name = /(?<![\p{L}\p{N}.@/-])(\p{Lu}[\p{L}\p{N}]{2,20})(?:['’]s)?(?= team\b|[\s.,!?):]|$)/gu;
  for (const sentence of allSentences(reading)) {
    if (sentence.block.kind === 'heading') continue;
    for (const match of sentence.text.slice(0, 1500).matchAll(name)) {
      const word = match[1]!;
      const before = AT_HOME.exec(sentence.text.slice(Math.max(0, match.index - 20), match.index))?.[0].trim();
      const team = /^(?:['’]s)? (?:team|office|way)\b/.test(sentence.text.slice(match.index + word.length));
      const form = team ? 'team' : before === 'the' || before === 'another' ? undefined : before;
      if (!form || DEPARTMENT.test(word) || !acceptable(word)) continue;
      const known = mentions.get(word) ?? { at: placeIn(sentence, match.index, word), forms: new Set() };
      known.forms.add(form);
      mentions.set(word, known);
    }
  }
  const names = [...mentions].filter(([word, { forms }]) => forms.size >= 2 && isNameAlways(reading, word));
  if (names.length !== 1) return null;
  const [word, { at }] = names[0]!;
  return { name: word, at, rule: 'mentions', confidence: CONFIDENCE.likely };
}

/** The name in an address to write to ("jobs@fieldnote.io"), where the page writes it as a name. */
function fromAddress(reading: Reading): Found | null {
  for (const sentence of allSentences(reading)) {
    for (const [, label] of sentence.text
      .slice(0, 1500)
      .matchAll(/[\w.+-]+@(?:[\w-]+\.)*?([\w-]{3,30})\.[a-z]{2,10}(?:\.[a-z]{2})?\b/gi)) {
      const word = new RegExp(String.raw`(?<![\p{L}\p{N}@.])(${label!.replace(/-/g, '[ -]?')})(?![\p{L}\p{N}@])`, 'iu');
      for (const other of allSentences(reading)) {
        const match = word.exec(other.text);
        if (!match || !/\p{Lu}/u.test(match[1]!) || !acceptable(match[1]!) || DEPARTMENT.test(match[1]!)) continue;
        // "Ballyrue Creameries", of which the address has the first word only.
        const more =
          /^(?: \p{Lu}\p{Ll}[\p{L}’'-]*){1,2}(?=[.,;)]|\s\p{Ll}|$)/u.exec(
            other.text.slice(match.index + match[1]!.length),
          )?.[0] ?? '';
        const name = other.block.kind !== 'heading' && acceptable(match[1]! + more) ? match[1]! + more : match[1]!;
        return { name, at: placeIn(other, match.index, name), rule: 'address', confidence: CONFIDENCE.likely };
      }
    }
  }
  return null;
}

/** "(CCI)" right after the name, where the document introduces its short form: the initials of the name, in their order. */
function shortForm(reading: Reading, name: string): string | null {
  const initials = name.split(/[\s-]+/).map((word) => word[0]!.toUpperCase());
  for (const { text } of reading.blocks) {
    const at = text.indexOf(`${name} (`);
    const match = at >= 0 ? /^\((\p{Lu}[\p{Lu}\p{N}]{1,7})\)/u.exec(text.slice(at + name.length + 1)) : null;
    let next = 0;
    for (const letter of match?.[1] ?? '') next = initials.indexOf(letter, next) + 1 || Infinity;
    if (match && Number.isFinite(next)) return match[1]!;
  }
  return null;
}

/** The project that an employer hires for: "jobs at X to work on Y", when the page also speaks of the Y team. */
function projectOf(reading: Reading, found: Found): string | null {
  const { text } = found.at.block;
  const match = new RegExp(String.raw`^(?: \([^)]*\))? to work on ${NAME}`, 'u').exec(
    text.slice(text.indexOf(found.name) + found.name.length),
  );
  const project = match ? clean(match[1]!) : null;
  if (!project || !acceptable(project)) return null;
  const words = [...reading.blocks.map((block) => block.text), ...[...reading.frontMatter.values()].map((entry) => entry.text)];
  return words.some((text) => text.includes(`${project} team`)) ? project : null;
}

/** Reads who hires. The front matter says so, a board's header does, or a sentence that employers write about themselves. */
export function readCompany(reading: Reading, title: TitleReading): string | null {
  const front = frontMatterText(reading, [
    'company',
    'organization',
    'organisation',
    'employer',
    'hiringorganization',
    'companyname',
  ]);
  if (front) {
    noteFrontMatterFact(reading, 'company', front.text, front.key);
    return front.text;
  }
  const found =
    companyInLines(reading, title) ??
    fromSentences(reading, title) ??
    fromHeadings(reading, title) ??
    behindTheTitle(reading, title) ??
    fromIntroduction(reading, title) ??
    fromAddress(reading) ??
    fromMentions(reading);
  if (!found) {
    diagnose(reading, 'warning', 'COMPANY_MISSING', 1, 'The document does not say who hires. Name the company.', 'company');
    return null;
  }
  const short = shortForm(reading, found.name);
  const project = projectOf(reading, found);
  const name = `${found.name}${short ? ` (${short})` : ''}${project ? ` / ${project}` : ''}`;
  noteFact(reading, 'company', name, found.at, found.rule, found.confidence);
  return name;
}
