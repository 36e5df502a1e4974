import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock, newId, tzdataVersion, type Actor, type Id } from '#libs/kernel/index.js';
import { Reactions } from '#libs/platform/index.js';
import { FollowClocks, Interviews, ProposeTime, TimeProposals, facesOf } from '#libs/scheduling/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { DAY_MS, buildWorld, codeOf, doors, eventsOf, valueOf, type World } from './world.js';

const NOW = new Date('2030-03-04T08:00:00Z');
const THURSDAY_TEN = new Date('2030-03-07T10:00:00Z');
const FRIDAY_TEN = new Date('2030-03-08T10:00:00Z');

describe('an interview that stands', () => {
  let api: TestApi;
  let clock: FixedClock;
  beforeAll(async () => {
    clock = new FixedClock(NOW);
    api = await startTestApi({ clock, config: { processes: 'api' } });
  });
  beforeEach(() => clock.set(NOW));
  afterAll(() => api.close());

  const book = async (world: World, startsAt = THURSDAY_TEN) =>
    valueOf(await doors(api).book.execute(world.candidate, { startsAt })).interviewId;
  const rowOf = async (id: Id) => (await api.owner.query('SELECT * FROM interviews WHERE id = $1', [id])).rows[0];
  const seatsOf = async (id: Id) =>
    (await api.owner.query(`SELECT * FROM interview_seats WHERE interview_id = $1 AND state <> 'CANCELLED'`, [id])).rows;
  const named = async (world: World, name: string) =>
    (await eventsOf(api, world.application.id)).filter((event) => event.name === name);
  const mailsOf = async (world: World, like: string) =>
    (
      await api.owner.query(
        `SELECT template, recipient, subject, variables FROM mails WHERE application_id = $1 AND template LIKE $2 AND state <> 'SKIPPED' ORDER BY template`,
        [world.application.id, like],
      )
    ).rows;

  it('is remembered to everybody a day before it, once, at its present time only', async () => {
    const world = await buildWorld(api, { pools: [2, 1], candidateZone: 'Europe/Athens' });
    const interviewId = await book(world);
    valueOf(await doors(api).reschedule.execute(world.candidate, { interviewId, startsAt: FRIDAY_TEN }));
    const timers = await named(world, 'InterviewSoon');
    expect(timers.map(({ not_before }) => not_before)).toEqual(
      [THURSDAY_TEN, FRIDAY_TEN].map((at) => new Date(at.getTime() - DAY_MS)),
    );
    const [ring] = api.app.get(Reactions).handlersOf('InterviewSoon');
    const sitting = await seatsOf(interviewId);
    await api.owner.query(`UPDATE interview_seats SET answer = 'DECLINED' WHERE id = $1`, [sitting[0].id]);
    for (const [n, { payload, not_before }] of [...timers, timers[1]!].entries()) {
      clock.set(not_before);
      const id = n === 0 ? newId() : interviewId;
      await ring!({ id, organizationId: world.organizationId, name: 'InterviewSoon', subjectId: world.application.id, payload });
    }
    expect(await named(world, 'InterviewReminderDue')).toHaveLength(1);
    const mails = await mailsOf(world, '%interview-reminder');
    expect(mails.map(({ template }) => template)).toEqual(['interview-reminder', 'team-interview-reminder']);
    expect(mails[0].subject).toBe('Soon: your interview, Friday 8 March, 12:00 EET');
  });

  it('needs no reminder when it is booked for within a day, and none when it was cancelled', async () => {
    const world = await buildWorld(api, { pools: [1] });
    const booking = {
      applicationId: world.application.id,
      startsAt: new Date('2030-03-04T15:00Z'),
      override: true,
      reason: 'Today',
    };
    const { interviewId } = valueOf(await doors(api).book.execute(world.recruiter.actor, booking));
    expect(await named(world, 'InterviewSoon')).toEqual([]);
    const later = { interviewId, startsAt: THURSDAY_TEN, reason: 'Not today' };
    valueOf(await doors(api).reschedule.execute(world.recruiter.actor, later));
    valueOf(await doors(api).cancel.execute(world.recruiter.actor, { interviewId, reason: 'Ill' }));
    const [timer] = await named(world, 'InterviewSoon');
    const [ring] = api.app.get(Reactions).handlersOf('InterviewSoon');
    const { payload } = timer!;
    await ring!({ id: newId(), organizationId: world.organizationId, name: 'InterviewSoon', subjectId: null, payload });
    expect(await named(world, 'InterviewReminderDue')).toEqual([]);
  });

  it('stays at its moment when the rules of zones change; whose clock shows another time than was told is told so once', async () => {
    const world = await buildWorld(api, { pools: [1], candidateZone: 'Europe/Athens' });
    const other = await buildWorld(api, { pools: [1], candidateZone: 'Asia/Kathmandu' });
    const [interviewId, still] = [await book(world), await book(other)];
    expect((await rowOf(interviewId)).clocks).toEqual({ 'Europe/Athens': 120, UTC: 0 });
    // Booked by a database in which Athens had another offset on that day.
    await api.owner.query(
      `UPDATE interviews SET tzdata_version = '2020a', clocks = clocks || CASE WHEN id = $1 THEN '{"Europe/Athens": 180}' ELSE '{}' END::jsonb WHERE id = ANY ($2)`,
      [interviewId, [interviewId, still]],
    );
    const follow = api.app.get(FollowClocks);
    expect(await follow.execute('2019c')).toBe(0);
    const [first, second] = await Promise.all([follow.execute(), follow.execute()]);
    expect(first + second).toBe(2);
    expect(await follow.execute()).toBe(0);
    expect(await rowOf(interviewId)).toMatchObject({
      tzdata_version: tzdataVersion(),
      clock_shift: [{ zone: 'Europe/Athens', told_min: 180, now_min: 120 }],
      version: 2,
      sequence: 0,
    });
    expect(await rowOf(still)).toMatchObject({ tzdata_version: tzdataVersion(), clock_shift: null, version: 1 });
    expect((await named(world, 'ClocksShifted')).map(({ payload }) => payload.allowed)).toEqual([true]);
    expect(await named(other, 'ClocksShifted')).toEqual([]);
    const [seen] = await api.app.get(Interviews).byIds(world.recruiter.actor, [interviewId]);
    expect(seen!.clock_shift!.map((shift) => facesOf(shift, seen!.starts_at.getTime()))).toEqual([
      { told: '13:00', shown: '12:00' },
    ]);
    const [mail] = await mailsOf(world, '%clocks-shifted');
    expect(mail).toMatchObject({ template: 'interview-clocks-shifted', variables: { clocks: { told: '13:00' } } });
    expect(mail.subject).toBe('Your clock will show another time: your interview, Thursday 7 March, 12:00 EET');
    valueOf(await doors(api).reschedule.execute(world.candidate, { interviewId, startsAt: FRIDAY_TEN }));
    expect(await rowOf(interviewId)).toMatchObject({ clocks: { 'Europe/Athens': 120, UTC: 0 }, clock_shift: null });
  });

  it('is moved by nobody who only proposes another time; the proposal is a task until it is moved, answered or set aside', async () => {
    const world = await buildWorld(api, { pools: [1] });
    const interviewId = await book(world);
    const [seat] = await seatsOf(interviewId);
    const holder = world.pools[0]![0]!;
    const proposal = { interviewSeatId: seat.id, startsAt: FRIDAY_TEN, note: 'I am on a train' };
    const propose = async (by: Actor, more = {}) => codeOf(await api.app.get(ProposeTime).execute(by, { ...proposal, ...more }));
    expect(await propose(world.recruiter.actor)).toBe('NOT_FOUND');
    expect(await propose(world.candidate)).toBe('NOT_FOUND');
    expect(await propose(holder.actor, { startsAt: THURSDAY_TEN })).toBe('INVALID_INPUT');
    expect(await propose(holder.actor, { note: 'x'.repeat(501) })).toBe('INVALID_INPUT');
    expect(await propose(holder.actor)).toBe('ok');
    const open = () => api.app.get(TimeProposals).open(world.recruiter.actor);
    expect(await open()).toMatchObject([
      {
        interviewSeatId: seat.id,
        interviewId,
        personName: 'Member 0.0',
        proposedAt: FRIDAY_TEN.toISOString(),
        note: proposal.note,
      },
    ]);
    expect(await api.app.get(TimeProposals).open(holder.actor)).toEqual([]);
    expect((await seatsOf(interviewId))[0]).toMatchObject({ answer: 'TENTATIVE', proposed_at: FRIDAY_TEN });
    expect((await rowOf(interviewId)).version).toBe(1);
    expect((await named(world, 'TimeProposed'))[0]!.payload).not.toHaveProperty('note');
    expect(codeOf(await api.app.get(ProposeTime).settle(holder.actor, seat.id))).toBe('NOT_FOUND');
    valueOf(await api.app.get(ProposeTime).settle(world.recruiter.actor, seat.id));
    expect(await open()).toEqual([]);
    expect(await propose(holder.actor)).toBe('ok');
    valueOf(
      await doors(api).reschedule.execute(world.recruiter.actor, { interviewId, startsAt: FRIDAY_TEN, reason: 'As proposed' }),
    );
    expect(await open()).toEqual([]);
    expect((await seatsOf(interviewId))[0]).toMatchObject({ answer: 'PENDING', proposed_at: null, proposal_note: '' });
  });
});
