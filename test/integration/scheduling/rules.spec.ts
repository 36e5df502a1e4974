import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, formatInZone, type Id, type Weekday } from '#libs/kernel/index.js';
import { ExplainTime, KeepPersonRules, KeepRules, type KeepingRules } from '#libs/scheduling/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { DAY_MS, HOUR_MS, WORKDAYS, buildWorld, codeOf, doors, newApplicant, valueOf, type World } from './world.js';

const MONDAY = '2030-03-04';
const day = (name: string, time: string): Date => new Date(`2030-03-${name}T${time}:00Z`);
const hours = (starts: string, ends: string, days: Weekday[] = WORKDAYS, zone = 'UTC') => ({ zone, days, starts, ends });

describe('the rules of interviews', () => {
  let api: TestApi;
  const clock = new FixedClock(new Date(`${MONDAY}T08:00:00Z`));
  beforeAll(async () => {
    api = await startTestApi({ clock, config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  const say = async (world: World, rules: Partial<KeepingRules>, version = 0) =>
    valueOf(
      await api.app
        .get(KeepRules)
        .set(world.recruiter.actor, { postingId: world.posting.id, hours: [], overlaps: [], expectedVersion: version, ...rules }),
    );
  const keep = () => api.app.get(KeepPersonRules);
  /** The days and the first and last start of each, for the team, in two weeks. */
  const offered = async (world: World): Promise<string[]> => {
    const { slots } = valueOf(
      await doors(api).find.execute(world.recruiter.actor, { applicationId: world.application.id, limit: 500 }),
    );
    const found = new Map<string, string[]>();
    for (const { startsAt } of slots) {
      const [date, time] = startsAt.toISOString().slice(5, 16).split('T') as [string, string];
      found.set(date, [...(found.get(date) ?? []), time]);
    }
    return [...found].map(([date, times]) => `${date} ${times[0]}–${times.at(-1)}`);
  };

  it('of organisation and posting bind together: hours, notice, first and last day', async () => {
    const world = await buildWorld(api, {});
    await say(world, { postingId: null, hours: [hours('08:00', '12:00')], noticeHours: 30, latestOn: '2030-03-12' });
    await say(world, { hours: [hours('10:00', '14:00', ['TUE', 'WED'])], noticeHours: 4, earliestOn: '2030-03-06' });
    expect(await offered(world)).toEqual(['03-06 10:00–11:00', '03-12 10:00–11:00']);
    const { book } = doors(api);
    const at = (startsAt: Date) =>
      book.execute(world.recruiter.actor, { applicationId: world.application.id, startsAt }).then(codeOf);
    expect(await at(day('05', '10:00'))).toBe('TIME_NOT_OFFERED');
    expect(await at(day('13', '10:00'))).toBe('TIME_NOT_OFFERED');
    expect(await at(day('12', '10:00'))).toBe('ok');
  });

  it('let a candidate’s day count only when they share enough of the hours that the posting names', async () => {
    const berlin = { ...hours('09:00', '17:00', WORKDAYS, 'Europe/Berlin'), leastMin: 240 };
    // New York's reasonable day begins at 12:00 UTC: four hours of Berlin's 08:00 to 16:00 UTC, San Francisco's at 15:00: one.
    const near = await buildWorld(api, { candidateZone: 'America/New_York' });
    await say(near, { overlaps: [berlin] });
    expect((await offered(near))[0]).toBe('03-05 12:00–15:00');
    const far = await buildWorld(api, { candidateZone: 'America/Los_Angeles' });
    await say(far, { overlaps: [berlin] });
    const { none } = valueOf(await doors(api).find.execute(far.recruiter.actor, { applicationId: far.application.id }));
    expect(none).toMatchObject({ blocks: [{ code: 'NO_SHARED_HOURS' }] });
    expect(none!.waysOut.map(({ rules }) => rules.map(({ code }) => code))).toContainEqual(['OVERLAP']);
    await say(far, { overlaps: [berlin], reasonableFrom: '04:00', reasonableTo: '20:00' }, 1);
    expect((await offered(far))[0]).toBe('03-05 12:00–15:00');
  });

  it('keep leave, holidays, other hours for once and turns of being on call', async () => {
    const world = await buildWorld(api, {});
    const ada = world.pools[0]![0]!;
    const office = world.recruiter.actor;
    valueOf(await keep().addException(ada.actor, { from: '2030-03-05', to: '2030-03-06', name: 'Leave' }));
    valueOf(await keep().addException(office, { everybody: true, from: '2030-03-08', to: '2030-03-08', name: 'A holiday' }));
    valueOf(await keep().addException(ada.actor, { from: '2030-03-09', to: '2030-03-09', starts: '10:00', ends: '12:00' }));
    const turns = [
      { ...hours('07:00', '19:00', ['MON'], 'America/New_York'), everyWeeks: 2, firstWeek: '2030-03-13', effect: 'BUSY' },
    ];
    valueOf(await keep().setTurns(ada.actor, { turns }));
    expect(await offered(world)).toEqual([
      '03-07 09:00–16:00',
      '03-09 10:00–11:00',
      // New York has changed its clocks: seven there is eleven o'clock UTC, and ten minutes are kept free before it.
      '03-11 09:00–09:45',
      ...['12', '13', '14', '15', '18'].map((date) => `03-${date} 09:00–16:00`),
    ]);
  });

  it('give a turn to whoever does not mind, and to who would rather not only when nobody else can', async () => {
    const world = await buildWorld(api, { pools: [2] });
    const [first, second] = [...world.pools[0]!].sort((a, b) => (a.id < b.id ? -1 : 1)) as [
      (typeof world.pools)[0][0],
      (typeof world.pools)[0][0],
    ];
    const turns = [{ ...hours('09:00', '12:00', ['TUE']), everyWeeks: 1, firstWeek: MONDAY, effect: 'AVOID' }];
    valueOf(await keep().setTurns(first.actor, { turns }));
    const who = async (startsAt: Date): Promise<Id | undefined> => {
      const { slots } = valueOf(await doors(api).find.execute(world.recruiter.actor, { applicationId: world.application.id }));
      return slots.find((slot) => slot.startsAt.getTime() === startsAt.getTime())?.seats[0]?.personId;
    };
    expect(await who(day('05', '10:00'))).toBe(second.id);
    expect(await who(day('05', '13:00'))).toBe(first.id);
    valueOf(await keep().addException(second.actor, { from: '2030-03-05', to: '2030-03-05' }));
    expect(await who(day('05', '10:00'))).toBe(first.id);
  });

  it('hold nobody to more interviews than they take, nor nearer than they rest, also when two book at once', async () => {
    const world = await buildWorld(api, {});
    const [ada] = world.pools[0]!;
    valueOf(await keep().setLimits(ada!.actor, { perDay: 2, perWeek: 3, restMin: 90 }));
    const others = await Promise.all([1, 2, 3, 4, 5].map(() => newApplicant(api, world)));
    const { book } = doors(api);
    const at = ['09:00', '10:00', '11:30', '14:00', '15:45'];
    const answers = await Promise.all(
      others.map(({ candidate }, index) => book.execute(candidate, { startsAt: day('06', at[index]!) })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('SLOT_TAKEN');
    const { rows } = await api.owner.query(
      `SELECT lower(during) AS starts, upper(during) AS ends FROM interviews WHERE organization_id = $1 ORDER BY 1`,
      [world.organizationId],
    );
    expect(rows[1].starts.getTime() - rows[0].ends.getTime()).toBeGreaterThanOrEqual(90 * 60_000);
    expect((await offered(world)).some((line) => line.startsWith('03-06'))).toBe(false);
    valueOf(await book.execute(world.candidate, { startsAt: day('07', '09:00') }));
    const last = await newApplicant(api, world);
    const { slots } = valueOf(await doors(api).find.execute(last.candidate, { limit: 1 }));
    expect(slots[0]!.startsAt).toEqual(day('11', '09:00'));
  });

  it('name the meeting’s address, by the posting’s template before the interviewer’s own room', async () => {
    const world = await buildWorld(api, {});
    valueOf(await keep().setLimits(world.pools[0]![0]!.actor, { restMin: 0, meetingUrl: 'https://meet.example/ada' }));
    const other = await newApplicant(api, world);
    const { book } = doors(api);
    const own = valueOf(await book.execute(world.candidate, { startsAt: day('06', '10:00') }));
    await say(world, { meetingUrlTemplate: 'https://meet.example/{day}/{interview}' });
    const made = valueOf(await book.execute(other.candidate, { startsAt: day('06', '13:00') }));
    const { rows } = await api.owner.query('SELECT id, meeting_url FROM interviews WHERE organization_id = $1', [
      world.organizationId,
    ]);
    expect(new Map(rows.map((row) => [row.id, row.meeting_url]))).toEqual(
      new Map([
        [own.interviewId, 'https://meet.example/ada'],
        [made.interviewId, `https://meet.example/2030-03-06/${made.interviewId}`],
      ]),
    );
  });

  it('are refused when they make no sense, and a stale version is a conflict', async () => {
    const world = await buildWorld(api, {});
    const rules = api.app.get(KeepRules);
    const base = { postingId: world.posting.id, hours: [], overlaps: [], expectedVersion: 0 };
    const refused: Partial<KeepingRules>[] = [
      { hours: [hours('09:00', '17:00', WORKDAYS, 'Mars/Olympus')] },
      { overlaps: [{ ...hours('09:00', '17:00'), leastMin: 1441 }] },
      { noticeHours: -1 },
      { earliestOn: '2030-02-30' },
      { earliestOn: '2030-03-05', latestOn: '2030-03-04' },
      { reasonableFrom: '22:00', reasonableTo: '07:00' },
      { reasonableFrom: '07:00' },
      { familiarity: 'FRIENDS' },
      { meetingUrlTemplate: 'https://meet.example/{candidate}' },
      { meetingUrlTemplate: 'javascript:alert({interview})' },
    ];
    for (const wrong of refused)
      expect(codeOf(await rules.set(world.recruiter.actor, { ...base, ...wrong }))).toBe('INVALID_INPUT');
    await say(world, { noticeHours: 48 });
    expect(await rules.set(world.recruiter.actor, base)).toMatchObject({ refusal: { code: 'CONFLICT', presentVersion: 1 } });
    expect(await rules.read(world.recruiter.actor, world.posting.id)).toMatchObject({ version: 1, noticeHours: 48, hours: [] });
  });

  it('say why a time is not possible: to the team in full, to the candidate only what concerns them', async () => {
    const world = await buildWorld(api, { pools: [1, 1], candidateZone: 'Asia/Tokyo' });
    const [ada, bob] = world.pools.flat() as [TestPerson, TestPerson];
    await api.owner.query(
      `INSERT INTO busy_blocks (organization_id, id, person_id, during) VALUES ($1, gen_random_uuid(), $2, tstzrange($3, $4))`,
      [world.organizationId, ada.id, day('07', '09:00'), day('07', '15:00')],
    );
    valueOf(await keep().addException(bob.actor, { from: '2030-03-07', to: '2030-03-07' }));
    const explain = api.app.get(ExplainTime);
    const startsAt = day('07', '14:00');
    const team = valueOf(await explain.execute(world.recruiter.actor, { applicationId: world.application.id, startsAt }));
    expect(team.possible).toBe(false);
    expect(team.rules.map(({ code, personId }) => [code, personId])).toEqual([
      ['CANDIDATE_HOURS', null],
      ['BUSY', ada.id],
      ['AWAY', bob.id],
    ]);
    expect(team.message).toContain('Member 0.0 is busy Thursday 7 March 2030 09:00–15:00; Member 1.0 is away');
    expect(team.alternatives[0]!.said).toBe(formatInZone(day('08', '09:00'), 'UTC'));
    const own = valueOf(await explain.execute(world.candidate, { startsAt }));
    expect(own).toMatchObject({ possible: false, seats: [], rules: [{ code: 'CANDIDATE_HOURS', personId: null }] });
    expect(JSON.stringify(own)).not.toMatch(/Member|busy/);
    const kept = valueOf(await explain.execute(world.candidate, { startsAt: day('07', '09:00') }));
    expect(kept).toMatchObject({
      possible: false,
      rules: [],
      message: expect.stringContaining('Somebody of the team is not free'),
    });
    expect(valueOf(await explain.execute(world.candidate, { startsAt: day('08', '09:00') }))).toMatchObject({ possible: true });
  });

  it('tell the one block that would have to move for times to appear, and how many', async () => {
    const world = await buildWorld(api, {});
    await api.owner.query(
      `INSERT INTO busy_blocks (organization_id, id, person_id, during) VALUES ($1, gen_random_uuid(), $2, tstzrange($3, $4))`,
      [world.organizationId, world.pools[0]![0]!.id, day('04', '00:00'), new Date(day('07', '12:00').getTime() + 30 * DAY_MS)],
    );
    const to = new Date(day('07', '17:00').getTime() + HOUR_MS);
    const { none } = valueOf(await doors(api).find.execute(world.recruiter.actor, { applicationId: world.application.id, to }));
    expect(none!.blocks.map(({ code }) => code)).toEqual(['SEAT_BUSY']);
    // 9:00 to 16:00 on three days, 29 quarters each.
    expect(none!.waysOut).toMatchObject([{ count: 87, rules: [{ code: 'BUSY', personId: world.pools[0]![0]!.id }] }]);
    expect(none!.waysOut[0]!.message).toContain('Member 0.0 is busy from Monday 4 March 2030');
    const candidate = valueOf(await doors(api).find.execute(world.candidate, { to }));
    expect(candidate.none).toMatchObject({ blocks: [], relaxations: [], waysOut: [] });
  });
});
