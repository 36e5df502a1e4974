import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type Id, newId } from '#libs/kernel/index.js';
import { ReceiveMail } from '#libs/notifications/index.js';
import { createDataSource, poolOf } from '#libs/platform/index.js';
import { type World, received, startWorld } from './world.js';

const OWN = /^hiring\+[a-z2-7]{39}@rounds\.example$/;

describe('mails with addresses of their own, signed, and given to domains at their pace', () => {
  let folder: string;
  let world: World;
  let ledger: DataSource;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-dkim-'));
    const keyFile = join(folder, 'dkim.pem');
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const mailWays = {
      ...{ imapUrl: null, inbox: 'hiring@rounds.example', dkim: { domain: 'rounds.example', selector: 'jobs', keyFile } },
      limits: [{ domain: 'slow.example', mails: 2, every_ms: 1_000, atOnce: 1 }],
    };
    world = await startWorld({ config: { mailWays } });
    ledger = await createDataSource({ url: world.api.database.url, role: 'rounds_relay', poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await ledger.destroy();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function applied(domain = 'mail.example') {
    const posting = await world.posting();
    const email = `noor-${newId()}@${domain}`;
    const application = await world.application(posting, { name: 'Noor Haddad', email });
    await world.emit(received(application, posting));
    return { posting, application, email };
  }
  async function arrived() {
    const { application, email } = await applied();
    await world.settled(application.id);
    const [mail] = await world.inbox(email);
    return { application, email, mail: mail!, source: (await world.sink.source(mail!.id))!.toString('latin1') };
  }
  const receive = (lines: string[]) => world.api.app.get(ReceiveMail).execute(poolOf(ledger), Buffer.from(lines.join('\r\n')));
  const states = async (id: Id) => (await world.settled(id)).map(({ template, state }) => `${template} ${state}`);

  it('an answer that names no mail is known by the address it was sent to', async () => {
    const { application, email, mail } = await arrived();
    const address = /<([^<>]+)>/.exec(mail.headers['reply-to']!)![1]!;
    expect(address).toMatch(OWN);
    expect(mail.headers['reply-to']).toContain('Mira Lindqvist');
    const outcome = await receive([`From: ${email}`, `To: Mira <${address}>`, 'Subject: Hello', '', 'I have moved house.']);
    expect(outcome).toMatchObject({ kind: 'REPLY', outcome: 'the candidate answered' });
    expect(await states(application.id)).toContain('team-answer SENT');
    const [told] = (await world.inbox(world.manager.email)).filter(({ subject }) =>
      subject.startsWith('Noor Haddad has answered'),
    );
    expect(told!.headers['reply-to']).toBe(email);
    const forged = address.replace(/\+.{5}/, '+aaaaa');
    expect(await receive([`From: ${email}`, `To: ${forged}`, 'Subject: Hello', '', 'x'])).toMatchObject({ kind: 'FOREIGN' });
  });

  it('a mail that is returned without any of what was in it is known by the address it was returned to', async () => {
    const { application, email, mail } = await arrived();
    const returnedTo = mail.from;
    expect(returnedTo).toMatch(OWN);
    const report = [
      ...[
        'From: MAILER-DAEMON@mx.example',
        'To: undisclosed',
        `Delivered-To: ${returnedTo}`,
        'Subject: failure',
        'MIME-Version: 1.0',
      ],
      ...['Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '', '--b', '', 'It is gone.', '', '--b'],
      ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', `Final-Recipient: rfc822; ${email}`],
      ...['Action: failed', 'Status: 5.2.2', 'Diagnostic-Code: smtp; 552 full', '', '--b--', ''],
    ];
    expect(await receive(report)).toMatchObject({ kind: 'BOUNCE' });
    expect(await states(application.id)).toContain('application-received BOUNCED');
  });

  it('the signature holds for the bytes that arrived, and for no others', async () => {
    const { source } = await arrived();
    expect(source).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=rounds\.example;\s+q=dns\/txt; s=jobs;/);
    const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(holds(source, key)).toBe(true);
    expect(holds(source.replace('Subject: ', 'Subject: Not '), key)).toBe(false);
    expect(holds(source.replace(/(\r\n\r\n[\s\S]*)Noor/, '$1Nora'), key)).toBe(false);
  });

  it('a domain is given its mails at its pace, in their order, and no other waits for it', async () => {
    const slow = await Promise.all(Array.from({ length: 3 }, () => applied('slow.example')));
    for (const { application, posting } of slow) await world.emit(received(application, posting));
    const quick = await applied();
    await world.settled(quick.application.id);
    const rows = (await Promise.all(slow.map(({ application }) => world.settled(application.id)))).map((each) =>
      each.filter(({ recipient }) => recipient.endsWith('@slow.example')),
    );
    const { rows: times } = await world.api.owner.query<{ at: Date }>(
      `SELECT sent_at AS at FROM mails WHERE recipient LIKE '%@slow.example' ORDER BY sent_at`,
    );
    const quickAt = (await world.inbox(quick.email))[0]!.receivedAt;
    expect(times).toHaveLength(6);
    expect(times.at(-1)!.at.getTime() - times[0]!.at.getTime()).toBeGreaterThanOrEqual(1_400);
    expect(new Date(quickAt).getTime()).toBeLessThan(times.at(-1)!.at.getTime());
    for (const [at, { email }] of slow.entries()) {
      const inOrder = (await world.inbox(email)).map(({ headers }) => headers['message-id']);
      expect(inOrder).toEqual(rows[at]!.map(({ message_id }) => message_id));
    }
  });
});

/** RFC 6376 §3.4, §3.5 and §3.7, written here anew. */
function holds(source: string, publicKey: string): boolean {
  const split = source.indexOf('\r\n\r\n');
  const fields = source.slice(0, split).split(/\r\n(?![ \t])/);
  const relaxed = (field: string) => {
    const colon = field.indexOf(':');
    const value = field
      .slice(colon + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
      .trim();
    return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
  };
  const body = source
    .slice(split + 4)
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(?:\r\n)*$/, '\r\n');
  const signature = fields.find((field) => /^dkim-signature:/i.test(field))!;
  const tag = (name: string) => new RegExp(`[;:]\\s*${name}=([^;]*)`).exec(signature)![1]!.replace(/\s/g, '');
  if (createHash('sha256').update(body, 'latin1').digest('base64') !== tag('bh')) return false;
  const named = tag('h')
    .split(':')
    .map((name) => relaxed(fields.findLast((field) => field.toLowerCase().startsWith(`${name}:`))!));
  const unsigned = relaxed(signature.replace(/([;\s]b=)[\s\S]*$/, '$1'));
  return createVerify('RSA-SHA256')
    .update([...named, unsigned].join('\r\n'), 'latin1')
    .verify(publicKey, tag('b'), 'base64');
}
