import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type Id, newId } from '#libs/kernel/index.js';
import { ReceiveMail } from '#libs/notifications/index.js';
import { createDataSource, poolOf } from '#libs/platform/index.js';
import { type World, received, startWorld } from './world.js';

describe('mail that comes in', () => {
  let world: World;
  let ledger: DataSource;
  beforeAll(async () => {
    world = await startWorld();
    ledger = await createDataSource({ url: world.api.database.url, role: 'rounds_relay', poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await ledger.destroy();
    await world.close();
  });

  /** A candidate who has got a first mail. */
  async function applied() {
    const posting = await world.posting();
    const email = `noor-${newId()}@mail.example`;
    const application = await world.application(posting, { name: 'Noor Haddad', email });
    await world.emit(received(application, posting));
    const rows = await world.settled(application.id);
    return { posting, application, email, mail: rows.find(({ template }) => template === 'application-received')! };
  }

  const receive = (lines: string[]) => world.api.app.get(ReceiveMail).execute(poolOf(ledger), Buffer.from(lines.join('\r\n')));
  const states = async (id: Id) => (await world.ledger(id)).map(({ template, state }) => `${template} ${state}`);

  it('an answer lands with the hiring team, without what it quotes, and once however often it is handed in', async () => {
    const { application, email, mail } = await applied();
    const message = [
      ...[
        `From: Noor <${email}>`,
        'To: rounds@rounds.example',
        'Subject: Re: We have your application',
        'Message-ID: <1@mail.example>',
      ],
      ...[`In-Reply-To: ${mail.message_id}`, 'Content-Type: text/plain; charset=utf-8', '', 'Tuesday suits me well.', ''],
      ...['On Tue, 10 Nov 2026 at 09:00 Kestrel wrote:', '> Hello Noor,', ''],
    ];
    expect(await receive(message)).toEqual({ kind: 'REPLY', outcome: 'the candidate answered', known: false });
    expect(await receive(message)).toMatchObject({ known: true });
    const rows = await world.settled(application.id);
    expect(rows.filter(({ template }) => template === 'team-answer')).toMatchObject([
      { state: 'SENT', recipient: world.manager.email },
    ]);
    const told = (await world.inbox(world.manager.email)).find(({ subject }) => subject.startsWith('Noor Haddad has answered'))!;
    expect(told.text).toContain('Tuesday suits me well.');
    expect(told.text).not.toContain('Hello Noor,');
  });

  it('a machine’s answer and a mail that answers none of ours tell nobody anything', async () => {
    const { application, email, mail } = await applied();
    const away = [
      `From: ${email}`,
      'Subject: Out of office',
      'Auto-Submitted: auto-replied',
      `In-Reply-To: ${mail.message_id}`,
      '',
      'Back on Monday',
    ];
    expect(await receive(away)).toMatchObject({ kind: 'AUTO_REPLY' });
    expect(
      await receive([`From: ${email}`, 'Subject: Hello', `In-Reply-To: <${newId()}@rounds.example>`, '', 'x']),
    ).toMatchObject({ kind: 'FOREIGN' });
    expect(await receive(['', 'no mail at all'])).toMatchObject({ kind: 'FOREIGN' });
    expect(await states(application.id)).not.toContainEqual(expect.stringContaining('team-answer'));
  });

  const report = (mail: { message_id: string; recipient: string }, action: string, status: string, says: string) => [
    ...[
      'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
      'To: rounds@rounds.example',
      'Subject: Undelivered',
      'MIME-Version: 1.0',
    ],
    ...[
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      '',
      'It could not be delivered.',
      '',
    ],
    ...[
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      `Final-Recipient: rfc822; ${mail.recipient}`,
    ],
    ...[`Action: ${action}`, `Status: ${status}`, `Diagnostic-Code: smtp; ${says}`, ''],
    ...[
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${mail.message_id}`,
      'Subject: We have your application',
      '',
      '--b--',
      '',
    ],
  ];

  it('a mail that comes back says so, needs a person, and ends mails to an address that is none', async () => {
    const { posting, application, mail } = await applied();
    expect(await receive(report(mail, 'delayed', '4.4.1', 'no answer yet'))).toMatchObject({ kind: 'DELAY' });
    expect((await world.ledger(application.id))[0]!.state).toBe('SENT');
    expect(await receive(report(mail, 'failed', '5.1.1', '550 no such user'))).toMatchObject({ kind: 'BOUNCE' });
    expect((await world.ledger(application.id))[0]).toMatchObject({ state: 'BOUNCED', error: '5.1.1 550 no such user' });
    const tasks = await world.api.graphql('{ mailTasks { nodes { id state needsAPerson } } }', {}, world.manager);
    expect(tasks.data.mailTasks.nodes).toContainEqual({ id: mail.id, state: 'BOUNCED', needsAPerson: true });
    await world.emit(received(application, posting));
    const next = (await world.settled(application.id)).filter(({ template }) => template === 'application-received').at(-1);
    expect(next).toMatchObject({ state: 'SKIPPED', skipped_because: expect.stringContaining('no such mailbox') });
  });

  it('a full mailbox bounces one mail and no more', async () => {
    const { posting, application, mail } = await applied();
    await receive(report(mail, 'failed', '5.2.2', '552 mailbox full'));
    await world.emit(received(application, posting));
    expect((await world.settled(application.id)).map(({ state }) => state)).toEqual(['BOUNCED', 'SENT', 'SENT', 'SENT']);
  });

  it('what is attached passes the checks of an upload, and what does not is named and not kept', async () => {
    const { application, email, mail } = await applied();
    const file = (name: string, type: string, content: string | Buffer) => [
      ...['--b', `Content-Type: ${type}; name="${name}"`, `Content-Disposition: attachment; filename="${name}"`],
      ...['Content-Transfer-Encoding: base64', '', Buffer.from(content).toString('base64')],
    ];
    const head = [`From: Noor <${email}>`, 'Subject: Re: Hello', `In-Reply-To: ${mail.message_id}`, 'MIME-Version: 1.0'];
    const text = ['Content-Type: multipart/mixed; boundary="b"', '', '--b', 'Content-Type: text/plain', '', 'My portfolio.', ''];
    const files = [
      ...file('portfolio.txt', 'text/plain', 'Birds that I have drawn.'),
      ...file('virus.exe', 'application/octet-stream', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')),
      ...file('photo.pdf', 'application/pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')),
    ];
    const { outcome } = await receive([...head, ...text, ...files, '--b--', '']);
    expect(outcome).toBe('the candidate answered; 1 attached files were kept; not kept: virus.exe, photo.pdf');
    const { rows } = await world.api.owner.query('SELECT file_name FROM attachments WHERE application_id = $1', [application.id]);
    expect(rows).toEqual([{ file_name: 'portfolio.txt' }]);
  });

  it('a candidate’s calendar answers: kept and told where it comes from them, dropped where it does not or is old', async () => {
    const { application, email, mail } = await applied();
    const calendar = {
      ...{
        method: 'REQUEST',
        interviewId: newId(),
        attendeeId: application.candidateId,
        uid: `interview-${newId()}@rounds.example`,
        sequence: 2,
      },
      ...{ startsAt: '2027-03-01T15:00:00Z', endsAt: '2027-03-01T15:45:00Z', summary: 'Call', location: null },
      ...{ organizer: { name: 'Us', email: 'people@org.example' }, attendee: { name: 'Noor', email, partstat: 'NEEDS-ACTION' } },
    };
    await world.api.owner.query('UPDATE mails SET calendar = $2 WHERE id = $1', [mail.id, JSON.stringify(calendar)]);
    const answer = (method: string, partstat: string, sequence: number, from = email, start = '20270302T150000Z') => [
      ...[
        `From: ${from}`,
        'Subject: Re: Call',
        `In-Reply-To: ${mail.message_id}`,
        `Content-Type: text/calendar; method=${method}; charset=utf-8`,
        '',
      ],
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//x//EN',
        `METHOD:${method}`,
        'BEGIN:VEVENT',
        `UID:${calendar.uid}`,
        `SEQUENCE:${sequence}`,
      ],
      ...[
        `DTSTART:${start}`,
        'DTSTAMP:20270101T000000Z',
        `ATTENDEE;PARTSTAT=${partstat};CN="Noor":mailto:${email}`,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ],
    ];
    const outcomes = async (...args: Parameters<typeof answer>) => (await receive(answer(...args))).outcome;
    expect(await outcomes('REPLY', 'ACCEPTED', 2, 'eve@mail.example')).toContain('not come from the address that was invited');
    expect(await outcomes('REPLY', 'ACCEPTED', 1)).toContain('older version');
    expect(await outcomes('REPLY', 'TENTATIVE', 2)).toBe('the candidate may not be able to come to the interview');
    const { rows } = await world.api.owner.query('SELECT calendar FROM mails WHERE id = $1', [mail.id]);
    expect(rows[0].calendar.attendee.partstat).toBe('TENTATIVE');
    expect(await outcomes('COUNTER', 'TENTATIVE', 2)).toMatch(/^the candidate proposes another time: .*2 March 2027/);
    const told = (await world.settled(application.id)).filter(({ template }) => template === 'team-answer');
    expect(told).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
  });
});
