import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import type { BuiltPosting } from '../../support/builders.js';
import { type World, startWorld } from './world.js';

/** libical's own restriction tables (RFC 5545 and 5546), when the judge lies beside the project. */
const JUDGE = resolve('../shared/checks/icalcheck.py');

interface Told {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly attendees: string[];
}

describe('mails about an interview', () => {
  let world: World;
  let ada: TestPerson;
  let ben: TestPerson;
  let cleo: TestPerson;

  beforeAll(async () => {
    world = await startWorld();
    const person = (name: string) => world.api.newPerson(world.organizationId, 'INTERVIEWER', { name, zone: 'America/New_York' });
    [ada, ben, cleo] = [await person('Ada'), await person('Ben'), await person('Cleo')];
  });
  afterAll(() => world.close());

  /** A panel of two at a set time, with the rows that scheduling writes. */
  async function meeting(posting: BuiltPosting, application: { id: Id; candidateId: Id }, day = '2027-03-01') {
    const { owner } = world.api;
    const [stage] = posting.stages;
    const interviewId = newId();
    const seats: { id: Id; personId: Id }[] = [];
    const at = (hour: string) => `${day}T${hour}:00Z`;
    await owner.query(
      `INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, state, during, zone, candidate_zone, tzdata_version, meeting_url, created_at)
       VALUES ($1, $2, $3, $4, $5, 'CONFIRMED', tstzrange($6, $7), 'UTC', 'Europe/Athens', '2026b', 'https://meet.example/room', now())`,
      [world.organizationId, interviewId, application.id, application.candidateId, stage!.id, at('15:00'), at('15:45')],
    );
    const seat = async (personId: Id, position: number) => {
      const id = newId();
      seats.push({ id, personId });
      await owner.query(
        `INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, state, during)
         SELECT organization_id, $2, id, $3, $4, 'CONFIRMED', during FROM interviews WHERE id = $1`,
        [interviewId, id, stage!.seatIds[position], personId],
      );
      return id;
    };
    let sequence = 0;
    const tell = async (name: string, { reason, ...more }: { reason?: string | null; [key: string]: unknown } = {}) => {
      await world.emit({
        name,
        subjectId: application.id,
        transient: { reason },
        payload: { interviewId, applicationId: application.id, postingId: posting.id, stageId: stage!.id, sequence, ...more },
      });
      sequence += 1;
      return world.settled(application.id);
    };
    const moveTo = async (start: string, end: string) => {
      await owner.query('UPDATE interviews SET during = tstzrange($2, $3) WHERE id = $1', [interviewId, at(start), at(end)]);
    };
    const release = (id: Id) => owner.query(`UPDATE interview_seats SET state = 'CANCELLED' WHERE id = $1`, [id]);
    const cancel = async () => {
      await owner.query(`UPDATE interviews SET state = 'CANCELLED' WHERE id = $1`, [interviewId]);
      await owner.query(`UPDATE interview_seats SET state = 'CANCELLED' WHERE interview_id = $1`, [interviewId]);
    };
    return { interviewId, seats, seat, tell, moveTo, release, cancel };
  }

  async function panel() {
    const posting = await world.posting([
      {
        name: 'Panel',
        kind: 'PANEL',
        durationMin: 45,
        seats: [
          { role: 'engineer', poolId: null },
          { role: 'designer', poolId: null },
        ],
      },
    ]);
    const application = await world.application(posting, {
      name: 'Noor Haddad',
      email: `noor-${newId()}@mail.example`,
      stageId: posting.stages[0]!.id,
    });
    const { rows } = await world.api.owner.query<{ email: string }>('SELECT email FROM candidates WHERE id = $1', [
      application.candidateId,
    ]);
    return { posting, application, email: rows[0]!.email };
  }

  /** The calendar messages of an interview that an address was sent, read from the delivered mails. */
  async function calendarsOf(email: string, interviewId: Id): Promise<Told[]> {
    const mails = (await world.inbox(email)).filter(({ ics }) => ics?.includes(interviewId));
    return mails.map(({ ics }) => {
      const text = ics!.replace(/\r\n[ \t]/g, '');
      const value = (name: string) => new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
      const attendees = [...text.matchAll(/^ATTENDEE.*mailto:(.*)$/gim)].map((found) => found[1]!.trim().toLowerCase());
      return {
        method: value('METHOD'),
        uid: value('UID'),
        sequence: Number(value('SEQUENCE')),
        start: value('DTSTART'),
        attendees,
      };
    });
  }

  it('one message for each attendee, from booking through changes to the end', async () => {
    const { posting, application, email } = await panel();
    const interview = await meeting(posting, application);
    await interview.seat(ada.id, 0);
    const bensSeat = await interview.seat(ben.id, 1);

    const booked = await interview.tell('InterviewBooked');
    expect(booked.map(({ template, recipient }) => [template, recipient])).toEqual([
      ['interview-invitation', email],
      ['team-interview-assigned', ada.email],
      ['team-interview-assigned', ben.email],
    ]);
    const [invitation] = await world.inbox(email);
    expect(invitation!.subject).toBe('Your interview: Monday 1 March, 17:00 EET');
    expect(invitation!.text).toContain('Ada and Ben');
    const toAda = (await world.inbox(ada.email)).at(-1)!;
    expect(toAda.text).toMatch(/http:\/\/localhost:3000\/k\/[\w-]{79}/);
    expect(toAda.subject).toBe('You interview Noor Haddad: Monday 1 March, 10:00 EST');

    await interview.moveTo('16:00', '16:45');
    await interview.release(bensSeat);
    await interview.seat(cleo.id, 1);
    const changed = await interview.tell('InterviewRescheduled', {
      reason: 'Ben is ill.',
      removedSeatIds: [bensSeat],
      timeChanged: true,
    });
    expect(changed.slice(3).map(({ template, recipient }) => [template, recipient])).toEqual([
      ['interview-changed', email],
      ['team-interview-changed', ada.email],
      ['team-interview-assigned', cleo.email],
      ['team-interview-cancelled', ben.email],
    ]);
    expect((await world.inbox(email)).at(-1)!.text).toContain('Ben is ill.');

    await interview.cancel();
    const cancelled = await interview.tell('InterviewCancelled', {
      reason: 'We are sorry.',
      removedSeatIds: interview.seats.map(({ id }) => id),
    });
    expect(cancelled.slice(7).map(({ template, recipient }) => [template, recipient])).toEqual([
      ['interview-cancelled', email],
      ['team-interview-cancelled', ada.email],
      ['team-interview-cancelled', cleo.email],
    ]);

    const uids = new Set<string>();
    const histories: [string, [string, number][]][] = [
      [
        email,
        [
          ['REQUEST', 0],
          ['REQUEST', 1],
          ['CANCEL', 2],
        ],
      ],
      [
        ada.email,
        [
          ['REQUEST', 0],
          ['REQUEST', 1],
          ['CANCEL', 2],
        ],
      ],
      [
        ben.email,
        [
          ['REQUEST', 0],
          ['CANCEL', 1],
        ],
      ],
      [
        cleo.email,
        [
          ['REQUEST', 1],
          ['CANCEL', 2],
        ],
      ],
    ];
    for (const [address, expected] of histories) {
      const told = await calendarsOf(address, interview.interviewId);
      expect(told.map(({ method, sequence }) => [method, sequence])).toEqual(expected);
      expect(new Set(told.map(({ uid }) => uid)).size).toBe(1);
      uids.add(told[0]!.uid);
      for (const { attendees } of told) expect(attendees).toEqual([address]);
    }
    expect(uids.size).toBe(4);
    const ben2 = await calendarsOf(ben.email, interview.interviewId);
    expect(ben2.at(-1)!.start).toBe('20270301T150000Z');
  });

  it('whom a change does not touch gets no mail, and the ledger says so', async () => {
    const { posting, application, email } = await panel();
    const interview = await meeting(posting, application, '2027-03-02');
    await interview.seat(ada.id, 0);
    const bensSeat = await interview.seat(ben.id, 1);
    await interview.tell('InterviewBooked');
    await interview.release(bensSeat);
    await interview.seat(cleo.id, 1);
    const rows = await interview.tell('InterviewRescheduled', { reason: null, removedSeatIds: [bensSeat], timeChanged: false });
    expect(rows.slice(3).map(({ template, recipient, state }) => [template, recipient, state])).toEqual([
      ['interview-changed', email, 'SKIPPED'],
      ['team-interview-changed', ada.email, 'SKIPPED'],
      ['team-interview-assigned', cleo.email, 'SENT'],
      ['team-interview-cancelled', ben.email, 'SENT'],
    ]);
  });

  it('a rejection carries the cancellation, so that the candidate is told once and the calendar forgets', async () => {
    const { posting, application, email } = await panel();
    const interview = await meeting(posting, application, '2027-03-03');
    await interview.seat(ada.id, 0);
    await interview.tell('InterviewBooked');
    const { rows } = await world.api.owner.query<{ id: Id }>(
      `INSERT INTO rejection_reasons (organization_id, id, label, side) VALUES ($1, $2, $3, 'WE_REJECTED') RETURNING id`,
      [world.organizationId, newId(), `Reason ${newId()}`],
    );
    const { data, errors } = await world.api.graphql(
      'mutation ($input: RejectApplicationInput!) { result: rejectApplication(input: $input) { __typename ... on UserError { message } } }',
      { input: { applicationId: application.id, expectedVersion: 1, reasonId: rows[0]!.id } },
      world.manager,
    );
    expect({ errors, data }).toEqual({ errors: undefined, data: { result: { __typename: 'MovePayload' } } });
    const ledger = await world.settled(application.id);
    expect(ledger.slice(2).map(({ template, recipient, state }) => [template, recipient, state])).toEqual([
      ['rejected', email, 'SENT'],
      ['interview-cancelled', email, 'SKIPPED'],
      ['team-interview-cancelled', ada.email, 'SENT'],
    ]);
    const told = await calendarsOf(email, interview.interviewId);
    expect(told.map(({ method, sequence }) => [method, sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ]);
    expect((await world.inbox(email)).at(-1)!.text).toContain('We have decided not to go further with it.');
  });

  it('a scorecard that is due is asked for with the link to the seat', async () => {
    const { posting, application } = await panel();
    const interview = await meeting(posting, application, '2027-03-04');
    await interview.seat(ada.id, 0);
    await interview.tell('InterviewBooked');
    await world.emit({
      name: 'ScorecardDue',
      subjectId: application.id,
      payload: {
        ...{ applicationId: application.id, postingId: posting.id, stageId: posting.stages[0]!.id },
        ...{ interviewId: interview.interviewId, takeHomeId: null, personId: ada.id },
      },
    });
    expect((await world.settled(application.id)).at(-1)).toMatchObject({
      template: 'team-scorecard-due',
      recipient: ada.email,
      state: 'SENT',
    });
  });

  it('whoever leads the hiring hears of a seat that nobody can take, and what they can do', async () => {
    const { posting, application } = await panel();
    const interview = await meeting(posting, application, '2027-03-05');
    const interviewSeatId = await interview.seat(ada.id, 0);
    await interview.tell('InterviewBooked');
    const ledger = await interview.tell('SeatVacant', { interviewSeatId });
    expect(ledger.at(-1)).toMatchObject({ template: 'team-seat-vacant', recipient: world.manager.email, state: 'SENT' });
    const { subject, text } = (await world.inbox(world.manager.email)).at(-1)!;
    expect(subject).toMatch(/^Nobody for Ada’s seat: interview with Noor Haddad, /);
    expect(text).toContain('nobody else in the pool is free then');
    await interview.release(interviewSeatId);
    expect(await interview.tell('SeatVacant', { interviewSeatId })).toHaveLength(ledger.length);
  });

  it('every calendar message that was delivered passes libical’s restriction check', async () => {
    const delivered = (await world.sink.messages()).flatMap(({ ics }) => (ics ? [ics] : []));
    expect(delivered.length).toBeGreaterThan(10);
    if (!existsSync(JUDGE)) return console.log('not run: libical (no judge beside the project)');
    const folder = await mkdtemp(join(tmpdir(), 'rounds-ics-'));
    const files = delivered.map((_, at) => join(folder, `${at}.ics`));
    await Promise.all(files.map((file, at) => writeFile(file, delivered[at]!)));
    const judged = spawnSync('python3', [JUDGE, ...files], { encoding: 'utf8' });
    await rm(folder, { recursive: true, force: true });
    if (judged.status === 2) {
      if (process.env.ROUNDS_TEST_ALL === '1') throw new Error(`libical is missing: ${judged.stderr}`);
      return console.log('not run: libical (libical3 is not installed)');
    }
    expect({ status: judged.status, output: judged.stdout }).toEqual({ status: 0, output: expect.any(String) });
  });
});
