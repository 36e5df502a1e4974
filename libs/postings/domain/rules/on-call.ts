import { CONFIDENCE, allSentences, diagnose, noteFact, placeIn, sectionOf, type Reading } from '../reading.js';

const ON_CALL = /\bon[- ]call\b(?! with\b)|\b(?:carr(?:y|ies)|shares?|holds?) the pager\b/i;
const NEGATED =
  /\b(?:no|not|never|without|nobody|no one|isn['’]t|aren['’]t|won['’]t|don['’]t|doesn['’]t)\b[^.;]{0,40}\bon[- ]call\b|\bon[- ]call\b[^.;]{0,20}\b(?:is not|isn['’]t) (?:required|expected|part)/i;
const DUTY =
  /\b(?:rotat\w+|rota|schedule|duty|duties|shifts?|weeks?|weekdays?|weekends?|hours|noon|midnight|pager|support|escalation|am|pm|participate|share|take part|join|roster|follow-the-sun|(?:all|every) engineers?|everyone|everybody)\b/i;

/** The part of a sentence that says when: what stands in brackets or after a colon, when it speaks of time; else the whole sentence. */
function statement(text: string, at: number): { text: string; index: number } {
  const bracket = /\(([^()]{5,300})\)/.exec(text.slice(at));
  if (bracket && DUTY.test(bracket[1]!)) return { text: bracket[1]!.trim(), index: at + bracket.index + 1 };
  const label = /^\W{0,4}on[- ]call(?: \w+){0,2}\s*[:–—]\s*/i.exec(text);
  if (label && text.length > label[0].length)
    return { text: text.slice(label[0].length).replace(/[.\s]+$/, ''), index: label[0].length };
  return { text: text.replace(/[.\s]+$/, ''), index: 0 };
}

/** Reads what the document says of on-call duty, in its own words; null when it says nothing or that there is none. */
export function readOnCall(reading: Reading): string | null {
  for (const sentence of allSentences(reading)) {
    const match = ON_CALL.exec(sentence.text);
    const section = sectionOf(reading, sentence.block);
    const headed = section?.kind === 'on_call' && section.headingBlock !== sentence.block;
    if (section?.kind === 'process' || section?.headingBlock === sentence.block || (!match && !headed)) continue;
    if (NEGATED.test(sentence.text) || !DUTY.test(sentence.text)) continue;
    const said = statement(sentence.text, match?.index ?? 0);
    noteFact(reading, 'onCall', said.text, placeIn(sentence, said.index, said.text), 'on-call-sentence', CONFIDENCE.said);
    return said.text;
  }
  diagnose(reading, 'info', 'ON_CALL_MISSING', 1, 'The document says nothing of on-call duty.', 'onCall');
  return null;
}
