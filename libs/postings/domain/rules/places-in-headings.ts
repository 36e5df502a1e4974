import { isKnownPlace, readPlace, splitPlaces } from '../places.js';
import { CONFIDENCE, type Place, type Reading } from '../reading.js';
import { type Collected, frontMatterBlock, setRemote, takeParts } from './collect-places.js';
import { type TitleReading } from './title.js';

/** "(Remote US and Canada)", "(Remote)", "Backend Engineer - Remote, EU" in the title or a heading. */
export function fromHeadings(into: Collected, reading: Reading, title: TitleReading): void {
  const titleFact = reading.facts.find(({ field }) => field === 'title');
  if (!title.heading && titleFact && /\bremote\b/i.test(titleFact.text)) {
    const at = {
      block: { ...frontMatterBlock(reading, 'title'), line: titleFact.line, starts: [[0, titleFact.line] as const] },
      index: 0,
      text: titleFact.text,
    };
    takeHeading(into, reading, titleFact.text, at);
  }
  for (const [at, block] of reading.blocks.entries()) {
    // "[Hiring] [Remote: Americas] Game Developer": a page's first line of brackets.
    const opens = at === 0 && block.kind === 'paragraph' && /^\s*\[[^\]]{2,60}\]\s*\S/.test(block.text);
    if ((block.kind === 'heading' || opens) && block.codes.length === 0)
      takeHeading(into, reading, block.text, { block, index: 0, text: block.text });
  }
}

/** "Internship (San Francisco)": a place that is surely one, in brackets behind the job's name. */
export function fromTitleBracket(into: Collected, reading: Reading, { heading }: TitleReading): void {
  const match = /(?:[([]([^)\]]{2,60})[)\]]\W*|\s[–—-]\s([^–—]{2,60}))$/.exec(
    heading?.text.replace(/\s*[([](?:hybrid|remote|on-?site)[^)\]]*[)\]]\W*$/i, '') ?? '',
  );
  const places = splitPlaces(match?.[1] ?? match?.[2] ?? '');
  if (!heading || into.locations.length > 0 || !places.every(isKnownPlace)) return;
  const at = { block: heading, index: 0, text: heading.text };
  for (const place of places) takeParts(into, reading, place, at, 'title-bracket', CONFIDENCE.likely);
}

function takeHeading(into: Collected, reading: Reading, text: string, at: Place): void {
  const match =
    /[([]\s*(?:open to |fully |100 ?% )?remote\b[\s,:–—-]*([^)\]]*)[)\]]/i.exec(text) ??
    /\s[–—-]\s*remote\b[\s,:–—-]*(.*)$/i.exec(text);
  if (!match) return;
  setRemote(into, reading, at, 'remote-in-heading', CONFIDENCE.said);
  const where = match[1]!.replace(/^(?:in|within|from)\s+/i, '').replace(/\s+time ?zones?$/i, '');
  const places = splitPlaces(where);
  if (places.every((place) => readPlace(place).kind !== 'other'))
    takeParts(into, reading, where, at, 'remote-in-heading', CONFIDENCE.said);
}
