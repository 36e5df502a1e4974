import { isAPlace, isKnownPlace, splitPlaces } from '../places.js';
import { CONFIDENCE, allSentences, diagnose, noteFact, placeIn, type Reading, type Sentence } from '../reading.js';

const NAME = String.raw`(\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)?(?:, \p{Lu}[\p{L}.]+)?)`;

/** A sentence that tells where the job is. */
interface Form {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly confidence: number;
  /** Only in the first blocks of the page, where it speaks of the job and of nothing else. */
  readonly early: boolean;
  /** The words around it are so common that only a place that is known for one counts. */
  readonly knownOnly: boolean;
}

const FORMS: readonly Form[] = [
  { rule: 'place-and-way', pattern: new RegExp(String.raw`^\W{0,3}${NAME},? [([]?(?:on[- ]?site|hybrid|in[- ]person|in (?:the|our) office)\b`, 'u'), confidence: CONFIDENCE.likely, early: true, knownOnly: false },
  { rule: 'place-or-remote', pattern: new RegExp(String.raw`^\W{0,3}${NAME},? or (?:fully )?remote\b`, 'u'), confidence: CONFIDENCE.likely, early: true, knownOnly: false },
  { rule: 'kind-and-place', pattern: new RegExp(String.raw`^\W{0,3}(?:[Ff]ull|[Pp]art)[- ]time\b[^.]{0,60}?\bin ${NAME}`, 'u'), confidence: CONFIDENCE.likely, early: true, knownOnly: false },
  { rule: 'job-is-in', pattern: new RegExp(String.raw`\b(?:[Tt]he|[Tt]his) (?:job|position|role|work|post) (?:is|will be) (?:based |located |situated )?(?:in|at|out of) (?:our )?${NAME}(?! team\b)`, 'u'), confidence: CONFIDENCE.said, early: false, knownOnly: false },
  { rule: 'hiring-in', pattern: new RegExp(String.raw`\b(?:looking for|hiring|seeking|recruiting|searching for) (?:an?|our|the|two|three)\b [^.;:]{3,90}? (?:in|at our office in) ${NAME}`, 'u'), confidence: CONFIDENCE.likely, early: false, knownOnly: true },
]; // prettier-ignore

function told(reading: Reading, { rule, pattern, confidence, early, knownOnly }: Form): string | null {
  const first = new Set(reading.blocks.slice(0, 6));
  for (const sentence of allSentences(reading)) {
    if (early && (!first.has(sentence.block) || sentence.block.kind === 'heading')) continue;
    const match = pattern.exec(sentence.text.slice(0, 600));
    const name = match?.[1]!.replace(/[.\s]+$/, '');
    if (!match || !name || !isAPlace(name) || (knownOnly && !isKnownPlace(name))) continue;
    noteFact(reading, 'locations', name, placeIn(sentence, match.index, match[0]), rule, confidence);
    return name;
  }
  return null;
}

/** "Wolkenwerk GmbH, Hamburg" below the title, or a town that stands alone behind the kind of employment ("Part-time. Bristol."). */
function standingAlone(reading: Reading): string | null {
  for (const block of reading.blocks.slice(0, 5)) {
    const named =
      block === reading.blocks[1] && block.kind === 'heading' && block.depth > 1 && placeBehindName(block.text) !== null;
    if ((block.kind === 'heading' && !named) || block.kind === 'row' || block.text.length > 120) continue;
    const kind = /^\W*(?:full|part)[- ]time\b/i.test(block.text) || (block.kind === 'item' && isKnownPlace(block.text));
    for (const sentence of reading.sentences.filter((one) => one.block === block)) {
      const name = lastPlace(sentence, kind);
      if (!name) continue;
      const at = placeIn(sentence, sentence.text.indexOf(name), name);
      noteFact(reading, 'locations', name, at, 'place-alone', CONFIDENCE.likely);
      return name;
    }
  }
  return null;
}

function lastPlace({ text }: Sentence, behindAKind: boolean): string | null {
  const bare = text.replace(/[.\s]+$/, '');
  if (bare.length > 60) return null;
  const place = placeBehindName(bare);
  if (place) return place;
  const last = splitPlaces(bare).at(-1) ?? '';
  if (behindAKind && last === bare && /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?$/u.test(bare)) return bare;
  // Two names with a comma between them: who, and where.
  return /^\p{Lu}[^,.]{1,40}, \p{Lu}[^.]{1,40}$/u.test(bare) && last !== bare && bare.endsWith(last) && isKnownPlace(last)
    ? last
    : null;
}

const WORD = String.raw`\p{Lu}[\p{L}’'&.-]*`;
const NAME_AND_PLACE = new RegExp(
  String.raw`^(${WORD}(?: (?:of |and |the |for |& )?${WORD})+), (${WORD}(?: ${WORD}){0,2}(?:, ${WORD}(?: ${WORD})?)?)$`,
  'u',
);

/** "Elmfield Surgery, York": nothing but a name of several words and a town, below the title. */
export function placeBehindName(line: string): string | null {
  const match = NAME_AND_PLACE.exec(line.replace(/\s\([A-Z]{2}\)$/, ''));
  return match && !isKnownPlace(line) && !isKnownPlace(match[1]!) && isAPlace(match[2]!) ? match[2]! : null;
}

/** "a remote-first company based in London": the company's seat stands for the place when nothing else does. */
function seatOfCompany(reading: Reading): string | null {
  for (const sentence of allSentences(reading)) {
    const match =
      /\b(?:(?:company|start-?up|organi[sz]ation|team|studio|agency) (?:is )?based in|(?:company|start-?up|agency|studio|firm|cooperative|consultancy) of [\p{L}\d]+(?: people)? in|(?:agency|studio|firm|cooperative|consultancy) in(?=[^.]{3,30}, (?:is|are) (?:looking|hiring|seeking))) (\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)?(?:, \p{Lu}[\p{L}.]+)?)/u.exec(
        sentence.text,
      );
    if (!match) continue;
    noteFact(reading, 'locations', match[1]!, placeIn(sentence, match.index, match[0]), 'company-based-in', CONFIDENCE.weak);
    const message = `"${match[1]!}" is where the company is; whether the work is there is not said. Confirm or drop it.`;
    diagnose(reading, 'warning', 'LOCATION_OF_COMPANY', reading.facts.at(-1)!.line, message, 'locations');
    return match[1]!;
  }
  return null;
}

/** "You'd be based in Chicago, Toronto or Denver": all of them, each known for a place. */
function whereYouSit(reading: Reading): readonly string[] {
  for (const sentence of allSentences(reading)) {
    const match = /\b[Yy]ou(?:'d|’d|'ll|’ll| will| would) be (?:based|located|working) in (\p{Lu}[^.;:()]{1,80})/u.exec(
      sentence.text,
    );
    const parts = splitPlaces(match?.[1] ?? '');
    const end = parts.findIndex((part) => !isKnownPlace(part));
    // "Denver and travel" ends the list of places.
    const last = end >= 0 ? splitPlaces(parts[end]!.split(/\s+(?=\p{Ll})/u)[0]!).filter(isKnownPlace) : [];
    const places = [...(end >= 0 ? parts.slice(0, end) : parts), ...last];
    if (!match || places.length === 0) continue;
    for (const place of places)
      noteFact(reading, 'locations', place, placeIn(sentence, match.index, match[0]), 'you-sit-in', CONFIDENCE.said);
    return places;
  }
  return [];
}

/** The places of work that sentences tell, where no label, section or heading does. */
export function placesInProse(reading: Reading): readonly string[] {
  const places = whereYouSit(reading);
  if (places.length > 0) return places;
  for (const form of FORMS) {
    const name = told(reading, form);
    if (name) return [name];
  }
  const one = standingAlone(reading) ?? seatOfCompany(reading);
  return one === null ? [] : [one];
}
