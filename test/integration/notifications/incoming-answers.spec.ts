import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type Id, newId } from '#libs/kernel/index.js';
import { ReceiveMail } from '#libs/notifications/index.js';
import { createDataSource, poolOf } from '#libs/platform/index.js';
import type { TestPerson } from '../../support/api.js';
import { compileHouse } from '../../support/compiled-house.js';
import { buildWorld, doors, valueOf } from '../scheduling/world.js';
import { type World, received, startWorld } from './world.js';

const PROGRAM = `import { runCommand } from '#apps/cli/src/main.js'; process.exitCode = await runCommand(process.argv.slice(2));`;
const SLOW_MS = 60_000;

describe('what comes back', () => {
  let world: World;
  let ledger: DataSource;
  let ada: TestPerson;
  let admin: TestPerson;
  beforeAll(async () => {
    world = await startWorld();
    ledger = await createDataSource({ url: world.api.database.url, role: 'rounds_relay', poolSize: 1 }).initialize();
    ada = await world.api.newPerson(world.organizationId, 'INTERVIEWER', { name: 'Ada' });
    admin = await world.api.newPerson(world.organizationId, 'ADMIN');
  });
  afterAll(async () => {
    await ledger.destroy();
    await world.close();
  });

  const receive = (lines: string[]) => world.api.app.get(ReceiveMail).execute(poolOf(ledger), Buffer.from(lines.join('\r\n')));

  async function applied() {
    const posting = await world.posting([
      { name: 'Talk', kind: 'SCREEN', durationMin: 45, seats: [{ role: 'engineer', poolId: null }] },
    ]);
    const email = `noor-${newId()}@mail.example`;
    const application = await world.application(posting, { name: 'Noor Haddad', email, stageId: posting.stages[0]!.id });
    return { posting, application, email };
  }

  /** An interview of Ada's, booked and told; answers her invitation as her calendar holds it. */
  async function invited(day: string) {
    const { posting, application } = await applied();
    const { owner } = world.api;
    const [stage] = posting.stages;
    const [interviewId, seatId] = [newId(), newId()];
    await owner.query(
      `INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, state, during, zone, candidate_zone, tzdata_version, created_at)
       VALUES ($1, $2, $3, $4, $5, 'CONFIRMED', tstzrange($6, $7), 'UTC', 'UTC', '2026b', now())`,
      [world.organizationId, interviewId, application.id, application.candidateId, stage!.id, `${day}T15:00Z`, `${day}T15:45Z`],
    );
    await owner.query(
      `INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, state, during)
       SELECT $1, $2, id, $4, $5, 'CONFIRMED', during FROM interviews WHERE id = $3`,
      [world.organizationId, seatId, interviewId, stage!.seatIds[0], ada.id],
    );
    await world.emit({
      name: 'InterviewBooked',
      subjectId: application.id,
      payload: { interviewId, applicationId: application.id, postingId: posting.id, stageId: stage!.id, sequence: 0 },
    });
    const { calendar } = (await world.settled(application.id)).find(({ recipient }) => recipient === ada.email)!;
    const seat = async () => (await owner.query('SELECT answer FROM interview_seats WHERE id = $1', [seatId])).rows[0].answer;
    const told = async () =>
      (await world.settled(application.id)).filter(({ template }) => template === 'team-answer').map(({ subject }) => subject);
    return { application, uid: calendar!.uid, sequence: calendar!.sequence, seat, told };
  }

  /** As calendars write it: no word of which mail is answered. */
  const answer = (
    of: { uid: string; sequence: number },
    method: string,
    partstat: string,
    start = '20270301T150000Z',
    from = ada.email,
  ) =>
    receive([
      ...[
        `From: Ada <${from}>`,
        'To: people@org.example',
        `Message-ID: <${newId()}@mail.example>`,
        'Subject: Re: Talk',
        'MIME-Version: 1.0',
      ],
      ...[
        'Content-Type: multipart/alternative; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Ada has answered.',
        '--b',
      ],
      ...[
        `Content-Type: text/calendar; method=${method}; charset=utf-8`,
        '',
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//x//EN',
      ],
      ...[
        `METHOD:${method}`,
        'BEGIN:VEVENT',
        `UID:${of.uid}`,
        `SEQUENCE:${of.sequence}`,
        `DTSTART:${start}`,
        'DTSTAMP:20270101T000000Z',
      ],
      ...[
        `ATTENDEE;PARTSTAT=${partstat};CN=Ada:mailto:${from}`,
        'COMMENT:I am at the dentist\\, sorry\0',
        'END:VEVENT',
        'END:VCALENDAR',
        '--b--',
        '',
      ],
    ]);

  it('an interviewer’s calendar accepts, then declines with a reason, and whoever coordinates reads it', async () => {
    const meeting = await invited('2027-03-01');
    expect(await answer(meeting, 'REPLY', 'ACCEPTED')).toMatchObject({
      kind: 'CALENDAR',
      outcome: 'the interviewer accepts the interview',
    });
    expect(await meeting.seat()).toBe('ACCEPTED');
    expect(await meeting.told()).toEqual([]);
    expect(await answer(meeting, 'REPLY', 'DECLINED')).toMatchObject({ outcome: 'the interviewer declines the interview' });
    expect(await meeting.seat()).toBe('DECLINED');
    expect(await meeting.told()).toEqual(['Ada declines the interview (Backend Engineer)']);
    const mail = (await world.inbox(world.manager.email)).find(({ subject }) => subject.startsWith('Ada declines'))!;
    expect(mail.text).toContain('I am at the dentist, sorry');
    const forged = await answer(meeting, 'REPLY', 'ACCEPTED', undefined, 'eve@mail.example');
    expect(forged).toMatchObject({ outcome: expect.stringContaining('not come from the address that was invited') });
    expect(await meeting.seat()).toBe('DECLINED');
  });

  it('an interviewer’s proposal of another time goes to whoever coordinates, and the seat is in question', async () => {
    const meeting = await invited('2027-03-02');
    await answer(meeting, 'COUNTER', 'TENTATIVE', '20270302T140000Z');
    expect(await meeting.seat()).toBe('TENTATIVE');
    expect(await meeting.told()).toEqual([
      expect.stringMatching(/^Ada proposes another time: .*2 March 2027.* \(Backend Engineer\)$/),
    ]);
    const { data } = await world.api.graphql(
      `query ($id: ID!) { application(id: $id) { incomingMails { kind sender outcome } } incomingMailsOf(applicationId: $id, first: 1) { nodes { text answersMailId } } }`,
      { id: meeting.application.id },
      world.manager,
    );
    expect(data.application.incomingMails).toEqual([
      { kind: 'CALENDAR', sender: ada.email, outcome: expect.stringMatching(/^the interviewer proposes another time/) },
    ]);
    expect(data.incomingMailsOf.nodes).toMatchObject([{ text: 'Ada has answered.' }]);
    const all = async (kind: string, as: TestPerson) =>
      (await world.api.graphql(`{ incomingMails(kinds: [${kind}], first: 1) { nodes { applicationId } } }`, {}, as)).data
        .incomingMails.nodes;
    expect(await all('CALENDAR', world.manager)).toEqual([{ applicationId: meeting.application.id }]);
    expect(await all('DELAY', world.manager)).toEqual([]);
    expect(await all('CALENDAR', ada)).toEqual([]);
  });

  it('a candidate’s proposal is booked where they could have chosen that time, and is for a person where they could not', async () => {
    const scheduling = await buildWorld(world.api);
    const { find, book } = doors(world.api);
    const { application, candidate } = scheduling;
    const { slots } = valueOf(await find.execute(candidate, {}));
    const [booked, wanted] = [slots[0]!, slots.at(-1)!];
    valueOf(await book.execute(candidate, { startsAt: booked.startsAt }));
    const { rows } = await world.api.owner.query<{ recipient: string; calendar: { uid: string; sequence: number } }>(
      `SELECT recipient, calendar FROM mails WHERE application_id = $1 AND template = 'interview-invitation'`,
      [application.id],
    );
    const { recipient, calendar } = rows[0]!;
    const counter = (at: Date) =>
      answer(calendar, 'COUNTER', 'TENTATIVE', at.toISOString().replace(/[-:]|\.\d+/g, ''), recipient);
    const starts = async () =>
      (
        await world.api.owner.query<{ at: Date }>('SELECT lower(during) AS at FROM interviews WHERE application_id = $1', [
          application.id,
        ])
      ).rows;
    expect(await counter(wanted.startsAt)).toMatchObject({
      outcome: expect.stringMatching(/^the interview was moved as the candidate proposed/),
    });
    expect(await starts()).toEqual([{ at: wanted.startsAt }]);
    const told = await world.api.owner.query(
      `SELECT template, calendar->>'sequence' AS sequence FROM mails WHERE application_id = $1 AND calendar->>'uid' = $2 ORDER BY seq`,
      [application.id, calendar.uid],
    );
    expect(told.rows).toEqual([
      { template: 'interview-invitation', sequence: '0' },
      { template: 'interview-changed', sequence: '1' },
    ]);
    const night = new Date(wanted.startsAt);
    night.setUTCHours(2, 0, 0, 0);
    const next = { uid: calendar.uid, sequence: 1 };
    const late = await answer(next, 'COUNTER', 'TENTATIVE', night.toISOString().replace(/[-:]|\.\d+/g, ''), recipient);
    expect(late).toMatchObject({ outcome: expect.stringMatching(/^the candidate proposes another time: /) });
    expect(await starts()).toEqual([{ at: wanted.startsAt }]);
  });

  it('an address that is none gets mails again when somebody lifts that, and the log says so', async () => {
    const { posting, application, email } = await applied();
    const lift = async (as: TestPerson) => {
      const mutation = `mutation ($input: LiftMailSuppressionInput!) { liftMailSuppression(input: $input) { __typename ... on UserError { code } } }`;
      return (await world.api.graphql(mutation, { input: { address: email } }, as)).data.liftMailSuppression;
    };
    await world.api.owner.query(
      `INSERT INTO mail_suppressions (organization_id, address, because) VALUES ($1, $2, 'no such mailbox')`,
      [world.organizationId, email],
    );
    const listed = '{ mailSuppressions { nodes { address template because } } }';
    expect((await world.api.graphql(listed, {}, admin)).data.mailSuppressions.nodes).toContainEqual({
      ...{ address: email, template: null, because: 'no such mailbox' },
    });
    await world.emit(received(application, posting));
    expect(await lift(world.manager)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await lift(admin)).toEqual({ __typename: 'LiftMailSuppressionPayload' });
    expect(await lift(admin)).toMatchObject({ code: 'NOT_FOUND' });
    await world.emit(received(application, posting));
    const states = (await world.settled(application.id)).filter(({ recipient }) => recipient === email).map(({ state }) => state);
    expect(states).toEqual(['SKIPPED', 'SENT']);
    const { rows } = await world.api.owner.query(`SELECT actor_id FROM audit_events WHERE action = 'mail-suppression.lift'`);
    expect(rows).toEqual([{ actor_id: admin.id }]);
  });

  it(
    'a mail server pipes an answer into `rounds mail receive`, twice, and it counts once',
    async () => {
      const { posting, application, email } = await applied();
      await world.emit(received(application, posting));
      const mail = (await world.settled(application.id)).find(({ recipient }) => recipient === email)!;
      const house = await compileHouse();
      try {
        await writeFile(join(house, 'rounds.js'), PROGRAM);
        const { database, config } = world.api;
        const env = {
          PATH: process.env.PATH,
          DATABASE_URL: database.url,
          ROUNDS_SECRET: config.secret,
          ROUNDS_HOME: config.home,
        };
        const settings = { MAIL_FROM: config.mailFrom.address, SMTP_URL: world.sink.url, LOG_LEVEL: 'silent' };
        const pipe = async (message: string[], more: NodeJS.ProcessEnv = {}) => {
          const child = spawn(process.execPath, ['--no-warnings', 'rounds.js', 'mail', 'receive'], {
            cwd: house,
            env: { ...env, ...settings, ...more },
          });
          let said = '';
          for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
          child.stdin.end(message.join('\r\n'));
          const code = await new Promise((resolve) => child.once('close', resolve));
          return { code, said };
        };
        const message = [
          `From: ${email}`,
          'Subject: Re: Hello',
          `In-Reply-To: ${mail.message_id}`,
          '',
          'I look forward to it.',
          '',
        ];
        expect(await pipe(message)).toEqual({ code: 0, said: 'REPLY: the candidate answered\n' });
        expect(await pipe(message)).toEqual({ code: 0, said: 'REPLY: it came before\n' });
        expect(await pipe(['From: a@mail.example', '', 'Buy now'])).toMatchObject({
          code: 0,
          said: 'FOREIGN: it answers no mail of ours\n',
        });
        const away = await pipe(message, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
        expect(away).toMatchObject({ code: 75, said: expect.stringMatching(/^rounds mail receive: .*\n$/) });
        const told = (id: Id) => world.settled(id).then((rows) => rows.filter(({ template }) => template === 'team-answer'));
        expect(await told(application.id)).toMatchObject([{ state: 'SENT', recipient: world.manager.email }]);
      } finally {
        await rm(house, { recursive: true, force: true });
      }
    },
    SLOW_MS,
  );
});
