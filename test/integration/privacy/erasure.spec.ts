import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EraseCandidate } from '#libs/applications/index.js';
import { type Id, type StaffActor, newId } from '#libs/kernel/index.js';
import { FileStore, Reactions, type StoredEvent, UnitOfWork } from '#libs/platform/index.js';
import { ExportPerson, NOT_TOLD, personArchive } from '#libs/compliance/index.js';
import { AuditKey, SealAudit, verifyAudit } from '#libs/audit/index.js';
import { findAnswered } from '#libs/notifications/persistence/incoming-rows.js';
import { StoryClock, loadSample } from '#libs/sample/index.js';
import { type SamplePlace, newSamplePlace } from '../../support/sample-place.js';

/** What a row of a table says, as one text; bytes as the text they hold. */
const ROWS = `SELECT format('SELECT %L AS "table", (%s)::text AS said FROM %s t', c.relname, string_agg(
         CASE WHEN a.atttypid = 'bytea'::regtype THEN format('encode(coalesce(%I, ''''), ''escape'')', a.attname) ELSE format('coalesce(%I::text, '''')', a.attname) END, ' || '' '' || '
         ORDER BY a.attnum), c.oid::regclass) AS sql
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE c.relkind = 'r' AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) AND c.relname NOT LIKE 'pg_toast%'
   GROUP BY c.oid, c.relname`;

describe('erasing a person', () => {
  const clock = new StoryClock(new Date('2026-11-23T02:00:00Z'));
  let place: SamplePlace;
  let house: INestApplicationContext;
  let organizationId: Id;
  let admin: StaffActor;
  let person: { id: Id; version: number; email: string };
  let traces: string[];
  let files: string[];

  const rows = async <Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> =>
    (await place.owner.query<Row>(sql, params)).rows;
  /** Every row of every table of the database, the queue's too, in which any of the words is. */
  const said = async (words: readonly string[]): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {};
    for (const { sql } of await rows<{ sql: string }>(ROWS))
      for (const { table, said: row } of await rows<{ table: string; said: string }>(sql))
        for (const word of words) if (row.includes(word)) (found[table] ??= []).push(word);
    return found;
  };
  /** Seals everything that was done up to now. */
  const sealer = () => new SealAudit(house.get(UnitOfWork), place.config);
  const erase = (actor: StaffActor, id: Id, version: number) => house.get(EraseCandidate).execute(actor, id, version);

  beforeAll(async () => {
    place = await newSamplePlace();
    house = await place.open(clock);
    ({ organizationId } = (await loadSample(house, { clock, samples: 'samples' }))!);
    const [member] = await rows<{ id: Id }>(`SELECT id FROM people WHERE role = 'ADMIN'`);
    admin = { kind: 'staff', organizationId, personId: member!.id, role: 'ADMIN' };
    // Somebody who was met, judged and written about: of those whose process has ended, the one of whom there is most.
    const [most] = await rows<{ id: Id; version: number; email: string }>(
      `SELECT c.id, c.version, c.email FROM candidates c JOIN applications a ON a.candidate_id = c.id
        WHERE c.merged_into_id IS NULL AND NOT EXISTS (SELECT FROM applications x WHERE x.candidate_id = c.id AND x.status = 'ACTIVE')
          AND EXISTS (SELECT FROM take_homes t WHERE t.application_id = a.id AND t.status = 'SUBMITTED')
        ORDER BY (SELECT count(*) FROM scorecards s WHERE s.application_id = a.id AND s.notes <> '') DESC, c.id LIMIT 1`,
    );
    person = most!;
    files = (await rows<{ storage_key: string }>('SELECT storage_key FROM attachments WHERE candidate_id = $1', [person.id])).map(
      ({ storage_key: key }) => key,
    );
    traces = await tracesOf(person.id);
  }, 60_000);
  afterAll(() => place.close());

  /** What people sent or wrote, of which nobody else's rows have any. */
  const tracesOf = async (id: Id): Promise<string[]> => {
    const words = await rows<{ word: string }>(
      `WITH a AS (SELECT id FROM applications WHERE candidate_id = $1)
       SELECT DISTINCT word FROM (
         SELECT unnest(ARRAY[name, email, phone] || links) FROM candidates WHERE id = $1
         UNION ALL SELECT left(text_content, 60) FROM attachments WHERE candidate_id = $1
         UNION ALL SELECT file_name FROM attachments WHERE candidate_id = $1
         UNION ALL SELECT text FROM application_notes WHERE application_id IN (SELECT id FROM a)
         UNION ALL SELECT detail->>'reason' FROM transitions WHERE application_id IN (SELECT id FROM a)
         UNION ALL SELECT detail->>'evidence' FROM transitions WHERE application_id IN (SELECT id FROM a)
         UNION ALL SELECT submission_url FROM take_homes WHERE application_id IN (SELECT id FROM a)
         UNION ALL SELECT submission_note FROM take_homes WHERE application_id IN (SELECT id FROM a)
         UNION ALL SELECT notes FROM scorecards WHERE application_id IN (SELECT id FROM a)
         UNION ALL SELECT note FROM scorecard_ratings WHERE scorecard_id IN (SELECT id FROM scorecards WHERE application_id IN (SELECT id FROM a))
         UNION ALL SELECT x->>'text' FROM applications, jsonb_array_elements(answers) x WHERE candidate_id = $1) t (word)
        WHERE length(word) >= 8`,
      [id],
    );
    const others = await rows<{ said: string }>(
      `SELECT coalesce(text, '') AS said FROM application_notes WHERE application_id NOT IN (SELECT id FROM applications WHERE candidate_id = $1)
       UNION ALL SELECT notes FROM scorecards WHERE application_id NOT IN (SELECT id FROM applications WHERE candidate_id = $1)
       UNION ALL SELECT note FROM scorecard_ratings WHERE scorecard_id NOT IN (SELECT s.id FROM scorecards s JOIN applications a ON a.id = s.application_id WHERE a.candidate_id = $1)
       UNION ALL SELECT file_name || text_content FROM attachments WHERE candidate_id <> $1
       UNION ALL SELECT detail::text FROM transitions WHERE application_id NOT IN (SELECT id FROM applications WHERE candidate_id = $1)`,
      [id],
    );
    return words.map(({ word }) => word).filter((word) => !others.some((other) => other.said.includes(word)));
  };

  it('begins with a person of whom there is much, in many tables and in files', async () => {
    expect(traces.length).toBeGreaterThan(6);
    expect(Object.keys(await said(traces)).length).toBeGreaterThan(6);
    expect(files.length).toBeGreaterThan(0);
  });

  it('is preceded, for whoever asks, by all that is known of them: everything that is there, and nothing of anybody else', async () => {
    const exported = await house.get(ExportPerson).withFiles(admin, person.id);
    if (!exported.ok) throw new Error(exported.refusal.message);
    const texts = JSON.stringify(exported.value.record);
    // What stands in a file is in the file.
    const inFiles = exported.value.files.map((bytes) => bytes.toString('latin1')).join('');
    const missing = traces.filter((trace) => !texts.includes(JSON.stringify(trace).slice(1, -1)) && !inFiles.includes(trace));
    const [cv] = await rows<{ text_content: string }>('SELECT text_content FROM attachments WHERE candidate_id = $1', [
      person.id,
    ]);
    expect(missing.filter((trace) => !cv!.text_content.includes(trace))).toEqual([]);
    expect(exported.value.files).toHaveLength(files.length);
    const others = await rows<{ email: string }>('SELECT email FROM candidates WHERE id <> $1 UNION SELECT email FROM people', [
      person.id,
    ]);
    expect(others.filter(({ email }) => texts.includes(email))).toEqual([]);
    expect(personArchive(exported.value).bytes.length).toBeGreaterThan(1000);
    const recruiter: StaffActor = { ...admin, role: 'RECRUITER' };
    expect(await house.get(ExportPerson).everything(recruiter, person.id)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('has no table about people of which the record neither tells nor says why not', async () => {
    const tables = await rows<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name IN ('candidate_id', 'application_id', 'kept_id', 'scorecard_id')`,
    );
    const query = await readFile('libs/compliance/queries/person-record.ts', 'utf8');
    const untold = tables.filter(({ name }) => !new RegExp(`(FROM|JOIN) ${name} `).test(query) && !(name in NOT_TOLD));
    expect(untold).toEqual([]);
  });

  it('is for administrators, once nothing is under way, and by the version that was seen', async () => {
    const recruiter: StaffActor = { ...admin, role: 'RECRUITER' };
    expect(await erase(recruiter, person.id, person.version)).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(await erase(admin, newId(), 1)).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(await erase(admin, person.id, person.version + 1)).toMatchObject({
      ...{ ok: false, refusal: { code: 'CONFLICT', presentVersion: person.version } },
    });
    const [active] = await rows<{ id: Id; version: number }>(
      `SELECT c.id, c.version FROM candidates c JOIN applications a ON a.candidate_id = c.id WHERE a.status = 'ACTIVE' LIMIT 1`,
    );
    expect(await erase(admin, active!.id, active!.version)).toMatchObject({ ok: false, refusal: { code: 'STILL_ACTIVE' } });
    expect(Object.keys(await said(traces)).length).toBeGreaterThan(6);
  });

  it('leaves nothing of them in any table or file, and everything of everybody else', async () => {
    const counts = () =>
      rows(`SELECT (SELECT count(*) FROM applications) AS applications, (SELECT count(*) FROM transitions) AS moves, (SELECT count(*) FROM scorecards) AS cards,
                   (SELECT count(*) FROM mails) AS mails, (SELECT count(*) FROM interviews) AS interviews,
                   (SELECT md5(string_agg(m::text, ' ' ORDER BY m.id)) FROM mails m WHERE m.application_id NOT IN (SELECT id FROM applications WHERE candidate_id = '${person.id}')) AS others`);
    expect(await sealer().execute(-60_000)).toBeGreaterThan(100);
    const before = await counts();
    const events: StoredEvent[] = [];
    house.get(Reactions).on('CandidateErased', 1, async (_, event) => void events.push(event));
    expect(await erase(admin, person.id, person.version)).toMatchObject({
      ok: true,
      value: { candidateId: person.id, files: files.length },
    });
    for (const handle of house.get(Reactions).handlersOf('CandidateErased')) await handle(events[0]!);

    expect(await said(traces)).toEqual({});
    expect(await counts()).toEqual(before);
    for (const key of files) await expect(house.get(FileStore).get(key)).rejects.toThrow('ENOENT');
    const left = await readdir(join(place.config.home, 'files'), { recursive: true, withFileTypes: true });
    for (const file of left.filter((entry) => entry.isFile())) {
      const bytes = await readFile(join(file.parentPath, file.name));
      for (const trace of traces) expect(bytes.includes(trace)).toBe(false);
    }
    expect(await rows('SELECT name FROM candidates WHERE id = $1', [person.id])).toEqual([{ name: 'Erased person' }]);
    expect(await rows(`SELECT FROM candidate_search WHERE candidate_id = $1`, [person.id])).toEqual([]);
    expect(await erase(admin, person.id, person.version + 1)).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });

  it('leaves what waits to be sent to them unsent, and the log whole', async () => {
    const open = await rows(
      `SELECT state FROM mails WHERE application_id IN (SELECT id FROM applications WHERE candidate_id = $1) AND state NOT IN ('SENT', 'SKIPPED', 'SUPERSEDED', 'FAILED', 'BOUNCED')`,
      [person.id],
    );
    expect(open).toEqual([]);
    const [log] = await verifyAudit(house.get(UnitOfWork), new AuditKey(place.config.secret).publicKey, []);
    expect(log).toMatchObject({ faults: [] });
    expect(log!.events).toBeGreaterThan(100);
    expect(await rows(`SELECT subject_id FROM audit_events WHERE action = 'candidate.erase'`)).toEqual([
      { subject_id: person.id },
    ]);
  });

  it('is not undone by an answer to an old mail', async () => {
    const [mail] = await rows<{ id: Id }>(
      'SELECT id FROM mails WHERE application_id IN (SELECT id FROM applications WHERE candidate_id = $1) LIMIT 1',
      [person.id],
    );
    expect(await findAnswered(place.owner as never, [mail!.id])).toBeNull();
  });

  it('lets the same person apply again as somebody new', async () => {
    const [row] = await rows<{ n: number }>('SELECT count(*)::int AS n FROM candidates WHERE email_key = lower($1)', [
      person.email,
    ]);
    expect(row!.n).toBe(0);
  });
});
