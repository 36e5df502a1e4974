import { FixedClock, type Id, newId } from '#libs/kernel/index.js';
import { DEFAULT_PLAN, Links, signLink } from '#libs/identity/index.js';
import { type TestApi, type TestApiOptions, type TestPerson, startTestApi } from '../../support/api.js';
import {
  type BuiltPosting,
  type BuiltStage,
  buildApplication,
  buildCandidate,
  buildPool,
  buildPosting,
  buildRejectionReason,
  buildTeamMember,
} from '../../support/builders.js';

export const NOW = new Date('2030-03-05T14:00:00Z');
export const HOUR_MS = 3_600_000;
export const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

/** An answer of a page. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Where a form or a door leads to. */
  readonly location: string | null;
  readonly cookie: string | null;
}

type Fields = Readonly<Record<string, string>>;

/** An organisation whose team works on a posting through its pages, and another one beside it. */
export class World {
  organizationId: Id;
  otherOrganizationId: Id;
  recruiter: TestPerson;
  /** Hiring manager of the posting. */
  manager: TestPerson;
  /** Holds the seats of the interviews. */
  interviewer: TestPerson;
  reviewer: TestPerson;
  /** A hiring manager who is in no team. */
  stranger: TestPerson;
  /** A recruiter of the other organisation. */
  outsider: TestPerson;
  posting: BuiltPosting;
  screen: BuiltStage;
  work: BuiltStage;
  technical: BuiltStage;
  offer: BuiltStage;
  poolId: Id;
  reasonId: Id;
  private held = 0;

  private constructor(
    readonly api: TestApi,
    readonly clock: FixedClock,
  ) {}

  /** Without a worker, unless it is asked for: what is decided then stays as it was decided. */
  static async start(processes: 'api' | 'all' = 'api', config: TestApiOptions['config'] = {}): Promise<World> {
    const clock = new FixedClock(NOW);
    const world = new World(await startTestApi({ clock, config: { ...config, processes } }), clock);
    await world.found();
    return world;
  }

  private async found(): Promise<void> {
    const { api } = this;
    this.organizationId = await api.newOrganization('tidal');
    this.otherOrganizationId = await api.newOrganization('harbour');
    await api.owner.query(`UPDATE organizations SET default_plan = $1, name = initcap(slug), about = 'We measure tides.'`, [
      JSON.stringify(DEFAULT_PLAN),
    ]);
    const person = (role: 'RECRUITER' | 'HIRING_MANAGER' | 'INTERVIEWER', name: string, organizationId = this.organizationId) =>
      api.newPerson(organizationId, role, { name, zone: 'Europe/Oslo' });
    this.recruiter = await person('RECRUITER', 'Ruth Recruiter');
    this.manager = await person('HIRING_MANAGER', 'Hana Manager');
    this.interviewer = await person('INTERVIEWER', 'Ivo Interviewer');
    this.reviewer = await person('INTERVIEWER', 'Rafe Reviewer');
    this.stranger = await person('HIRING_MANAGER', 'Stig Stranger');
    this.outsider = await person('RECRUITER', 'Olga Outsider', this.otherOrganizationId);
    await api.owner.query(`UPDATE sessions SET expires_at = '2040-01-01'`);
    this.poolId = await buildPool(api.owner, this.organizationId, 'engineer', [this.interviewer.id]);
    this.reasonId = await buildRejectionReason(api.owner, this.organizationId, 'Not enough experience');
    await this.renewPosting();
  }

  /** Another posting of the same kind, with nobody in it. */
  async renewPosting(): Promise<void> {
    const { owner } = this.api;
    const seats = [{ role: 'engineer', poolId: this.poolId }];
    this.posting = await buildPosting(owner, this.organizationId, {
      title: 'Backend Engineer',
      residence: ['NO', 'SE'],
      coreHours: { start: '09:00', end: '16:00', zone: 'Europe/Oslo', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] },
      questions: [
        { id: 'why', label: 'Why tides?', required: true, kind: 'LONG_TEXT' },
        { id: 'code', label: 'Code you like', required: false, kind: 'LINK' },
      ],
      stages: [
        { name: 'Screening call', kind: 'SCREEN', durationMin: 30, seats, selfSchedule: true, targetDays: 5 },
        { name: 'Assignment', kind: 'TAKE_HOME', durationMin: null, attributes: ['Correctness'] },
        { name: 'Technical interview', kind: 'TECHNICAL', durationMin: 60, seats, skippableIf: 'open-source work' },
        { name: 'Offer', kind: 'OFFER', durationMin: null },
      ],
    });
    [this.screen, this.work, this.technical, this.offer] = this.posting.stages as [
      BuiltStage,
      BuiltStage,
      BuiltStage,
      BuiltStage,
    ];
    await buildTeamMember(owner, this.organizationId, this.posting.id, this.manager.id, 'HIRING_MANAGER');
  }

  /** An application of somebody new, in a stage or received. */
  async application(
    stage: BuiltStage | null = null,
    fields: { name?: string; zone?: string } = {},
  ): Promise<{ id: Id; candidateId: Id }> {
    const { owner } = this.api;
    const candidateId = await buildCandidate(owner, this.organizationId, { name: 'Cato Candidate', country: 'NO', ...fields });
    const application = await buildApplication(owner, this.organizationId, this.posting, {
      candidateId,
      stageId: stage?.id ?? null,
    });
    const dates = 'applied_at = $2, consented_at = $2, entered_stage_at = $3';
    await owner.query(`UPDATE applications SET ${dates} WHERE id = $1`, [application.id, at(-24 * 9), at(-24 * 7)]);
    return application;
  }

  /** An interview of an hour with the interviewer; it is over, each time at another hour, unless told otherwise. */
  async interview(
    application: { id: Id; candidateId: Id },
    stage: BuiltStage,
    from = at(-2 * (this.held += 1)),
    state: 'CONFIRMED' | 'COMPLETED' | 'CANCELLED' = 'CONFIRMED',
  ): Promise<{ id: Id; seatId: Id }> {
    const id = newId();
    const seatId = newId();
    const during = `[${from.toISOString()},${new Date(from.getTime() + HOUR_MS).toISOString()})`;
    await this.api.owner.query(
      `INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, state, during, zone, candidate_zone, tzdata_version, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'Europe/Oslo', 'Asia/Kathmandu', 'test', $8)`,
      [this.organizationId, id, application.id, application.candidateId, stage.id, state, during, NOW],
    );
    await this.api.owner.query(
      `INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, state, during, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, 'PENDING')`,
      [this.organizationId, seatId, id, stage.seatIds[0], this.interviewer.id, state, during],
    );
    const booked = `UPDATE schedule_requests SET status = 'BOOKED' WHERE application_id = $1 AND stage_id = $2`;
    await this.api.owner.query(booked, [application.id, stage.id]);
    return { id, seatId };
  }

  /** A take-home in the hands of the candidate, or handed in. */
  async takeHome(application: { id: Id }, status: 'SENT' | 'SUBMITTED'): Promise<Id> {
    const id = newId();
    const submitted = status === 'SUBMITTED';
    await this.api.owner.query(
      `INSERT INTO take_homes (organization_id, id, application_id, stage_id, transition_version, status, brief, sent_at, due_at, due_zone, submitted_at, submission_url, submission_note)
       VALUES ($1, $2, $3, $4, 1, $5, 'Write a tide table.', $6, $7, 'UTC', $8, $9, $10)`,
      [
        ...[this.organizationId, id, application.id, this.work.id, status, at(-48), at(48)],
        ...[submitted ? NOW : null, submitted ? 'https://code.example/work' : null, submitted ? 'It took five hours.' : ''],
      ],
    );
    await this.api.owner.query('INSERT INTO take_home_reviewers (organization_id, take_home_id, person_id) VALUES ($1, $2, $3)', [
      this.organizationId,
      id,
      this.reviewer.id,
    ]);
    return id;
  }

  /** A card of the interviewer that is in. */
  async card(application: { id: Id }, stage: BuiltStage, author = this.interviewer, notes = 'In confidence.'): Promise<Id> {
    const id = newId();
    await this.api.owner.query(
      `INSERT INTO scorecards (organization_id, id, application_id, stage_id, author_id, state, recommendation, notes, created_at, updated_at, submitted_at)
       VALUES ($1, $2, $3, $4, $5, 'SUBMITTED', 'YES', $6, $7, $7, $7)`,
      [this.organizationId, id, application.id, stage.id, author.id, notes, NOW],
    );
    await this.api.owner.query(
      'INSERT INTO scorecard_ratings (organization_id, scorecard_id, attribute_id, rating) VALUES ($1, $2, $3, 3)',
      [this.organizationId, id, stage.attributeIds[0]],
    );
    return id;
  }

  /** The path of the kit's link for a seat. */
  kitPath(seatId: Id): string {
    return new URL(this.api.app.get(Links).kit(this.organizationId, seatId, NOW)).pathname;
  }

  /** The path of a candidate's link. */
  candidatePath(purpose: 'application' | 'schedule' | 'take-home', applicationId: Id): string {
    const { organizationId } = this;
    const fields = { purpose, organizationId, subjectId: applicationId, epoch: 0, expiresAt: at(24 * 30) };
    return `${{ application: '/a/', schedule: '/s/', 'take-home': '/t/' }[purpose]}${signLink(this.api.config.secret, fields)}`;
  }

  async get(path: string, as: TestPerson | null = null): Promise<Answer> {
    return this.ask(path, {}, as);
  }

  /** Sends a form as a browser does, with the cookie of a person and the origin of our own pages unless told otherwise. */
  async post(path: string, fields: Fields | FormData, as: TestPerson | null = null, origin = this.api.url): Promise<Answer> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.ask(path, { method: 'POST', body, headers: { origin } }, as);
  }

  private async ask(path: string, init: RequestInit, as: TestPerson | null): Promise<Answer> {
    const cookie = as ? { cookie: `rounds_session=${as.token}` } : {};
    const headers = { ...(init.headers as Record<string, string>), ...(cookie as Record<string, string>) };
    const response = await fetch(`${this.api.url}${path}`, { redirect: 'manual', ...init, headers });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location'),
      cookie: response.headers.get('set-cookie'),
    };
  }

  async rows<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.api.owner.query(sql, params as unknown[])).rows as Row[];
  }

  async standing(applicationId: Id): Promise<{ status: string; stage_id: Id | null; version: number }> {
    const [row] = await this.rows('SELECT status, stage_id, version FROM applications WHERE id = $1', [applicationId]);
    return row as never;
  }

  close(): Promise<void> {
    return this.api.close();
  }
}

/** What a page says in its notice. */
export function notice({ text }: Answer): string {
  return /<div class="notice [a-z]+" role="[a-z]+"><p>([^<]*)/.exec(text)?.[1] ?? '';
}

/** A form as multipart, as pages with files send it. */
export function multipart(fields: Fields, file?: { name: string; bytes: Uint8Array<ArrayBuffer>; field?: string }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set(file.field ?? 'cv', new Blob([file.bytes]), file.name);
  return form;
}
