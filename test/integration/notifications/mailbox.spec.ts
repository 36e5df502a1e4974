// @needs dovecot
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import type { DataSource } from 'typeorm';
import { newId, systemClock } from '#libs/kernel/index.js';
import { ReadMailbox, ReceiveMail, type Received } from '#libs/notifications/index.js';
import { LOG, PLAIN_MAIL, createDataSource, poolOf } from '#libs/platform/index.js';
import { type TestDovecot, startDovecot } from '../../support/dovecot.js';
import { type World, received, startWorld } from './world.js';

describe('a mailbox that is read', () => {
  let dovecot: TestDovecot;
  let world: World;
  let ledger: DataSource;
  let client: ImapFlow;
  beforeAll(async () => {
    dovecot = await startDovecot();
    world = await startWorld({ config: { mailWays: { ...PLAIN_MAIL, imapUrl: dovecot.url } } });
    ledger = await createDataSource({ url: world.api.database.url, role: 'rounds_relay', poolSize: 2 }).initialize();
    const { hostname, port, username, password } = new URL(dovecot.url);
    client = new ImapFlow({ host: hostname, port: Number(port), auth: { user: username, pass: password }, logger: false });
    await client.connect();
    await client.mailboxOpen('INBOX');
  });
  afterAll(async () => {
    client?.close();
    await ledger?.destroy();
    await world?.close();
    await dovecot?.stop();
  });

  const reader = (receiving: Pick<ReceiveMail, 'execute'> = world.api.app.get(ReceiveMail)) =>
    new ReadMailbox(poolOf(ledger), receiving, systemClock, world.api.app.get(LOG), dovecot.url);
  const lookOnce = async (receiving?: Pick<ReceiveMail, 'execute'>) => {
    await free();
    return reader(receiving).look();
  };
  /** The worker of the world reads as well; it takes turns with the test. */
  const free = () =>
    world.until('the mailbox to be free', async () => {
      const { rows } = await world.api.owner.query('SELECT FROM mailbox_positions WHERE lease_until < now()');
      return rows.length === 1;
    });

  async function answered(words: string) {
    const posting = await world.posting();
    const email = `noor-${newId()}@mail.example`;
    const application = await world.application(posting, { name: 'Noor Haddad', email });
    await world.emit(received(application, posting));
    const mail = (await world.settled(application.id)).find(({ recipient }) => recipient === email)!;
    const bytes = [`From: ${email}`, 'Subject: Re: Hello', `In-Reply-To: ${mail.message_id}`, '', words, ''].join('\r\n');
    const told = async () => (await world.settled(application.id)).filter(({ template }) => template === 'team-answer').length;
    return { bytes, told };
  }
  const position = async () =>
    (await world.api.owner.query<{ last_uid: string; tries: number }>('SELECT last_uid, tries FROM mailbox_positions')).rows[0]!;

  it('is looked at by the worker from its start on', async () => {
    await world.until('the first look', async () => (await world.api.owner.query('SELECT FROM mailbox_positions')).rowCount);
    await free();
    expect(await position()).toEqual({ last_uid: '0', tries: 0 });
  });

  it('gives each answer once, leaves what is not ours unread, and is not read again from its beginning', async () => {
    const [one, two] = [await answered('I am glad.'), await answered('Tuesday, please.')];
    await client.append('INBOX', Buffer.from(one.bytes));
    await client.append('INBOX', Buffer.from('From: shop@mail.example\r\nSubject: Buy\r\n\r\nBuy now.\r\n'));
    await client.append('INBOX', Buffer.from(two.bytes));
    expect(await lookOnce()).toBe(3);
    expect([await one.told(), await two.told()]).toEqual([1, 1]);
    await client.noop();
    expect(await client.search({ seen: false }, { uid: true })).toEqual([2]);
    expect(await position()).toEqual({ last_uid: '3', tries: 0 });
    expect(await lookOnce()).toBe(0);
  });

  it('a reader that dies after it took a mail is followed by another, and the mail counts once', async () => {
    const one = await answered('Is there parking?');
    await client.append('INBOX', Buffer.from(one.bytes));
    const taken: Received[] = [];
    const dying = {
      execute: async (...args: Parameters<ReceiveMail['execute']>) => {
        taken.push(await world.api.app.get(ReceiveMail).execute(...args));
        // As if the process ended here: nothing that comes after is written, and the lease stays.
        await world.api.owner.query(`UPDATE mailbox_positions SET mailbox = 'gone'`);
        throw new Error('the process died');
      },
    };
    await lookOnce(dying);
    expect(taken).toMatchObject([{ kind: 'REPLY', known: false }]);
    await world.api.owner.query(
      `UPDATE mailbox_positions SET mailbox = replace($1, 'imap://hiring:secret', 'hiring'), lease_until = now() + interval '1 hour'`,
      [dovecot.url],
    );
    expect(await reader().look()).toBe(0);
    await world.api.owner.query(`UPDATE mailbox_positions SET lease_until = '-infinity'`);
    expect(await lookOnce()).toBe(1);
    expect(await one.told()).toBe(1);
  });

  it('a mail that cannot be taken is tried five times, flagged for a person, and holds up none behind it', async () => {
    const [bad, good] = [await answered('Hello'), await answered('Hello again')];
    await client.append('INBOX', Buffer.from(bad.bytes));
    await client.append('INBOX', Buffer.from(good.bytes));
    const choosy: Pick<ReceiveMail, 'execute'> = {
      execute: async (pool, bytes) => {
        if (bytes.toString() === bad.bytes) throw new Error('cannot be read');
        return world.api.app.get(ReceiveMail).execute(pool, bytes);
      },
    };
    for (let tries = 1; tries < 5; tries += 1) {
      expect(await lookOnce(choosy)).toBe(0);
      expect(await position()).toMatchObject({ tries });
    }
    expect(await lookOnce(choosy)).toBe(2);
    expect(await good.told()).toBe(1);
    await client.noop();
    expect(await client.search({ flagged: true }, { uid: true })).toHaveLength(1);
  });

  it('starts again where the server has numbered its mails anew, and what was taken before counts once', async () => {
    await world.api.owner.query('UPDATE mailbox_positions SET uid_validity = 1, last_uid = 4711');
    expect(await lookOnce()).toBeGreaterThanOrEqual(6);
    const { rows } = await world.api.owner.query<{ count: string }>('SELECT count(*) FROM incoming_mails');
    expect(Number(rows[0]!.count)).toBe(5);
  });

  it('a server that refuses us is left alone for a while', async () => {
    await free();
    const refused = new ReadMailbox(
      ...([poolOf(ledger), world.api.app.get(ReceiveMail), systemClock, world.api.app.get(LOG)] as const),
      dovecot.url.replace('secret', 'wrong'),
    );
    expect(await refused.look()).toBe(0);
    const at_ms = performance.now();
    expect(await refused.look()).toBe(0);
    expect(performance.now() - at_ms).toBeLessThan(1_000);
  });
});
