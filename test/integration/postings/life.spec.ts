import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicPosting, publicPostings, renderPostingHtml } from '#libs/postings/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { DOCUMENT, change, eventsOf, imported, preview, readPosting } from './postings-api.js';

describe('the life of a posting', () => {
  let api: TestApi;
  let organizationId: string;
  let recruiter: TestPerson;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER', { name: 'Rui' });
  });

  it('begins with a preview that keeps nothing and says what each fact rests on', async () => {
    await change(api, recruiter, 'createPool', { name: 'Backend Engineer' });
    const { data, errors } = await preview(api, recruiter, DOCUMENT);
    expect(errors).toBeUndefined();
    const { reading, stages, pools } = data.previewPosting;
    expect(reading).toMatchObject({
      title: 'Ferry Engineer',
      category: 'Engineering',
      residence: ['PT', 'ES'],
      salary: { min: 60000, max: 75000, currency: 'EUR', period: 'YEAR' },
      coreHours: { start: '10:00', end: '15:00', zone: 'Europe/Lisbon', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] },
      planSource: 'DOCUMENT',
    });
    expect(stages.map(({ kind }: { kind: string }) => kind)).toEqual(['SCREEN', 'TAKE_HOME', 'TECHNICAL', 'INTERVIEW', 'OFFER']);
    expect(stages[1].takeHome).toEqual({ effortHours: 3, dueDays: 5 });
    const salary = reading.facts.find(({ field }: { field: string }) => field === 'salary');
    expect(DOCUMENT.split('\n')[salary.line - 1]).toContain(salary.text.slice(0, 20));
    expect(JSON.parse(salary.value)).toMatchObject({ min: 60000 });
    const known = pools.filter(({ poolId }: { poolId: string | null }) => poolId !== null);
    expect(known.map(({ role }: { role: string }) => role.toLowerCase())).toEqual(['backend engineer']);
    expect((await api.owner.query('SELECT FROM postings WHERE organization_id = $1', [organizationId])).rowCount).toBe(0);
  });

  it('keeps what people say of single rounds through revisions, and asks about each that the document contradicts', async () => {
    const roundCorrections = [{ action: 'CHANGE', round: 1, value: { durationMin: 25, durationMax: 25, seats: [{ role: 'Recruiter' }] } }, { action: 'ADD', after: 3, value: { name: 'Lunch', kind: 'INTERVIEW' } }]; // prettier-ignore
    const draft = await imported(api, recruiter, DOCUMENT, { corrections: { roundCorrections } });
    const stagesOf = ({ plan }: typeof draft) =>
      plan.stages.map(({ kind, durationMin }: typeof draft) => `${kind} ${durationMin}`);
    expect(stagesOf(draft)).toEqual(['SCREEN 25', 'TAKE_HOME null', 'TECHNICAL 60', 'INTERVIEW null', 'INTERVIEW 45', 'OFFER null']); // prettier-ignore
    expect(draft.plan.stages[0].seats).toMatchObject([{ role: 'Recruiter' }]);

    const correct = (input: object) => change(api, recruiter, 'correctPosting', { postingId: draft.id, ...input });
    expect(await correct({ expectedVersion: 1, corrections: { roundCorrections: [{ action: 'DROP', round: 9 }] } })).toMatchObject({ code: 'INVALID_VALUE' }); // prettier-ignore
    expect(await correct({ expectedVersion: 1, corrections: { rounds: [], roundCorrections } })).toMatchObject({ field: 'input.corrections.roundCorrections' }); // prettier-ignore
    const dropped = await correct({ expectedVersion: 1, corrections: { roundCorrections: [{ action: 'DROP', round: 2 }] } });
    expect(dropped).toMatchObject({ planChanged: true, posting: { plan: { version: 2 } } });

    const document = DOCUMENT.replace('30 minutes', '40 minutes').replace('(60 minutes)', '(90 minutes)');
    const revised = await change(api, recruiter, 'revisePosting', { postingId: draft.id, expectedVersion: 2, document });
    expect(stagesOf(revised.posting)).toEqual(['SCREEN 40', 'TECHNICAL 90', 'INTERVIEW null', 'INTERVIEW 45', 'OFFER null']);
    expect(revised.posting.plan.stages[0].seats).toMatchObject([{ role: 'Recruiter' }]);
    expect(revised.overtaken).toMatchObject([{ field: 'rounds', number: 1, action: 'CHANGE', value: JSON.stringify({ durationMin: 25, durationMax: 25 }) }]); // prettier-ignore
    const resolve = (input: object) => change(api, recruiter, 'resolveCorrections', { postingId: draft.id, expectedVersion: 3, ...input }); // prettier-ignore
    expect(await resolve({ keepRounds: [2] })).toMatchObject({ __typename: 'InvalidInput' });
    const kept = await resolve({ keepRounds: [1] });
    expect([stagesOf(kept.posting)[0], kept.overtaken]).toEqual(['SCREEN 25', []]);
  });

  it('goes from document to draft, corrected, open, revised, closed, open again and archived', async () => {
    const draft = await imported(api, recruiter, DOCUMENT, {
      fileName: 'ferry.md',
      corrections: { company: 'Tern Lines', confirm: ['salary'] },
    });
    expect(draft).toMatchObject({
      slug: 'ferry-engineer',
      status: 'DRAFT',
      version: 1,
      revision: 1,
      company: 'Tern Lines',
      openings: [{ number: 1, status: 'OPEN' }],
      team: [{ teamRole: 'RECRUITER', person: { name: 'Rui' } }],
      plan: { version: 1, source: 'DOCUMENT' },
    });
    const [screen, takeHome, technical, talk, offer] = draft.plan.stages;
    expect([screen, takeHome, technical, talk, offer].map(({ selfSchedule }) => selfSchedule)).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(talk.seats).toHaveLength(1);
    expect(talk.seats[0].pool.members).toEqual([]);
    for (const { kit } of [screen, takeHome, technical, talk]) expect(kit.attributes.length).toBeGreaterThanOrEqual(3);
    expect(offer.kit.attributes).toEqual([]);
    const id = draft.id;

    const corrected = await change(api, recruiter, 'correctPosting', {
      postingId: id,
      expectedVersion: 1,
      corrections: { coreHours: { start: '11:00', end: '16:00', zone: 'Europe/Madrid' } },
    });
    expect(corrected).toMatchObject({
      __typename: 'PostingReadingPayload',
      planChanged: false,
      posting: { version: 2, revision: 1, company: 'Tern Lines' },
    });
    expect(corrected.posting.coreHours).toEqual({
      start: '11:00',
      end: '16:00',
      zone: 'Europe/Madrid',
      days: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
    });

    const refused = await change(api, recruiter, 'publishPosting', { postingId: id, expectedVersion: 2 });
    expect(refused).toMatchObject({ __typename: 'PublishRefused', code: 'PUBLISH_NEEDS_CONFIRMATION' });
    expect(new Set(refused.problems.map(({ code }: { code: string }) => code))).toEqual(new Set(['POOL_EMPTY']));
    expect(await publicPostings(api.uow, organizationId)).toEqual([]);
    const opened = await change(api, recruiter, 'publishPosting', { postingId: id, expectedVersion: 2, confirm: true });
    expect(opened).toMatchObject({ __typename: 'PublishPostingPayload', posting: { status: 'OPEN', version: 3 } });
    expect(opened.warnings.length).toBe(refused.problems.length);
    expect(await publicPostings(api.uow, organizationId)).toMatchObject([
      { id, slug: 'ferry-engineer', title: 'Ferry Engineer' },
    ]);

    // Core hours are told in the same words, so the correction of them holds; the salary is told in others, so its confirmation does not.
    const revised = await change(api, recruiter, 'revisePosting', {
      postingId: id,
      expectedVersion: 3,
      document: DOCUMENT.replace('60,000 to 75,000', '65,000 to 80,000').replace('(60 minutes)', '(90 minutes)'),
    });
    expect(revised).toMatchObject({
      __typename: 'PostingReadingPayload',
      planChanged: true,
      overtaken: [{ field: 'salary', value: null }],
      posting: {
        revision: 2,
        version: 4,
        company: 'Tern Lines',
        salary: { min: 65000, max: 80000 },
        coreHours: { zone: 'Europe/Madrid' },
        plan: { version: 2 },
      },
    });
    expect(revised.overtaken[0].textBefore).toContain('60,000');
    expect(revised.overtaken[0].textNow).toContain('65,000');

    expect(await change(api, recruiter, 'closePosting', { postingId: id, expectedVersion: 4 })).toMatchObject({
      posting: { status: 'CLOSED' },
    });
    expect(await publicPostings(api.uow, organizationId)).toEqual([]);
    const page = await publicPosting(api.uow, organizationId, 'ferry-engineer');
    expect(page).toMatchObject({ status: 'CLOSED', salary: { min: 65000 } });
    expect(renderPostingHtml(page!.document, page!.sections)).toContain('<h3>Interview Process</h3>');
    const again = await change(api, recruiter, 'reopenPosting', { postingId: id, expectedVersion: 5, confirm: true });
    expect(again).toMatchObject({ posting: { status: 'OPEN', closedAt: null, openedAt: opened.posting.openedAt } });
    expect(await change(api, recruiter, 'archivePosting', { postingId: id, expectedVersion: 6 })).toMatchObject({
      code: 'WRONG_STATUS',
    });
    await change(api, recruiter, 'closePosting', { postingId: id, expectedVersion: 6 });
    expect(await change(api, recruiter, 'archivePosting', { postingId: id, expectedVersion: 7 })).toMatchObject({
      posting: { status: 'ARCHIVED' },
    });
    expect(await publicPosting(api.uow, organizationId, 'ferry-engineer')).toBeNull();
    expect(await change(api, recruiter, 'reopenPosting', { postingId: id, expectedVersion: 8 })).toMatchObject({
      code: 'WRONG_STATUS',
    });

    expect(await eventsOf(api, id)).toEqual(
      ['PlanVersioned', 'PostingRevised', 'PostingOpened', 'PlanVersioned', 'PostingRevised', 'PostingClosed', 'PostingOpened', 'PostingClosed'], // prettier-ignore
    );
    const { rows } = await api.owner.query('SELECT action, actor_id FROM audit_events WHERE subject_id = $1 ORDER BY id', [id]);
    expect(rows.map(({ action }) => action)).toEqual(['posting.import', 'posting.correct', 'posting.publish', 'posting.revise', 'posting.close', 'posting.reopen', 'posting.close', 'posting.archive']); // prettier-ignore
    expect(new Set(rows.map(({ actor_id }) => actor_id))).toEqual(new Set([recruiter.id]));
  });

  it('keeps each revision, and the plan while the process is told as before', async () => {
    const { id } = await imported(api, recruiter, DOCUMENT, { fileName: 'ferry.md' });
    const stages = (await readPosting(api, recruiter, id)).data.posting.plan.stages;
    const edited = stages
      .slice(0, 2)
      .map(({ name, kind }: { name: string; kind: string }) => ({ name, kind, seats: [], selfSchedule: false }));
    await change(api, recruiter, 'editPlan', { postingId: id, expectedVersion: 1, stages: edited });
    const revised = await change(api, recruiter, 'revisePosting', {
      postingId: id,
      expectedVersion: 2,
      document: DOCUMENT.replace('small', 'tiny'),
    });
    expect(revised).toMatchObject({ planChanged: false, posting: { plan: { version: 2, source: 'EDITED' } } });
    const { data } = await readPosting(
      api,
      recruiter,
      id,
      'document revisions { number fileName createdById } plans { version }',
    );
    expect(data.posting.document).toContain('tiny ferries');
    expect(data.posting.revisions).toEqual([
      { number: 2, fileName: 'ferry.md', createdById: recruiter.id },
      { number: 1, fileName: 'ferry.md', createdById: recruiter.id },
    ]);
    expect(data.posting.plans).toEqual([{ version: 2 }, { version: 1 }]);
  });

  it('uses the default plan of the organisation when the document tells no process, and says so', async () => {
    const stage = {
      kind: 'SCREEN',
      durationMin: 25,
      seats: [{ role: 'Host', pool: [] }],
      skippableIf: null,
      takeHome: null,
      targetDays: 3,
    };
    await api.owner.query('UPDATE organizations SET default_plan = $2 WHERE id = $1', [
      organizationId,
      JSON.stringify([{ name: 'Hello', ...stage }]),
    ]);
    const posting = await imported(api, recruiter, '# Deckhand\n\nTern Lines is hiring.\n');
    expect(posting.plan).toMatchObject({
      source: 'DEFAULT',
      stages: [{ name: 'Hello', durationMin: 25, seats: [{ pool: { name: 'Host' } }] }, { kind: 'OFFER' }],
    });
    const { data } = await readPosting(api, recruiter, posting.id, 'reading { planSource diagnostics { code line } }');
    expect(data.posting.reading.planSource).toBe('DEFAULT');
    expect(data.posting.reading.diagnostics).toContainEqual({ code: 'PLAN_DEFAULT', line: expect.any(Number) });
  });

  it('waits as a draft for the title that its document does not name', async () => {
    const draft = await imported(api, recruiter, 'Somebody who likes boats.');
    expect(draft).toMatchObject({ title: null, slug: 'posting' });
    const refused = await change(api, recruiter, 'publishPosting', { postingId: draft.id, expectedVersion: 1, confirm: true });
    expect(refused).toMatchObject({ code: 'PUBLISH_REFUSED', problems: [{ code: 'TITLE_MISSING', severity: 'REFUSES' }] });
    await change(api, recruiter, 'correctPosting', {
      postingId: draft.id,
      expectedVersion: 1,
      corrections: { title: 'Deckhand' },
    });
    expect(
      await change(api, recruiter, 'publishPosting', { postingId: draft.id, expectedVersion: 2, confirm: true }),
    ).toMatchObject({ posting: { title: 'Deckhand', status: 'OPEN' } });
  });
});
