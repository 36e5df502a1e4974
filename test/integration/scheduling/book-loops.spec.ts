import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MoveApplication } from '#libs/applications/index.js';
import { signLink } from '#libs/identity/index.js';
import { FixedClock, type CandidateActor, type Id } from '#libs/kernel/index.js';
import { BookLoop, FindLoops, RequestLoop } from '#libs/scheduling/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildApplication, buildCandidate, buildPool, buildPosting } from '../../support/builders.js';
import { codeOf, DAY_MS, doors, doubleBookings, eventsOf, valueOf } from './world.js';

/** A Monday. */
const NOW = new Date('2030-03-04T08:00:00Z');

describe('booking a whole loop', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: new FixedClock(NOW), config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  /** Three rounds with an assessment of three days before the last; the last two share their interviewer. */
  const build = async () => {
    const organizationId = await api.newOrganization();
    const recruiter = await api.newPerson(organizationId, 'RECRUITER');
    const hours = { zone: 'UTC', starts: '09:00', ends: '17:00' };
    const pool = async (name: string) => {
      const person = await api.newPerson(organizationId, 'INTERVIEWER', { name });
      return buildPool(api.owner, organizationId, name, [person.id], hours);
    };
    const [first, both] = [await pool('Ada'), await pool('Grace')];
    const round = (name: string, poolId: Id) => ({ name, durationMin: 45, selfSchedule: true, seats: [{ role: name, poolId }] });
    const posting = await buildPosting(api.owner, organizationId, {
      stages: [
        round('Screen', first),
        round('Manager', both),
        { name: 'Assessment', kind: 'TAKE_HOME', durationMin: null, takeHome: { effortHours: 1, dueDays: 3 } },
        round('Founder', both),
        { name: 'Offer', kind: 'OFFER', durationMin: null },
      ],
    });
    const apply = async (stage = 0) => {
      const candidateId = await buildCandidate(api.owner, organizationId, { zone: 'UTC' });
      const { id } = await buildApplication(api.owner, organizationId, posting, {
        candidateId,
        stageId: posting.stages[stage]!.id,
      });
      return { kind: 'candidate', organizationId, applicationId: id, candidateId } satisfies CandidateActor;
    };
    return { organizationId, recruiter, posting, apply };
  };
  const ask = async (world: Awaited<ReturnType<typeof build>>, applicationId: Id) =>
    valueOf(await api.app.get(RequestLoop).execute(world.recruiter.actor, { applicationId, pace: 'ANY', longestDays: 7 }));
  const startsOf = async (actor: CandidateActor) => {
    const { loops } = valueOf(await api.app.get(FindLoops).execute(actor, {}));
    return loops.map(({ rounds }) => rounds.map(({ startsAt }) => startsAt));
  };
  const interviews = async (applicationId: Id) => {
    const { rows } = await api.owner.query<{ id: Id; name: string; state: string; at: Date }>(
      `SELECT i.id, s.name, i.state, lower(i.during) AS at FROM interviews i JOIN plan_stages s ON s.id = i.stage_id WHERE application_id = $1 ORDER BY lower(i.during)`,
      [applicationId],
    );
    return rows;
  };

  it('is for who was asked, once for each round, all of it or nothing; who is slower is told and has lost nothing', async () => {
    const world = await build();
    const [quick, slow] = [await world.apply(), await world.apply()];
    expect(codeOf(await api.app.get(FindLoops).execute(quick, {}))).toBe('NOTHING_TO_SCHEDULE');
    expect(codeOf(await api.app.get(BookLoop).book(quick, { startsAt: [new Date('2030-03-06T10:00Z')] }))).toBe(
      'NOTHING_TO_SCHEDULE',
    );
    await ask(world, quick.applicationId);
    await ask(world, slow.applicationId);
    const mails = await api.owner.query(`SELECT template, state FROM mails WHERE application_id = $1`, [quick.applicationId]);
    expect(mails.rows).toEqual([{ template: 'schedule-now', state: 'DECIDED' }]);
    const [startsAt] = await startsOf(quick);
    const { loops } = valueOf(await api.app.get(FindLoops).execute(quick, {}));
    expect(loops[0]!.rounds.map(({ stageName, seats }) => [stageName, seats])).toEqual([
      ['Screen', []],
      ['Manager', []],
      ['Founder', []],
    ]);
    expect(startsAt![2]!.getTime() - startsAt![1]!.getTime()).toBeGreaterThanOrEqual(3 * DAY_MS);
    const book = (actor: CandidateActor) => api.app.get(BookLoop).book(actor, { startsAt: startsAt!, idempotencyKey: 'once' });
    const results = await Promise.all([book(quick), book(slow)]);
    expect(results.map(codeOf).sort()).toEqual(['SLOT_TAKEN', 'ok']);
    const [winner, loser] = codeOf(results[0]!) === 'ok' ? [quick, slow] : [slow, quick];
    expect(valueOf(await book(winner)).interviewIds).toHaveLength(3);
    expect((await interviews(winner.applicationId)).map(({ name, state, at }) => [name, state, at])).toEqual([
      ['Screen', 'CONFIRMED', startsAt![0]],
      ['Manager', 'CONFIRMED', startsAt![1]],
      ['Founder', 'CONFIRMED', startsAt![2]],
    ]);
    expect(await interviews(loser.applicationId)).toEqual([]);
    expect((await startsOf(loser)).length).toBeGreaterThan(0);
    const names = (await eventsOf(api, winner.applicationId)).map(({ name }) => name);
    expect(names.filter((name) => name === 'InterviewBooked')).toHaveLength(3);
    expect(await doubleBookings(api)).toBe(0);
  });

  it('can be asked before the first round has come, and again, with one request to answer', async () => {
    const world = await build();
    const actor = await world.apply(2);
    const first = await ask(world, actor.applicationId);
    expect(await ask(world, actor.applicationId)).toMatchObject({ requestId: first.requestId });
    const [startsAt] = await startsOf(actor);
    // Three days for the assessment in which they are.
    expect(startsAt).toHaveLength(1);
    expect(startsAt![0]!.getTime()).toBeGreaterThanOrEqual(NOW.getTime() + 3 * DAY_MS);
    valueOf(await api.app.get(BookLoop).book(actor, { startsAt: startsAt! }));
    const again = api.app.get(RequestLoop).execute(world.recruiter.actor, { applicationId: actor.applicationId });
    expect(codeOf(await again)).toBe('ALREADY_BOOKED');
  });

  it('refuses times that are out of order, too near together, or too many', async () => {
    const world = await build();
    const actor = await world.apply();
    await ask(world, actor.applicationId);
    const [[one, two, three]] = (await startsOf(actor)) as [[Date, Date, Date]];
    const book = (startsAt: readonly Date[]) => api.app.get(BookLoop).book(actor, { startsAt });
    const field = async (startsAt: readonly Date[]) => {
      const result = await book(startsAt);
      return result.ok ? 'ok' : 'field' in result.refusal ? result.refusal.field : result.refusal.code;
    };
    expect(await field([two, one, three])).toBe('input.startsAt.1');
    expect(await field([one, two, new Date(two.getTime() + DAY_MS)])).toBe('input.startsAt.2');
    expect(await field([one, two])).toBe('ROUNDS_CHANGED');
    // Within a week, as was asked.
    expect(await field([one, two, new Date(one.getTime() + 7 * DAY_MS)])).toBe('input.startsAt.2');
    expect(await field([one, two, new Date(three.getTime() + 60_000)])).toBe('TIME_NOT_OFFERED');
    // The first round is looked at as closely as the others, also where nobody else could hold it.
    expect(await field([new Date(one.getTime() - 60_000), two, three])).toBe('TIME_NOT_OFFERED');
    expect(await interviews(actor.applicationId)).toEqual([]);
  });

  it('the application comes to a round that has its time already; one passed over loses it; rounds keep their order when moved', async () => {
    const world = await build();
    const actor = await world.apply();
    await ask(world, actor.applicationId);
    const [startsAt] = await startsOf(actor);
    valueOf(await api.app.get(BookLoop).book(actor, { startsAt: startsAt! }));
    const [screen, manager, founder] = await interviews(actor.applicationId);
    const { reschedule, find } = doors(api);
    const later = { interviewId: screen!.id, startsAt: new Date(founder!.at.getTime() + DAY_MS) };
    expect(codeOf(await reschedule.execute(actor, later))).not.toBe('ok');
    const { slots } = valueOf(await find.execute(actor, { stageId: world.posting.stages[3]!.id, limit: 500 }));
    expect(slots.every(({ startsAt: at }) => at > manager!.at)).toBe(true);
    const next = slots.find(({ startsAt: at }) => at > founder!.at)!;
    valueOf(await reschedule.execute(actor, { interviewId: founder!.id, startsAt: next.startsAt }));
    const before = (await eventsOf(api, actor.applicationId)).filter(({ name }) => name === 'InterviewRequested').length;
    const move = async (stage: number) =>
      valueOf(
        await api.app.get(MoveApplication).execute(world.recruiter.actor, {
          applicationId: actor.applicationId,
          expectedVersion: null,
          command: { kind: 'MOVE_TO_STAGE', stageId: world.posting.stages[stage]!.id },
        }),
      );
    await move(3);
    const states = (await interviews(actor.applicationId)).map(({ name, state }) => [name, state]);
    expect(states).toEqual([
      ['Screen', 'CANCELLED'],
      ['Manager', 'CANCELLED'],
      ['Founder', 'CONFIRMED'],
    ]);
    const after = (await eventsOf(api, actor.applicationId)).filter(({ name }) => name === 'InterviewRequested').length;
    expect(after).toBe(before);
  });

  it('is held, let go and booked on the candidate’s page', async () => {
    const world = await build();
    const actor = await world.apply();
    await ask(world, actor.applicationId);
    const expiresAt = new Date(NOW.getTime() + DAY_MS);
    const link = {
      purpose: 'schedule' as const,
      organizationId: world.organizationId,
      subjectId: actor.applicationId,
      epoch: 0,
      expiresAt,
    };
    const address = `${api.url}/s/${signLink(api.config.secret, link)}`;
    const page = async (query = '') => (await fetch(`${address}${query}`)).text();
    const post = (fields: Record<string, string>) =>
      fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    const shown = await page();
    expect(shown).toContain('All rounds at once');
    const starts = /name="starts" value="([^"]+)"/.exec(shown)![1]!;
    expect((await post({ action: 'hold-loop', starts })).status).toBe(303);
    expect(await page()).toContain('Kept for you until');
    expect((await interviews(actor.applicationId)).map(({ state }) => state)).toEqual(['HELD', 'HELD', 'HELD']);
    expect((await post({ action: 'release' })).status).toBe(303);
    expect(await interviews(actor.applicationId)).toEqual([]);
    expect((await post({ action: 'book-loop', starts: `${starts},nonsense` })).status).toBe(422);
    expect((await post({ action: 'hold-loop', starts })).status).toBe(303);
    expect((await post({ action: 'book-loop', starts })).status).toBe(303);
    expect((await interviews(actor.applicationId)).map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    const booked = await page();
    expect(booked).toContain('Your other interviews with us');
    expect(booked).not.toContain('All rounds at once');
    const round = /href="(\?round=[^"]+)">Founder/.exec(booked)![1]!;
    expect(await page(round)).toContain('Move the interview');
  });
});
