import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#libs/kernel/index.js';
import { type World, received, startWorld } from './world.js';

describe('mails that a reader can do without', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  async function applied(world: World) {
    const posting = await world.posting();
    const application = await world.application(posting, { email: `noor-${newId()}@mail.example` });
    await world.emit(received(application, posting));
    const rows = await world.settled(application.id);
    return { rows, toTeam: rows.find(({ template }) => template === 'team-new-application')! };
  }
  const path = (link: string) => world.api.url + new URL(link).pathname;

  it('carry a link that a mail program follows by itself, once asked, and a person without a script; others carry none', async () => {
    const { rows } = await applied(world);
    const mails = await world.inbox(world.manager.email);
    const { headers, text, html } = mails.find(({ subject }) => subject.startsWith('New application'))!;
    const link = /^<(.*)>$/.exec(headers['list-unsubscribe']!)![1]!;
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(text).toContain(`No more mails of this kind: ${link}`);
    expect(html).toContain(`href="${link}"`);
    const [candidates] = await world.inbox(rows.find(({ template }) => template === 'application-received')!.recipient);
    expect(Object.keys(candidates!.headers)).not.toContain('list-unsubscribe');

    // Looking is not asking: programs that check links change nothing.
    const page = await fetch(path(link));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<form method="post">')]);
    expect((await applied(world)).toTeam.state).toBe('SENT');

    // As RFC 8058 §3.2 has it, in both of the forms that it allows.
    const click = new FormData();
    click.set('List-Unsubscribe', 'One-Click');
    for (const body of [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), click])
      expect((await fetch(path(link), { method: 'POST', body })).status).toBe(200);
    const after = await applied(world);
    expect(after.toTeam).toMatchObject({ state: 'SKIPPED', skipped_because: 'the reader does without these mails' });
    expect(after.rows.find(({ template }) => template === 'application-received')!.state).toBe('SENT');

    const again = await fetch(path(link), { method: 'POST', body: new URLSearchParams({ again: 'yes' }) });
    expect(await again.text()).toContain('Stop these mails');
    expect((await applied(world)).toTeam.state).toBe('SENT');
    const { rows: log } = await world.api.owner.query(`SELECT action FROM audit_events WHERE action LIKE 'mail.%' ORDER BY id`);
    expect(log.map(({ action }) => action)).toEqual(['mail.stop', 'mail.have-again']);
  });

  it('are ended by nobody who has not got the link', async () => {
    const { toTeam, rows } = await applied(world);
    const [mail] = (await world.inbox(world.manager.email)).slice(-1);
    const link = path(/<(.*)>/.exec(mail!.headers['list-unsubscribe']!)![1]!);
    expect((await fetch(`${link.slice(0, -1)}A`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${world.api.url}/mail/stop/${toTeam.id}`, { method: 'POST' })).status).toBe(404);
    expect(rows.length).toBeGreaterThan(1);
    const { rowCount } = await world.api.owner.query('SELECT FROM mail_suppressions');
    expect(rowCount).toBe(0);
  });
});
