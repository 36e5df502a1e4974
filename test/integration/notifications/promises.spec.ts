import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import type { BuiltPosting } from '../../support/builders.js';
import { type World, received, startWorld } from './world.js';

const PROMISED = '{ promisedAnswers { applicationId candidateName stageName since dueAt broken lateToldAt } }';
const MOVE = 'mutation ($input: MoveApplicationInput!) { result: moveApplication(input: $input) { __typename } }';

/** A Monday. */
const NOW = new Date('2026-11-23T10:00:00Z');

describe('an answer that a posting promises within working days', () => {
  let world: World;
  let posting: BuiltPosting;
  let now = NOW;
  beforeAll(async () => {
    world = await startWorld({ clock: { now: () => now } });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    now = NOW;
    posting = await world.posting([
      { name: 'Screening call', kind: 'SCREEN' },
      { name: 'Panel', kind: 'PANEL' },
    ]);
    await world.api.owner.query(
      'INSERT INTO posting_mail_settings (organization_id, posting_id, answer_days) VALUES ($1, $2, 5)',
      [world.organizationId, posting.id],
    );
  });

  const apply = async (name: string) => {
    const application = await world.application(posting, { name, zone: 'Europe/Berlin' });
    await world.emit(received(application, posting));
    return application;
  };
  const templates = async (applicationId: Id) => (await world.settled(applicationId)).map(({ template }) => template);
  const promised = async () =>
    (await world.api.graphql(PROMISED, {}, world.manager)).data.promisedAnswers as {
      candidateName: string;
      broken: boolean;
      lateToldAt: string | null;
      dueAt: string;
    }[];
  const until = async (instant: string) => {
    now = new Date(instant);
    await world.until('the timers to ring', async () => {
      const { rowCount } = await world.api.owner.query(
        `SELECT FROM outbox_events WHERE name IN ('AnswerDueSoon', 'AnswerLate', 'InterviewEnded') AND state <> 'DONE' AND not_before <= $1`,
        [instant],
      );
      return rowCount === 0;
    });
  };

  it('is said to the candidate and to us; we are reminded before it breaks, and the candidate is told once if it does', async () => {
    const application = await apply('Noor Haddad');
    expect(await templates(application.id)).toEqual(['application-received', 'team-new-application']);
    const [first] = await world.settled(application.id);
    const [mail] = await world.inbox(first!.recipient);
    expect(mail!.text).toContain('You will hear from us by Tuesday 1 December 2026, whatever we decide.');
    expect(await promised()).toMatchObject([{ candidateName: 'Noor Haddad', broken: false, dueAt: '2026-11-30T23:59:00.000Z' }]);
    await until('2026-11-27T09:00:00Z');
    expect(await templates(application.id)).toEqual(['application-received', 'team-new-application', 'team-answer-due']);
    await until('2026-12-01T09:00:00Z');
    const rows = await world.settled(application.id);
    expect(rows.at(-1)).toMatchObject({ template: 'answer-late', state: 'SENT', recipient: first!.recipient });
    expect((await world.inbox(first!.recipient)).at(-1)!.text).toContain('by Tuesday 1 December 2026, and we have not kept that');
    expect(await promised()).toMatchObject([{ broken: true, lateToldAt: expect.any(String) }]);
    await until('2026-12-20T09:00:00Z');
    expect(await templates(application.id)).toHaveLength(4);
  });

  it('is kept by the next mail that says something; then nobody is reminded', async () => {
    const application = await apply('Kim');
    await world.settled(application.id);
    const moved = await world.api.graphql(MOVE, { input: { applicationId: application.id, expectedVersion: 0 } }, world.manager);
    expect(moved.data.result.__typename).toBe('MovePayload');
    expect((await promised()).filter(({ candidateName }) => candidateName === 'Kim')).toEqual([]);
    await until('2026-12-10T09:00:00Z');
    expect(await templates(application.id)).toEqual(['application-received', 'team-new-application', 'stage-moved']);
  });

  it('begins again when an interview has ended, whose timer may ring twice, and ends with the application', async () => {
    const application = await world.application(posting, { name: 'Lou', stageId: posting.stages[0]!.id });
    const interviewId = newId();
    await world.api.owner.query(
      `INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, state, during, zone, candidate_zone, tzdata_version, created_at)
       VALUES ($1, $2, $3, $4, $5, 'CONFIRMED', tstzrange('2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z'), 'UTC', 'UTC', '2026b', now())`,
      [world.organizationId, interviewId, application.id, application.candidateId, posting.stages[0]!.id],
    );
    const payload = { interviewId, applicationId: application.id, postingId: posting.id };
    for (const _ of [1, 2]) await world.emit({ name: 'InterviewEnded', subjectId: application.id, payload });
    await until(NOW.toISOString());
    expect((await promised()).find(({ candidateName }) => candidateName === 'Lou')).toMatchObject({
      since: '2026-11-23T09:00:00.000Z',
    });
    await until('2026-11-27T09:00:00Z');
    expect(await templates(application.id)).toEqual(['team-answer-due']);
    await world.api.owner.query(`UPDATE applications SET status = 'WITHDRAWN', ended_at = now() WHERE id = $1`, [application.id]);
    await until('2026-12-10T09:00:00Z');
    expect(await templates(application.id)).toEqual(['team-answer-due']);
  });

  it('is none where the posting says so, whatever the organisation promises', async () => {
    await world.api.owner.query('INSERT INTO mail_settings (organization_id, undo_s, answer_days) VALUES ($1, 0, 3)', [
      world.organizationId,
    ]);
    await world.api.owner.query('UPDATE posting_mail_settings SET answer_days = 0 WHERE posting_id = $1', [posting.id]);
    // What is known of postings is known for two seconds.
    const other = await world.posting();
    await apply('Max');
    const some = await world.application(other, { name: 'Mia' });
    await world.emit(received(some, other));
    await world.settled(some.id);
    const names = (await promised()).map(({ candidateName }) => candidateName);
    expect([names.includes('Max'), names.includes('Mia')]).toEqual([false, true]);
  });
});
