import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, dateInZone, momentInZone, type CandidateActor, type Id } from '#libs/kernel/index.js';
import { FindLoops } from '#libs/scheduling/index.js';
import { startTestApi, type TestApi, type TestPerson } from '../../support/api.js';
import { buildApplication, buildCandidate, buildPool } from '../../support/builders.js';
import { change, imported } from '../postings/postings-api.js';
import { DAY_MS, doors, newApplicant, valueOf } from './world.js';

const PANEL = 'samples/postings/senior-backend-engineer.md';
const EASTERN = 'samples/postings/site-reliability-engineer-us.md';

describe('what a document says of hours and rounds', () => {
  let api: TestApi;
  let organizationId: Id;
  let recruiter: TestPerson;
  const clock = new FixedClock(new Date());
  beforeAll(async () => {
    api = await startTestApi({ clock, config: { processes: 'api' } });
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
  });
  afterAll(() => api.close());

  /** The document with other hours, as a posting whose every seat has a pool of two who are always there. */
  const published = async (file: string, said: RegExp, instead: string) => {
    // Who imports is signed in today.
    clock.set(new Date());
    const document = readFileSync(file, 'utf8');
    expect(document).toMatch(said);
    const posting = await imported(api, recruiter, document.replace(said, instead));
    for (const { seats, name } of posting.plan.stages)
      for (const { id: seatId, role } of seats) {
        const people = [await api.newPerson(organizationId, 'INTERVIEWER'), await api.newPerson(organizationId, 'INTERVIEWER')];
        const ids = people.map(({ id }) => id);
        const always = { zone: 'UTC', starts: '00:00', ends: '00:00' };
        const poolId = await buildPool(api.owner, organizationId, `${name}, ${role}, ${seatId}`, ids, always);
        expect(await change(api, recruiter, 'assignSeatPool', { seatId, poolId })).toMatchObject({
          __typename: 'PostingPayload',
        });
      }
    return posting;
  };

  /** The dates, first and last starts of an applicant's times, on their own clock; the team sees two people at each. */
  const days = async (candidate: CandidateActor, zone: string): Promise<Record<string, string>> => {
    const wanted = { applicationId: candidate.applicationId, to: new Date(clock.now().getTime() + 28 * DAY_MS), limit: 500 };
    const { slots } = valueOf(await doors(api).find.execute(candidate, wanted));
    const seen = valueOf(await doors(api).find.execute(recruiter.actor, wanted)).slots;
    expect(seen.map(({ startsAt }) => startsAt)).toEqual(slots.map(({ startsAt }) => startsAt));
    expect(seen.every(({ seats }) => new Set(seats.map(({ personId }) => personId)).size === 2)).toBe(true);
    const found = new Map<string, string[]>();
    for (const { startsAt } of slots) {
      const date = dateInZone(startsAt, zone);
      found.set(date, [...(found.get(date) ?? []), momentInZone(startsAt, zone).time]);
    }
    return Object.fromEntries([...found].map(([date, times]) => [date, `${times[0]}–${times.at(-1)}`]));
  };

  it('14:00 to 20:00 UTC: a panel of two meets candidates in Auckland, Kolkata and St. John’s at hours that are day there', async () => {
    const posting = await published(PANEL, /between 1 PM and 5 PM UTC, Monday to Thursday/, 'between 14:00 and 20:00 UTC');
    clock.set(new Date('2030-03-06T08:00:00Z'));
    expect(posting.coreHours).toMatchObject({ start: '14:00', end: '20:00', zone: 'UTC' });
    const panel = posting.plan.stages.find(({ kind }: { kind: string }) => kind === 'PANEL');
    expect(panel).toMatchObject({ durationMin: 45, seats: [{}, {}] });
    const at = { organizationId, posting: { ...posting, planId: posting.plan.id }, stageId: panel.id };
    const seen = async (zone: string) => days((await newApplicant(api, at, zone)).candidate, zone);
    const auckland = await seen('Pacific/Auckland');
    // Monday in Greenwich is Tuesday there; from seven in the morning until 20:00 UTC.
    expect(auckland).toMatchObject({ '2030-03-12': '07:00–08:15', '2030-03-16': '07:00–08:15' });
    expect(auckland['2030-03-11']).toBeUndefined();
    expect((await seen('Asia/Kolkata'))['2030-03-12']).toBe('19:30–21:15');
    // Newfoundland changes its clocks on Sunday 10 March.
    expect(await seen('America/St_Johns')).toMatchObject({ '2030-03-08': '10:30–15:45', '2030-03-11': '11:30–16:45' });
  });

  it('10 to 5 Eastern and about a week: the loop whose assessment is skipped fits into one, on both sides of both clock changes', async () => {
    const posting = await published(EASTERN, /11 AM - 4 PM Eastern/, '10 AM - 5 PM Eastern');
    expect(posting.coreHours).toMatchObject({ start: '10:00', end: '17:00', zone: 'America/New_York' });
    const { stages } = posting.plan;
    const assessment = stages.findIndex(({ skippableIf }: { skippableIf: string | null }) => skippableIf !== null);
    expect(stages[assessment]).toMatchObject({ kind: 'TAKE_HOME', takeHome: { effortHours: 1.5 } });
    const candidateId = await buildCandidate(api.owner, organizationId, { zone: 'Europe/Athens' });
    const stageId = stages[assessment + 1].id;
    const built = { ...posting, planId: posting.plan.id };
    const { id: applicationId } = await buildApplication(api.owner, organizationId, built, { candidateId, stageId });
    for (const [now, difference] of [
      ['2030-03-06T08:00:00Z', 7],
      ['2030-03-11T08:00:00Z', 6],
      ['2030-04-01T08:00:00Z', 7],
      ['2030-10-28T08:00:00Z', 6],
    ] as const) {
      clock.set(new Date(now));
      const { loops } = valueOf(await api.app.get(FindLoops).execute(recruiter.actor, { applicationId, longestDays: 7 }));
      const first = loops[0]!.rounds;
      expect(first.map(({ stageName }) => stageName)).toEqual(
        stages
          .slice(assessment + 1)
          .flatMap(({ name, seats }: { name: string; seats: object[] }) => (seats.length > 0 ? [name] : [])),
      );
      for (const { startsAt, endsAt } of first) {
        expect(momentInZone(startsAt, 'America/New_York').time >= '10:00').toBe(true);
        expect(momentInZone(endsAt, 'America/New_York').time <= '17:00').toBe(true);
      }
      // At ten in New York it is four or five in the afternoon in Athens.
      expect(Number(momentInZone(first[0]!.startsAt, 'Europe/Athens').time.slice(0, 2))).toBe(10 + difference);
    }
  });
});
