import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import { SubmitTakeHome } from '#libs/take-home/index.js';
import { World, at, notice } from './world.js';

describe('the page of a kit', () => {
  let world: World;
  let application: { id: Id; candidateId: Id };
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.renewPosting();
    application = await world.application(world.technical);
  });

  const path = (stage: { id: Id }) => `/kits/${application.id}/${stage.id}`;
  const rated = () => ({
    [`rating.${world.work.attributeIds[0]}`]: '3',
    [`note.${world.work.attributeIds[0]}`]: 'Tides are right',
  });

  it('shows a reviewer what was handed in, and takes a draft and then the scorecard', async () => {
    await world.takeHome(application, 'SUBMITTED');
    const page = await world.get(path(world.work), world.reviewer);
    for (const words of [
      'What was handed in',
      'href="https://code.example/work"',
      'It took five hours.',
      'Write a tide table.',
      'Correctness',
    ])
      expect(page.text).toContain(words);
    const draft = await world.post(
      path(world.work),
      { action: 'save', version: '0', notes: 'Half of it', ...rated() },
      world.reviewer,
    );
    expect(draft.location).toBe(`${path(world.work)}?said=save`);
    const kept = await world.get(draft.location!, world.reviewer);
    expect(kept.text).toContain('Your draft is kept.');
    expect(kept.text).toContain('Half of it</textarea>');
    expect(kept.text).toContain('value="Tides are right"');
    const unsaid = await world.post(
      path(world.work),
      { action: 'submit', version: '1', notes: 'All of it', ...rated() },
      world.reviewer,
    );
    expect(unsaid.status).toBe(422);
    expect(notice(unsaid)).toContain('Choose a recommendation');
    expect(unsaid.text).toContain('All of it</textarea>');
    const stale = await world.post(
      path(world.work),
      { action: 'submit', version: '0', recommendation: 'YES', ...rated() },
      world.reviewer,
    );
    expect(stale.status).toBe(422);
    const done = await world.post(
      path(world.work),
      { action: 'submit', version: '1', recommendation: 'YES', ...rated() },
      world.reviewer,
    );
    expect(done.location).toContain('said=submit');
    expect((await world.get('/desk', world.reviewer)).text).not.toContain(path(world.work));
  });

  it('keeps a draft but offers no handing in before there is something to judge', async () => {
    await world.takeHome(application, 'SENT');
    const waiting = (await world.get(path(world.work), world.reviewer)).text;
    expect(waiting).toContain('Nothing yet. It is due');
    expect(waiting).not.toContain('value="submit"');
    await world.interview(application, world.technical, at(30));
    const coming = (await world.get(path(world.technical), world.interviewer)).text;
    expect(coming).toContain('Will you be there?');
    expect(coming).not.toContain('value="submit"');
    expect(
      (await world.post(path(world.technical), { action: 'answer', answer: 'ACCEPTED' }, world.interviewer)).location,
    ).toContain('said=answer');
    expect((await world.get(path(world.technical), world.interviewer)).text).toContain('You said that you will be there.');
    const proposal = { action: 'propose', day: at(31).toISOString().slice(0, 10), time: '15:00', why: 'A train <late>' };
    const odd = await world.post(path(world.technical), { ...proposal, time: 'noon' }, world.interviewer);
    expect([odd.status, odd.text.includes('<details open>'), odd.text.includes('A train &lt;late&gt;')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await world.post(path(world.technical), proposal, world.interviewer)).location).toContain('said=propose');
    expect((await world.get(path(world.technical), world.interviewer)).text).toMatch(/You have proposed \w+ \d+ \w+ \d+, 15:00/);
    expect((await world.get('/desk', world.manager)).text).toContain('A train &lt;late&gt;');
    const page = `/applications/${application.id}`;
    const shown = (await world.get(page, world.manager)).text;
    const seat = /name="action" value="leave-proposal"><input type="hidden" name="seat" value="([0-9a-f-]{36})"/.exec(shown)![1]!;
    expect(shown).toContain('Move it there');
    expect((await world.post(page, { action: 'leave-proposal', seat }, world.interviewer)).status).not.toBe(303);
    expect((await world.post(page, { action: 'leave-proposal', seat }, world.manager)).status).toBe(303);
    expect((await world.get(page, world.manager)).text).not.toContain('Move it there');
    const nonsense = await world.post(path(world.technical), { action: 'answer', answer: 'PERHAPS' }, world.interviewer);
    expect(nonsense.status).toBe(422);
  });

  it('is read without a scorecard by who leads the team, and is not there for others', async () => {
    await world.takeHome(application, 'SUBMITTED');
    await world.interview(application, world.technical);
    const manager = (await world.get(path(world.work), world.manager)).text;
    expect(manager).toContain('there is no scorecard of yours to write');
    expect(manager).not.toContain('name="recommendation"');
    expect(
      (await world.post(path(world.work), { action: 'submit', version: '0', recommendation: 'YES' }, world.manager)).status,
    ).toBe(422);
    expect((await world.post(path(world.work), { action: 'answer', answer: 'ACCEPTED' }, world.manager)).status).toBe(422);
    const unknown = await world.get(`/kits/${newId()}/${newId()}`, world.stranger);
    expect(unknown.status).toBe(404);
    for (const [as, stage] of [
      [world.stranger, world.work],
      [world.outsider, world.work],
      [world.reviewer, world.technical],
      [world.interviewer, world.work],
    ] as const) {
      const other = await world.get(path(stage), as);
      expect(other.status).toBe(404);
      expect((await world.post(path(stage), { action: 'save', version: '0', notes: 'x' }, as)).status).toBe(404);
      if (as === world.stranger) expect(other.text).toBe(unknown.text);
    }
    for (const bad of ['/kits/x/y', `/kits/${application.id}/y`, `/kits/${application.id}/${newId()}`])
      expect((await world.get(bad, world.manager)).status).toBe(404);
    expect(await world.rows('SELECT 1 FROM scorecards WHERE application_id = $1', [application.id])).toHaveLength(0);
  });

  it('is where the mail about work that was handed in leads its reviewer', async () => {
    application = await world.application(world.work);
    await world.takeHome(application, 'SENT');
    const actor = {
      kind: 'candidate' as const,
      organizationId: world.organizationId,
      applicationId: application.id,
      candidateId: application.candidateId,
      purpose: 'take-home' as const,
    };
    const done = await world.api.app
      .get(SubmitTakeHome)
      .execute(actor, { url: 'https://code.example/pr/7', attachmentId: null, note: null, expectedVersion: null });
    expect(done.ok).toBe(true);
    const [mail] = await world.rows<{ link: string; recipient: string }>(
      `SELECT variables #>> '{review,link}' AS link, recipient FROM mails WHERE application_id = $1 AND template = 'team-take-home-handed-in'`,
      [application.id],
    );
    expect(mail).toEqual({ link: `http://localhost:3000${path(world.work)}`, recipient: world.reviewer.email });
    expect((await world.get(new URL(mail!.link).pathname, world.reviewer)).text).toContain('https://code.example/pr/7');
  });

  it('behind its link is the same page without the team’s ways, for one seat only', async () => {
    const { seatId } = await world.interview(application, world.technical);
    const kit = world.kitPath(seatId);
    const page = await world.get(kit);
    expect(page.status).toBe(200);
    for (const hidden of ['href="/desk"', '/applications/', 'Sign out']) expect(page.text).not.toContain(hidden);
    const card = { action: 'submit', version: '0', recommendation: 'NO', notes: 'Seen "<i>' };
    expect((await world.post(kit, card, null, 'https://evil.example')).status).toBe(422);
    expect(await world.rows('SELECT 1 FROM scorecards WHERE application_id = $1', [application.id])).toHaveLength(0);
    expect((await world.post(kit, card)).location).toBe(`${kit}?said=submit`);
    expect((await world.get(kit)).text).toContain('Seen &quot;&lt;i&gt;</textarea>');
    for (const wrong of [
      `${kit}x`,
      kit.slice(0, -1),
      kit.replace('/k/', '/a/'),
      '/k/nothing',
      world.candidatePath('application', application.id).replace('/a/', '/k/'),
    ])
      expect((await world.get(wrong)).status).toBe(404);
    await world.rows(`UPDATE interview_seats SET state = 'CANCELLED' WHERE id = $1`, [seatId]);
    expect((await world.get(kit)).status).toBe(404);
    expect((await world.post(kit, card)).status).toBe(404);
  });
});
