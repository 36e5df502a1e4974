import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inflateRawSync } from 'node:zlib';
import { type ZipEntry, readZipDirectory } from '#libs/applications/domain/zip-directory.js';
import { EraseDue } from '#libs/compliance/index.js';
import { type Id, newId } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import { buildApplication, buildCandidate } from '../../support/builders.js';
import { NOW, World } from '../pages/world.js';

const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

describe('people’s data', () => {
  let world: World;
  let admin: TestPerson;
  beforeAll(async () => {
    world = await World.start();
    admin = await world.api.newPerson(world.organizationId, 'ADMIN', { name: 'Ada Admin' });
    await world.rows(`UPDATE sessions SET expires_at = '2031-01-01'`);
  }, 60_000);
  afterAll(() => world.close());

  const ask = async (document: string, input: object) => {
    const { data, errors } = await world.api.graphql(document, { input }, admin);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data as Record<string, unknown>)[0] as Record<string, unknown>;
  };
  const mutation = (name: string) => (input: object) =>
    ask(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on UserError { code message } } }`,
      input,
    );
  const setRule = mutation('setRetentionRule');
  const hold = mutation('placeLegalHold');
  const release = mutation('releaseLegalHold');
  const erase = mutation('eraseCandidate');
  const preview = async () => {
    const { data } = await world.api.graphql('{ retentionPreview { candidateId dueAt held } }', {}, admin);
    return data.retentionPreview as { candidateId: Id; dueAt: string; held: boolean }[];
  };
  /** A person of the country whose application ended so many days ago. */
  const ended = async (country: string | null, days: number, status = 'REJECTED') => {
    const { id, candidateId } = await buildApplication(world.api.owner, world.organizationId, world.posting, {
      stageId: world.screen.id,
    });
    await world.rows(`UPDATE applications SET status = $2, ended_at = $3, opening_id = $4 WHERE id = $1`, [
      ...[id, status, later(-days), status === 'HIRED' ? world.posting.openingIds[0] : null],
    ]);
    await world.rows('UPDATE candidates SET country = $2 WHERE id = $1', [candidateId, country]);
    return candidateId;
  };
  const isErased = async (id: Id) =>
    (await world.rows('SELECT erased_at IS NOT NULL AS erased FROM candidates WHERE id = $1', [id]))[0]!.erased;
  const eraseDue = () => world.api.app.get(EraseDue).execute();

  describe('by a candidate’s link', () => {
    let path: string;
    let applicationId: Id;
    let candidateId: Id;
    beforeAll(async () => {
      const candidate = await buildCandidate(world.api.owner, world.organizationId, {
        name: 'Nadia <Fetch>',
        email: 'nadia@mail.example',
      });
      ({ id: applicationId, candidateId } = await buildApplication(world.api.owner, world.organizationId, world.posting, {
        stageId: world.screen.id,
        candidateId: candidate,
      }));
      await world.rows(
        `INSERT INTO application_notes (organization_id, id, application_id, author_id, text, created_at) VALUES ($1, $2, $3, $4, 'A word between us.', now())`,
        [world.organizationId, newId(), applicationId, world.manager.id],
      );
      await world.card({ id: applicationId }, world.screen);
      path = world.candidatePath('application', applicationId);
    });

    const fetched = async (at: string, as: TestPerson | null, fields: Record<string, string>) => {
      const cookie = as ? { cookie: `rounds_session=${as.token}` } : {};
      const init = { method: 'POST', body: new URLSearchParams(fields), headers: { origin: world.api.url, ...cookie } };
      const answer = await fetch(`${world.api.url}${at}`, init as RequestInit);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const entries = readZipDirectory(bytes);
      if (!Array.isArray(entries)) throw new Error(`${answer.status} ${entries} ${bytes.subarray(0, 300).toString()}`);
      const text = (entry: ZipEntry) =>
        inflateRawSync(bytes.subarray(entry.dataAt, entry.dataAt + entry.compressed_bytes)).toString('utf8');
      return { headers: answer.headers, texts: Object.fromEntries(entries.map((entry) => [entry.name, text(entry)])) };
    };

    it('are fetched at once, to read and as data, without what the team wrote; an administrator gets that too', async () => {
      const own = await fetched(path, null, { action: 'fetch-data' });
      expect(own.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-2030-03-05.zip"$/);
      expect(own.headers.get('cache-control')).toContain('no-store');
      expect(Object.keys(own.texts)).toEqual(['read-me.html', 'everything.json', 'resume.json']);
      expect(JSON.parse(own.texts['resume.json']!)).toMatchObject({
        basics: { name: 'Nadia <Fetch>', email: 'nadia@mail.example' },
      });
      expect(own.texts['read-me.html']).toContain('Nadia &lt;Fetch&gt;');
      const everywhere = (texts: Record<string, string>) => Object.values(texts).join('\n');
      expect(everywhere(own.texts)).not.toMatch(/A word between us|In confidence|Hana Manager/);

      const all = await fetched(`/candidates/${candidateId}/data`, admin, { action: 'fetch-data' });
      expect(all.texts['everything.json']).toContain('A word between us.');
      expect(all.texts['read-me.html']).toContain('In confidence.');
      expect(everywhere(all.texts)).not.toContain('Hana Manager');
      expect((await world.post(`/candidates/${candidateId}/data`, { action: 'fetch-data' }, world.recruiter)).status).toBe(404);
      expect(
        (await world.post(`/candidates/${candidateId}/data`, { action: 'fetch-data' }, admin, 'https://evil.example')).status,
      ).toBe(403);
      const told = await world.rows(
        `SELECT actor_kind FROM audit_events WHERE action = 'candidate.export' AND subject_id = $1 ORDER BY id`,
        [candidateId],
      );
      expect(told).toEqual([{ actor_kind: 'candidate' }, { actor_kind: 'staff' }]);
    });

    it('are not fetched over and over, by a link for something else, or from another site', async () => {
      let last = 200;
      for (let turn = 0; turn < 6 && last === 200; turn += 1) last = (await world.post(path, { action: 'fetch-data' })).status;
      expect(last).toBe(422);
      expect((await world.post(path, { action: 'fetch-data' }, null, 'https://evil.example')).status).toBe(422);
      expect((await world.post(path.replace('/a/', '/s/'), { action: 'fetch-data' })).status).toBe(404);
    });

    it('are asked to be erased: once, with a day of the answer, refused with words, and done by erasing', async () => {
      for (let twice = 0; twice < 2; twice += 1)
        expect(await world.post(path, { action: 'ask-erasure' })).toMatchObject({
          status: 303,
          location: `${path}?said=asked-erasure`,
        });
      expect((await world.get(path)).text).toContain('you are answered by Friday 5 April 2030');
      const list = async () => (await world.api.graphql('{ privacyRequests { nodes { id kind candidateName answerBy } } }', {}, admin)).data.privacyRequests.nodes; // prettier-ignore
      const [request, ...more] = await list();
      expect([request, more]).toEqual([expect.objectContaining({ kind: 'ERASURE', candidateName: 'Nadia <Fetch>' }), []]);
      const settle = mutation('answerPrivacyRequest');
      expect(await settle({ requestId: request.id, outcome: 'DONE', answer: '' })).toMatchObject({ code: 'NOT_ERASED' });
      expect(await settle({ requestId: request.id, outcome: 'DECLINED', answer: ' ' })).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await settle({ requestId: request.id, outcome: 'DECLINED', answer: 'A <court> needs it.' })).toEqual({
        __typename: 'CompliancePayload',
      });
      expect(await settle({ requestId: request.id, outcome: 'DECLINED', answer: 'Again.' })).toMatchObject({ code: 'SETTLED' });
      expect((await world.get(path)).text).toContain('Declined: A &lt;court&gt; needs it.');

      expect((await world.post(path, { action: 'ask-erasure' })).status).toBe(303);
      expect((await world.post(path, { action: 'withdraw' })).status).toBe(303);
      expect(await erase({ candidateId, expectedVersion: 1 })).toEqual({ __typename: 'EraseCandidatePayload' });
      expect(await list()).toEqual([]);
      expect(
        await world.rows('SELECT outcome, answer FROM privacy_requests WHERE candidate_id = $1 ORDER BY id', [candidateId]),
      ).toEqual([
        { outcome: 'DECLINED', answer: '' },
        { outcome: 'DONE', answer: '' },
      ]);
      expect((await world.get(path)).status).toBe(404);
    });
  });

  it('are kept for ever while there is no rule, and by a new one for another week', async () => {
    const old = await ended('FR', 3000);
    expect([await eraseDue(), await preview()]).toEqual([0, []]);
    expect(await setRule({ atLeastDays: 30, atMostDays: 365, expectedVersion: 0 })).toEqual({ __typename: 'CompliancePayload' });
    expect(await setRule({ atLeastDays: 30, atMostDays: 365, expectedVersion: 0 })).toMatchObject({ code: 'CONFLICT' });
    expect(await setRule({ atLeastDays: 90, atMostDays: 60, expectedVersion: 1 })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await preview()).toEqual([{ candidateId: old, dueAt: later(7).toISOString(), held: false }]);
    expect(await eraseDue()).toBe(0);
    world.clock.set(later(8));
    expect(await eraseDue()).toBe(1);
    expect(await isErased(old)).toBe(true);
    expect(
      await world.rows(`SELECT actor_kind, actor_id FROM audit_events WHERE action = 'candidate.erase' AND subject_id = $1`, [
        old,
      ]),
    ).toEqual([{ actor_kind: 'system', actor_id: 'retention' }]);
  });

  it('go by the rule of their country at the day they are due; who was hired, is under way or under a hold stays', async () => {
    expect(await setRule({ country: 'de', atLeastDays: 60, atMostDays: 180, expectedVersion: 0 })).toEqual({
      __typename: 'CompliancePayload',
    });
    const german = await ended('DE', 170);
    const french = await ended('FR', 170);
    const unknown = await ended(null, 360);
    const hired = await ended('DE', 900, 'HIRED');
    const [asked] = await world.rows<{ id: Id }>(
      `UPDATE applications SET consented_at = '2030-01-02T12:00:00Z' WHERE candidate_id = $1 RETURNING id`,
      [german],
    );
    const said = (await world.get(world.candidatePath('application', asked!.id))).text;
    expect(said).toMatch(/You agreed on \w+ 2 January 2030 that .+ keeps what you send/);
    expect(said).toContain('180 days after the last of your applications here has ended, everything is erased by itself');
    const inCourt = await ended('DE', 900);
    const goesOn = await ended('DE', 900);
    await buildApplication(world.api.owner, world.organizationId, world.posting, {
      stageId: world.screen.id,
      candidateId: goesOn,
    });
    expect(await hold({ candidateId: inCourt, reason: 'Case 12 C 34/30' })).toEqual({ __typename: 'CompliancePayload' });
    expect(await erase({ candidateId: inCourt, expectedVersion: 1 })).toMatchObject({ code: 'LEGAL_HOLD' });

    world.clock.set(later(16));
    expect((await preview()).map(({ candidateId, held }) => [candidateId, held])).toEqual([
      [unknown, false],
      [german, false],
      [inCourt, true],
      [french, false],
    ]);
    expect(await eraseDue()).toBe(2);
    expect(await Promise.all([german, unknown, french, hired, goesOn, inCourt].map(isErased))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(await release({ candidateId: inCourt })).toEqual({ __typename: 'CompliancePayload' });
    expect([await eraseDue(), await isErased(inCourt)]).toEqual([1, true]);
  });

  it('are agreed to with the day on which that ends in view; where nobody decides, that is shown', async () => {
    const form = (await world.get(`/careers/tidal/${world.posting.slug}/apply`)).text;
    expect(form).toContain(
      'keeps what I send for this application, and for 365 days after it has ended (Germany: 180). I can withdraw',
    );
    const { id, candidateId } = await buildApplication(world.api.owner, world.organizationId, world.posting, {
      stageId: world.screen.id,
    });
    await world.rows(`UPDATE candidates SET country = 'DE', name = 'Still <Here>' WHERE id = $1`, [candidateId]);
    const isShown = async () => {
      const [, list] = (await world.get('/privacy', admin)).text.split('Under way, and still for longer than anybody is kept');
      return list?.includes(`<a href="/applications/${id}">Still &lt;Here&gt;</a>`) ?? false;
    };
    const moved = (days: number) =>
      world.rows('UPDATE applications SET entered_stage_at = $2 WHERE id = $1', [id, later(16 - days)]);
    await moved(179);
    expect(await isShown()).toBe(false);
    await moved(181);
    expect(await isShown()).toBe(true);
    await world.rows(`UPDATE applications SET status = 'WITHDRAWN', ended_at = $2 WHERE id = $1`, [id, later(16)]);
    expect(await isShown()).toBe(false);
  });

  it('are kept as long as the rule of their country says, whoever wants them gone', async () => {
    const recent = await ended('DE', 10);
    const until = later(50).toISOString().slice(0, 10);
    expect(await erase({ candidateId: recent, expectedVersion: 1 })).toMatchObject({
      code: 'KEPT_UNTIL',
      message: expect.stringContaining(until),
    });
    expect(await isErased(recent)).toBe(false);
  });

  it('are looked after on one page of administrators: rules, who is next, holds, and who asked', async () => {
    world.clock.set(NOW);
    const { id, candidateId } = await buildApplication(world.api.owner, world.organizationId, world.posting, {
      stageId: world.screen.id,
    });
    await world.post(world.candidatePath('application', id), { action: 'ask-erasure' });
    expect((await world.get('/privacy', world.recruiter)).status).toBe(404);
    expect((await world.get('/desk', world.recruiter)).text).not.toContain('href="/privacy"');
    expect((await world.get('/desk', admin)).text).toContain('href="/privacy"');
    const send = (fields: Record<string, string>, as = admin) => world.post('/privacy', fields, as);
    expect(await send({ action: 'set-rule', country: 'FR', least: '90', most: '700' })).toMatchObject({
      status: 303,
      location: '/privacy?said=set-rule',
    });
    expect((await send({ action: 'set-rule', country: 'FR', least: '90', most: '60' })).status).toBe(422);
    expect((await send({ action: 'set-rule', country: 'FR', least: '90', most: '60' }, world.recruiter)).status).toBe(404);
    const page = (await world.get('/privacy', admin)).text;
    expect(page).toContain('<span>France</span><span>at least 90 days, at most 700</span>');
    const [, rule] = new RegExp('France.*?name="rule" value="([^"]+)"', 's').exec(page)!;
    expect((await send({ action: 'remove-rule', rule: rule!, version: '7' })).status).toBe(409);
    expect((await send({ action: 'remove-rule', rule: rule!, version: '1' })).status).toBe(303);
    // An application that is under way is ended by a person first.
    expect(page).toContain('Wants everything to be erased.');
    const eraseIt = { action: 'erase', candidate: candidateId, version: '1', sure: 'yes' };
    expect(await send({ ...eraseIt, sure: '' })).toMatchObject({ status: 422 });
    expect((await send(eraseIt)).text).toContain('still active');
    await world.rows(`UPDATE applications SET status = 'WITHDRAWN', ended_at = $2 WHERE id = $1`, [id, later(-400)]);
    expect(await send(eraseIt)).toMatchObject({ status: 303, location: '/privacy?said=erase' });
    expect([
      await isErased(candidateId),
      (await world.get('/privacy', admin)).text.includes('Nobody waits for an answer.'),
    ]).toEqual([true, true]);
  });
});
