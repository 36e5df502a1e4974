import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MoveApplication } from '#libs/applications/index.js';
import { FixedClock, type Id } from '#libs/kernel/index.js';
import { HouseFactsStore } from '#libs/notifications/persistence/house-facts.js';
import type { Command } from '#libs/pipeline/index.js';
import type { BuiltPosting } from '../../support/builders.js';
import { type World, received, startWorld } from './world.js';

describe('mails that can be taken back', () => {
  const clock = new FixedClock(new Date('2026-11-10T09:00:00Z'));
  let world: World;
  let posting: BuiltPosting;
  beforeAll(async () => {
    world = await startWorld({ clock, config: { mailHold: true } });
    posting = await world.posting();
  });
  afterAll(() => world.close());

  const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
  const [first, second] = [0, 1].map((n) => () => posting.stages[n]!.id);

  async function move(applicationId: Id, expectedVersion: number, command: Command) {
    const moved = await world.api.app
      .get(MoveApplication)
      .execute(world.manager.actor, { applicationId, expectedVersion, command });
    if (!moved.ok) throw new Error(moved.refusal.message);
  }
  const to = (stageId: Id): Command => ({ kind: 'MOVE_TO_STAGE', stageId });
  const states = async (id: Id) => (await world.ledger(id)).map(({ template, state }) => `${template} ${state}`);

  /** An application whose candidate knows that it has arrived. */
  async function applied(fields: { zone?: string } = {}) {
    const application = await world.application(posting, fields);
    await world.emit(received(application, posting));
    // The team's news are gathered for up to ten minutes.
    later(700);
    await world.until('the first mails', async () => (await world.ledger(application.id)).every(({ state }) => state === 'SENT'));
    return application;
  }

  it('leave when their time has come', async () => {
    const { id } = await applied();
    await move(id, 0, to(first!()));
    const held = (await world.ledger(id)).at(-1)!;
    expect(held).toMatchObject({ template: 'stage-moved', state: 'DECIDED' });
    expect(held.not_before).toEqual(new Date(clock.now().getTime() + 30_000));
    later(31);
    await world.settled(id);
    expect((await states(id)).at(-1)).toBe('stage-moved SENT');
  });

  it('never leave when the application is moved back in time, and nor does the one that would tell of that', async () => {
    const { id } = await applied();
    await move(id, 0, to(first!()));
    later(31);
    await world.settled(id);
    await move(id, 1, to(second!()));
    later(10);
    await move(id, 2, { kind: 'SEND_BACK', stageId: first!(), reason: 'a slip of the hand' });
    later(3600);
    expect((await world.settled(id)).slice(-2)).toMatchObject([
      { template: 'stage-moved', state: 'SUPERSEDED', skipped_because: 'the application moved on before it left' },
      { template: 'stage-moved', state: 'SKIPPED', skipped_because: 'nobody had been told of what this takes back' },
    ]);
  });

  it('give way to the newest when an application moves on', async () => {
    const { id } = await applied();
    await move(id, 0, to(first!()));
    await move(id, 1, to(second!()));
    await move(id, 2, { kind: 'REJECT', reasonId: await reason() });
    later(60);
    expect((await world.ledger(id)).slice(-3).map(({ state }) => state)).toEqual(['SUPERSEDED', 'SUPERSEDED', 'DECIDED']);
    await move(id, 3, { kind: 'REOPEN', reason: 'a slip of the hand' });
    later(600);
    const rows = await world.settled(id);
    // Reopened into a stage that nobody has told the candidate of: that is news.
    expect(rows.slice(-2).map(({ template, state }) => `${template} ${state}`)).toEqual([
      'rejected SUPERSEDED',
      'stage-moved SENT',
    ]);
  });

  it('do not stand in the way of what leaves sooner', async () => {
    const { id } = await applied();
    await move(id, 0, { kind: 'REJECT', reasonId: await reason() });
    await world.emit({ name: 'CandidateLinkRequested', subjectId: id, payload: { applicationId: id } });
    await world.until('the link', async () => (await states(id)).at(-1) === 'page-link SENT');
    expect((await states(id)).at(-2)).toBe('rejected DECIDED');
  });

  it('wait for the candidate’s morning where the organisation keeps quiet hours', async () => {
    const { id } = await applied({ zone: 'Asia/Tokyo' });
    await world.api.owner.query(
      `INSERT INTO mail_settings (organization_id, undo_s, quiet_from, quiet_until) VALUES ($1, 0, '18:00', '08:00')`,
      [world.organizationId],
    );
    world.api.app.get(HouseFactsStore).forget(world.organizationId);
    const now = clock.now();
    await move(id, 0, to(first!()));
    const { not_before } = (await world.ledger(id)).at(-1)!;
    await world.api.owner.query('DELETE FROM mail_settings');
    world.api.app.get(HouseFactsStore).forget(world.organizationId);
    expect(not_before.getTime()).toBeGreaterThan(now.getTime());
    expect(not_before.toISOString()).toMatch(/T23:00:00/);
  });

  describe('by a person', () => {
    const CHANGED = '{ __typename ... on ChangedMailPayload { mail { id } } ... on UserError { code } }';
    const ask = async (name: 'scheduleMail' | 'withholdMail', input: object, as = world.manager) => {
      const type = name === 'scheduleMail' ? 'ScheduleMailInput' : 'MailIdInput';
      const { data, errors } = await world.api.graphql(
        `mutation ($input: ${type}!) { result: ${name}(input: $input) ${CHANGED} }`,
        { input },
        as,
      );
      expect(errors).toBeUndefined();
      return data.result;
    };
    async function rejected() {
      const { id } = await applied();
      await move(id, 0, { kind: 'REJECT', reasonId: await reason() });
      return { application: id, mail: (await world.ledger(id)).at(-1)! };
    }

    it('leave at the time that was chosen, or at once', async () => {
      const { application, mail } = await rejected();
      const sendAt = new Date(clock.now().getTime() + 3 * 3600_000);
      expect(await ask('scheduleMail', { id: mail.id, sendAt: sendAt.toISOString() })).toMatchObject({
        __typename: 'ChangedMailPayload',
      });
      later(2 * 3600);
      expect((await world.ledger(application)).at(-1)).toMatchObject({ state: 'DECIDED', not_before: sendAt });
      later(3601);
      expect((await world.settled(application)).at(-1)).toMatchObject({ template: 'rejected', state: 'SENT' });
      const second = await rejected();
      await ask('scheduleMail', { id: second.mail.id });
      expect((await world.settled(second.application)).at(-1)).toMatchObject({ template: 'rejected', state: 'SENT' });
      expect(await ask('scheduleMail', { id: second.mail.id })).toMatchObject({ code: 'NOT_HELD' });
    });

    it('are held back for good, but not by a time that is past or too far off, nor by somebody who has no business with them', async () => {
      const { application, mail } = await rejected();
      for (const away_ms of [-1000, 31 * 86_400_000])
        expect(
          await ask('scheduleMail', { id: mail.id, sendAt: new Date(clock.now().getTime() + away_ms).toISOString() }),
        ).toMatchObject({
          code: 'INVALID_INPUT',
        });
      const other = await world.api.newPerson(world.organizationId, 'INTERVIEWER');
      expect(await ask('withholdMail', { id: mail.id }, other)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await ask('withholdMail', { id: mail.id })).toMatchObject({ __typename: 'ChangedMailPayload' });
      later(3600);
      expect((await world.ledger(application)).at(-1)).toMatchObject({
        ...{ template: 'rejected', state: 'SUPERSEDED', skipped_because: 'a member of the team held it back' },
      });
    });
  });

  async function reason(): Promise<Id> {
    const { rows } = await world.api.owner.query<{ id: Id }>(
      `INSERT INTO rejection_reasons (organization_id, id, label, side) VALUES ($1, gen_random_uuid(), 'reason ' || random(), 'WE_REJECTED') RETURNING id`,
      [world.organizationId],
    );
    return rows[0]!.id;
  }
});
