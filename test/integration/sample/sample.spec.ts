import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { firstStart } from '#apps/api/src/first-start.js';
import { BoardQuery } from '#libs/applications/queries/board.js';
import { SignIn } from '#libs/identity/index.js';
import { type Id, momentInZone, wallMinutes } from '#libs/kernel/index.js';
import { type ApplicationStatus, type CommandKind, initialState, replay } from '#libs/pipeline/index.js';
import { Reactions, UnitOfWork } from '#libs/platform/index.js';
import { PlanStore } from '#libs/postings/index.js';
import { type LoadedSample, StoryClock, clearHalfLoaded, loadSample, sampleState } from '#libs/sample/index.js';
import { type SamplePlace, newSamplePlace } from '../../support/sample-place.js';

/** A Monday night, and a Saturday at the turn of the year: neither is a good moment for anybody's office. */
const PRESENTS = ['2026-11-23T02:00:00Z', '2027-01-02T22:30:00Z'];
const SAMPLES = 'samples';

describe.each(PRESENTS)('the sample organisation, loaded at %s', (present) => {
  const clock = new StoryClock(new Date(present));
  let place: SamplePlace;
  let house: INestApplicationContext;
  let loaded: LoadedSample;

  const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await place.owner.query<Row>(sql)).rows;
  const count = async (sql: string): Promise<number> => (await rows<{ n: number }>(`SELECT count(*)::int AS n ${sql}`))[0]!.n;

  beforeAll(async () => {
    place = await newSamplePlace();
    house = await place.open(clock);
    loaded = (await loadSample(house, { clock, samples: SAMPLES }))!;
  }, 60_000);

  afterAll(() => place.close());

  it('is whole, and loading it again does nothing', async () => {
    const before = await count('FROM audit_events');
    expect(await sampleState(house.get(UnitOfWork))).toMatchObject({ state: 'whole' });
    expect(await loadSample(house, { clock, samples: SAMPLES })).toBeNull();
    expect(await count('FROM audit_events')).toBe(before);
  });

  it('has somebody in review and at every stage of each of its four open postings, and every way to end', async () => {
    const empty = await rows(`
      SELECT p.slug, x.position FROM postings p
        JOIN interview_plans v ON v.posting_id = p.id AND v.version = p.plan_version
        JOIN (SELECT plan_id, id, position FROM plan_stages UNION ALL SELECT id, NULL, 0 FROM interview_plans) x ON x.plan_id = v.id
       WHERE NOT EXISTS (SELECT FROM applications a WHERE a.posting_id = p.id AND a.status = 'ACTIVE' AND a.stage_id IS NOT DISTINCT FROM x.id)`);
    expect(empty).toEqual([]);
    expect(await count(`FROM postings WHERE status = 'OPEN'`)).toBe(4);
    for (const status of ['HIRED', 'REJECTED', 'WITHDRAWN'])
      expect(await count(`FROM applications WHERE status = '${status}'`)).toBeGreaterThan(1);
    expect(await count('FROM candidates')).toBeGreaterThan(40);
    expect(await count('FROM candidates c WHERE (SELECT count(*) FROM applications a WHERE a.candidate_id = c.id) > 1')).toBe(1);
  });

  it('has moves that lead, replayed from the first, to where each application stands', async () => {
    const plans = house.get(PlanStore);
    const applications = await rows<{
      id: Id;
      plan_id: Id;
      status: ApplicationStatus;
      stage_id: Id | null;
      version: number;
      applied_at: Date;
    }>('SELECT id, plan_id, status, stage_id, version, applied_at FROM applications');
    for (const { id, plan_id: planId, applied_at, ...stands } of applications) {
      const plan = (await plans.get(loaded.organizationId, planId))!;
      const moves = await rows<Record<string, unknown>>(
        `SELECT version, command, from_stage_id AS "fromStageId", to_stage_id AS "toStageId", from_status AS "fromStatus", to_status AS "toStatus", at, detail
           FROM transitions WHERE application_id = '${id}' ORDER BY version`,
      );
      const transitions = moves.map(({ detail, at, ...move }) => ({
        ...move,
        ...(detail as object),
        at: (at as Date).toISOString(),
      }));
      const state = replay(plan, initialState({ applicationId: id, planId }, applied_at), transitions as never);
      expect({ status: state.status, stage_id: state.stageId, version: state.version }).toEqual(stands);
    }
    const commands = await rows<{ command: CommandKind }>('SELECT DISTINCT command FROM transitions ORDER BY command');
    expect(commands.map(({ command }) => command)).toEqual(['ADVANCE', 'HIRE', 'REJECT', 'SKIP_STAGE', 'WITHDRAW']);
  });

  it('lies in the past two months, but for what is still to come', async () => {
    const now = `'${present}'::timestamptz`;
    const began = `${now} - interval '70 days'`;
    expect(await count(`FROM applications WHERE applied_at NOT BETWEEN ${began} AND ${now}`)).toBe(0);
    expect(await count(`FROM transitions WHERE at NOT BETWEEN ${began} AND ${now}`)).toBe(0);
    expect(await count(`FROM mails WHERE created_at NOT BETWEEN ${began} AND ${now}`)).toBe(0);
    expect(await count(`FROM scorecards WHERE submitted_at NOT BETWEEN ${began} AND ${now}`)).toBe(0);
    expect(
      await count(`FROM interviews WHERE state = 'CONFIRMED' AND lower(during) BETWEEN ${now} AND ${now} + interval '15 days'`),
    ).toBeGreaterThan(8);
    expect(await count(`FROM interviews WHERE state = 'CONFIRMED' AND upper(during) <= ${now}`)).toBe(0);
    for (const state of ['COMPLETED', 'CANCELLED', 'NO_SHOW'])
      expect(await count(`FROM interviews WHERE state = '${state}'`)).toBeGreaterThan(0);
  });

  it('has interviews inside core hours only, and nobody twice at once', async () => {
    const held = await rows<{ starts: Date; ends: Date; hours: { start: string; end: string; zone: string; days: string[] } }>(
      `SELECT lower(i.during) AS starts, upper(i.during) AS ends, p.core_hours AS hours FROM interviews i
         JOIN applications a ON a.id = i.application_id JOIN postings p ON p.id = a.posting_id WHERE p.core_hours IS NOT NULL`,
    );
    expect(held.length).toBeGreaterThan(20);
    for (const { starts, ends, hours } of held) {
      const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: hours.zone }).format(starts).toUpperCase();
      expect(hours.days).toContain(weekday);
      expect(wallMinutes(momentInZone(starts, hours.zone).time)).toBeGreaterThanOrEqual(wallMinutes(hours.start));
      expect(wallMinutes(momentInZone(ends, hours.zone).time)).toBeLessThanOrEqual(wallMinutes(hours.end));
    }
    const overlap = (table: string, who: string) =>
      count(`FROM ${table} a JOIN ${table} b ON a.${who} = b.${who} AND a.id < b.id AND a.during && b.during
              WHERE a.state <> 'CANCELLED' AND b.state <> 'CANCELLED'`);
    expect(await overlap('interview_seats', 'person_id')).toBe(0);
    expect(await overlap('interviews', 'candidate_id')).toBe(0);
  });

  it('has take-homes that run, are overdue, wait for a review and are reviewed', async () => {
    const now = `'${present}'::timestamptz`;
    expect(await count(`FROM take_homes WHERE status = 'SENT' AND due_at > ${now}`)).toBe(2);
    expect(await count(`FROM take_homes WHERE status = 'SENT' AND due_at < ${now}`)).toBe(1);
    const unreviewed = `NOT EXISTS (SELECT FROM scorecards c WHERE c.application_id = t.application_id AND c.stage_id = t.stage_id)`;
    expect(await count(`FROM take_homes t WHERE status = 'SUBMITTED' AND ${unreviewed}`)).toBe(1);
    expect(await count(`FROM take_homes t WHERE status = 'SUBMITTED' AND NOT ${unreviewed}`)).toBeGreaterThan(5);
    expect(await count('FROM take_homes WHERE extensions > 0')).toBe(1);
  });

  it('has rung the timers of the past and left those of the future to the worker', async () => {
    const now = `'${present}'::timestamptz`;
    const handled = house
      .get(Reactions)
      .handledNames()
      .map((name) => `'${name}'`)
      .join(', ');
    expect(await count(`FROM outbox_events WHERE name IN (${handled}) AND state = 'PENDING' AND not_before <= ${now}`)).toBe(0);
    expect(await count(`FROM outbox_events WHERE name = 'InterviewEnded' AND state = 'PENDING'`)).toBe(
      await count(`FROM interviews WHERE state = 'CONFIRMED'`),
    );
    expect(await count(`FROM mails WHERE template = 'take-home-reminder'`)).toBeGreaterThan(0);
    expect(await count(`FROM mails WHERE state = 'FAILED'`)).toBe(0);
  });

  it('shows on the boards as many cards as there are active applications', async () => {
    const postings = await rows<{ id: Id; n: number }>(
      `SELECT p.id, (SELECT count(*)::int FROM applications a WHERE a.posting_id = p.id AND a.status = 'ACTIVE') AS n FROM postings p`,
    );
    const manager = await rows<{ id: Id }>(`SELECT id FROM people WHERE role = 'ADMIN'`);
    const actor = { kind: 'staff', organizationId: loaded.organizationId, personId: manager[0]!.id, role: 'ADMIN' } as const;
    for (const { id, n } of postings) expect((await house.get(BoardQuery).read(actor, id))?.cards).toHaveLength(n);
  });

  it('lets each of the three accounts in with the generated password, and with no other', async () => {
    const origin = { ip: '127.0.0.1', userAgent: 'test' };
    for (const { email } of loaded.accounts) {
      const input = { organization: loaded.slug, email };
      expect(await house.get(SignIn).execute({ ...input, password: loaded.password }, origin)).toMatchObject({ ok: true });
      expect(await house.get(SignIn).execute({ ...input, password: 'northlight-labs' }, origin)).toMatchObject({ ok: false });
    }
    expect(loaded.accounts.map(({ plays }) => plays)).toEqual(['administrator', 'hiring manager', 'interviewer']);
  });
});

describe('loading the sample twice, at the same present', () => {
  it('books the same people at the same times and sends the same mails', async () => {
    const outcomes = [];
    for (let load = 0; load < 2; load += 1) {
      const place = await newSamplePlace();
      const clock = new StoryClock(new Date(PRESENTS[0]!));
      await loadSample(await place.open(clock), { clock, samples: SAMPLES });
      const [interviews, mails] = await Promise.all([
        place.owner.query(`SELECT c.email, lower(i.during) AS starts, i.state, p.email AS person, s.answer FROM interviews i
          JOIN candidates c ON c.id = i.candidate_id JOIN interview_seats s ON s.interview_id = i.id JOIN people p ON p.id = s.person_id ORDER BY 1, 2, 4`),
        place.owner.query('SELECT recipient, template, subject, state, not_before FROM mails ORDER BY 1, 2, 3, 5'),
      ]);
      outcomes.push({ interviews: interviews.rows, mails: mails.rows });
      await place.close();
    }
    expect(outcomes[0]!.interviews.length).toBeGreaterThan(60);
    expect(outcomes[1]).toEqual(outcomes[0]);
  }, 60_000);
});

describe('a load of the sample that was interrupted', () => {
  let place: SamplePlace;
  beforeAll(async () => (place = await newSamplePlace()));
  afterAll(() => place.close());

  /** Begins a load that fails after so many bookings; answers the organisation it leaves behind. */
  async function interruptedLoad(clock: StoryClock, bookings: number): Promise<Id> {
    const broken = await place.open(clock);
    let booked = 0;
    broken.get(Reactions).on('InterviewBooked', 9, async () => {
      if ((booked += 1) > bookings) throw new Error('the power went out');
    });
    await expect(loadSample(broken, { clock, samples: SAMPLES })).rejects.toThrow('the power went out');
    const left = await sampleState(broken.get(UnitOfWork));
    if (left.state !== 'half') throw new Error(`expected half, found ${left.state}`);
    return left.organizationId;
  }

  it('is known for what it is, cleared away without a rest, and begun anew', async () => {
    const clock = new StoryClock(new Date());
    const uow = (await place.open(clock)).get(UnitOfWork);
    const organizationId = await interruptedLoad(clock, 20);
    await expect(loadSample(await place.open(clock), { clock, samples: SAMPLES })).rejects.toThrow('interrupted');

    expect(await clearHalfLoaded(place.config.databaseUrl, place.config.home, organizationId)).toBe(true);
    const { rows: tables } = await place.owner.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'organization_id'`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) expect((await place.owner.query(`SELECT FROM ${name} LIMIT 1`)).rowCount).toBe(0);

    await interruptedLoad(clock, 0);
    const said: string[] = [];
    const lines = await firstStart(place.config, uow, (line) => said.push(line));
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(
      /^Sign in as kwame@northlight\.example \(hiring manager\) with the password (\w{5}-){3}\w{5} \(shown this once\)\.$/,
    );
    expect(await firstStart(place.config, uow, (line) => said.push(line))).toEqual([expect.stringContaining('reset-password')]);
    expect(said).toEqual([expect.stringContaining('interrupted'), 'Loading the sample company …']);
  }, 60_000);

  it('is not cleared away when people have made an organisation meanwhile', async () => {
    const { organizationId } = (await sampleState((await place.open(new StoryClock(new Date()))).get(UnitOfWork))) as {
      organizationId: Id;
    };
    await place.owner.query(
      `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES (gen_random_uuid(), 'another', 'Another', 'a@b.example', '[]')`,
    );
    await place.owner.query(`INSERT INTO organization_directory SELECT slug, id FROM organizations WHERE slug = 'another'`);
    expect(await clearHalfLoaded(place.config.databaseUrl, place.config.home, organizationId)).toBe(false);
    expect((await place.owner.query('SELECT FROM applications LIMIT 1')).rowCount).toBe(1);
  });
});

describe('a first start without the sample', () => {
  let place: SamplePlace;
  beforeAll(async () => (place = await newSamplePlace()));
  afterAll(() => place.close());

  it('makes one empty organisation however many start at once, and says the password once', async () => {
    const config = { ...place.config, sample: false };
    const uow = (await place.open(new StoryClock(new Date()))).get(UnitOfWork);
    const starts = await Promise.all([firstStart(config, uow, () => {}), firstStart(config, uow, () => {})]);
    expect(starts.flat().filter((line) => line.includes('with the password'))).toHaveLength(1);
    expect((await place.owner.query('SELECT FROM organizations')).rowCount).toBe(1);
    expect((await place.owner.query('SELECT FROM postings')).rowCount).toBe(0);
  });
});
