import fc from 'fast-check';
import type { Invitation } from '#libs/notifications/index.js';

/** Text as people write it, and as people who look for trouble write it. */
const unruly = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'Ana "the Rock" López; PhD, MSc',
    'Zoë 👩🏽‍💻 O’Neill',
    'a\r\nATTENDEE:mailto:eve@x.org',
    'back\\slash^n',
    ': ; , "',
    'مريم العلي',
    '李小龍',
    '\u202egnp.exe',
    '',
  ),
);
const email = fc.constantFrom(
  'noor@example.org',
  "o'brien+jobs@mail.example",
  'a@x.co',
  'someone.with.a.very.long.mailbox.name.indeed@a.very.long.domain.name.example',
);
const instant_s = fc.integer({ min: Date.UTC(2024, 0, 1) / 1000, max: Date.UTC(2034, 0, 1) / 1000 });

/** Any calendar message that Rounds could be made to send. */
export const anyInvitation: fc.Arbitrary<Invitation> = fc
  .record({
    uid: fc.uuid().map((id) => `interview-${id}@kestrel.example`),
    sequence: fc.nat({ max: 1000 }),
    method: fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
    start_s: instant_s,
    length_min: fc.integer({ min: 1, max: 600 }),
    now_s: instant_s,
    summary: unruly,
    description: fc.option(
      fc.array(unruly, { maxLength: 5 }).map((lines) => lines.join('\n')),
      { nil: undefined },
    ),
    location: fc.option(unruly, { nil: undefined }),
    url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true }), { nil: undefined }),
    organizer: fc.record({ name: unruly, email }),
    attendee: fc.record({
      name: unruly,
      email,
      role: fc.constantFrom('REQUIRED' as const, 'OPTIONAL' as const, 'CHAIR' as const),
      partstat: fc.constantFrom('NEEDS-ACTION' as const, 'ACCEPTED' as const, 'DECLINED' as const, 'TENTATIVE' as const),
    }),
  })
  .map(({ start_s, length_min, now_s, attendee, ...rest }) => ({
    ...rest,
    startsAt: new Date(start_s * 1000),
    endsAt: new Date((start_s + length_min * 60) * 1000),
    attendees: [attendee],
    now: new Date(now_s * 1000),
  }));
