import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '#libs/kernel/index.js';
import { Html } from '#libs/platform/index.js';
import { type StandingView, type TakeHomeView, standingPage, takeHomePage } from './candidate-pages.js';
import { candidateWords } from './candidate-words.js';
import { mailStopPage } from './mail-stop-page.js';
import { type ScheduleView, schedulePage } from './schedule-page.js';
import { sentMailsPage } from './sent-mails-page.js';

const AT = new Date('2030-10-25T12:00:00Z');
const ZONE = 'Europe/Berlin';
/** The same in both languages: a place in a template, or a word that German has taken over. */
const ALIKE = new Set(['standing.states.CONFIRMED']);

/** Every sentence of a catalogue by its place; those that are made are made of the same things. */
function sentences(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  const look = (value: unknown, at: string): void => {
    if (typeof value === 'string') found.set(at, value);
    else if (typeof value === 'object' && value !== null && !(value instanceof Html))
      for (const [name, inner] of Object.entries(value)) look(inner, at === '' ? name : `${at}.${name}`);
  };
  const words = candidateWords(language);
  look(words, '');
  const { standing, step, data, schedule, loop, takeHome } = words;
  const made = {
    ...{ when: words.when(AT, ZONE), day: words.day(AT, ZONE), span: words.span(AT, new Date(AT.getTime() + 3_600_000), ZONE) },
    ...{ applied: standing.applied('Jo', 'x'), broken: standing.broken('x'), promised: standing.promised('x').markup },
    ...{ meant: standing.meant('x'), write: standing.write(new Html('x')).markup, coming: step.coming('A', 'x') },
    ...{ assignment: step.assignment('A'), choose: step.choose('A'), reviewing: step.reviewing('A'), waiting: step.waiting('A') },
    ...{ consented: data.consented('x', 'A'), kept: data.kept(90), asked: data.asked('x', 'y'), settled: data.settled(true, '') },
    ...{ declined: data.settled(false, ''), hours: takeHome.hours(3), minutes: schedule.minutes(45) },
    ...{
      writeInstead: schedule.writeInstead(new Html('x')).markup,
      timesIn: schedule.timesIn('x'),
      zoneHere: schedule.zoneHere('x'),
      elsewhere: schedule.elsewhere('x', 'y'),
      clocks: schedule.clocks('x', 'y'),
    },
    ...{ keptUntil: schedule.keptUntil('x'), tellUs: schedule.tellUs('x'), none: schedule.nothing('No time.', false) },
    ...{ otherWay: loop.otherWay('x'), allIn: loop.timesIn('x'), onOneDay: loop.onOneDay('3 h'), within: loop.within(3) },
    ...{ one: loop.within(1), ownTimes: schedule.nothing('No time.', true) },
  };
  look(made, 'made');
  return found;
}

const frame = (language: Language) => ({
  ...{ organization: { name: 'Kestrel', slug: 'kestrel', contactEmail: 'jobs@kestrel.example' }, postingTitle: 'Rust', language },
  said: { kind: 'good' as const, text: candidateWords(language).said.booked },
});

function standing(language: Language, promise: StandingView['promise']): StandingView {
  const words = candidateWords(language);
  return {
    ...{
      ...frame(language),
      candidateName: 'Jo Weber',
      status: 'ACTIVE',
      appliedOn: words.day(AT, ZONE),
      promise,
      answerBy: 'x',
    },
    stages: [
      { name: 'S1', where: 'done' },
      { name: 'S2', where: 'here' },
    ],
    next: { text: words.step.choose('S2'), link: { href: '/s/x', label: words.standing.chooseTime } },
    interviews: [
      { name: 'S1', when: words.when(AT, ZONE), state: words.standing.states.HELD!, meetingUrl: 'https://meet.example' },
    ],
    ...{ consentedOn: 'x', keptDays: 90, requests: [{ kind: 'ACCESS', open: false, text: words.data.settled(true, '') }] },
    questionsHref: '/a/x/questions',
    mailsHref: '/a/x/mails',
  };
}

function schedule(language: Language, booked: boolean): ScheduleView {
  const words = candidateWords(language);
  const round = { stageName: 'S3', when: words.when(AT, ZONE), booked: true };
  return {
    ...{
      ...frame(language),
      stageName: 'S2',
      durationMin: 45,
      zone: ZONE,
      zones: [ZONE],
      nothing: null,
      typed: {},
      today: '2030-10-01',
    },
    loop: {
      loops: [{ starts: 'x', lasts: words.loop.onOneDay('2 h'), rounds: [round] }],
      ...{ nothing: null, held: { starts: 'x', until: words.clock(AT, ZONE), rounds: [round] } },
    },
    otherRounds: [{ stageName: 'S3', when: words.when(AT, ZONE), href: '?round=x' }],
    days: [
      {
        day: words.day(AT, ZONE),
        elsewhere: words.schedule.elsewhere('x', 'y'),
        slots: [{ startsAt: AT.toISOString(), time: '14:00' }],
      },
    ],
    clockChanges: [words.schedule.clocks('x', 'y')],
    held: { startsAt: 'x', when: words.when(AT, ZONE), until: words.clock(AT, ZONE) },
    ...{ named: [words.span(AT, AT, ZONE)], mayName: true },
    booked: booked ? { id: 'x', version: 1, when: 'x', meetingUrl: 'https://meet.example', mayCancel: true } : null,
  };
}

function takeHome(language: Language, cancelled: boolean): TakeHomeView {
  const words = candidateWords(language);
  const handedIn = { when: words.when(AT, ZONE), late: true, url: null, fileName: null, note: '' };
  return {
    ...{ ...frame(language), stageName: 'S2', briefParagraphs: [], effort: words.takeHome.hours(3), due: words.when(AT, ZONE) },
    ...{ handedIn: cancelled ? null : handedIn, canSubmit: true, cancelled, version: 1, values: { url: '', note: '' } },
  };
}

/** All pages with everything that they can show. */
const pages = (language: Language): string =>
  [
    ...[{ by: 'x', broken: false }, { by: 'x', broken: true }, null].map((promise) => standingPage(standing(language, promise))),
    ...[[], [{ subject: 'S5', sentAt: AT, language, text: null }]].map((mails) =>
      sentMailsPage({ ...frame(language), home: '/a/x', zone: ZONE, mails }),
    ),
    ...[true, false].map((booked) => schedulePage(schedule(language, booked))),
    ...[true, false].map((cancelled) => takeHomePage(takeHome(language, cancelled))),
  ].join('\n');

describe('the words of a candidate’s own pages', () => {
  it('are others in every language, for the same things', () => {
    const [english, german] = LANGUAGES.map(sentences) as [Map<string, string>, Map<string, string>];
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [at, words] of english) if (!ALIKE.has(at)) expect([at, german.get(at)]).not.toEqual([at, words]);
  });

  it('are all that a page says: in German none of the English ones is left', () => {
    expect(pages('en')).toContain('<html lang="en">');
    const page = pages('de');
    expect(page.match(/<html lang="de">/g)).toHaveLength(9);
    for (const words of sentences('en').values()) if (words.length > 5) expect(page).not.toContain(words);
    expect(page).not.toMatch(/>[^<]*\b(?:the|you|your|is|are|to|of|when|optional)\b[^<]*</i);
  });

  it('say a day and a time as Germans do, with the zone', () => {
    const { when, clock, span } = candidateWords('de');
    expect(when(AT, ZONE)).toBe('Freitag, 25. Oktober 2030, 14:00 Uhr MESZ (UTC+2)');
    expect(clock(AT, ZONE)).toBe('14:00 Uhr');
    expect(span(AT, new Date(AT.getTime() + 3_600_000), ZONE)).toContain(' bis Freitag, 25. Oktober 2030, 15:00 Uhr');
  });

  it('are German where mails are ended, too', () => {
    const reader = { organization: 'Kestrel', address: 'jo@mail.example', what: 'Erinnerungen' };
    for (const stopped of [true, false]) {
      const page = mailStopPage({ ...reader, stopped, language: 'de' });
      expect(page).toMatch(/<html lang="de">[^]*jo@mail\.example bekommt von Kestrel[^]*: Erinnerungen\./);
      expect(page).not.toMatch(/>[^<]*\b(?:the|you|no more|mails that)\b[^<]*</i);
      expect(mailStopPage({ ...reader, stopped, language: 'en' })).toContain('<html lang="en">');
    }
  });

  it('say in German what was refused and what to do, also where a use case says something new', () => {
    const { refused } = candidateWords('de');
    const message = 'Something English.';
    expect(refused({ code: 'SLOT_TAKEN', message })).toContain('gerade jemand anders');
    expect(refused({ code: 'INVALID_INPUT', message, field: 'input.windows.1' } as never)).toContain('vier Wochen');
    expect(refused({ code: 'SOMETHING_NEW', message })).toMatch(/nichts geändert/);
    expect(candidateWords('en').refused({ code: 'SLOT_TAKEN', message })).toBe(message);
  });
});
