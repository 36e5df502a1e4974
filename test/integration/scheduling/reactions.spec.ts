import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, ok, type Id, type SystemActor } from '#libs/kernel/index.js';
import type { Effect } from '#libs/pipeline/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildCandidate } from '../../support/builders.js';
import { DAY_MS, buildWorld, doors, eventsOf, newApplicant, valueOf, type World } from './world.js';

const NOW = new Date('2030-03-04T08:00:00Z');
const TUESDAY_TEN = new Date('2030-03-05T10:00:00Z');

describe('scheduling follows the application', () => {
  let api: TestApi;
  const clock = new FixedClock(NOW);
  beforeAll(async () => {
    api = await startTestApi({ clock, config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  const emit = async (world: World, name: string, payload: object) => {
    const actor: SystemActor = { kind: 'system', organizationId: world.organizationId, part: 'test' };
    return api.uow.run(actor, async (tx) => {
      tx.emit({ name, subjectId: world.application.id, payload });
      return ok(null);
    });
  };
  const moved = (world: World, version: number, effects: Effect[], toStatus = 'ACTIVE') =>
    emit(world, 'ApplicationMoved', {
      applicationId: world.application.id,
      postingId: world.posting.id,
      candidateId: world.application.candidateId,
      version,
      toStatus,
      effects,
    });
  const requests = async (applicationId: Id) =>
    (
      await api.owner.query('SELECT * FROM schedule_requests WHERE application_id = $1 ORDER BY transition_version', [
        applicationId,
      ])
    ).rows;
  const states = async (interviewId: Id) => {
    const interview = await api.owner.query('SELECT state, sequence FROM interviews WHERE id = $1', [interviewId]);
    const seats = await api.owner.query('SELECT state FROM interview_seats WHERE interview_id = $1', [interviewId]);
    return { ...interview.rows[0], seats: seats.rows.map(({ state }) => state) };
  };

  it('asks for an interview when a stage is entered, once for each transition, for two weeks', async () => {
    const world = await buildWorld(api);
    await moved(world, 2, [{ kind: 'RequestInterview', stageId: world.stageId, selfSchedule: true }]);
    const [, request] = await requests(world.application.id);
    expect(request).toMatchObject({
      status: 'OPEN',
      stage_id: world.stageId,
      transition_version: 2,
      expires_at: new Date(NOW.getTime() + 14 * DAY_MS),
    });
    expect((await eventsOf(api, world.application.id)).at(-1)).toMatchObject({
      name: 'InterviewRequested',
      payload: { requestId: request.id, applicationId: world.application.id, stageId: world.stageId, selfSchedule: true },
    });
    await expect(moved(world, 2, [{ kind: 'RequestInterview', stageId: world.stageId, selfSchedule: true }])).rejects.toThrow(
      /unique/,
    );
    expect(await requests(world.application.id)).toHaveLength(2);
  });

  it('cancels what is open in the stage that is left, and nothing of another stage', async () => {
    const world = await buildWorld(api);
    const { interviewId } = valueOf(await doors(api).book.execute(world.candidate, { startsAt: TUESDAY_TEN }));
    await moved(world, 2, [{ kind: 'CancelOpenWork', stageId: world.posting.stages[1]!.id }]);
    expect(await states(interviewId)).toEqual({ state: 'CONFIRMED', sequence: 0, seats: ['CONFIRMED'] });
    await moved(world, 3, [{ kind: 'CancelOpenWork', stageId: world.stageId }]);
    expect(await states(interviewId)).toEqual({ state: 'CANCELLED', sequence: 1, seats: ['CANCELLED'] });
    const cancelled = (await eventsOf(api, world.application.id)).filter(({ name }) => name === 'InterviewCancelled');
    expect(cancelled.map(({ payload }) => payload)).toMatchObject([{ interviewId, stageId: world.stageId, sequence: 1 }]);
  });

  it('cancels the open request, so that its link books nothing any more', async () => {
    const world = await buildWorld(api);
    await moved(world, 2, [{ kind: 'CancelOpenWork', stageId: world.stageId }]);
    expect((await requests(world.application.id)).map(({ status }) => status)).toEqual(['CANCELLED']);
    const refused = await doors(api).book.execute(world.candidate, { startsAt: TUESDAY_TEN });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'NOTHING_TO_SCHEDULE' } });
  });

  it('leaves nothing open when the application ends, but keeps an interview that has begun', async () => {
    const world = await buildWorld(api);
    const { interviewId } = valueOf(await doors(api).book.execute(world.candidate, { startsAt: TUESDAY_TEN }));
    await moved(world, 2, [{ kind: 'Notify', what: 'REJECTED' }], 'REJECTED');
    expect(await states(interviewId)).toMatchObject({ state: 'CANCELLED' });
    const begun = await buildWorld(api);
    const held = valueOf(await doors(api).book.execute(begun.candidate, { startsAt: TUESDAY_TEN }));
    clock.set(new Date(TUESDAY_TEN.getTime() + 1));
    try {
      await moved(begun, 2, [{ kind: 'CancelOpenWork', stageId: begun.stageId }], 'HIRED');
      expect(await states(held.interviewId)).toMatchObject({ state: 'CONFIRMED', sequence: 0 });
    } finally {
      clock.set(NOW);
    }
  });

  it('gives a merged candidate’s interviews to the one who is kept, except one that both cannot attend', async () => {
    const world = await buildWorld(api, { pools: [2] });
    const keptId = await buildCandidate(api.owner, world.organizationId);
    const kept = await newApplicant(api, world, 'UTC', keptId);
    const late = await newApplicant(api, world);
    const { book } = doors(api);
    const clash = valueOf(await book.execute(world.candidate, { startsAt: TUESDAY_TEN }));
    valueOf(await book.execute(kept.candidate, { startsAt: TUESDAY_TEN }));
    const free = valueOf(await book.execute(late.candidate, { startsAt: new Date('2030-03-06T10:00:00Z') }));
    await emit(world, 'CandidatesMerged', { keptId, mergedId: world.application.candidateId });
    await emit(world, 'CandidatesMerged', { keptId, mergedId: late.application.candidateId });
    const owner = async (id: Id) =>
      (await api.owner.query('SELECT candidate_id FROM interviews WHERE id = $1', [id])).rows[0].candidate_id;
    expect(await owner(free.interviewId)).toBe(keptId);
    expect(await owner(clash.interviewId)).toBe(world.application.candidateId);
  });

  it('completes an interview by its timer, through the worker', async () => {
    const live = await startTestApi();
    try {
      const world = await buildWorld(live, { hours: { zone: 'UTC', starts: '00:00', ends: '00:00' } });
      const startsAt = new Date(Math.ceil((Date.now() + 3 * DAY_MS) / 3600_000) * 3600_000);
      const booking = { applicationId: world.application.id, startsAt, override: true, reason: 'A test of the timer' };
      const { interviewId } = valueOf(await doors(live).book.execute(world.recruiter.actor, booking));
      const [timer] = (
        await live.owner.query(`SELECT id FROM outbox_events WHERE name = 'InterviewEnded' AND subject_id = $1`, [
          world.application.id,
        ])
      ).rows;
      expect(timer).toBeDefined();
      await live.owner.query(
        `UPDATE interviews SET during = tstzrange(now() - interval '2 hours', now() - interval '1 hour') WHERE id = $1`,
        [interviewId],
      );
      await live.owner.query(`UPDATE outbox_events SET not_before = now() WHERE id = $1`, [timer.id]);
      const state = async () =>
        (await live.owner.query('SELECT state FROM interviews WHERE id = $1', [interviewId])).rows[0].state;
      for (let tries = 0; tries < 100 && (await state()) === 'CONFIRMED'; tries += 1)
        await new Promise((r) => setTimeout(r, 100));
      expect(await state()).toBe('COMPLETED');
    } finally {
      await live.close();
    }
  }, 30_000);
});
