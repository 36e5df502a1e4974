import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Id, newId, systemClock } from '#libs/kernel/index.js';
import { DoubtSettler, type Finding } from '#libs/notifications/index.js';
import { settle, takeDue } from '#libs/notifications/persistence/delivery-rows.js';
import { Metrics, createLog } from '#libs/platform/index.js';
import { type TestDatabase, createTestDatabase } from '../../support/database.js';

describe('those behind a promise in doubt', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
  });
  afterEach(() => pool.query('DELETE FROM mails'));
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  /** A promise that is under way and a mail behind it, to one reader about one application. */
  async function promiseAndNext(): Promise<{ organization_id: Id; promise: Id; next: Id }> {
    const [organization_id, application, promise, next] = [newId(), newId(), newId(), newId()];
    await pool.query(
      `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES ($1, $2, 'Kestrel Works', 'jobs@kestrel.example', '[]')`,
      [organization_id, `doubts-${organization_id}`],
    );
    for (const [id, template, state] of [
      [promise, 'rejected', 'SENDING'],
      [next, 'application-received', 'DECIDED'],
    ])
      await pool.query(
        `INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, application_id, state, message_id, subject, variables, message, fence, lease_until)
         VALUES ($1, $2, $2, $3, 'candidate', 'noor@mail.example', $4, $5, $6, 'About your application', '{}', 'Dear Noor', $7, $8)`,
        [
          ...[organization_id, id, template, application, state, `<${id}@kestrel.example>`],
          ...(state === 'SENDING' ? [1, new Date(Date.now() + 60_000)] : [0, null]),
        ],
      );
    return { organization_id, promise, next };
  }

  const settler = (finding: Finding) =>
    new DoubtSettler(pool, systemClock, { find: async () => finding }, new Metrics(), createLog('silent'));
  const due = async () => (await takeDue(pool, 10, new Date())).map(({ id }) => id);

  it.each([
    ['go on once somebody has looked and knows nothing', { kind: 'UNKNOWN' }, 'next'],
    ['stay behind it where it goes out again', { kind: 'ABSENT' }, 'promise'],
    ['go on where it has arrived', { kind: 'ARRIVED', words: 'it is in the log' }, 'next'],
  ] as const)('wait for evidence however long nobody looks; then they %s', async (_, finding, first) => {
    const mails = await promiseAndNext();
    await settle(pool, new Date(), [
      {
        ...{ organization_id: mails.organization_id, id: mails.promise, fence: 1, state: 'IN_DOUBT', tries: 1 },
        ...{ server_answer: null, error: 'the connection ended', pause_ms: null, forget: false },
      },
    ]);
    // As if hours had gone by.
    await pool.query(
      `UPDATE mails SET lease_until = lease_until - interval '1 hour', dot_at = now() - interval '1 hour' WHERE id = $1`,
      [mails.promise],
    );
    expect(await due()).toEqual([]);
    await settler(finding).settle();
    expect(await due()).toEqual([mails[first]]);
  });
});
