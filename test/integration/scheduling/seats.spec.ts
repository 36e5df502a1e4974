import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdministerPerson } from '#libs/identity/index.js';
import { FixedClock, newId, type Id } from '#libs/kernel/index.js';
import { Reactions, type StoredEvent } from '#libs/platform/index.js';
import {
  AnswerSeat,
  FindLoops,
  Interviews,
  KeepPersonRules,
  KeepRules,
  ReplaceSeat,
  SettleInterview,
} from '#libs/scheduling/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildApplication, buildCandidate, buildPool, buildPosting } from '../../support/builders.js';
import { buildWorld, codeOf, doors, eventsOf, newApplicant, valueOf, type World } from './world.js';

/** A Monday. */
const NOW = new Date('2030-03-04T08:00:00Z');
const WEDNESDAY_TEN = new Date('2030-03-06T10:00:00Z');
const THURSDAY_TEN = new Date('2030-03-07T10:00:00Z');

interface Seated {
  readonly id: Id;
  readonly personId: Id;
  readonly part: string;
  readonly state: string;
}

describe('who sits in an interview', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: new FixedClock(NOW), config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  const seatsOf = async (interviewId: Id): Promise<Seated[]> => {
    const { rows } = await api.owner.query<Seated>(
      `SELECT id, person_id AS "personId", part, state FROM interview_seats WHERE interview_id = $1 ORDER BY state, part, id`,
      [interviewId],
    );
    return rows;
  };
  const sitting = async (interviewId: Id) => (await seatsOf(interviewId)).filter(({ state }) => state !== 'CANCELLED');
  const timeOf = async (interviewId: Id) => {
    const { rows } = await api.owner.query('SELECT during, sequence FROM interviews WHERE id = $1', [interviewId]);
    return rows[0] as { during: string; sequence: number };
  };
  const standing = (world: World, personId: Id, as: string) =>
    api.owner.query('UPDATE interviewer_pool_members SET standing = $2 WHERE organization_id = $1 AND person_id = $3', [
      world.organizationId,
      as,
      personId,
    ]);
  /** What a worker does with the newest event of this name. */
  const work = async (world: World, name: string) => {
    const { rows } = await api.owner.query(
      `SELECT id, name, subject_id AS "subjectId", payload, organization_id AS "organizationId" FROM outbox_events
        WHERE organization_id = $1 AND name = $2 ORDER BY id DESC LIMIT 1`,
      [world.organizationId, name],
    );
    for (const handler of api.app.get(Reactions).handlersOf(name)) await handler(rows[0] as StoredEvent);
  };

  it('who is being trained comes along when they are free, fills no seat and keeps no time from being offered', async () => {
    const world = await buildWorld(api, { pools: [3] });
    const [trained, shadow, reverse] = world.pools[0]!;
    await standing(world, shadow!.id, 'SHADOW');
    await standing(world, reverse!.id, 'REVERSE_SHADOW');
    const { find, book, reschedule } = doors(api);
    const { slots } = valueOf(await find.execute(world.candidate, { limit: 1 }));
    expect(slots).toHaveLength(1);
    const { interviewId } = valueOf(await book.execute(world.candidate, { startsAt: WEDNESDAY_TEN }));
    expect((await sitting(interviewId)).map(({ personId, part }) => [personId, part])).toEqual([
      [trained!.id, 'INTERVIEWS'],
      [reverse!.id, 'REVERSE_SHADOWS'],
    ]);
    // Who has learned longest is away on Thursday: the other comes, and the time is possible all the same.
    await api.owner.query(
      `INSERT INTO busy_blocks (organization_id, id, person_id, during) VALUES ($1, $2, $3, '[2030-03-07 00:00Z,2030-03-08 00:00Z)')`,
      [world.organizationId, newId(), reverse!.id],
    );
    valueOf(await reschedule.execute(world.recruiter.actor, { interviewId, startsAt: THURSDAY_TEN, reason: 'A clash' }));
    expect((await sitting(interviewId)).map(({ personId, part }) => [personId, part])).toEqual([
      [trained!.id, 'INTERVIEWS'],
      [shadow!.id, 'SHADOWS'],
    ]);
    const other = await newApplicant(api, world);
    const taken = await book.execute(other.candidate, { startsAt: THURSDAY_TEN });
    expect(codeOf(taken)).toBe('SLOT_TAKEN');
    const [, beside] = await sitting(interviewId);
    valueOf(await api.app.get(ReplaceSeat).execute(shadow!.actor, { interviewSeatId: beside!.id }));
    expect((await sitting(interviewId)).map(({ personId }) => personId)).toEqual([trained!.id]);
  });

  it('who declines is replaced at the same time, nobody else is touched, and two who cannot come are not asked in turn for ever', async () => {
    const world = await buildWorld(api, { pools: [3, 1] });
    const { book } = doors(api);
    const { interviewId } = valueOf(await book.execute(world.candidate, { startsAt: WEDNESDAY_TEN }));
    const before = await timeOf(interviewId);
    const declineOf = async (pool: number) => {
      const members = new Map(world.pools[pool]!.map((person) => [person.id, person]));
      const seat = (await sitting(interviewId)).find(({ personId }) => members.has(personId))!;
      const { actor } = members.get(seat.personId)!;
      valueOf(await api.app.get(AnswerSeat).execute(actor, { interviewSeatId: seat.id, answer: 'DECLINED' }));
      await work(world, 'SeatAnswered');
      await work(world, 'SeatAnswered');
      return seat.personId;
    };
    const asked = [await declineOf(0), await declineOf(0)];
    expect(new Set(asked).size).toBe(2);
    const after = await sitting(interviewId);
    expect(after).toHaveLength(2);
    const last = after.find(({ personId }) => world.pools[0]!.some(({ id }) => id === personId))!;
    expect(asked).not.toContain(last.personId);
    expect(await timeOf(interviewId)).toEqual({ during: before.during, sequence: before.sequence + 2 });
    const moved = (await eventsOf(api, world.application.id)).filter(({ name }) => name === 'InterviewRescheduled');
    expect(moved.map(({ payload }) => [payload.timeChanged, (payload.removedSeatIds as Id[]).length])).toEqual([
      [false, 1],
      [false, 1],
    ]);
    // The third declines too and there is nobody left: they stay until somebody decides.
    expect(await declineOf(0)).toBe(last.personId);
    expect((await sitting(interviewId)).map(({ personId }) => personId)).toContain(last.personId);
    const vacant = (await eventsOf(api, world.application.id)).filter(({ name }) => name === 'SeatVacant');
    expect(vacant.map(({ payload }) => payload.interviewSeatId)).toEqual([last.id]);
  });

  it('who leaves the organisation is replaced in all interviews to come', async () => {
    const world = await buildWorld(api, { pools: [2] });
    const other = await newApplicant(api, world);
    const { book } = doors(api);
    const first = valueOf(await book.execute(world.candidate, { startsAt: WEDNESDAY_TEN })).interviewId;
    const second = valueOf(await book.execute(other.candidate, { startsAt: THURSDAY_TEN })).interviewId;
    const leaver = (await sitting(first))[0]!.personId;
    const admin = await api.newPerson(world.organizationId, 'ADMIN');
    valueOf(await api.app.get(AdministerPerson).disable(admin.actor, leaver));
    await work(world, 'PersonDisabled');
    for (const interview of [first, second]) {
      const people = (await sitting(interview)).map(({ personId }) => personId);
      expect(people).toHaveLength(1);
      expect(people).not.toContain(leaver);
    }
  });

  it('who cancelled, and whether with less than a day to go, is kept and shown to the team', async () => {
    const world = await buildWorld(api);
    const { book, cancel } = doors(api);
    const shown = async (id: Id) => (await api.app.get(Interviews).byIds(world.recruiter.actor, [id]))[0];
    const { interviewId } = valueOf(await book.execute(world.candidate, { startsAt: WEDNESDAY_TEN }));
    valueOf(await cancel.execute(world.candidate, { interviewId }));
    expect(await shown(interviewId)).toMatchObject({ cancelled_by: 'CANDIDATE', cancelled_late: false, state: 'CANCELLED' });
    const again = await book.execute(world.recruiter.actor, {
      applicationId: world.application.id,
      startsAt: new Date('2030-03-04T15:00:00Z'),
      override: true,
      reason: 'Today only',
    });
    const late = valueOf(again).interviewId;
    expect(await shown(late)).toMatchObject({ cancelled_by: null, cancelled_late: false });
    valueOf(await cancel.execute(world.recruiter.actor, { interviewId: late, reason: 'Illness' }));
    expect(await shown(late)).toMatchObject({ cancelled_by: 'TEAM', cancelled_late: true });
  });

  it('who was missing from an interview is kept, and stays so when it is over', async () => {
    const world = await buildWorld(api, { pools: [1, 1] });
    const { interviewId } = valueOf(await doors(api).book.execute(world.candidate, { startsAt: WEDNESDAY_TEN }));
    const [missing, there] = await sitting(interviewId);
    const settle = api.app.get(SettleInterview);
    const absent = (actor = world.recruiter.actor) => settle.markAbsent(actor, { interviewSeatId: missing!.id });
    expect(codeOf(await absent())).toBe('INTERVIEW_NOT_STARTED');
    await api.owner.query(`UPDATE interviews SET during = '[2030-03-04 06:00Z,2030-03-04 07:00Z)' WHERE id = $1`, [interviewId]);
    expect(codeOf(await absent(world.pools[1]![0]!.actor))).toBe('NOT_FOUND');
    valueOf(await absent());
    await settle.ended(world.organizationId, interviewId);
    const [shown] = await api.app.get(Interviews).byIds(world.recruiter.actor, [interviewId]);
    expect(shown!.state).toBe('COMPLETED');
    expect(shown!.seats.map(({ id, absent: was }) => [id, was]).sort()).toEqual(
      [
        [missing!.id, true],
        [there!.id, false],
      ].sort(),
    );
  });

  it('shared hours that the document asks for bind, and are shown beside the rules', async () => {
    const world = await buildWorld(api, { candidateZone: 'Europe/Berlin' });
    const facts = [
      { hours: 4, zone: 'Europe/Berlin', from: null, to: null, text: '4 hours with CET' },
      { hours: null, zone: null, from: 'UTC-3', to: 'UTC+3', text: 'UTC-3 to UTC+3' },
    ];
    const { find } = doors(api);
    const free = valueOf(await find.execute(world.candidate, { limit: 500 }));
    expect(free.slots.some(({ startsAt }) => startsAt.toISOString().endsWith('T16:00:00.000Z'))).toBe(true);
    await api.owner.query('UPDATE postings SET shared_hours = $2 WHERE id = $1', [world.posting.id, JSON.stringify(facts)]);
    const bound = valueOf(await find.execute(world.candidate, { limit: 500 }));
    // Berlin's office day ends at 16:00 UTC.
    expect(bound.count).toBeLessThan(free.count);
    expect(bound.slots.every(({ endsAt }) => endsAt.getUTCHours() * 60 + endsAt.getUTCMinutes() <= 16 * 60)).toBe(true);
    const rules = await api.app.get(KeepRules).read(world.recruiter.actor, world.posting.id);
    expect(rules).toMatchObject({ overlaps: [], documentOverlaps: [{ zone: 'Europe/Berlin', start: '09:00', least_min: 240 }] });
    // Whoever lives where the office day is night shares too little of it.
    await api.owner.query(`UPDATE candidates SET zone = 'Pacific/Auckland' WHERE id = $1`, [world.application.candidateId]);
    expect(valueOf(await find.execute(world.candidate, {})).count).toBe(0);
  });

  it('a loop asks nobody for more interviews a day than they take, across its rounds', async () => {
    const organizationId = await api.newOrganization();
    const recruiter = await api.newPerson(organizationId, 'RECRUITER');
    const both = await api.newPerson(organizationId, 'INTERVIEWER');
    const hours = { zone: 'UTC', starts: '09:00', ends: '17:00' };
    const poolId = await buildPool(api.owner, organizationId, 'Managers', [both.id], hours);
    const round = (name: string) => ({ name, durationMin: 45, seats: [{ role: name, poolId }] });
    const posting = await buildPosting(api.owner, organizationId, { stages: [round('First'), round('Second')] });
    const candidateId = await buildCandidate(api.owner, organizationId, { zone: 'UTC' });
    const stageId = posting.stages[0]!.id;
    const { id: applicationId } = await buildApplication(api.owner, organizationId, posting, { candidateId, stageId });
    const loops = async () => valueOf(await api.app.get(FindLoops).execute(recruiter.actor, { applicationId })).loops;
    expect((await loops())[0]!.spanMin).toBe(45 + 20 + 45 + 10);
    valueOf(await api.app.get(KeepPersonRules).setLimits(both.actor, { perDay: 1, restMin: 0 }));
    const limited = await loops();
    expect(limited.length).toBeGreaterThan(1);
    for (const { rounds } of limited) {
      expect(new Set(rounds.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).size).toBe(2);
      expect(rounds.map(({ seats }) => seats[0]!.personId)).toEqual([both.id, both.id]);
    }
    // From four in the afternoon to nine the next morning, which is the shortest that a day between asks for.
    expect(limited[0]!.spanMin).toBe(45 + 16 * 60 + 45);
  });
});
