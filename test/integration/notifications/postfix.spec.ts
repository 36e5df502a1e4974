// @needs postfix
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import { newId } from '#libs/kernel/index.js';
import { ReceiveMail } from '#libs/notifications/index.js';
import { PLAIN_MAIL, createDataSource, poolOf } from '#libs/platform/index.js';
import { type TestPostfix, startPostfix } from '../../support/postfix.js';
import { type World, received, startWorld } from './world.js';

interface Arrived {
  readonly to: string;
  readonly from: string;
  readonly raw: Buffer;
}

describe('mails through a Postfix, as a house sends them', () => {
  const arrived: Arrived[] = [];
  let elsewhere: SMTPServer;
  let postfix: TestPostfix;
  let world: World;
  let ledger: DataSource;
  beforeAll(async () => {
    elsewhere = serverElsewhere(arrived);
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', () => resolve()));
    postfix = await startPostfix((elsewhere.server.address() as AddressInfo).port);
    const mailWays = { ...PLAIN_MAIL, inbox: 'hiring@rounds.example' };
    world = await startWorld({ config: { mailWays, smtpUrl: postfix.url } });
    ledger = await createDataSource({ url: world.api.database.url, role: 'rounds_relay', poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await ledger?.destroy();
    await world?.close();
    await postfix?.stop();
    await new Promise<void>((resolve) => elsewhere.close(() => resolve()));
  });

  const apply = async (email: string) => {
    const posting = await world.posting();
    const application = await world.application(posting, { name: 'Noor Haddad', email });
    await world.emit(received(application, posting));
    const rows = await world.settled(application.id);
    return { application, mail: rows.find(({ template }) => template === 'application-received')! };
  };
  const arriving = (what: string, found: (mail: Arrived) => boolean) => world.until(what, async () => arrived.find(found));

  it('arrive as they were made, with the address of their own that answers go to', async () => {
    const email = `noor-${newId()}@mail.example`;
    const { mail } = await apply(email);
    expect(mail).toMatchObject({ state: 'SENT' });
    const there = await arriving('the mail', ({ to }) => to === email);
    expect(there.from).toMatch(/^hiring\+\S+@rounds\.example$/);
    // What Postfix adds stands before what was sent.
    expect(there.raw.toString('latin1').replace(/\r\n/g, '\n')).toContain(
      mail.message!.toString('latin1').replace(/\r\n/g, '\n').trimEnd(),
    );
  });

  it('come back as reports of a real relay, which find their mail: it bounced, and nothing more is written to nobody', async () => {
    const email = `gone-${newId()}@mail.example`;
    const { application, mail } = await apply(email);
    // The relay took it; that nobody is there shows later.
    expect(mail).toMatchObject({ state: 'SENT' });
    const report = await arriving('the report', ({ to, raw }) => to.startsWith('hiring+') && raw.includes(email));
    expect(report.from).toBe('');
    expect(report.raw.toString()).toMatch(/Content-Type: multipart\/report; report-type=delivery-status/i);
    const receiving = world.api.app.get(ReceiveMail);
    expect(await receiving.execute(poolOf(ledger), report.raw)).toMatchObject({ kind: 'BOUNCE', known: false });
    expect(await receiving.execute(poolOf(ledger), report.raw)).toMatchObject({ known: true });
    expect((await world.ledger(application.id))[0]).toMatchObject({ id: mail.id, state: 'BOUNCED' });
    const { rows } = await world.api.owner.query('SELECT because FROM mail_suppressions WHERE address = $1', [email]);
    expect(rows).toHaveLength(1);
    await world.emit({ name: 'CandidateLinkRequested', subjectId: application.id, payload: { applicationId: application.id } });
    expect((await world.settled(application.id)).at(-1)).toMatchObject({ template: 'page-link', state: 'SKIPPED' });
  });
});

/** The servers of everybody else: they take what comes, but there is nobody whose name begins with “gone”. */
function serverElsewhere(arrived: Arrived[]): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith('gone-') ? Object.assign(new Error('5.1.1 nobody of that name'), { responseCode: 550 }) : null),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        for (const { address } of rcptTo) arrived.push({ to: address, from, raw: Buffer.concat(chunks) });
        callback();
      });
    },
  });
}
