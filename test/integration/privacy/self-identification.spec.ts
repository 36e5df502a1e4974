import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inflateRawSync } from 'node:zlib';
import { readZipDirectory } from '#libs/applications/domain/zip-directory.js';
import { EraseCandidate } from '#libs/applications/index.js';
import { ExportPerson } from '#libs/compliance/index.js';
import { type Id, newId } from '#libs/kernel/index.js';
import { AnswerQuestions } from '#libs/self-identification/index.js';
import type { TestPerson } from '../../support/api.js';
import { NOW, World, at } from '../pages/world.js';

const SET = `mutation ($input: SetSelfIdentificationInput!) { result: setSelfIdentification(input: $input) { ... on SetSelfIdentificationPayload { version } ... on UserError { code } ... on Conflict { presentVersion } } }`;
const REPORT = `query ($id: ID!) { report: selfIdentificationReport(postingId: $id) { asOf questions { formId key steps { stages decided wentOn categories { key label decided wentOn rate ratio } } } } }`;

interface Shown {
  readonly key: string;
  readonly steps: { readonly stages: string[]; readonly decided: number; readonly categories: { readonly key: string; readonly decided: number | null; readonly ratio: number | null }[] }[]; // prettier-ignore
}

describe('voluntary questions', () => {
  let world: World;
  let admin: TestPerson;
  beforeAll(async () => {
    world = await World.start();
    admin = await world.api.newPerson(world.organizationId, 'ADMIN', { name: 'Ada Admin' });
    await world.rows(`UPDATE sessions SET expires_at = '2040-01-01'`);
  }, 60_000);
  afterAll(() => world.close());

  const set = async (forms: string[], expectedVersion: number, as: TestPerson = admin) => {
    const { data, errors } = await world.api.graphql(SET, { input: { forms, expectedVersion } }, as);
    return errors?.[0]?.extensions?.code ?? data.result;
  };
  const stored = (applicationId: Id) =>
    world.rows('SELECT form, question, category FROM self_identification.answers WHERE application_id = $1 ORDER BY question', [
      applicationId,
    ]);
  const page = (applicationId: Id) => world.candidatePath('application', applicationId);
  const questions = (applicationId: Id) => `${page(applicationId)}/questions`;

  it('are asked by nobody until an administrator chooses a form', async () => {
    const { id } = await world.application();
    expect((await world.get(questions(id))).status).toBe(404);
    expect((await world.get(page(id))).text).not.toContain('Voluntary');
    expect((await world.post(questions(id), { action: 'answer', gender: 'WOMAN' })).status).toBe(422);
    expect(await stored(id)).toEqual([]);

    expect(await set(['plain'], 0, world.recruiter)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await set(['nothing'], 0)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await set(['plain', 'us'], 0)).toEqual({ version: 1 });
    expect(await set([], 0)).toMatchObject({ code: 'CONFLICT', presentVersion: 1 });
    expect((await world.get(page(id))).text).toContain('Voluntary questions');
  });

  it('are asked on the candidate’s own page, by their country, with nothing said where nothing is chosen', async () => {
    const here = await world.application();
    const there = await world.application();
    await world.rows(`UPDATE applications SET country = 'US' WHERE id = $1`, [there.id]);
    const asked = await world.get(questions(here.id));
    expect(asked.status).toBe(200);
    expect(asked.text.match(/value="PREFER_NOT_TO_SAY" checked/g)).toHaveLength(3);
    expect(asked.text.match(/ checked/g)).toHaveLength(3);
    expect((await world.get(questions(there.id))).text).toContain('protected veteran');

    expect(await world.post(questions(there.id), { action: 'answer', race: 'ASIAN', sex: '' })).toMatchObject({ status: 303 });
    expect(await stored(there.id)).toEqual([
      { form: 'us', question: 'disability', category: 'PREFER_NOT_TO_SAY' },
      { form: 'us', question: 'race', category: 'ASIAN' },
      { form: 'us', question: 'sex', category: 'PREFER_NOT_TO_SAY' },
      { form: 'us', question: 'veteran', category: 'PREFER_NOT_TO_SAY' },
    ]);
    for (const wrong of ['MARTIAN', "' OR 1=1 --", '__proto__', 'x'.repeat(5000)])
      expect((await world.post(questions(there.id), { action: 'answer', race: wrong })).status).toBe(422);
    expect(
      (await world.post(questions(there.id), { action: 'answer', race: 'WHITE' }, null, 'https://evil.example')).status,
    ).toBe(422);
    await world.post(questions(there.id), { action: 'answer', race: 'BLACK' });
    expect(await stored(there.id)).toContainEqual({ form: 'us', question: 'race', category: 'BLACK' });
    expect((await world.get(questions(there.id))).text).toContain('Black or African American</dd>');
    await world.post(questions(there.id), { action: 'remove' });
    expect(await stored(there.id)).toEqual([]);
  });

  it('are read by one role of the database alone, which reads nothing else; the application’s own reads none', async () => {
    const { id } = await world.application();
    await world.post(questions(id), { action: 'answer', gender: 'WOMAN' });
    const as = async (role: string, sql: string, organizationId = world.organizationId): Promise<unknown> => {
      await world.rows('BEGIN');
      await world.rows(`SET LOCAL ROLE ${role}`);
      await world.rows(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
      const answered = await world.rows(sql).catch(({ code }: { code: string }) => code);
      await world.rows('ROLLBACK');
      return answered;
    };
    const DENIED = '42501';
    const table = 'self_identification.answers';
    for (const role of ['rounds_app', 'rounds_relay'])
      for (const sql of [`SELECT count(*) FROM ${table}`, `DELETE FROM ${table}`, `UPDATE ${table} SET category = 'MAN'`])
        expect(await as(role, sql)).toBe(DENIED);
    expect(await as('rounds_self_id', `SELECT count(*)::int AS n FROM ${table} WHERE application_id = '${id}'`)).toEqual([
      { n: 3 },
    ]);
    for (const sql of [
      `DELETE FROM ${table}`,
      'SELECT FROM candidates',
      'SELECT FROM applications',
      `SELECT self_identification.forget('{}')`,
    ])
      expect(await as('rounds_self_id', sql)).toBe(DENIED);
    expect(await as('rounds_self_id', `SELECT count(*)::int AS n FROM ${table}`, world.otherOrganizationId)).toEqual([{ n: 0 }]);
    const open = await world.rows<{ name: string }>(
      `SELECT c.relname || ' ' || r.rolname || ' ' || p.privilege AS name FROM pg_class c, pg_roles r, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p (privilege)
        WHERE c.relnamespace = 'self_identification'::regnamespace AND c.relkind = 'r' AND r.rolname LIKE 'rounds_%' AND has_table_privilege(r.oid, c.oid, p.privilege)`,
    );
    expect(open).toEqual([{ name: 'answers rounds_self_id SELECT' }]);
  });

  it('are told to the person and to nobody else, whatever an administrator fetches or a page shows', async () => {
    const { id, candidateId } = await world.application(world.screen);
    await world.post(questions(id), { action: 'answer', gender: 'ANOTHER', age: 'FROM_55' });
    const download = await fetch(`${world.api.url}${page(id)}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: world.api.url } },
      body: 'action=fetch-data',
    });
    const bytes = Buffer.from(await download.arrayBuffer());
    const entries = readZipDirectory(bytes);
    if (!Array.isArray(entries)) throw new Error(`${download.status} ${bytes.subarray(0, 300).toString()}`);
    const entry = entries.find(({ name }) => name === 'everything.json')!;
    const own = inflateRawSync(bytes.subarray(entry.dataAt, entry.dataAt + entry.compressed_bytes)).toString();
    expect(JSON.parse(own).saidVoluntarily).toContainEqual(
      expect.objectContaining({ question: 'Which gender do you identify with?', answer: 'Non-binary, or another one' }),
    );
    const everything = await world.api.app.get(ExportPerson).everything(admin.actor, candidateId);
    const desk = await world.get(`/applications/${id}`, admin);
    expect(desk.status).toBe(200);
    for (const text of [JSON.stringify(everything), desk.text])
      expect(text).not.toMatch(/Non-binary|ANOTHER|FROM_55|55 or older/);
    const log = await world.rows<{ said: string }>(
      `SELECT t::text AS said FROM (SELECT to_jsonb(a) FROM audit_events a UNION ALL SELECT to_jsonb(e) FROM outbox_events e) t WHERE t::text ~ 'ANOTHER|FROM_55'`,
    );
    expect(log).toEqual([]);
  });

  it('go with the person, also when they are answered while the person is erased', async () => {
    const { id, candidateId } = await world.application();
    await world.post(questions(id), { action: 'answer', gender: 'MAN' });
    await world.rows(`UPDATE applications SET status = 'REJECTED', ended_at = $2 WHERE id = $1`, [id, NOW]);
    const answering = world.api.app.get(AnswerQuestions);
    const actor = { kind: 'candidate', organizationId: world.organizationId, applicationId: id, candidateId, purpose: 'application' } as const; // prettier-ignore
    await world.rows('BEGIN');
    await world.rows('SELECT FROM applications WHERE id = $1 FOR UPDATE', [id]);
    const late = answering.answer(actor, { gender: 'WOMAN' });
    await world.rows(`UPDATE candidates SET erased_at = now() WHERE id = $1`, [candidateId]);
    await world.rows('COMMIT');
    expect(await late).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    await world.rows(`UPDATE candidates SET erased_at = NULL WHERE id = $1`, [candidateId]);

    const erased = await world.api.app.get(EraseCandidate).execute(admin.actor, candidateId, 1);
    expect(erased).toMatchObject({ ok: true });
    expect(await stored(id)).toEqual([]);
    expect(await answering.answer(actor, { gender: 'MAN' })).toMatchObject({ ok: false });
  });

  it('are shown as groups that are large enough, by posting and from the next month on, to administrators', async () => {
    await world.renewPosting();
    const { id: postingId } = world.posting;
    // Of 120 people 40 women, 60 men, 4 others and 16 who did not answer were decided on in the screen.
    const fates = [
      ...[...many(10, 'WOMAN', true), ...many(30, 'WOMAN', false), ...many(30, 'MAN', true), ...many(30, 'MAN', false)],
      ...[...many(2, 'ANOTHER', true), ...many(2, 'ANOTHER', false), ...many(8, null, true), ...many(8, null, false)],
    ];
    await applyMany(fates);
    const report = async (as: TestPerson = admin, id: Id = postingId) => world.api.graphql(REPORT, { id }, as);
    expect((await report(world.recruiter)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await report(admin, newId())).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');

    world.clock.set(NOW);
    const gender = ({ data }: Awaited<ReturnType<typeof report>>) =>
      (data.report.questions as Shown[]).find(({ key }) => key === 'gender');
    const early = gender(await report());
    expect(early!.steps[0]!.categories.filter(({ decided }) => decided !== null)).toEqual([]);

    world.clock.set(at(24 * 30));
    const late = await report();
    expect(late.data.report.asOf).toBe('2030-04-01T00:00:00.000Z');
    const [step] = gender(late)!.steps;
    // Nobody was rejected as received: that stage selects nobody and is taken together with the next.
    expect(step).toMatchObject({ stages: ['Received', 'Screening call'], decided: 120 });
    const of = (key: string) => step!.categories.find((category) => category.key === key)!;
    expect(of('WOMAN')).toMatchObject({ decided: 40, wentOn: 10, rate: 0.25, ratio: 0.5 });
    expect(of('MAN')).toMatchObject({ decided: 60, wentOn: 30, ratio: 1 });
    // Four are too few, and nobody says PREFER_NOT_TO_SAY; with the totals they would be known, so the next larger one is withheld with them.
    for (const key of ['ANOTHER', 'PREFER_NOT_TO_SAY', 'NOT_ANSWERED'])
      expect(of(key)).toMatchObject({ decided: null, wentOn: null });

    const shown = await world.get(`/privacy/equal-opportunity?posting=${postingId}`, admin);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('below 0.80');
    const notTheirs = await world.get(`/privacy/equal-opportunity?posting=${postingId}`, world.recruiter);
    expect(notTheirs.status).toBe(404);
    // A confidential posting is its team's own, though an administrator asks.
    await world.rows('UPDATE postings SET confidential = true WHERE id = $1', [postingId]);
    expect((await report()).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await world.get('/privacy/equal-opportunity', admin)).text).not.toContain(postingId);
    world.clock.set(NOW);
  });

  const many = (count: number, gender: string | null, wentOn: boolean) =>
    Array.from({ length: count }, () => ({ gender, wentOn }));

  /** Applications that went to the screen and on from it, or were rejected there, in a few statements. */
  const applyMany = async (fates: readonly { gender: string | null; wentOn: boolean }[]): Promise<void> => {
    const rows = JSON.stringify(fates.map((fate) => ({ ...fate, id: newId(), person: newId() })));
    const { organizationId: o, posting, screen, work } = world;
    const of = `FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, person uuid, gender text, "wentOn" boolean)`;
    await world.rows(`INSERT INTO candidates (organization_id, id, name, email) SELECT '${o}'::uuid, person, 'Somebody', person || '@mail.example' ${of}`, [rows]); // prettier-ignore
    await world.rows(
      `INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, stage_id, version, status, ended_at, applied_at, consented_at)
       SELECT '${o}'::uuid, id, '${posting.id}'::uuid, person, '${posting.planId}'::uuid, CASE WHEN "wentOn" THEN '${work.id}' ELSE '${screen.id}' END::uuid, 2,
              CASE WHEN "wentOn" THEN 'ACTIVE' ELSE 'REJECTED' END, CASE WHEN "wentOn" THEN NULL ELSE now() END, now(), now() ${of}`,
      [rows],
    );
    await world.rows(
      `INSERT INTO transitions (organization_id, application_id, version, command, from_status, to_status, from_stage_id, to_stage_id, at, actor_kind)
       SELECT '${o}'::uuid, id, 1, 'ADVANCE', 'ACTIVE', 'ACTIVE', NULL::uuid, '${screen.id}'::uuid, now(), 'system' ${of} UNION ALL
       SELECT '${o}'::uuid, id, 2, CASE WHEN "wentOn" THEN 'ADVANCE' ELSE 'REJECT' END, 'ACTIVE', CASE WHEN "wentOn" THEN 'ACTIVE' ELSE 'REJECTED' END, '${screen.id}'::uuid,
              CASE WHEN "wentOn" THEN '${work.id}' ELSE '${screen.id}' END::uuid, now(), 'system' ${of}`,
      [rows],
    );
    await world.rows(
      `INSERT INTO self_identification.answers (organization_id, application_id, form, form_version, question, category, answered_at)
       SELECT '${o}'::uuid, id, 'plain', 1, 'gender', gender, $2::timestamptz ${of} WHERE gender IS NOT NULL`,
      [rows, NOW],
    );
  };
});
