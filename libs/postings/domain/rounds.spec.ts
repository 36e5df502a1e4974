import { describe, expect, it } from '@jest/globals';
import { parsePosting } from './parse-posting.js';
import type { PostingDocument, Round } from './posting-document.js';

const posting = (process: string): PostingDocument => parsePosting(`# Backend Engineer\n\n## Interview process\n\n${process}\n`);
const rounds = (...items: string[]): readonly Round[] => posting(items.map((item) => `- ${item}`).join('\n')).rounds;
const pools = (item: string): (readonly string[])[] => rounds('Phone screen', item)[1]!.seats.map(({ pool }) => pool);

describe('rounds', () => {
  it.each([
    ['bullets', '- Phone screen\n- Technical interview\n'],
    ['numbers that are all 1', '1. Phone screen\n1. Technical interview\n'],
    ['headings', '### Phone screen\n\nWe talk.\n\n### Technical interview\n\nYou code.\n'],
    ['numbered paragraphs', 'Step 1: Phone screen\n\nStep 2: Technical interview\n'],
    ['bold numbers', '**1. Phone screen**\n\nWe talk.\n\n**2. Technical interview**\n\nYou code.\n'],
  ])('are read from %s', (_, process) => {
    expect(posting(process).rounds.map(({ kind }) => kind)).toEqual(['SCREEN', 'TECHNICAL']);
  });

  it('do not count the bullets inside them', () => {
    const read = posting(
      '### Technical interview (90 minutes)\n\n- Code review (15-20 minutes)\n- Questions (~five minutes)\n\n### Values interview (60 minutes)\n\n- Talk (10 minutes)\n',
    );
    expect(read.rounds.map(({ name, durationMin }) => [name, durationMin])).toEqual([
      ['Technical interview', 90],
      ['Values interview', 60],
    ]);
  });

  it('do not count applying or a list that is no process', () => {
    expect(posting('- You apply here\n- Phone screen\n- Technical interview').rounds).toHaveLength(2);
    expect(posting('- Be yourself\n- Bring water')).toMatchObject({ rounds: [], planSource: 'default' });
  });

  it.each([
    ['Call (30m)', 30, 30],
    ['[1 hour 30 minutes] Interview', 90, 90],
    ['Interview, 30-45 mins', 30, 45],
    ['15/20 minutes call', 15, 20],
    ['Take-home task (< 2 hours)', null, 120],
    ['Take-home task, up to 4 hours', null, 240],
    ['~five minutes call', 5, 5],
    ['An hour and a half? No: a 1.5 hr interview', 60, 60],
    ['Half an hour call', 30, 30],
    ['On-site interviews, full day', null, null],
    ['Chat within 10 days', null, null],
  ])('take from "%s" %s to %s minutes', (item, durationMin, durationMax) => {
    expect(rounds('Phone screen', item)[1]).toMatchObject({ durationMin, durationMax });
  });

  it.each([
    ['Interview with our CTO/CEO', [['CTO', 'CEO']]],
    ['Interview with the CTO or the CEO', [['CTO', 'CEO']]],
    ['Interview with our frontend engineer and designer', [['frontend engineer'], ['designer']]],
    ['Interview with a product manager, a designer and an engineer', [['product manager'], ['designer'], ['engineer']]],
    ['Interview with two of our engineers', [['engineers'], ['engineers']]],
    ['Interview with the Head of Design', [['Head of Design']]],
    ['Interview with Ada Byron, CTO', [['CTO']]],
    ['Interview with someone from another team', [['someone from another team']]],
    ['Interview about your work with distributed systems', []],
    ['Hiring manager interview', [['Hiring manager']]],
  ])('seat %s', (item, expected) => {
    expect(pools(item)).toEqual(expected);
  });

  it.each([
    ['Take-home challenge', 'TAKE_HOME'],
    ['Pair programming session', 'TECHNICAL'],
    ['Panel interview', 'PANEL'],
    ['Culture interview', 'INTERVIEW'],
    ['We make you an offer', 'OFFER'],
    ['Offer', 'OFFER'],
    ['Discussion of your take-home task with an engineer', 'TECHNICAL'],
  ])('take "%s" for %s', (item, kind) => {
    expect(rounds('Phone screen', item)[1]!.kind).toBe(kind);
  });

  it('keep skip rules in their words, and mark what is optional', () => {
    expect(rounds('Phone screen', 'Coding test (may be skipped if you have published code)')[1]).toMatchObject({
      kind: 'TAKE_HOME',
      skippableIf: 'you have published code',
      optional: false,
    });
    expect(rounds('Phone screen', 'Coffee with the team (optional)')[1]).toMatchObject({ skippableIf: null, optional: true });
  });

  it('are counted against the number the text states', () => {
    const read = posting('There are three rounds:\n\n- Phone screen\n- Technical interview\n');
    expect(read.diagnostics.map(({ code }) => code)).toContain('ROUND_COUNT_MISMATCH');
  });

  it('may take a time as a whole', () => {
    expect(posting('The whole process takes about two weeks.\n\n- Phone screen\n- Technical interview\n').processDuration).toBe(
      'about two weeks',
    );
  });
});
