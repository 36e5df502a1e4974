import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runCommand } from '#apps/cli/src/main.js';
import { EraseCandidate } from '#libs/applications/index.js';
import { AuditKey, type Head, SealAudit, auditHeads } from '#libs/audit/index.js';
import { EraseAgain } from '#libs/compliance/index.js';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { LEFT_OUT } from '#libs/platform/backup/index.js';
import { Reactions, type StoredEvent, UnitOfWork } from '#libs/platform/index.js';
import { StoryClock, loadSample } from '#libs/sample/index.js';
import { createPlainDatabase } from '../../support/database.js';
import { type SamplePlace, newSamplePlace } from '../../support/sample-place.js';

/** What the restore changes on purpose: nobody is written to twice, and the queue begins anew. */
const CHANGED: Readonly<Record<string, string>> = {
  mails: `- 'state' - 'error' - 'lease_until' - 'fence'`,
  outbox_events: `- 'state' - 'relayed_at'`,
};

describe('back-up and restore', () => {
  const clock = new StoryClock(new Date('2026-11-23T02:00:00Z'));
  let place: SamplePlace;
  let house: INestApplicationContext;
  let elsewhere: Awaited<ReturnType<typeof createPlainDatabase>>;
  let folder: string;
  let home: string;
  let file: string;
  let heads: Head[];
  let before: Record<string, string>;
  let person: { id: Id; version: number; email: string; keys: string[] };
  let out: string;
  let err: string;

  /** A command of `rounds` on a database and folder. */
  const rounds = async (databaseUrl: string, at: string, ...args: string[]): Promise<number> => {
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      ROUNDS_HOME: at,
      ROUNDS_SECRET: place.config.secret,
      LOG_LEVEL: 'silent',
    });
    [out, err] = ['', ''];
    const spies = [
      jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
      jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
    ];
    try {
      return await runCommand(args);
    } finally {
      for (const spy of spies) spy.mockRestore();
      for (const name of ['DATABASE_URL', 'ROUNDS_HOME', 'ROUNDS_SECRET', 'LOG_LEVEL']) delete process.env[name];
    }
  };
  /** Count and hash of all rows of each table that a back-up holds, and of those that are made anew. */
  const fingerprints = async (client: pg.Client): Promise<Record<string, string>> => {
    const kept = new Set(
      Object.keys(LEFT_OUT).filter((name) => name !== 'organization_directory' && name !== 'candidate_search'),
    );
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' UNION ALL SELECT 'self_identification.answers' ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of rows.filter((row) => !kept.has(row.name))) {
      const row = `(to_jsonb(t) ${CHANGED[name] ?? ''})::text`;
      const { rows: [sum] } = await client.query<{ print: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(${row}, E'\\n' ORDER BY ${row} COLLATE "C")), '') AS print FROM ${name} t`,
      ); // prettier-ignore
      found[name] = sum!.print;
    }
    return found;
  };
  const on = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return work(client).finally(() => client.end());
  };
  const traces = async (client: pg.Client): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM candidates WHERE email = $1) + (SELECT count(*) FROM mails WHERE recipient = $1) + (SELECT count(*) FROM candidate_search WHERE label LIKE '%' || $1) + (SELECT count(*) FROM attachments WHERE candidate_id = $2) + (SELECT count(*) FROM self_identification.answers) AS n`,
      [person.email, person.id],
    );
    return Number(rows[0]!.n);
  };

  beforeAll(async () => {
    place = await newSamplePlace();
    house = await place.open(clock);
    await loadSample(house, { clock, samples: 'samples' });
    await new SealAudit(house.get(UnitOfWork), place.config).execute(-60_000);
    elsewhere = await createPlainDatabase();
    folder = await mkdtemp(join(tmpdir(), 'rounds-restore-'));
    [home, file] = [join(folder, 'home'), join(folder, 'monday.backup')];
    const { rows } = await place.owner.query<typeof person>(
      `SELECT c.id, c.version, c.email, array_agg(f.storage_key) AS keys FROM candidates c JOIN attachments f ON f.candidate_id = c.id
        WHERE c.merged_into_id IS NULL AND NOT EXISTS (SELECT FROM applications a WHERE a.candidate_id = c.id AND a.status = 'ACTIVE')
        GROUP BY c.organization_id, c.id ORDER BY c.id LIMIT 1`,
    );
    person = rows[0]!;
    // What was said voluntarily, which another role reads.
    await place.owner.query(
      `INSERT INTO self_identification.answers SELECT organization_id, id, 'plain', 1, 'gender', 'WOMAN', now() FROM applications WHERE candidate_id = $1`,
      [person.id],
    );
    // A name that readers of lines stumble over, and an answer of null that is not the absence of one.
    await place.owner.query(`UPDATE people SET title = E'one\\u2028two\\nthree "four" \\\\five' WHERE role = 'ADMIN'`);
    heads = await auditHeads(house.get(UnitOfWork), new AuditKey(place.config.secret).publicKey);
    before = await fingerprints(place.owner);
  }, 90_000);
  afterAll(async () => {
    await place.close();
    await elsewhere.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('writes everything of one instant while others write, readable by its owner alone, and never over a file', async () => {
    let writing = true;
    // Two rows that are always changed together.
    const writer = on(place.database.url, async (client) => {
      let changes = 0;
      for (; writing; changes += 1) {
        await client.query(
          `BEGIN; UPDATE organizations SET website = '${changes}'; UPDATE people SET zone = '${changes}'; COMMIT`,
        );
      }
      return changes;
    });
    const [passphrase, underWay] = [join(folder, 'passphrase'), join(folder, 'under-way.backup')];
    await writeFile(passphrase, 'river lamp anvil sixteen\n');
    const code = await rounds(place.database.url, place.config.home, 'backup', underWay, '--passphrase', passphrase);
    writing = false;
    expect(await writer).toBeGreaterThan(5);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/\d+ rows of \d+ tables, \d+ files {2}sha256 [0-9a-f]{64} {2}encrypted\n$/);

    await place.owner.query(`UPDATE organizations SET website = NULL; UPDATE people SET zone = 'UTC'`);
    before = await fingerprints(place.owner);
    expect(await rounds(place.database.url, place.config.home, 'backup', file)).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await rounds(place.database.url, place.config.home, 'backup', file)).toBe(1);
    expect(err).toContain('is there already');
    expect(await rounds(place.database.url, place.config.home, 'backup', join(folder, 'other.backup'), '--encrypt')).toBe(1);
    expect(err).toContain('no passphrase is named');
    expect((await readFile(underWay)).subarray(0, 8).toString()).toBe('RNDSENC1');
    expect(await rounds(elsewhere.url, home, 'restore', underWay)).toBe(1);
    expect(err).toContain('it is encrypted: name the passphrase; nothing was restored.');
    expect(await rounds(elsewhere.url, home, 'restore', underWay, '--passphrase', passphrase)).toBe(0);
    await on(elsewhere.seen, async (client) => {
      const { rows } = await client.query(`SELECT DISTINCT website FROM organizations UNION SELECT DISTINCT zone FROM people`);
      expect(rows).toHaveLength(1);
    });
  }, 60_000);

  it('leaves data alone without --force, and changes nothing for a file that is damaged or while Rounds runs', async () => {
    const present = await on(elsewhere.seen, fingerprints);
    expect(await rounds(elsewhere.url, home, 'restore', file)).toBe(1);
    expect(err).toMatch(/^rounds restore: there are data already; nothing was changed\..*\n$/);
    const bytes = await readFile(file);
    for (const [damage, said] of [
      [bytes.subarray(0, bytes.length - 200), 'cut off'],
      [Buffer.from('not a back-up'), 'no back-up'],
    ] as const) {
      await writeFile(join(folder, 'damaged'), damage);
      expect(await rounds(elsewhere.url, home, 'restore', join(folder, 'damaged'), '--force')).toBe(1);
      expect(err).toContain(said);
    }
    expect(await rounds(place.database.url, place.config.home, 'restore', file, '--force')).toBe(1);
    expect(err).toContain('Rounds is running');
    expect(await on(elsewhere.seen, fingerprints)).toEqual(present);
  }, 60_000);

  it('brings back every row, file and head of the audit log, lets nobody in whose session was open, and sends no mail twice', async () => {
    expect(await rounds(elsewhere.url, home, 'restore', file, '--force')).toBe(0);
    expect(out).toMatch(/^Restored \d+ rows and \d+ files of /);
    expect(out).toContain('audit log whole');
    await on(elsewhere.seen, async (client) => {
      expect(await fingerprints(client)).toEqual(before);
      const { rows: files } = await client.query<{ key: string; sha256: Buffer }>(
        'SELECT storage_key AS key, sha256 FROM attachments',
      );
      expect(files.length).toBeGreaterThan(5);
      for (const { key, sha256 } of files)
        expect(createHash('sha256').update(await readFile(join(home, 'files', key))).digest()).toEqual(sha256); // prettier-ignore
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM sessions) AS sessions, (SELECT count(*)::int FROM mails WHERE state IN ('DECIDED', 'RELAYED', 'SENDING', 'IN_DOUBT')) AS waiting,
                (SELECT count(*)::int FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity AND relname <> 'candidate_search') AS unforced,
                (SELECT max(seq) FROM mails) < nextval(pg_get_serial_sequence('mails', 'seq')) AS counting`,
      );
      expect(rows).toEqual([{ sessions: 0, waiting: 0, unforced: 0, counting: true }]);
    });
    expect(await rounds(elsewhere.url, home, 'audit', 'head')).toBe(0);
    expect(out.trim().split('\n').map((line) => JSON.parse(line) as Head)).toEqual(heads); // prettier-ignore
  }, 60_000);

  it('erases again whoever was erased since: known from the folder, from the database that is replaced, or from a list', async () => {
    const events: StoredEvent[] = [];
    const reactions = house.get(Reactions);
    reactions.on('CandidateErased', 1, async (_, event) => void events.push(event));
    const { rows: [admin] } = await place.owner.query<{ id: Id; organization_id: Id }>(`SELECT id, organization_id FROM people WHERE role = 'ADMIN'`); // prettier-ignore
    const actor: StaffActor = { kind: 'staff', organizationId: admin!.organization_id, personId: admin!.id, role: 'ADMIN' };
    expect(await house.get(EraseCandidate).execute(actor, person.id, person.version)).toMatchObject({ ok: true });
    for (const handle of reactions.handlersOf('CandidateErased')) await handle(events[0]!);

    expect(await rounds(place.database.url, place.config.home, 'erased')).toBe(0);
    await writeFile(join(folder, 'erased.jsonl'), out);
    expect(JSON.parse(out)).toMatchObject({ candidateIds: [person.id] });
    expect(
      JSON.parse(await readFile(join(place.config.home, 'erased', actor.organizationId, `${person.id}.json`), 'utf8')),
    ).toMatchObject({
      candidateIds: [person.id],
    });

    expect(await on(elsewhere.seen, traces)).toBeGreaterThan(2);
    expect(await rounds(elsewhere.url, home, 'restore', file, '--force', '--erased', join(folder, 'erased.jsonl'))).toBe(0);
    expect(out).toContain('Erased 1 again');
    expect(await on(elsewhere.seen, traces)).toBe(0);
    for (const key of person.keys) await expect(stat(join(home, 'files', key))).rejects.toThrow('ENOENT');

    // Now the database itself knows, and the folder.
    expect(await rounds(elsewhere.url, home, 'restore', file, '--force')).toBe(0);
    expect(await on(elsewhere.seen, traces)).toBe(0);
  }, 60_000);

  it('erases again whoever comes back by another way, as soon as a worker looks', async () => {
    await place.owner.query(`UPDATE candidates SET erased_at = NULL, email = $2 WHERE id = $1`, [person.id, person.email]);
    expect(await house.get(EraseAgain).ofKept()).toBe(1);
    expect(await traces(place.owner)).toBe(0);
    expect(await house.get(EraseAgain).ofKept()).toBe(0);
  });
});
