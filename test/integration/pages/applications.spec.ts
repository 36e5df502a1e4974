import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import { buildTeamMember } from '../../support/builders.js';
import { World, at, notice } from './world.js';

describe('the page of an application', () => {
  let world: World;
  let manager: TestPerson;
  beforeAll(async () => {
    world = await World.start();
    manager = world.manager;
  });
  afterAll(() => world.close());
  beforeEach(() => world.renewPosting());

  const path = (application: { id: Id }) => `/applications/${application.id}`;
  const send = (application: { id: Id }, fields: Record<string, string>, as = manager) =>
    world.post(path(application), fields, as);
  const page = async (application: { id: Id }, as = manager) => (await world.get(path(application), as)).text;
  /** What the page offers to do. */
  const offered = (text: string) => [...text.matchAll(/name="action" value="([a-z-]+)"/g)].map(([, action]) => action);

  it('carries somebody from the first look to the hire, each form leading back by 303', async () => {
    const application = await world.application();
    expect(offered(await page(application))).toEqual(['advance', 'move', 'hire', 'reject', 'withdraw', 'note']);
    expect(await send(application, { action: 'advance', version: '0' })).toMatchObject({
      status: 303,
      location: `${path(application)}?said=advance`,
    });
    expect(await world.standing(application.id)).toEqual({ status: 'ACTIVE', stage_id: world.screen.id, version: 1 });
    expect((await world.get(`${path(application)}?said=advance`, manager)).text).toContain('Moved.');
    expect((await send(application, { action: 'move', version: '1', stage: world.technical.id })).status).toBe(303);
    const skipped = { action: 'skip', version: '2', reason: 'Known upstream', evidence: 'https://code.example/pr/1' };
    expect((await send(application, skipped)).status).toBe(303);
    expect((await world.standing(application.id)).stage_id).toBe(world.offer.id);
    expect((await send(application, { action: 'back', version: '3', stage: world.screen.id, reason: 'Too fast' })).status).toBe(
      303,
    );
    expect((await send(application, { action: 'back', version: '4', stage: 'received', reason: 'Anew' })).status).toBe(303);
    expect(await world.standing(application.id)).toMatchObject({ stage_id: null, version: 5 });

    const rejected = { action: 'reject', version: '5', reason: world.reasonId, note: 'Kindly' };
    expect((await send(application, rejected)).status).toBe(303);
    const ended = await page(application);
    expect(ended).toContain('Not enough experience');
    expect(offered(ended)).toEqual(['reopen', 'note']);
    expect((await send(application, { action: 'reopen', version: '6', reason: 'We were wrong' })).status).toBe(303);
    expect((await send(application, { action: 'hire', version: '7', opening: world.posting.openingIds[0]! })).status).toBe(303);
    expect((await world.standing(application.id)).status).toBe('HIRED');
    const [posting] = await world.rows('SELECT status FROM postings WHERE id = $1', [world.posting.id]);
    expect(posting).toEqual({ status: 'CLOSED' });
    const told = await page(application);
    for (const words of [
      'Skipped a stage, to Offer',
      'Known upstream',
      'href="https://code.example/pr/1"',
      'Sent back to Received',
      'passing over Assignment',
      'Reopened in Received',
      'Hana Manager',
    ])
      expect(told).toContain(words);
  });

  it('records that somebody withdrew, with what they said', async () => {
    const application = await world.application(world.screen);
    expect((await send(application, { action: 'withdraw', version: '1', reason: '', note: 'Another offer' })).status).toBe(303);
    expect((await world.standing(application.id)).status).toBe('WITHDRAWN');
    expect(await page(application)).toContain('Another offer');
  });

  it('shows kindly that somebody else was first, with the present state and with what was typed', async () => {
    const application = await world.application();
    await send(application, { action: 'advance', version: '0' }, world.recruiter);
    const late = await send(application, { action: 'reject', version: '0', reason: world.reasonId, note: 'Typed with <care>' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody else moved this application first; nothing of yours was changed.');
    expect(late.text).toContain('<h2 id="now">Screening call</h2>');
    expect(late.text).toContain('Typed with &lt;care&gt;</textarea>');
    expect(late.text).toContain('name="version" value="1"');
    expect(await world.standing(application.id)).toMatchObject({ status: 'ACTIVE', version: 1 });
  });

  it('lets one of two presses at once through', async () => {
    const application = await world.application();
    const both = await Promise.all([1, 2].map(() => send(application, { action: 'advance', version: '0' })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await world.standing(application.id)).version).toBe(1);
  });

  it('refuses forms that say too little or nonsense, and says what to do', async () => {
    const application = await world.application(world.technical);
    const nonsense: [Record<string, string>, RegExp][] = [
      [{ action: 'reject', version: '1' }, /Choose a reason from the list/],
      [{ action: 'reject', version: '1', reason: "'; DROP TABLE" }, /Choose a reason/],
      [{ action: 'reject', version: '1', reason: newId() }, /not among the active reasons/],
      [{ action: 'move', version: '1', stage: 'nowhere' }, /Choose a stage/],
      [{ action: 'move', version: '1', stage: newId() }, /not in the plan this candidate entered/],
      [{ action: 'hire', version: '1' }, /Choose an opening/],
      [{ action: 'hire', version: '1', opening: newId() }, /does not belong to this posting/],
      [{ action: 'skip', version: '1', reason: 'x', evidence: ' ' }, /was not skipped: give a link or a text/],
      [{ action: 'reopen', version: '1', reason: 'x' }, /nothing to reopen/],
      [{ action: 'note', text: '  ' }, /1 to 20000 characters/],
      [{ action: 'note', text: 'x'.repeat(20_001) }, /1 to 20000 characters/],
      [{ action: 'toString' }, /not understood/],
      [{ action: '__proto__' }, /not understood/],
      [{}, /not understood/],
      [{ action: 'cancel-interview', interview: 'x', reason: 'x' }, /no such interview|nothing/i],
      [{ action: 'extend', takeHome: 'x', days: '3' }, /no such take-home/],
      [{ action: 'reviewer', takeHome: newId(), person: 'x' }, /no such take-home/],
      [{ action: 'book', version: '1', stage: world.technical.id, startsAt: 'tomorrow' }, /Nothing was booked|instant/],
    ];
    for (const [fields, words] of nonsense) {
      const answer = await send(application, fields);
      expect([409, 422]).toContain(answer.status);
      expect(notice(answer)).toMatch(words);
    }
    for (const version of ['', '-1', '1e9', 'x', '99999999999999'])
      expect((await send(application, { action: 'advance', version })).status).toBe(409);
    expect(await world.standing(application.id)).toMatchObject({ status: 'ACTIVE', version: 1 });
  });

  it('keeps a note once, however often its form is sent, and shows it as it was typed', async () => {
    const application = await world.application();
    const key = /name="key" value="([0-9a-f-]{36})"/.exec(await page(application))![1]!;
    for (let i = 0; i < 2; i += 1)
      expect((await send(application, { action: 'note', key, text: 'First line\nsecond <b>line</b> \u{1f30a}' })).status).toBe(
        303,
      );
    const text = await page(application);
    expect(text.match(/First line\nsecond &lt;b&gt;line&lt;\/b&gt; \u{1f30a}/gu)).toHaveLength(1);
    expect(await world.rows('SELECT 1 FROM application_notes WHERE application_id = $1', [application.id])).toHaveLength(1);
  });

  it('finds a time for the candidate and cancels it again', async () => {
    const application = await world.application();
    await send(application, { action: 'advance', version: '0' });
    const waiting = await page(application);
    expect(waiting).toContain('The candidate has the link to choose a time');
    const startsAt = /name="startsAt" value="([^"]+)"/.exec(waiting)![1]!;
    const booking = { action: 'book', version: '1', stage: world.screen.id, startsAt };
    expect((await send(application, booking)).location).toContain('said=book');
    expect((await send(application, booking)).text).toContain('already has a time');
    const booked = await page(application);
    expect(booked).toContain('engineer: Ivo Interviewer');
    const [interview] = await world.rows<{ id: Id; version: number }>(
      'SELECT id, version FROM interviews WHERE application_id = $1',
      [application.id],
    );
    const cancel = { action: 'cancel-interview', interview: interview!.id, version: String(interview!.version) };
    const unsaid = await send(application, { ...cancel, reason: '' });
    expect(unsaid.text).toContain('Say why the interview is cancelled');
    expect((await send(application, { ...cancel, reason: 'Ivo is ill' })).status).toBe(303);
    expect(await page(application)).toContain('Ivo is ill');
  });

  it('asks the candidate for a time once more when the time to choose ran out', async () => {
    const application = await world.application();
    await send(application, { action: 'advance', version: '0' });
    await world.rows(`UPDATE schedule_requests SET expires_at = $2 WHERE application_id = $1`, [application.id, at(-1)]);
    expect(offered(await page(application))).toContain('ask');
    expect((await send(application, { action: 'ask', version: '1' })).location).toContain('said=ask');
    expect(await page(application)).toContain('The candidate has the link to choose a time');
  });

  it('records that the candidate did not come, and finds another time', async () => {
    const application = await world.application(world.technical);
    const { id } = await world.interview(application, world.technical);
    expect(offered(await page(application))).toContain('no-show');
    const [{ version }] = (await world.rows<{ version: number }>('SELECT version FROM interviews WHERE id = $1', [id])) as [
      { version: number },
    ];
    const noShow = { action: 'no-show', interview: id, version: String(version) };
    expect((await send(application, { ...noShow, version: '77' })).status).toBe(409);
    expect((await send(application, noShow, world.interviewer)).status).toBe(422);
    expect((await send(application, noShow)).location).toContain('said=no-show');
    const text = await page(application);
    expect(text).toContain('<span class="pill">no show</span>');
    expect(offered(text)).toEqual(['advance', 'skip', 'hire', 'back', 'reject', 'withdraw', 'book', 'note']);
  });

  it('gives more time for a take-home, and asks one more to review it', async () => {
    const application = await world.application(world.work);
    const takeHome = await world.takeHome(application, 'SENT');
    expect((await send(application, { action: 'extend', takeHome, version: '1', days: '0' })).status).toBe(422);
    const [{ version }] = (await world.rows<{ version: number }>('SELECT version FROM take_homes WHERE id = $1', [takeHome])) as [
      { version: number },
    ];
    expect((await send(application, { action: 'extend', takeHome, version: String(version), days: '4' })).status).toBe(303);
    expect((await send(application, { action: 'reviewer', takeHome, person: world.interviewer.id })).status).toBe(303);
    const text = await page(application);
    expect(text).toContain('extended once');
    expect(text).toMatch(/Reviewed by (Rafe Reviewer, Ivo Interviewer|Ivo Interviewer, Rafe Reviewer)/);
  });

  it('shows what was sent, what is to be sent, and why something is not', async () => {
    const application = await world.application();
    await send(application, { action: 'advance', version: '0' });
    const text = await page(application);
    expect(text).toContain('Please pick a time: Screening call');
    expect(text).toContain('to be sent');
    expect(text).toContain('not sent');
  });

  it('says after an interview that the scorecards are to be read, also when the interview is settled', async () => {
    const application = await world.application(world.technical);
    const { id } = await world.interview(application, world.technical);
    const words = 'The interview is over: read the scorecards; then move on to Offer, or reject.';
    expect(await page(application)).toContain(words);
    await world.rows(`UPDATE interviews SET state = 'COMPLETED' WHERE id = $1`, [id]);
    expect(await page(application)).toContain(words);
    expect((await world.get(`/postings/${world.posting.id}/board`, manager)).text).toContain('the team gives feedback');
  });

  it('shows interviewers what GraphQL shows them: no mails, no moves, nobody’s card before their own', async () => {
    const application = await world.application(world.technical);
    await world.interview(application, world.technical);
    await world.takeHome(application, 'SUBMITTED');
    await world.card(application, world.technical, world.reviewer, 'Withheld until yours is in.');
    const text = await page(application, world.interviewer);
    expect(text).toContain('https://code.example/work');
    expect(text).toContain('Write your scorecard');
    for (const hidden of [
      'Withheld until',
      'id="mails"',
      'name="action" value="advance"',
      'name="action" value="reject"',
      'name="action" value="extend"',
      '/board',
    ])
      expect(text).not.toContain(hidden);
    expect(offered(text)).toEqual(['note']);
    expect((await send(application, { action: 'note', text: 'From the seat' }, world.interviewer)).status).toBe(303);
    for (const fields of [
      { action: 'advance', version: '1', reason: '' },
      { action: 'reject', version: '1', reason: world.reasonId },
      { action: 'ask', version: '1', reason: '' },
    ]) {
      const refused = await send(application, fields, world.interviewer);
      expect(refused.status).toBe(422);
      expect(refused.text).toMatch(/There is no such application, or you may not/);
    }
    expect((await world.standing(application.id)).version).toBe(1);

    const cardPath = `/kits/${application.id}/${world.technical.id}`;
    const card = {
      action: 'submit',
      version: '0',
      recommendation: 'YES',
      notes: 'Mine.',
      [`rating.${world.technical.attributeIds[0]}`]: '4',
    };
    expect((await world.post(cardPath, card, world.interviewer)).status).toBe(303);
    expect(await page(application, world.interviewer)).toContain('Withheld until yours is in.');
  });

  it('says to a hiring manager who still has to judge how many cards are withheld', async () => {
    const application = await world.application(world.technical);
    const { seatId } = await world.interview(application, world.technical);
    await world.rows('UPDATE interview_seats SET person_id = $2 WHERE id = $1', [seatId, manager.id]);
    await world.card(application, world.technical, world.interviewer, 'Not for them yet.');
    const text = await page(application);
    expect(text).toContain('1 card of others: you read them once yours is in.');
    expect(text).not.toContain('Not for them yet.');
    expect(await page(application, world.recruiter)).toContain('Not for them yet.');
  });

  it('shows coordinators times and take-homes, but no moves', async () => {
    const coordinator = await world.api.newPerson(world.organizationId, 'INTERVIEWER', { name: 'Cora Coordinator' });
    await world.rows(`UPDATE sessions SET expires_at = '2040-01-01' WHERE person_id = $1`, [coordinator.id]);
    await buildTeamMember(world.api.owner, world.organizationId, world.posting.id, coordinator.id, 'COORDINATOR');
    const application = await world.application();
    await send(application, { action: 'advance', version: '0' });
    expect(offered(await page(application, coordinator))).toEqual(['book', 'note']);
    const startsAt = /name="startsAt" value="([^"]+)"/.exec(await page(application, coordinator))![1]!;
    const booking = { action: 'book', version: '1', stage: world.screen.id, startsAt };
    expect((await send(application, booking, coordinator)).status).toBe(303);
  });

  it('shows hostile names, notes, answers, links and reasons as text', async () => {
    const evil = `"><img src=x onerror=alert(1)></textarea></title><script>alert(2)</script>`;
    const application = await world.application(world.technical, { name: evil });
    await world.rows(`UPDATE applications SET answers = $2, stated_contact = $3 WHERE id = $1`, [
      application.id,
      JSON.stringify([
        { questionId: 'why', label: evil, kind: 'LONG_TEXT', text: evil },
        { questionId: 'code', label: 'Code', kind: 'LINK', text: 'javascript:alert(3)' },
      ]),
      JSON.stringify({ name: evil }),
    ]);
    await world.rows(`UPDATE candidates SET links = $2, location = $3 WHERE id = $1`, [
      application.candidateId,
      ['javascript:alert(4)', evil],
      evil,
    ]);
    const takeHome = await world.takeHome(application, 'SUBMITTED');
    await world.rows('UPDATE take_homes SET brief = $2, submission_note = $2 WHERE id = $1', [takeHome, evil]);
    await world.interview(application, world.technical);
    await world.card(application, world.technical, world.interviewer, evil);
    await send(application, { action: 'note', text: evil });
    await send(application, { action: 'skip', version: '1', reason: evil, evidence: 'javascript:alert(6)' });
    const faulty = await send(application, { action: 'reject', version: '0', reason: evil, note: evil });
    const pages = [
      await page(application),
      faulty.text,
      (await world.get(`/postings/${world.posting.id}/board`, manager)).text,
      (await world.get(`/kits/${application.id}/${world.technical.id}`, world.interviewer)).text,
      (await world.get(`/kits/${application.id}/${world.work.id}`, world.reviewer)).text,
      (await world.get('/desk', world.reviewer)).text,
    ];
    for (const text of pages) {
      expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(text).not.toMatch(/<img|<script>|<b>|href="javascript:/);
    }
  });
});
