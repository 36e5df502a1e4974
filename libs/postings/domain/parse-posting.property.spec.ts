import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { isZone } from '#libs/kernel/index.js';
import { parsePosting } from './parse-posting.js';
import { ROUND_KINDS, type Fact } from './posting-document.js';

const FOLDERS = ['../../../samples/postings/', '../../../test/fixtures/postings/'].map(
  (folder) => new URL(folder, import.meta.url),
);
const SAMPLES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
);

/** A fact's range lies in the document and holds the words it came from, in their order; marks may stand between them. */
function expectRange(lines: readonly string[], { line, column, endLine = line, endColumn, text }: Fact): void {
  if (column === undefined) return;
  const marked =
    endLine === line
      ? lines[line - 1]!.slice(column - 1, endColumn! - 1)
      : [
          lines[line - 1]!.slice(column - 1),
          ...lines.slice(line, endLine - 1),
          lines[endLine - 1]!.slice(0, endColumn! - 1),
        ].join(' ');
  // A mark may stand inside a word too: "CEO*s*", "Senior[Engineer](…)s", "a<br>b".
  const slice = marked.replace(/\]\([^)]*\)|<!--.*?-->|<[^>]*>|[*_`\\[\]]/g, '');
  let from = 0;
  for (const word of text
    .replace(/\.\.\.$/, '')
    .split(/\s+/)
    .filter((one) => /^[\p{L}\p{N}]+$/u.test(one))
    .slice(0, -1)) {
    const at = slice.indexOf(word, from);
    if (at < 0) throw new Error(`"${word}" of "${text}" is not in "${slice}" (line ${line}, column ${column})`);
    from = at + word.length;
  }
}

/** What holds of every reading, whatever was read. */
function expectLawful(text: string): void {
  const posting = parsePosting(text, { sections: new Map([['intro', text.slice(0, 200)]]) });
  const lines = text.replace(/\r\n?/g, '\n').split('\n').length;
  // The reader's own net for faults of rules; nothing may fall into it.
  expect(posting.diagnostics.filter(({ code }) => code === 'UNREADABLE')).toEqual([]);
  for (const { line } of [...posting.diagnostics, ...posting.facts, ...posting.sections]) {
    expect(line >= 1 && line <= Math.max(1, lines)).toBe(true);
  }
  const source = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  for (const fact of posting.facts) expectRange(source, fact);
  for (const { confidence } of posting.facts) expect(confidence > 0 && confidence < 1).toBe(true);
  if (posting.coreHours) {
    expect(posting.coreHours.start < posting.coreHours.end).toBe(true);
    expect(isZone(posting.coreHours.zone)).toBe(true);
  }
  posting.rounds.forEach((round, index) => {
    expect(round.order).toBe(index + 1);
    expect(ROUND_KINDS).toContain(round.kind);
    expect(round.name).not.toBe('');
    for (const { role, pool } of round.seats) expect(role !== '' && pool.length > 0).toBe(true);
  });
  expect(posting.planSource).toBe(posting.rounds.length > 0 ? 'document' : 'default');
  expect(JSON.parse(JSON.stringify(posting))).toEqual(posting);
}

const WORDS =
  '# |## |- |1. |**|_|`|---\n|\n|\n\n| |(|)|[|]|<div>|</li>|<!--|-->|{{#include intro}}|> || a | b |\n|Interview process|Round 1:|Offer|45 min|core hours|10 AM - 5 PM|22:00-03:00|Eastern|Mars/Phobos|UTC+3|$100k|€50-60k per year|CTO/CEO|engineer|Senior Backend Engineer|and|with our|may be skipped if|remote|US, Canada|anywhere in the world|must live in|title: x|\u0000|ðŸ’°|é|\ud83d|on call'.split(
    '|',
  );

describe('reading any text', () => {
  it('answers a lawful document for random strings', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), expectLawful), { numRuns: 300 });
  });

  it('answers a lawful document for anything made of the words of postings', () => {
    const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''));
    fc.assert(fc.property(text, expectLawful), { numRuns: 500 });
  });

  it('answers a lawful document for samples with pieces cut, doubled, swapped or replaced', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(80),
      put: fc.constantFrom(...WORDS, ''),
    });
    const mutated = fc.tuple(fc.constantFrom(...SAMPLES), fc.array(edit, { minLength: 1, maxLength: 8 })).map(([sample, edits]) =>
      edits.reduce((text, { at, cut, put }) => {
        const from = Math.floor(at * text.length);
        return text.slice(0, from) + put + text.slice(from + cut);
      }, sample),
    ); // prettier-ignore
    fc.assert(fc.property(mutated, expectLawful), { numRuns: 200 });
  });

  it('reads the same from a document with Windows line ends and a byte order mark', () => {
    for (const sample of SAMPLES) {
      expect(parsePosting(`\uFEFF${sample.replace(/\r?\n/g, '\r\n')}`)).toEqual(parsePosting(sample));
    }
  });

  it('answers a lawful document for every sample', () => SAMPLES.forEach(expectLawful));

  it('takes no more than a few times as long for four times the text, whatever is repeated', () => {
    const pieces = ['a ', '**a ', '- call\n', '1 x ', 'Ab Cd ', '(a ', 'A | b | c ', 'interview with a, ', '$10 ', 'remote in ', '| a | b |\n', 'then a call, ', 'at Foo Bar Baz ', 'x', 'a@b.', '\n\nA: b\n', '# A\n', '<b>', '{{#include x}}', '→ call ', '`a', '&a', '![a](', '\\\\', '[a]: b\n', '- a\n\n', '1. a\n   b\n', '**A.** b\n', 'Acme Works, Ghent\n\n', '📍 a\n', '| a | b | c |\n', 'Pay – a\n', 'A : b\n', '> - a\n', '\t- a\n', '~~a', '<!-- a', '**A** – b | ', 'two engineers and a b, ', 'a\u0301', '\u00a0', 'or ', '[a](b', '***', '+ a\n+ b\n\n', '1) a\n']; // prettier-ignore
    const time_ms = (piece: string, times: number): number => {
      const text = `# Engineer\n\n## Interview process\n\n${piece.repeat(times)}`;
      // The processor's time, as the machine does other things too.
      const from = process.cpuUsage();
      parsePosting(text);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    };
    for (const piece of pieces) {
      const ratio = (): number => time_ms(piece, 4000) / Math.max(time_ms(piece, 1000), 5);
      // A machine that does other things too may be slow once; what grows with the square is slow every time.
      let best = ratio();
      for (let again = 0; best > 12 && again < 2; again++) best = Math.min(best, ratio());
      if (best > 12) throw new Error(`"${piece}" takes ${best.toFixed(1)} times as long when it is four times as much`);
    }
  });
});
