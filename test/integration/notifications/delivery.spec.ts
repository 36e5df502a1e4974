import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailSink } from '#libs/platform/embedded/index.js';
import { type Id, newId } from '#libs/kernel/index.js';
import { type TestRedis, hasRedis, startRedis } from '../../support/redis.js';
import { type World, startWorld } from './world.js';

const BACKENDS = hasRedis() ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const);

describe.each(BACKENDS)('delivery with the queue on %s', (backend) => {
  let redis: TestRedis | null = null;
  let world: World;

  beforeAll(async () => {
    redis = backend === 'Redis' ? await startRedis() : null;
    world = await startWorld({ config: { redisUrl: redis?.url ?? null } });
  });
  afterEach(() => world.sink.behave({}));
  afterAll(async () => {
    await world.close();
    await redis?.stop();
  });

  /** An application that is told of `count` things, one after the other. */
  async function told(count: number, email?: string): Promise<{ applicationId: Id; email: string }> {
    const posting = await world.posting();
    const { id, candidateId } = await world.application(posting, { email: email ?? `c-${newId()}@mail.example` });
    for (let n = 0; n < count; n += 1) {
      const stageId = posting.stages[n % posting.stages.length]!.id;
      await world.api.owner.query('UPDATE applications SET stage_id = $2 WHERE id = $1', [id, stageId]);
      await world.emit({
        name: 'ApplicationMoved',
        subjectId: id,
        payload: {
          applicationId: id,
          postingId: posting.id,
          candidateId,
          version: n + 1,
          effects: [{ kind: 'Notify', what: 'MOVED' }],
        },
      });
    }
    const [first] = await world.ledger(id);
    return { applicationId: id, email: first!.recipient };
  }

  it('every decided mail arrives exactly once, as the ledger says', async () => {
    const applications = await Promise.all(Array.from({ length: 30 }, () => told(1)));
    for (const { applicationId, email } of applications) {
      const rows = await world.settled(applicationId);
      expect(rows).toMatchObject([{ template: 'stage-moved', state: 'SENT', attempts: 1, fence: 1 }]);
      const mails = await world.inbox(email);
      expect(mails).toHaveLength(1);
      expect(mails[0]!.headers['message-id']).toBe(rows[0]!.message_id);
      expect(mails[0]!.subject).toBe(rows[0]!.subject);
      expect((await world.sink.source(mails[0]!.id))!.equals(rows[0]!.message!)).toBe(true);
    }
  });

  it('a backlog of several batches goes out whole, each mail once', async () => {
    const sample = await told(1);
    await world.settled(sample.applicationId);
    const marker = newId();
    await world.api.owner.query(
      `INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, application_id, state, message_id, subject, variables)
       SELECT m.organization_id, gen_random_uuid(), gen_random_uuid(), m.template, m.audience, n || '-' || $2 || '@mail.example', gen_random_uuid(), 'DECIDED',
              '<' || n || '.' || $2 || '@rounds.example>', m.subject, m.variables FROM mails m, generate_series(1, 350) n WHERE m.application_id = $1`,
      [sample.applicationId, marker],
    );
    const arrived = async () => (await world.sink.messages()).filter(({ to }) => to.includes(marker));
    await world.until('the backlog to be gone', async () => (await arrived()).length >= 350, 30_000);
    const { rows } = await world.api.owner.query<{ state: string; count: string }>(
      'SELECT state, count(*) FROM mails WHERE recipient LIKE $1 GROUP BY state',
      [`%${marker}%`],
    );
    expect(new Set((await arrived()).map(({ to }) => to)).size).toBe(350);
    expect(await arrived()).toHaveLength(350);
    expect(rows.reduce((sum, { count }) => sum + Number(count), 0)).toBe(350);
  }, 40_000);

  it('mails of one application come in the order of what happened', async () => {
    const applications = await Promise.all(Array.from({ length: 5 }, () => told(6)));
    for (const { applicationId, email } of applications) {
      const rows = await world.settled(applicationId);
      const arrived = (await world.inbox(email)).map(({ headers }) => headers['message-id']);
      expect(arrived).toEqual(rows.map(({ message_id }) => message_id));
    }
  });

  it('tries again after a refusal for now, with the same bytes', async () => {
    let refused = 0;
    world.sink.behave(() => (refused++ === 0 ? { answer: { code: 451, message: 'come back later' } } : {}));
    const { applicationId, email } = await told(2);
    const rows = await world.settled(applicationId);
    expect(rows).toMatchObject([
      { state: 'SENT', attempts: 2, fence: 2, error: null },
      { state: 'SENT', attempts: 1, fence: 1 },
    ]);
    expect((await world.inbox(email)).map(({ headers }) => headers['message-id'])).toEqual(
      rows.map(({ message_id }) => message_id),
    );
  });

  it('fails at once on a refusal for good, says why, and lets the next mail pass', async () => {
    let asked = 0;
    world.sink.behave(() => (asked++ === 0 ? { answer: { code: 550, message: 'no such mailbox' } } : {}));
    const { applicationId, email } = await told(2);
    expect(await world.settled(applicationId)).toMatchObject([
      { state: 'FAILED', attempts: 1, error: expect.stringContaining('no such mailbox') },
      { state: 'SENT' },
    ]);
    expect(await world.inbox(email)).toHaveLength(1);
  });

  it('a bad address holds up nobody else', async () => {
    world.sink.behave(({ to }) => (to[0]!.startsWith('bad-') ? { answer: { code: 451, message: 'greylisted' } } : {}));
    const bad = await told(1, `bad-${newId()}@mail.example`);
    const good = await Promise.all(Array.from({ length: 5 }, () => told(2)));
    for (const { applicationId } of good)
      expect(await world.settled(applicationId)).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
    expect((await world.ledger(bad.applicationId))[0]!.state).not.toBe('SENT');
  });

  it('sends again with the same bytes and Message-ID when the connection is cut after the final dot', async () => {
    let cut = 0;
    world.sink.behave(() => (cut++ === 0 ? { dropAfterDot: true } : {}));
    const { applicationId, email } = await told(1);
    const row = await world.until('the second try', async () =>
      (await world.ledger(applicationId)).find(({ state }) => state === 'SENT'),
    );
    expect(row).toMatchObject({ attempts: 2, doubts: 1 });
    const copies = await world.inbox(email);
    expect(copies).toHaveLength(2);
    const sources = await Promise.all(copies.map(({ id }) => world.sink.source(id)));
    expect(sources.every((source) => source!.equals(row.message!))).toBe(true);
  });

  it('a promise of which nobody knows whether it arrived waits for a person, and stands in nobody’s way', async () => {
    world.sink.behave(({ to }) => (to[0]!.startsWith('promised-') ? { dropAfterDot: true } : {}));
    const posting = await world.posting();
    const { id, candidateId } = await world.application(posting, { email: `promised-${newId()}@mail.example` });
    const moved = (version: number, what: string) =>
      world.emit({
        name: 'ApplicationMoved',
        subjectId: id,
        payload: { applicationId: id, postingId: posting.id, candidateId, version, effects: [{ kind: 'Notify', what }] },
      });
    await moved(1, 'HIRED');
    const [row] = await world.settled(id);
    expect(row).toMatchObject({ template: 'hired', state: 'IN_DOUBT', doubts: 1, attempts: 1, dot_at: expect.any(Date) });
    world.sink.behave({});
    await moved(2, 'MOVED');
    await world.until('the next mail', async () => (await world.ledger(id))[1]?.state === 'SENT');
    expect((await world.ledger(id))[0]).toMatchObject({ state: 'IN_DOUBT', fence: 1 });
    const settle = async (verdict: string) => {
      const mutation = `mutation ($input: SettleMailInput!) { result: settleMail(input: $input) { __typename ... on UserError { code } } }`;
      return (await world.api.graphql(mutation, { input: { id: row!.id, verdict } }, world.manager)).data.result;
    };
    expect(await settle('SEND_AGAIN')).toEqual({ __typename: 'ChangedMailPayload' });
    const again = await world.until('the promise', async () =>
      (await world.ledger(id)).find(({ id: mail, state }) => mail === row!.id && state === 'SENT'),
    );
    expect({ fence: again.fence, message: again.message!.equals(row!.message!) }).toEqual({ fence: 2, message: true });
    expect(await settle('ARRIVED')).toMatchObject({ code: 'NOT_IN_DOUBT' });
  });

  it('finds mails whose tickets were lost and mails whose process died', async () => {
    const { applicationId: lost } = await told(1);
    await world.settled(lost);
    const ids: Id[] = [];
    for (const [state, dotAt] of [
      ['RELAYED', null],
      ['SENDING', null],
      ['SENDING', new Date()],
    ]) {
      const id = newId();
      ids.push(id);
      await world.api.owner.query(
        `INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, state, message_id, subject, variables, message, relayed_at, lease_until, fence, dot_at)
         SELECT organization_id, $2, $2, template, audience, $3, $4, message_id, subject, variables, message, now() - interval '10 minutes', now() - interval '1 second', 1, $5
           FROM mails WHERE application_id = $1`,
        [lost, id, `found-${id}@mail.example`, state, dotAt],
      );
    }
    for (const id of ids) {
      await world.until('the mail to be found', async () => (await world.inbox(`found-${id}@mail.example`)).length === 1);
    }
    const { rows } = await world.api.owner.query('SELECT doubts FROM mails WHERE id = ANY ($1) ORDER BY seq', [ids]);
    expect(rows).toEqual([{ doubts: 0 }, { doubts: 0 }, { doubts: 1 }]);
  }, 30_000);

  it('the death of its process is no try of a mail that was far from its end, unless it befalls the same one again and again', async () => {
    const { applicationId } = await told(1);
    await world.settled(applicationId);
    const stands = async (id: Id, state: string) =>
      (await world.api.owner.query('SELECT attempts FROM mails WHERE id = $1 AND state = $2', [id, state])).rows[0];
    for (const [fence, state] of [
      [20, 'SENT'],
      [30, 'FAILED'],
    ] as const) {
      const id = newId();
      await world.api.owner.query(
        `INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, state, message_id, subject, variables, message, lease_until, fence, attempts)
         SELECT organization_id, $2, $2, template, audience, $3, 'SENDING', message_id, subject, variables, message, now() - interval '1 second', $4, 11
           FROM mails WHERE application_id = $1`,
        [applicationId, id, `died-${id}@mail.example`, fence],
      );
      expect(await world.until(`the mail to be ${state}`, () => stands(id, state))).toEqual({ attempts: 12 });
    }
    // Other mails are not to die with it meanwhile.
    const { rows } = await world.api.owner.query(
      `SELECT not_before > now() + interval '30 minutes' AS later FROM mails WHERE recipient LIKE 'died-%' AND fence = 30`,
    );
    expect(rows).toEqual([{ later: true }]);
  }, 30_000);
});

describe('a mail server that is away', () => {
  it('lets moves be decided at once, keeps their mails, and gets them when it is back', async () => {
    const world = await startWorld();
    const home = await mkdtemp(join(tmpdir(), 'rounds-mails-'));
    try {
      const { port } = world.sink;
      await world.sink.stop();
      const posting = await world.posting();
      const applications = await Promise.all(Array.from({ length: 20 }, () => world.application(posting)));
      await Promise.all(
        applications.map(({ id, candidateId }) =>
          world.emit({
            name: 'ApplicationMoved',
            subjectId: id,
            payload: {
              applicationId: id,
              postingId: posting.id,
              candidateId,
              version: 1,
              effects: [{ kind: 'Notify', what: 'HIRED' }],
            },
          }),
        ),
      );
      const waiting = await world.until('a try', async () => {
        const rows = (await Promise.all(applications.map(({ id }) => world.ledger(id)))).flat();
        return rows.length === 20 && rows.some(({ error }) => error !== null) ? rows : null;
      });
      expect(waiting.every(({ state }) => ['DECIDED', 'RELAYED', 'SENDING'].includes(state))).toBe(true);
      const back = await startMailSink({ home, port });
      try {
        for (const { id } of applications)
          expect(await world.settled(id)).toMatchObject([{ state: 'SENT', attempts: 1, error: null }]);
        expect(await back.messages()).toHaveLength(20);
      } finally {
        await back.stop();
      }
    } finally {
      await world.close();
      await rm(home, { recursive: true, force: true });
    }
  }, 40_000);

  it('a server that is silent does not keep Rounds from stopping, and what it was given is in doubt', async () => {
    const world = await startWorld();
    world.sink.behave({ hang: true });
    const posting = await world.posting();
    const { id, candidateId } = await world.application(posting);
    await world.emit({
      name: 'ApplicationMoved',
      subjectId: id,
      payload: {
        applicationId: id,
        postingId: posting.id,
        candidateId,
        version: 1,
        effects: [{ kind: 'Notify', what: 'HIRED' }],
      },
    });
    await world.until('the mail to be under way', async () => (await world.ledger(id))[0]?.dot_at);
    const { app, owner, database } = world.api;
    await app.close();
    expect(await world.ledger(id)).toMatchObject([{ state: 'IN_DOUBT', fence: 1 }]);
    await owner.end();
    await database.drop();
    await world.sink.stop();
  }, 40_000);
});
