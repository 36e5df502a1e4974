import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, newId, tzdataVersion } from '#libs/kernel/index.js';
import { AnswerSeat, ReplaceSeat, RequestInterview, SettleInterview } from '#libs/scheduling/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildPosting, buildTeamMember } from '../../support/builders.js';
import { HOUR_MS, buildWorld, codeOf, doors, doubleBookings, eventsOf, newApplicant, valueOf, type World } from './world.js';

/** A Monday, so that weeks are easy to read. */
const NOW = new Date('2030-03-04T08:00:00Z');
const TUESDAY_TEN = new Date('2030-03-05T10:00:00Z');
const WEDNESDAY_TEN = new Date('2030-03-06T10:00:00Z');
const reason = 'The interviewer is ill';

describe('booking an interview', () => {
  let api: TestApi;
  let clock: FixedClock;
  beforeAll(async () => {
    clock = new FixedClock(NOW);
    api = await startTestApi({ clock, config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  const interviewRow = async (id: string) =>
    (await api.owner.query(`SELECT *, lower(during) AS starts_at, upper(during) AS ends_at FROM interviews WHERE id = $1`, [id]))
      .rows[0];
  const seatRows = async (interviewId: string) =>
    (
      await api.owner.query(
        `SELECT *, lower(during) AS starts_at, upper(during) AS ends_at FROM interview_seats WHERE interview_id = $1 ORDER BY id`,
        [interviewId],
      )
    ).rows;
  const requestStatus = async ({ application }: World) =>
    (await api.owner.query('SELECT status FROM schedule_requests WHERE application_id = $1', [application.id])).rows.map(
      ({ status }) => status,
    );
  const bookFor = async (world: World, startsAt = TUESDAY_TEN) =>
    valueOf(await doors(api).book.execute(world.recruiter.actor, { applicationId: world.application.id, startsAt })).interviewId;

  it('takes a time of the list, fills the panel from its pools and tells everybody by events', async () => {
    const world = await buildWorld(api, { pools: [2, 1], candidateZone: 'Europe/Athens' });
    const { find, book } = doors(api);
    const list = valueOf(await find.execute(world.candidate, {}));
    expect(list.slots[0]!.said).toBe('Tuesday 5 March 2030, 11:00 EET (UTC+2)');
    expect(list.slots[0]!.seats).toEqual([]);
    const { startsAt } = list.slots[0]!;
    const { interviewId } = valueOf(await book.execute(world.candidate, { startsAt }));
    expect(await interviewRow(interviewId)).toMatchObject({
      state: 'CONFIRMED',
      application_id: world.application.id,
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + HOUR_MS),
      candidate_zone: 'Europe/Athens',
      tzdata_version: tzdataVersion(),
      sequence: 0,
    });
    const seats = await seatRows(interviewId);
    expect(seats.map((seat) => seat.seat_id).sort()).toEqual([...world.seatIds].sort());
    for (const seat of seats) {
      expect(seat.starts_at).toEqual(new Date(startsAt.getTime() - 10 * 60_000));
      expect(seat.ends_at).toEqual(new Date(startsAt.getTime() + 70 * 60_000));
    }
    expect(await requestStatus(world)).toEqual(['BOOKED']);
    const ref = { interviewId, applicationId: world.application.id, postingId: world.posting.id };
    expect(await eventsOf(api, world.application.id)).toMatchObject([
      { name: 'InterviewBooked', payload: { ...ref, stageId: world.stageId, sequence: 0 } },
      { name: 'InterviewSoon', payload: ref, not_before: new Date(startsAt.getTime() - 24 * HOUR_MS) },
      { name: 'InterviewEnded', payload: ref, not_before: new Date(startsAt.getTime() + HOUR_MS) },
    ]);
  });

  it('refuses a second booking, a time outside the list, and what only the team may say', async () => {
    const world = await buildWorld(api);
    const { book } = doors(api);
    const outside = await book.execute(world.candidate, { startsAt: new Date('2030-03-05T18:00:00Z') });
    expect(codeOf(outside)).toBe('TIME_NOT_OFFERED');
    expect(!outside.ok && 'alternatives' in outside.refusal && outside.refusal.alternatives.length).toBe(5);
    expect(codeOf(await book.execute(world.candidate, { startsAt: new Date('2030-03-04T10:00:00Z') }))).toBe('TIME_NOT_OFFERED');
    expect(codeOf(await book.execute(world.candidate, { startsAt: new Date('2030-03-05T10:07:00Z') }))).toBe('TIME_NOT_OFFERED');
    for (const startsAt of [new Date(NaN), new Date(TUESDAY_TEN.getTime() + 1), new Date(NOW.getTime() - HOUR_MS)]) {
      expect(codeOf(await book.execute(world.candidate, { startsAt }))).toBe('INVALID_INPUT');
    }
    expect(codeOf(await book.execute(world.candidate, { startsAt: TUESDAY_TEN, override: true, reason }))).toBe('INVALID_INPUT');
    const javascript = { applicationId: world.application.id, startsAt: TUESDAY_TEN, meetingUrl: 'javascript:alert(1)' };
    expect(codeOf(await book.execute(world.recruiter.actor, javascript))).toBe('INVALID_INPUT');
    const stale = { applicationId: world.application.id, startsAt: TUESDAY_TEN, expectedVersion: 7 };
    expect(await book.execute(world.recruiter.actor, stale)).toMatchObject({ refusal: { code: 'CONFLICT', presentVersion: 1 } });
    expect(codeOf(await book.execute(world.recruiter.actor, { ...stale, expectedVersion: 1, stageId: newId() }))).toBe(
      'STAGE_CHANGED',
    );
    expect(codeOf(await book.execute(world.candidate, { startsAt: TUESDAY_TEN }))).toBe('ok');
    expect(codeOf(await book.execute(world.candidate, { startsAt: WEDNESDAY_TEN }))).toBe('ALREADY_BOOKED');
    expect(codeOf(await book.execute(world.recruiter.actor, { ...javascript, meetingUrl: null }))).toBe('ALREADY_BOOKED');
    expect((await eventsOf(api, world.application.id)).map(({ name }) => name)).toEqual([
      'InterviewBooked',
      'InterviewSoon',
      'InterviewEnded',
    ]);
  });

  it('answers the same key with the same interview and one effect', async () => {
    const world = await buildWorld(api);
    const once = { startsAt: TUESDAY_TEN, idempotencyKey: 'a' };
    const { book } = doors(api);
    const answers = await Promise.all([1, 2, 3].map(() => book.execute(world.candidate, once)));
    expect(new Set(answers.map((answer) => valueOf(answer).interviewId)).size).toBe(1);
    expect(codeOf(await book.execute(world.candidate, { ...once, startsAt: WEDNESDAY_TEN }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('gives a taken time to nobody else and names free ones instead', async () => {
    const world = await buildWorld(api);
    const other = await newApplicant(api, world);
    await bookFor(world);
    const refused = await doors(api).book.execute(other.candidate, { startsAt: TUESDAY_TEN });
    expect(codeOf(refused)).toBe('SLOT_TAKEN');
    if (refused.ok || !('alternatives' in refused.refusal)) throw new Error('alternatives were expected');
    const [first] = refused.refusal.alternatives;
    expect(first).toBeDefined();
    expect(codeOf(await doors(api).book.execute(other.candidate, { startsAt: first!.startsAt }))).toBe('ok');
  });

  it('does not put a candidate into two interviews at once', async () => {
    const world = await buildWorld(api, { pools: [2] });
    const again = await buildWorldPosting(api, world);
    await bookFor(world);
    expect(codeOf(await doors(api).book.execute(again.candidate, { startsAt: TUESDAY_TEN }))).toBe('SLOT_TAKEN');
    const list = valueOf(await doors(api).find.execute(again.candidate, { limit: 500 }));
    const near = list.slots.filter(
      ({ startsAt }) => Math.abs(startsAt.getTime() - TUESDAY_TEN.getTime()) < HOUR_MS + 10 * 60_000,
    );
    expect(near).toEqual([]);
  });

  it('lets the team book outside the rules with a reason that is audited, but never a double booking', async () => {
    const world = await buildWorld(api, { pools: [1] });
    const { book } = doors(api);
    const evening = new Date('2030-03-04T20:30:00Z');
    const booking = { applicationId: world.application.id, startsAt: evening, override: true };
    expect(codeOf(await book.execute(world.recruiter.actor, { ...booking, override: false }))).toBe('TIME_NOT_OFFERED');
    expect(codeOf(await book.execute(world.recruiter.actor, booking))).toBe('INVALID_INPUT');
    const { interviewId } = valueOf(await book.execute(world.recruiter.actor, { ...booking, reason: 'They only can tonight' }));
    const audited = await api.owner.query(`SELECT detail FROM audit_events WHERE subject_id = $1`, [interviewId]);
    expect(audited.rows).toEqual([{ detail: { applicationId: world.application.id, override: true } }]);
    expect(await interviewRow(interviewId)).toMatchObject({ reason: 'They only can tonight' });
    const other = await newApplicant(api, world);
    const clash = { ...booking, applicationId: other.application.id, reason };
    expect(codeOf(await book.execute(world.recruiter.actor, clash))).toBe('SLOT_TAKEN');
    expect(await doubleBookings(api)).toBe(0);
  });

  it('prefers who is less busy this week', async () => {
    const world = await buildWorld(api, { pools: [2] });
    const sitting: string[] = [];
    for (const hour of ['10', '12', '14', '16']) {
      const { application } = await newApplicant(api, world);
      const startsAt = new Date(`2030-03-06T${hour}:00:00Z`);
      const { interviewId } = valueOf(
        await doors(api).book.execute(world.recruiter.actor, { applicationId: application.id, startsAt }),
      );
      sitting.push((await seatRows(interviewId))[0].person_id);
    }
    const counts = world.pools[0]!.map(({ id }) => sitting.filter((one) => one === id).length);
    expect(counts).toEqual([2, 2]);
  });

  it('says which seat nobody can fill to the team, and nothing of the sort to the candidate', async () => {
    const world = await buildWorld(api, { pools: [1, 1] });
    await api.owner.query('DELETE FROM interviewer_pool_members WHERE pool_id = $1', [world.poolIds[1]]);
    const refused = await doors(api).find.execute(world.recruiter.actor, { applicationId: world.application.id });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'SEAT_HAS_NO_POOL', message: expect.stringContaining('"role 1"') },
    });
    const kind = await doors(api).find.execute(world.candidate, {});
    expect(codeOf(kind)).toBe('NOT_READY');
    expect(!kind.ok && kind.refusal.message).not.toContain('role 1');
    expect(codeOf(await doors(api).book.execute(world.candidate, { startsAt: TUESDAY_TEN }))).toBe('NOT_READY');
  });

  it('does not let people choose in stages where the team arranges, after the request has expired, or when there is nothing to book', async () => {
    const { book, find } = doors(api);
    const arranged = await buildWorld(api, { stage: { selfSchedule: false } });
    expect(codeOf(await find.execute(arranged.candidate, {}))).toBe('NOT_SELF_SCHEDULED');
    expect(codeOf(await book.execute(arranged.candidate, { startsAt: TUESDAY_TEN }))).toBe('NOT_SELF_SCHEDULED');
    const late = await buildWorld(api);
    await api.owner.query('UPDATE schedule_requests SET expires_at = $2 WHERE application_id = $1', [late.application.id, NOW]);
    expect(codeOf(await book.execute(late.candidate, { startsAt: TUESDAY_TEN }))).toBe('REQUEST_EXPIRED');
    expect(await bookFor(late)).toBeTruthy();
    const none = await buildWorld(api);
    await api.owner.query(`UPDATE schedule_requests SET status = 'CANCELLED' WHERE application_id = $1`, [none.application.id]);
    expect(codeOf(await book.execute(none.candidate, { startsAt: TUESDAY_TEN }))).toBe('NOTHING_TO_SCHEDULE');
    const offer = await buildWorld(api, { stage: { kind: 'OFFER', durationMin: null } });
    expect(codeOf(await find.execute(offer.recruiter.actor, { applicationId: offer.application.id }))).toBe('NO_MEETING_HERE');
  });

  it('asks the candidate again after the request has expired or somebody did not come, but not while a time is booked', async () => {
    const world = await buildWorld(api);
    const { book } = doors(api);
    const ask = (as = world.recruiter.actor) =>
      api.app.get(RequestInterview).execute(as, { applicationId: world.application.id });
    await api.owner.query('UPDATE schedule_requests SET expires_at = $2 WHERE application_id = $1', [world.application.id, NOW]);
    expect(codeOf(await ask(world.pools[0]![0]!.actor))).toBe('NOT_FOUND');
    const { requestId, expiresAt } = valueOf(await ask());
    expect(new Date(expiresAt)).toEqual(new Date(NOW.getTime() + 14 * 24 * HOUR_MS));
    expect(await eventsOf(api, world.application.id)).toMatchObject([
      { name: 'InterviewRequested', payload: { requestId, stageId: world.stageId, selfSchedule: true } },
    ]);
    const { interviewId } = valueOf(await book.execute(world.candidate, { startsAt: TUESDAY_TEN }));
    expect(codeOf(await ask())).toBe('ALREADY_BOOKED');
    clock.set(new Date(TUESDAY_TEN.getTime() + HOUR_MS));
    try {
      valueOf(await api.app.get(SettleInterview).markNoShow(world.recruiter.actor, { interviewId }));
      const later = { startsAt: new Date('2030-03-07T10:00:00Z') };
      expect(codeOf(await book.execute(world.candidate, later))).toBe('REQUEST_EXPIRED');
      expect(valueOf(await ask()).requestId).toBe(requestId);
      expect(codeOf(await book.execute(world.candidate, later))).toBe('ok');
    } finally {
      clock.set(NOW);
    }
    const arranged = await buildWorld(api, { stage: { selfSchedule: false } });
    const refused = await api.app
      .get(RequestInterview)
      .execute(arranged.recruiter.actor, { applicationId: arranged.application.id });
    expect(codeOf(refused)).toBe('NOT_SELF_SCHEDULED');
  });

  it('moves an interview in one step: who is free stays, who is not is replaced, everybody answers anew', async () => {
    const world = await buildWorld(api, { pools: [2, 1] });
    const interviewId = await bookFor(world);
    const before = await seatRows(interviewId);
    const first = before.find((seat) => seat.seat_id === world.seatIds[0]);
    const second = before.find((seat) => seat.seat_id === world.seatIds[1]);
    await api.owner.query(`UPDATE interview_seats SET answer = 'ACCEPTED', answered_at = now() WHERE interview_id = $1`, [
      interviewId,
    ]);
    await api.owner.query(
      'INSERT INTO busy_blocks (organization_id, id, person_id, during) VALUES ($1, $2, $3, tstzrange($4, $5))',
      [world.organizationId, newId(), first.person_id, WEDNESDAY_TEN, new Date(WEDNESDAY_TEN.getTime() + HOUR_MS)],
    );
    const { reschedule } = doors(api);
    valueOf(await reschedule.execute(world.candidate, { interviewId, startsAt: WEDNESDAY_TEN, expectedVersion: 1 }));
    expect(await interviewRow(interviewId)).toMatchObject({
      starts_at: WEDNESDAY_TEN,
      sequence: 1,
      version: 2,
      state: 'CONFIRMED',
    });
    const after = await seatRows(interviewId);
    expect(after.find(({ id }) => id === first.id)).toMatchObject({ state: 'CANCELLED' });
    expect(after.find(({ id }) => id === second.id)).toMatchObject({ state: 'CONFIRMED', answer: 'PENDING', answered_at: null });
    const fresh = after.find((seat) => seat.seat_id === world.seatIds[0] && seat.state === 'CONFIRMED');
    expect(fresh.person_id).toBe(world.pools[0]!.find(({ id }) => id !== first.person_id)!.id);
    const events = await eventsOf(api, world.application.id);
    expect(events.map(({ name }) => name)).toEqual([
      'InterviewBooked',
      'InterviewSoon',
      'InterviewEnded',
      'InterviewRescheduled',
      'InterviewSoon',
      'InterviewEnded',
    ]);
    expect(events[3]!.payload).toMatchObject({ interviewId, sequence: 1, removedSeatIds: [first.id], timeChanged: true });
    expect(events[5]!.not_before).toEqual(new Date(WEDNESDAY_TEN.getTime() + HOUR_MS));
    const stale = await reschedule.execute(world.recruiter.actor, {
      interviewId,
      startsAt: TUESDAY_TEN,
      expectedVersion: 1,
      reason,
    });
    expect(stale).toMatchObject({ refusal: { code: 'CONFLICT', presentVersion: 2 } });
  });

  it('moves by a quarter of an hour over its own old time, and keeps the old time when the new one is taken', async () => {
    const world = await buildWorld(api);
    const interviewId = await bookFor(world);
    const { reschedule } = doors(api);
    const quarter = new Date(TUESDAY_TEN.getTime() + HOUR_MS / 4);
    valueOf(await reschedule.execute(world.candidate, { interviewId, startsAt: quarter }));
    expect(await interviewRow(interviewId)).toMatchObject({ starts_at: quarter });
    const other = await newApplicant(api, world);
    valueOf(await doors(api).book.execute(other.candidate, { startsAt: WEDNESDAY_TEN }));
    const taken = await reschedule.execute(world.candidate, { interviewId, startsAt: WEDNESDAY_TEN });
    expect(codeOf(taken)).toBe('SLOT_TAKEN');
    expect(await interviewRow(interviewId)).toMatchObject({ starts_at: quarter, sequence: 1 });
  });

  it('cancels with its seats, frees the time, and lets another one be chosen by the same link', async () => {
    const world = await buildWorld(api);
    const interviewId = await bookFor(world);
    const { cancel, book } = doors(api);
    expect(codeOf(await cancel.execute(world.recruiter.actor, { interviewId }))).toBe('INVALID_INPUT');
    valueOf(await cancel.execute(world.recruiter.actor, { interviewId, reason }));
    expect(await interviewRow(interviewId)).toMatchObject({ state: 'CANCELLED', sequence: 1, reason });
    const seats = await seatRows(interviewId);
    expect(seats.map(({ state }) => state)).toEqual(['CANCELLED']);
    expect((await eventsOf(api, world.application.id)).at(-1)).toMatchObject({
      name: 'InterviewCancelled',
      payload: { interviewId, sequence: 1, removedSeatIds: seats.map(({ id }) => id) },
    });
    expect(codeOf(await cancel.execute(world.recruiter.actor, { interviewId, reason }))).toBe('INTERVIEW_OVER');
    expect(codeOf(await book.execute(world.candidate, { startsAt: TUESDAY_TEN }))).toBe('ok');
  });

  it('lets interviewers answer and hand over their own seats only, and a decline cancels nothing', async () => {
    const world = await buildWorld(api, { pools: [3] });
    const interviewId = await bookFor(world);
    const [seat] = await seatRows(interviewId);
    const holder = world.pools[0]!.find(({ id }) => id === seat.person_id)!;
    const stranger = world.pools[0]!.find(({ id }) => id !== seat.person_id)!;
    const answerSeat = api.app.get(AnswerSeat);
    const replaceSeat = api.app.get(ReplaceSeat);
    for (const actor of [stranger.actor, world.recruiter.actor, world.candidate]) {
      expect(codeOf(await answerSeat.execute(actor, { interviewSeatId: seat.id, answer: 'DECLINED' }))).toBe('NOT_FOUND');
    }
    expect(codeOf(await replaceSeat.execute(stranger.actor, { interviewSeatId: seat.id }))).toBe('NOT_FOUND');
    for (let twice = 0; twice < 2; twice += 1)
      valueOf(await answerSeat.execute(holder.actor, { interviewSeatId: seat.id, answer: 'DECLINED' }));
    expect(await interviewRow(interviewId)).toMatchObject({ state: 'CONFIRMED' });
    const answered = (await eventsOf(api, world.application.id)).filter(({ name }) => name === 'SeatAnswered');
    expect(answered.map(({ payload }) => payload)).toMatchObject([{ interviewSeatId: seat.id, answer: 'DECLINED' }]);
    valueOf(await replaceSeat.execute(holder.actor, { interviewSeatId: seat.id }));
    const seats = await seatRows(interviewId);
    expect(seats.map(({ state }) => state).sort()).toEqual(['CANCELLED', 'CONFIRMED']);
    expect(await interviewRow(interviewId)).toMatchObject({ sequence: 1, starts_at: TUESDAY_TEN });
    expect((await eventsOf(api, world.application.id)).at(-1)).toMatchObject({
      name: 'InterviewRescheduled',
      payload: { removedSeatIds: [seat.id], timeChanged: false },
    });
    expect(codeOf(await answerSeat.execute(holder.actor, { interviewSeatId: seat.id, answer: 'ACCEPTED' }))).toBe(
      'INTERVIEW_OVER',
    );
  });

  it('replaces a seat by a named member of its pool who is free, and by nobody else', async () => {
    const world = await buildWorld(api, { pools: [2] });
    const interviewId = await bookFor(world);
    const [seat] = await seatRows(interviewId);
    const other = world.pools[0]!.find(({ id }) => id !== seat.person_id)!;
    const replaceSeat = api.app.get(ReplaceSeat);
    const outsider = await replaceSeat.execute(world.recruiter.actor, { interviewSeatId: seat.id, personId: world.recruiter.id });
    expect(codeOf(outsider)).toBe('NOT_IN_POOL');
    await api.owner.query('DELETE FROM weekly_hours WHERE person_id = $1', [other.id]);
    await api.owner.query(
      `INSERT INTO weekly_hours (organization_id, id, person_id, zone, days, starts, ends) VALUES ($1, $2, $3, 'UTC', '{FRI}', '09:00', '17:00')`,
      [world.organizationId, newId(), other.id],
    );
    expect(codeOf(await replaceSeat.execute(world.recruiter.actor, { interviewSeatId: seat.id }))).toBe('NOBODY_FREE');
    const forced = { interviewSeatId: seat.id, personId: other.id, override: true, reason };
    expect(codeOf(await replaceSeat.execute(world.pools[0]!.find(({ id }) => id === seat.person_id)!.actor, forced))).toBe(
      'NOT_FOUND',
    );
    valueOf(await replaceSeat.execute(world.recruiter.actor, forced));
    expect((await seatRows(interviewId)).find(({ state }) => state === 'CONFIRMED')).toMatchObject({ person_id: other.id });
  });

  it('is settled by the team once it has begun, and by itself once it has ended', async () => {
    const world = await buildWorld(api);
    const interviewId = await bookFor(world);
    const settle = api.app.get(SettleInterview);
    expect(codeOf(await settle.markNoShow(world.recruiter.actor, { interviewId }))).toBe('INTERVIEW_NOT_STARTED');
    await settle.ended(world.organizationId, interviewId);
    expect(await interviewRow(interviewId)).toMatchObject({ state: 'CONFIRMED' });
    clock.set(new Date(TUESDAY_TEN.getTime() + HOUR_MS));
    try {
      expect(codeOf(await doors(api).cancel.execute(world.candidate, { interviewId }))).toBe('INTERVIEW_STARTED');
      expect(
        codeOf(await doors(api).reschedule.execute(world.candidate, { interviewId, startsAt: new Date('2030-03-08T10:00:00Z') })),
      ).toBe('INTERVIEW_STARTED');
      for (let twice = 0; twice < 2; twice += 1) await settle.ended(world.organizationId, interviewId);
      expect(await interviewRow(interviewId)).toMatchObject({ state: 'COMPLETED', version: 2 });
      expect((await seatRows(interviewId))[0]).toMatchObject({ state: 'COMPLETED' });
      expect(codeOf(await settle.markNoShow(world.candidate, { interviewId }))).toBe('NOT_FOUND');
      valueOf(await settle.markNoShow(world.recruiter.actor, { interviewId }));
      expect(await interviewRow(interviewId)).toMatchObject({ state: 'NO_SHOW' });
      await settle.ended(world.organizationId, interviewId);
      expect(await interviewRow(interviewId)).toMatchObject({ state: 'NO_SHOW' });
    } finally {
      clock.set(NOW);
    }
  });

  it("does nothing for wrong roles, other candidates and other organisations' ids, and does not tell them apart", async () => {
    const world = await buildWorld(api);
    const foreign = await buildWorld(api);
    const other = await newApplicant(api, world);
    const interviewId = await bookFor(world);
    const foreignInterview = await bookFor(foreign);
    const { find, book, reschedule, cancel } = doors(api);
    const interviewer = await api.newPerson(world.organizationId, 'INTERVIEWER');
    const manager = await api.newPerson(world.organizationId, 'HIRING_MANAGER');
    const startsAt = WEDNESDAY_TEN;
    for (const actor of [interviewer.actor, manager.actor, foreign.recruiter.actor, world.pools[0]![0]!.actor]) {
      expect(codeOf(await find.execute(actor, { applicationId: world.application.id }))).toBe('NOT_FOUND');
      expect(codeOf(await book.execute(actor, { applicationId: other.application.id, startsAt }))).toBe('NOT_FOUND');
      expect(codeOf(await reschedule.execute(actor, { interviewId, startsAt, reason }))).toBe('NOT_FOUND');
      expect(codeOf(await cancel.execute(actor, { interviewId, reason }))).toBe('NOT_FOUND');
    }
    expect(codeOf(await cancel.execute(other.candidate, { interviewId }))).toBe('NOT_FOUND');
    expect(codeOf(await book.execute(other.candidate, { applicationId: world.application.id, startsAt }))).toBe('NOT_FOUND');
    expect(codeOf(await cancel.execute(world.recruiter.actor, { interviewId: foreignInterview, reason }))).toBe('NOT_FOUND');
    expect(codeOf(await cancel.execute(world.recruiter.actor, { interviewId: "' OR 1=1", reason }))).toBe('NOT_FOUND');
    expect(await interviewRow(interviewId)).toMatchObject({ state: 'CONFIRMED', version: 1 });
    await buildTeamMember(api.owner, world.organizationId, world.posting.id, manager.id, 'COORDINATOR');
    expect(codeOf(await cancel.execute(manager.actor, { interviewId, reason }))).toBe('ok');
  });
});

/** The same candidate in another posting of the same organisation, with the same pools. */
async function buildWorldPosting(api: TestApi, world: World) {
  const posting = await buildPosting(api.owner, world.organizationId, {
    stages: [
      {
        name: 'Talk',
        kind: 'INTERVIEW',
        durationMin: 60,
        selfSchedule: true,
        seats: [{ role: 'host', poolId: world.poolIds[0]! }],
      },
    ],
  });
  const place = { organizationId: world.organizationId, posting, stageId: posting.stages[0]!.id };
  return newApplicant(api, place, 'UTC', world.application.candidateId);
}
