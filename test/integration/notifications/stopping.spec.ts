import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, newId } from '#libs/kernel/index.js';
import { GatherNews } from '#libs/notifications/index.js';
import { createDataSource, poolOf } from '#libs/platform/index.js';
import { buildTeamMember } from '../../support/builders.js';
import { type World, received, startWorld } from './world.js';

describe('news that come in numbers', () => {
  it('come as one mail that counts them without a name, and by itself where there is one; who does without them gets neither', async () => {
    const clock = new FixedClock(new Date('2026-11-10T09:01:00Z'));
    const world = await startWorld({ clock, config: { mailHold: true } });
    try {
      const [one, other] = [await world.posting(), await world.posting()];
      const lone = await world.api.newPerson(world.organizationId, 'RECRUITER', { name: 'Lone' });
      await buildTeamMember(world.api.owner, world.organizationId, other.id, lone.id, 'RECRUITER');
      for (const posting of [one, one, other]) {
        const application = await world.application(posting, { name: 'Noor Haddad' });
        await world.emit(received(application, posting));
      }
      const told = async () =>
        (
          await world.api.owner.query<{ recipient: string; template: string; state: string; not_before: Date }>(
            `SELECT recipient, template, state, not_before FROM mails WHERE audience = 'team' ORDER BY seq`,
          )
        ).rows;
      const of = async (email: string) =>
        (await told()).filter(({ recipient }) => recipient === email).map(({ template, state }) => `${template} ${state}`);
      expect(new Set((await told()).map(({ not_before }) => not_before.toISOString()))).toEqual(
        new Set(['2026-11-10T09:10:00.000Z']),
      );
      clock.set(new Date('2026-11-10T09:09:50Z'));
      const gather = () => world.api.app.get(GatherNews).execute(poolOf(ledger), clock.now());
      const ledger = await createDataSource({ url: world.api.database.url, role: 'rounds_relay', poolSize: 2 }).initialize();
      // Several at once, besides the worker's own.
      await Promise.all([gather(), gather(), gather()]);
      await ledger.destroy();
      const [digest] = await world.until('the mail', async () => {
        const [last] = (await of(world.manager.email)).slice(-1);
        return last === 'team-new-applications SENT' && world.inbox(world.manager.email);
      });
      expect(digest!.subject).toBe('3 new applications');
      expect(digest!.text).toMatch(/2 for Backend Engineer\nhttp:.*\/board\n\n1 for Backend Engineer\n/);
      expect(digest!.text).not.toContain('Noor');
      clock.set(new Date('2026-11-10T09:10:01Z'));
      await world.until('the lone one', async () => (await of(lone.email))[0]!.endsWith('SENT'));
      expect(await of(world.manager.email)).toEqual([
        ...Array<string>(3).fill('team-new-application SUPERSEDED'),
        'team-new-applications SENT',
      ]);
      expect(await world.inbox(lone.email)).toHaveLength(1);

      const link = /<(.*)>/.exec(digest!.headers['list-unsubscribe']!)![1]!;
      expect((await fetch(world.api.url + new URL(link).pathname, { method: 'POST' })).status).toBe(200);
      const application = await world.application(one);
      await world.emit(received(application, one));
      expect((await of(world.manager.email)).at(-1)).toBe('team-new-application SKIPPED');
    } finally {
      await world.close();
    }
  });
});

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
