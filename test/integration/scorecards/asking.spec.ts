import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signLink } from '#libs/identity/index.js';
import type { Id } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import { World, at } from './world.js';

describe('asking for scorecards', () => {
  let world: World;
  let ada: TestPerson;
  let bob: TestPerson;

  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.renew();
    ada = await world.person('INTERVIEWER');
    bob = await world.person('INTERVIEWER');
  });

  const ended = (interviewId: Id) =>
    world.ring('InterviewEnded', { interviewId, applicationId: world.application.id, postingId: world.posting.id });
  const asked = async () => (await world.events('ScorecardDue')).map(({ payload }) => [payload.personId, payload.reminder]);

  it('asks everybody whose card is missing, once, however often and in whatever company the timer rings', async () => {
    const { id: interviewId } = await world.interview(world.panel, [{ person: ada }, { person: bob }]);
    await world.card(bob, world.panel);
    await Promise.all([ended(interviewId), ended(interviewId), ended(interviewId)]);
    await ended(interviewId);
    const ref = { applicationId: world.application.id, postingId: world.posting.id, stageId: world.panel.id };
    expect((await world.events('ScorecardDue')).map(({ payload }) => payload)).toEqual([
      { ...ref, interviewId, takeHomeId: null, personId: ada.id, reminder: false },
    ]);
    expect(await world.events('ScorecardReminder')).toMatchObject([{ not_before: at(24), payload: { personId: ada.id } }]);
  });

  it('asks nobody for a draft that is in, but for one that is not', async () => {
    const { id } = await world.interview(world.panel, [{ person: ada }]);
    await world.card(ada, world.panel, 'DRAFT');
    await ended(id);
    expect(await asked()).toEqual([[ada.id, false]]);
  });

  it('asks nobody about an interview that did not take place or has moved, nor who was not in it, nor when it is over for the candidate', async () => {
    for (const state of ['CANCELLED', 'NO_SHOW'] as const) {
      const { id } = await world.interview(world.panel, [{ person: ada }], { state });
      await ended(id);
    }
    const moved = await world.interview(world.screen, [{ person: ada }], { from: at(48) });
    await ended(moved.id);
    const panel = await world.interview(world.panel, [
      { person: bob, state: 'CANCELLED' },
      { person: ada, answer: 'DECLINED' },
    ]);
    await ended(panel.id);
    await world.api.owner.query(`UPDATE people SET status = 'DISABLED' WHERE id = $1`, [bob.id]);
    await world.api.owner.query(`UPDATE interview_seats SET state = 'CONFIRMED' WHERE interview_id = $1 AND person_id = $2`, [
      panel.id,
      bob.id,
    ]);
    await ended(panel.id);
    expect(await asked()).toEqual([]);
    await world.api.owner.query(`UPDATE people SET status = 'ACTIVE' WHERE id = $1`, [bob.id]);
    await world.api.owner.query(`UPDATE applications SET status = 'REJECTED', ended_at = now() WHERE id = $1`, [
      world.application.id,
    ]);
    await ended(panel.id);
    expect(await asked()).toEqual([]);
    await world.api.owner.query(`UPDATE applications SET status = 'ACTIVE', ended_at = NULL WHERE id = $1`, [
      world.application.id,
    ]);
    await ended(panel.id);
    expect(await asked()).toEqual([[bob.id, false]]);
  });

  it('asks when the present end is past, though the timer is of another time', async () => {
    const { id } = await world.interview(world.panel, [{ person: ada }], { from: at(1) });
    await ended(id);
    expect(await asked()).toEqual([]);
    world.clock.set(at(2));
    await ended(id);
    await ended(id);
    expect(await asked()).toEqual([[ada.id, false]]);
  });

  it('reminds once, and only while the card is missing', async () => {
    const { id } = await world.interview(world.panel, [{ person: ada }, { person: bob }]);
    await ended(id);
    world.clock.set(at(24));
    await world.card(bob, world.panel);
    const timers = await world.events('ScorecardReminder');
    expect(timers).toHaveLength(2);
    for (const timer of [...timers, ...timers]) await world.ring('ScorecardReminder', timer.payload);
    expect((await asked()).filter(([, reminder]) => reminder)).toEqual([[ada.id, true]]);
  });

  it('reminds nobody whose interview was called off or seat taken away meanwhile', async () => {
    const { id } = await world.interview(world.panel, [{ person: ada }]);
    await ended(id);
    await world.api.owner.query(`UPDATE interview_seats SET state = 'CANCELLED' WHERE interview_id = $1`, [id]);
    for (const { payload } of await world.events('ScorecardReminder')) await world.ring('ScorecardReminder', payload);
    expect(await asked()).toEqual([[ada.id, false]]);
  });

  it('gives reviewers two days from the work as it is now, then asks, and reminds', async () => {
    const takeHomeId = await world.takeHome([ada, bob], 'SENT');
    await world.api.owner.query('UPDATE applications SET stage_id = $2 WHERE id = $1', [world.application.id, world.work.id]);
    const expiresAt = new Date('2040-01-01');
    const link = {
      purpose: 'take-home',
      organizationId: world.organizationId,
      subjectId: world.application.id,
      epoch: 0,
      expiresAt,
    } as const;
    const submit = async () => {
      const query = `mutation { submitTakeHome(input: { url: "https://code.example/${world.clock.now().getTime()}" }) { __typename } }`;
      const answer = await world.api.graphql(query, {}, { link: ['take-home', signLink(world.api.config.secret, link)] });
      expect(answer.data.submitTakeHome.__typename).toBe('SubmitTakeHomePayload');
    };
    await submit();
    world.clock.set(at(24));
    await submit();
    const [first, second] = await world.events('TakeHomeReviewDue');
    expect([first.not_before, second.not_before]).toEqual([at(48), at(72)]);
    world.clock.set(at(48));
    await world.ring('TakeHomeReviewDue', first.payload);
    expect(await asked()).toEqual([]);
    world.clock.set(at(72));
    await world.card(bob, world.work);
    await world.ring('TakeHomeReviewDue', second.payload);
    await world.ring('TakeHomeReviewDue', second.payload);
    expect((await world.events('ScorecardDue')).map(({ payload }) => payload)).toMatchObject([
      { takeHomeId, interviewId: null, personId: ada.id },
    ]);
    for (const { payload } of await world.events('ScorecardReminder')) await world.ring('ScorecardReminder', payload);
    expect(await asked()).toEqual([
      [ada.id, false],
      [ada.id, true],
    ]);
  });

  it('shows each person what they owe, longest waiting first, until it is in', async () => {
    const DUE = '{ myScorecardsDue { stageName postingTitle interviewSeatId takeHomeId since draftVersion } }';
    const owed = async (as: TestPerson) => (await world.graphql(DUE, {}, as)).data.myScorecardsDue;
    const takeHomeId = await world.takeHome([ada]);
    const { seatIds } = await world.interview(world.panel, [{ person: ada }, { person: bob, answer: 'DECLINED' }]);
    await world.interview(world.screen, [{ person: ada }], { from: at(5) });
    await world.write('saveScorecardDraft', ada, world.panel, { notes: 'Begun' });
    expect(await owed(ada)).toEqual([
      {
        stageName: 'Panel',
        postingTitle: 'Backend Engineer',
        interviewSeatId: seatIds[0],
        takeHomeId: null,
        since: at(-2).toISOString(),
        draftVersion: 1,
      },
      {
        stageName: 'Assignment',
        postingTitle: 'Backend Engineer',
        interviewSeatId: null,
        takeHomeId,
        since: at(0).toISOString(),
        draftVersion: 0,
      },
    ]);
    expect(await owed(bob)).toEqual([]);
    await world.write('submitScorecard', ada, world.panel, { recommendation: 'YES', expectedVersion: 1 });
    expect((await owed(ada)).map(({ stageName }: { stageName: string }) => stageName)).toEqual(['Assignment']);
  });
});
