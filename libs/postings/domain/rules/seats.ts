import type { Seat } from '../posting-document.js';
import { namesAnInterviewer } from './occupations.js';

const ARTICLE =
  /^(?:(?:with|by|from|and|both|either|potentially|maybe)\s+)*(?:(?:our|the|your|a|an|one of (?:our|the)|another|some of our|each|members? of (?:our|the)(?! (?:[\p{L}-]+ ){0,2}team\b)|(?:future|potential))\s+)+(?=\S)/iu;
const COUNT_WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  '6': 6,
};

/** What ends a role: a clause about the talk, the place or the person. "of" and "for" stay ("Head of Design"). */
const ROLE_END =
  /\s(?:about|to|who|where|which|that|in which|in order|through|(?<!(?:one|body|members?|people) )from (?!another)|on (?!the)|over|via|at|during|covering|focus\w*|so|as|will|then|before|after|when|while|you(?:'ll|’ll)?|we|for (?:about|an?|\d))\b.*$/i;

function cleanRole(text: string): string {
  return text
    .replace(/(?:\s[–—-]\s|,\s*(?:up to |about |~)?\d).*$/, '')
    .replace(/\s*[([{][^)\]}]*[)\]}]?/g, ' ')
    .replace(/[.;:!?].*$/, '')
    .replace(ROLE_END, '')
    .replace(ARTICLE, '')
    .replace(/[\s,)\]–—-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function seat(text: string): Seat | null {
  const role = cleanRole(text.replace(/^\W*(?:1|one) (?=\p{Ll})/u, ''));
  // "Rae from People", "Léa (Talent)": a department stands for somebody of it.
  const department =
    /^(?:People|Talent|HR|Recruiting|Marketing|Sales|Design|Product|Engineering|Finance|Legal|Support|Operations|Talent Acquisition|People Ops)$/.test(
      role,
    );
  if (role === '' || role.length > 80 || !(department || namesAnInterviewer(role))) return null;
  // "CTO/CEO" and "the CTO or the CEO": anyone of them will do. A slash inside a word of lower case ("UI/UX designer") joins a subject.
  const parts = role.split(/\s*\/\s*|\s+or\s+/i).map(cleanRole);
  const pool = parts.length > 1 && parts.every((part) => namesAnInterviewer(part)) ? parts : [role];
  return { role, pool };
}

/** "Two of our Product Designers", "3-4 engineers", "a panel of three leaders": as many seats of one role; of a range the lower end, which is certain. */
function counted(text: string): readonly Seat[] | null {
  const match =
    /^\W*(?:an? |the )?(?:(?:interview )?panel of\s+)?(two|three|four|five|six|[2-6])\b(?:\s?(?:-|–|to|or)\s?(?:three|four|five|six|[3-8])\b)?\s*(?:x\s+)?(?:(?:different|more) )?(?:(?:of (?:our|the)|from(?: our| the)?)\s+)?(.+)$/i.exec(
      text.trim(),
    );
  // "a panel of 3 from sales and engineering" has three seats, whatever stands behind the number.
  const panel =
    match && /\bpanel of\b/i.test(match[0])
      ? cleanRole(match[2]!.replace(/^from\s+/i, '').replace(/^(?:at|in|on|for|who|which|over|via|about|\().*$/i, ''))
      : '';
  // "two of our archivists" are people, whatever they are called.
  const ours = match && /\b(?:of|from) our\b/i.test(match[0]) ? cleanRole(match[2]!) : '';
  const colleagues = /^\p{Ll}+(?: \p{Ll}+){0,2}s$/u.test(ours) ? { role: ours, pool: [ours] } : null;
  const one = match
    ? (seat(match[2]!) ?? colleagues ?? (panel !== '' && panel.length <= 80 ? { role: panel, pool: [panel] } : null))
    : null;
  if (!match || !one) return null;
  return Array.from({ length: COUNT_WORDS[match[1]!.toLowerCase()]! }, () => one);
}

/**
 * The seats a phrase names. "frontend engineer and designer" is two, "CTO/CEO" one with a pool of two, "two of our designers" two of a kind.
 * Empty when it names nobody who interviews.
 */
export function seatsFrom(written: string): readonly Seat[] {
  const phrase = written.replace(/^both (?:of )?(?:our |the )?(?=(?:co-?)?founders\b)/i, 'two ');
  // "two engineers and a designer", "2 engineers + the team lead": the number is that of the first only.
  const listed = /^[^.;]{3,80}?(?:\s\+\s|,? and (?:an?|our|the|one|two|three|[1-6])\s)/i.test(phrase);
  const many = listed ? null : counted(phrase);
  if (many) return many;
  const seats: Seat[] = [];
  for (const part of phrase.split(/,\s*(?:and\s+)?|\s+and\s+(?!operations\b)|\s+&\s+|\s\+\s/i)) {
    const next = counted(part) ?? [seat(part) ?? personIn(part, phrase)].filter((one) => one !== null);
    if (next.length === 0) break; // the list of people has ended; what follows is what they talk about
    seats.push(...next);
  }
  return seats;
}

/** Things that stand in a room with people. */
const THING =
  /\b(?:whiteboard|laptop|computer|keyboard|coffee|tea|beer|lunch|dinner|pizza|notebook|pen|paper|camera|task|case|exercise|problem|presentation|tour|q ?& ?a|look|chance|walk|talk|chat|call|quick|short|brief|minute|hour|day)s?\b/i;

/** "a clinician and a product manager": in a list of somebodies all are people when one surely is. */
function personIn(part: string, phrase: string): Seat | null {
  const parts = phrase.split(/,\s*(?:and\s+)?|\s+and\s+/).map((one) => one.replace(/[*_]/g, '').trim());
  const alike = parts.length >= 2 && parts.length <= 4 && parts.every((one) => /^(?:an?|our|one) \p{Ll}+(?: \p{Ll}+){0,3}\W*$/u.test(one) && !THING.test(one)); // prettier-ignore
  const role = alike && parts.some((one) => namesAnInterviewer(one)) ? cleanRole(part) : '';
  return role === '' ? null : { role, pool: [role] };
}

/** Words after which people are named in a sentence about a round. */
const WITH =
  /\b(?:with|by|meet(?:s|ing)?(?: with)?|(?:talk|speak|chat|interview|call|conversation) (?:to|with)|hear from|led by|hosted by|in front of|you and|pitch[^.;:]{0,40}? to|walk(?=\s+(?:one|two|three|our|an?)\s)|present[^.;:]{0,40}? to)\s+(?=\S)|\bw\/\s?(?=\S)|\byou, (?=(?:an?|our|one|two) )/gi;
/** "two of our engineers ask you", "you and one of our engineers": people who are told of as part of the team. */
const OF_OURS =
  /\b(?:one|two|three|four|five|six|[2-6])(?:\s?(?:-|–|or)\s?[3-8])? (?:(?:[\p{L}-]+ ){0,2}[\p{L}-]+s )?(?:of|from) (?:our|the|your) (?=\S)/iu;
/** "Founder chat", "Manager/Recruiter phone screen": the interviewer stands before what they do. */
const BEFORE =
  /^([\p{L}/&’' -]{2,40}?)\s+(?:phone |video |intro(?:ductory)? |initial )?(?:screen(?:ing)?|chat|call|interview|conversation|discussion|round)\b/iu;

/** "System design (60 minutes). A senior SRE and a developer ask the candidate to …": people at the head of a sentence, and what they do. */
const ASKS =
  /[.:)]\s+((?:An?|Our|The|Two|Three|One of our) [^.;:]{3,80}?) (?:asks?|goes? through|talks?|walks? (?:you|the)|interviews?|runs?|leads?|holds?|discuss(?:es)?|explores?|looks? at|meets?|works? with) (?:you|the candidate|candidates|through|about|with you|your)\b/;

/** "mit zwei Entwicklern", "avec le directeur et une productrice": the words around the roles as English has them. */
function inEnglish(text: string): string {
  if (!/\s(?:mit|avec|con)\s/.test(text)) return text;
  return text
    .replace(/(?<=\s)(?:mit|avec|con)\s+(?:(?:der|dem|den|unser\w*|dein\w*|les?|la|el|l[oa]s|un)\s+)?/g, 'with ')
    .replace(/\s(?:und|et|y)\s+(?:(?:der|dem|den|unser\w*|les?|la|el|l[oa]s|une?|una|eine[mr]?)\s+)?/g, ' and ')
    .replace(/\saus (?:der|dem)\s/g, ' from ')
    .replace(/(?<=\s)(?:zwei|deux|dos)\s/g, 'two ')
    .replace(/(?<=\s)(?:drei|trois|tres)\s/g, 'three ');
}

/** The seats of one round, from its text and from the bullets under it. `own` is its line without what stands below. */
export function readSeats(text: string, nested: readonly string[], own: string = text): readonly Seat[] {
  // "Incident walkthrough with two SREs" under an on-site: who is behind the word, not what stands before it.
  const behind = nested.flatMap((line) => seatsFrom(/\bwith\s+(\S.*)$/i.exec(line)?.[1] ?? ''));
  const people = (line: string): boolean => line.split(/\s+/).length <= 8 && !/[–—:]|\s-\s|\bwith\s/.test(line);
  const below = behind.length >= 2 ? behind : nested.flatMap((line) => (people(line) ? seatsFrom(line) : []));
  const read = inEnglish(text.slice(0, 1500));
  // "with the hiring team. This is usually two team members": the number tells more.
  const usual = /\b(?:usually|typically|normally) (?=(?:two|three|four|five|[2-5]) \S)/i.exec(read);
  const many = usual ? counted(read.slice(usual.index + usual[0].length, usual.index + 160)) : null;
  if (many) return many;
  for (const match of read.matchAll(WITH)) {
    const seats = seatsFrom(appositive(read.slice(match.index + match[0].length, match.index + match[0].length + 200)));
    if (seats.length > 0) return saidAfterwards(read, match.index) ?? seats;
  }
  if (below.length > 0) return below;
  // "Meet the team: a designer and an engineer".
  const listed = /^[^:.]{3,60}:\s+((?:an?|our|the|two|three)\s.{3,150})$/i.exec(read);
  const named = listed ? seatsFrom(listed[1]!) : titlesOnly(read);
  if (named.length >= (listed ? 2 : 1)) return named;
  const ours = OF_OURS.exec(read) ?? /\bpanel of (?=\S)/i.exec(read);
  const among = ours ? seatsFrom(read.slice(ours.index, ours.index + 120)) : [];
  if (among.length > 0) return among;
  // "Our recruiter calls you."
  const caller = /\b(?:our|the|an?) ((?:[\p{L}-]+ ){1,3}?)(?:will )?(?:calls?|phones?|rings?|interviews?|meets?) you\b/iu.exec(
    read,
  );
  const calling = caller ? seatsFrom(caller[1]!) : [];
  if (calling.length > 0) return calling;
  const behindADash = peopleAlone(text);
  if (behindADash.length > 0) return behindADash;
  // "First interview (lead programmer, 60 min)"
  const inBrackets = /\(([^\d()]{3,60}?),\s*(?:~|about )?\d{1,3}\s?(?:min|m\b|h)/i.exec(own);
  const bracketed = inBrackets ? seatsFrom(inBrackets[1]!) : [];
  if (bracketed.length > 0) return bracketed;
  const asking = ASKS.exec(read);
  const askers = asking ? seatsFrom(asking[1]!) : [];
  if (askers.length > 0) return askers;
  const before = beforeTheTalk(read);
  if (before) return [before];
  // "Founder chat – …" and "Product manager chat – …" under an on-site are who sits there.
  const parts = nested.map((line) => beforeTheTalk(line.split(/\s[–—-]\s|:\s/)[0]!)).filter((one) => one !== null);
  if (parts.length >= 2) return parts;
  // "CEO/CTO: …" as the label of a bullet.
  const labels = nested.flatMap((line) => {
    const label = /^[^:]{2,40}(?=:\s)/.exec(line)?.[0] ?? '';
    return /^[\p{Lu}/ ]+$/u.test(label) || /\b(?:manager|founder|lead)$/i.test(label) ? [seat(label)] : [];
  });
  if (labels.some((one) => one !== null)) return labels.filter((one) => one !== null);
  // "Team members (45 minutes each)": nothing but who it is.
  const bare = own
    .replace(/^\W*(?:round|step|stage|phase)\s*#?\d{1,2}\s*[:.)–—-]\s*/i, '')
    .replace(/\([^)]*\)|\s[–—-]\s.*$/g, '')
    .trim();
  return bare.split(/\s+/).length <= (/\s\+\s|\sor\s/.test(bare) ? 5 : 3) &&
    !/\b(?:interviews?|calls?|chat|screen\w*|rounds?)\b/i.test(bare)
    ? seatsFrom(bare)
    : [];
}

/** "Leadership (60 minutes): CPO and CFO.": nothing but titles behind the colon. */
function titlesOnly(text: string): readonly Seat[] {
  const list = /^[^:]{3,60}(?::|\s[–—])\s+([^.:–—]{2,80})\.?\W*$/.exec(text)?.[1];
  const parts = list?.split(/,\s*(?:and\s+)?|\s+and\s+|\s&\s/) ?? [];
  const titles =
    parts.length >= 1 &&
    parts.every(
      (part) =>
        /^(?:C[TEOFPMIR]O|VP|CISO|Head of|Director of|(?:Executive|Managing|Technical|Creative|Medical) Director)\b/.test(part) &&
        part.split(' ').length <= 5,
    );
  return titles ? seatsFrom(list!) : [];
}

/** "Panel (90 min). Two developers and a teacher.": a sentence of nothing but people. */
function peopleAlone(text: string): readonly Seat[] {
  for (const sentence of text
    .slice(0, 600)
    .split(/(?<=[.)\]])\s+|\s[–—]\s+/)
    .slice(1)) {
    const words = sentence.replace(/^[\s–—-]+|[.\s]+$/g, '');
    const parts = words.split(/,\s*(?:and\s+)?|\s+and\s+/);
    if (words.length > 100 || !/^(?:an?|our|two|three|four|one)\b/i.test(words)) continue;
    const seats = parts.map((part) => counted(part) ?? [seat(part)]);
    if (/\b(?:is|are|will|you|we|to)\b/i.test(words) || seats.some((some) => some[0] === null)) continue;
    return seats.flat().filter((one) => one !== null);
  }
  return [];
}

/** "Meet the directors. With our creative director and our producer.": the sentence that begins with "With" says who they are. */
function saidAfterwards(text: string, index: number): readonly Seat[] | null {
  const match = /[.:]\s+With\s+(?=\S)/.exec(text.slice(index));
  const from = match ? index + match.index + match[0].length : 0;
  const seats = match ? seatsFrom(appositive(text.slice(from, from + 200))) : [];
  return seats.length > 0 ? seats : null;
}

/** The interviewer who stands before what they do, unless the words name a subject ("Technical interview", "People interview"). */
function beforeTheTalk(text: string): Seat | null {
  const own = text.replace(
    /^[^\p{L}[]*(?:\[[^\]]{1,30}\]\s*)?(?:(?:round|step|stage|phase)\s*#?\d{1,2}\s*[:.)–—-]\s*)?[^\p{L}]*/iu,
    '',
  );
  const match = BEFORE.exec(own);
  const subject =
    match &&
    /\b(?:technical|tech|team|values?|culture|final|first|second|onsite|people(?! (?:ops|operations|partner|team))|peer|staff|lead(?=$)|leadership|management|engineering(?=$)|pm|panel|^(?:design|product|sales|marketing|support)(?=$))\b/i.test(
      match[1]!,
    );
  return match && !subject ? seat(match[1]!) : null;
}

/** "Ada Byron, CTO", "Jo, our operations manager" and "Camille from HR" are one person: a name, and the role behind it. */
function appositive(text: string): string {
  const match =
    /^(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2}),\s+(?:our |the )?(.+)$/u.exec(text) ??
    /^(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)?)(?:,\s+(?:our|the)|\s+(?:from|of|in)(?: our| the)?)\s+(.+)$/u.exec(text) ??
    /^(\p{Lu}[\p{L}'’-]+)(?:,\s+|\s+\()(?!who |which |that |and |or )((?:\p{Ll}|\p{Lu}\p{Lu}|[A-Z]\p{Ll}+\)|Head of|Director of|Chief ).*)$/u.exec(
      text,
    );
  return match && !namesAnInterviewer(match[1]!) ? match[2]! : text;
}
