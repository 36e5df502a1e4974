import { randomBytes } from 'node:crypto';
import { mintToken } from '#libs/identity/persistence/session-token.js';
import { signLink } from '#libs/identity/index.js';
import { type Id, type Role, newId } from '#libs/kernel/index.js';
import type { Credentials, TestApi } from '../../support/api.js';
import {
  buildApplication,
  buildCandidate,
  buildPool,
  buildPosting,
  buildRejectionReason,
  buildTeamMember,
} from '../../support/builders.js';

/** Everybody who may come to a door: members by role and by what they are to the posting, candidates by their link, and nobody. */
export const CALLERS = [
  'admin',
  'recruiter',
  'lead',
  'coordinator',
  'outsider',
  'seated',
  'interviewer',
  'candidate',
  'stranger',
  'nobody',
] as const;
export type Caller = (typeof CALLERS)[number];

/** `lead` is a hiring manager of the posting's team, `outsider` one of none; `seated` has a seat and a review, `interviewer` has neither. */
const MEMBERS: Record<Exclude<Caller, 'candidate' | 'stranger' | 'nobody'>, Role> = {
  admin: 'ADMIN',
  recruiter: 'RECRUITER',
  lead: 'HIRING_MANAGER',
  coordinator: 'INTERVIEWER',
  outsider: 'HIRING_MANAGER',
  seated: 'INTERVIEWER',
  interviewer: 'INTERVIEWER',
};

/** What an organisation holds, by name. A copy of an organisation has the same ids: only the organisation's own differs. */
export interface Things {
  readonly people: Record<keyof typeof MEMBERS | 'spare' | 'invited' | 'disabled', Id>;
  readonly emails: Record<string, string>;
  readonly posting: Id;
  readonly postingSlug: string;
  readonly draft: Id;
  readonly draftVersion: number;
  readonly closed: Id;
  readonly oldDraft: Id;
  readonly stages: { readonly screen: Id; readonly work: Id; readonly panel: Id; readonly offer: Id };
  readonly draftStage: Id;
  readonly draftSeat: Id;
  readonly seat: Id;
  readonly attribute: Id;
  readonly pool: Id;
  readonly otherPool: Id;
  readonly openings: readonly Id[];
  /** Waits in the screen for a time to be chosen; the candidate's link is for this one. */
  readonly waiting: Id;
  /** Waits in the screen with an interview to come. */
  readonly booked: Id;
  /** Is in the panel; its interview in the screen is over. */
  readonly met: Id;
  readonly working: Id;
  readonly rejected: Id;
  /** Still active under the closed posting. */
  readonly left: Id;
  /** Stands received, in nobody's interview; the stranger's link is for this one. */
  readonly received: Id;
  readonly candidate: Id;
  readonly otherCandidate: Id;
  readonly twinCandidate: Id;
  /** Of the rejected application. */
  readonly pastCandidate: Id;
  readonly interview: Id;
  readonly interviewSeat: Id;
  readonly pastInterview: Id;
  readonly pastSeat: Id;
  readonly takeHome: Id;
  readonly busyBlock: Id;
  readonly hoursException: Id;
  readonly privacyRequest: Id;
  readonly retentionRule: Id;
  readonly rejectReason: Id;
  readonly withdrawReason: Id;
  readonly source: Id;
  readonly section: Id;
  readonly mail: Id;
  readonly webhook: Id;
  readonly webhookDelivery: Id;
  readonly heldMail: Id;
  readonly doubtfulMail: Id;
  readonly sessions: Record<keyof typeof MEMBERS, Id>;
  readonly apiTokens: Record<keyof typeof MEMBERS, Id>;
  /** Instants at which the waiting and the booked application can meet, and one long past. */
  readonly freeAt: string;
  readonly laterAt: string;
}

export interface Organisation {
  readonly id: Id;
  readonly slug: string;
  readonly things: Things;
  as(caller: Caller): Credentials;
}

export const CANARY = {
  name: 'Zyxwolda Quennefeather',
  email: 'zyxwolda.quennefeather@canary.example',
  phone: '+30 210 7766554',
};

const DOCUMENT = `# Gardener of Servers

Core hours are 10:00 to 16:00 UTC.

## Our process
1. Screening call with a recruiter, 30 minutes.
2. Technical interview with an engineer, 60 minutes.
3. Offer.
`;

/** An organisation in which something stands behind every door. */
export async function buildOrganisation(api: TestApi, slug: string): Promise<Organisation> {
  const db = api.owner;
  const id = await api.newOrganization(slug);
  const insert = async (table: string, fields: Record<string, unknown>): Promise<Id> => {
    const row: Record<string, unknown> = { organization_id: id, id: newId(), ...fields };
    const names = Object.keys(row).filter((name) => row[name] !== undefined);
    const values = names.map((name) => row[name]);
    await db.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      values,
    );
    return row.id as Id;
  };
  const people = {} as Record<keyof Things['people'], Id>;
  const emails: Record<string, string> = {};
  for (const [name, role] of Object.entries({
    ...MEMBERS,
    spare: 'INTERVIEWER',
    invited: 'INTERVIEWER',
    disabled: 'INTERVIEWER',
  })) {
    const email = `${name}@${slug}.example`;
    const person = await api.newPerson(id, role as Role, { name: `The ${name}`, email });
    people[name as keyof Things['people']] = person.id;
    emails[name] = email;
  }
  await db.query(`UPDATE people SET status = 'INVITED' WHERE id = $1`, [people.invited]);
  await db.query(`UPDATE people SET status = 'DISABLED' WHERE id = $1`, [people.disabled]);
  const pool = await buildPool(db, id, 'Engineers', [people.seated, people.spare]);
  const otherPool = await insert('interviewer_pools', { name: 'Designers' });
  const posting = await buildPosting(db, id, {
    stages: [
      {
        name: 'Screen',
        kind: 'SCREEN',
        durationMin: 30,
        selfSchedule: true,
        seats: [{ role: 'engineer', poolId: pool }],
        skippableIf: 'shown elsewhere',
      },
      { name: 'Work', kind: 'TAKE_HOME', durationMin: null, takeHome: { effortHours: 4, dueDays: 7 } },
      { name: 'Panel', kind: 'PANEL', durationMin: 60, selfSchedule: true, seats: [{ role: 'engineer', poolId: pool }] },
      { name: 'Offer', kind: 'OFFER', durationMin: null },
    ],
    openings: 3,
  });
  const [screen, work, panel, offer] = posting.stages.map((stage) => stage.id) as [Id, Id, Id, Id];
  await buildTeamMember(db, id, posting.id, people.lead, 'HIRING_MANAGER');
  await buildTeamMember(db, id, posting.id, people.coordinator, 'COORDINATOR');
  const closedPosting = await buildPosting(db, id, { title: 'Closed one', status: 'CLOSED' });
  await buildTeamMember(db, id, closedPosting.id, people.lead, 'HIRING_MANAGER');
  await buildTeamMember(db, id, closedPosting.id, people.coordinator, 'COORDINATOR');
  const draft = await importDraft(api, id, people.admin);
  await buildTeamMember(db, id, draft, people.lead, 'HIRING_MANAGER');
  await buildTeamMember(db, id, draft, people.coordinator, 'COORDINATOR');
  const draftRows = await db.query(
    `SELECT p.version, s.id AS stage_id, t.id AS seat_id FROM postings p JOIN interview_plans l ON l.posting_id = p.id JOIN plan_stages s ON s.plan_id = l.id
       JOIN stage_seats t ON t.stage_id = s.id WHERE p.id = $1 ORDER BY s.position LIMIT 1`,
    [draft],
  );
  const candidate = await buildCandidate(db, id, { name: CANARY.name, email: CANARY.email });
  const otherCandidate = await buildCandidate(db, id, { name: 'Other One' });
  const twinCandidate = await buildCandidate(db, id, { name: 'Twin One' });
  const at = (stageId: Id | null, candidateId?: Id) => buildApplication(db, id, posting, { stageId, candidateId });
  const waiting = await at(screen, candidate);
  const booked = await at(screen, otherCandidate);
  const met = await at(panel);
  const working = await at(work);
  const rejected = await at(screen);
  const received = await at(null, twinCandidate);
  const left = await buildApplication(db, id, closedPosting, { stageId: closedPosting.stages[0]!.id });
  const rejectReason = await buildRejectionReason(db, id);
  const withdrawReason = await insert('rejection_reasons', { label: 'Took another job', side: 'THEY_WITHDREW' });
  await db.query(`UPDATE applications SET status = 'REJECTED', ended_at = now(), reason_id = $2, version = 2 WHERE id = $1`, [
    rejected.id,
    rejectReason,
  ]);
  await db.query(
    `INSERT INTO transitions (organization_id, application_id, version, command, from_status, to_status, from_stage_id, to_stage_id, at, actor_kind)
     VALUES ($1, $2, 2, 'REJECT', 'ACTIVE', 'REJECTED', $3, $3, now(), 'system')`,
    [id, rejected.id, screen],
  );
  const day = workday(4);
  const past = workday(-6);
  await insert('schedule_requests', request(waiting.id, screen, 'OPEN'));
  const requestId = await insert('schedule_requests', request(booked.id, screen, 'BOOKED'));
  const meeting = (application: { id: Id; candidateId: Id }, starts: Date, more: object) => ({
    application_id: application.id,
    candidate_id: application.candidateId,
    stage_id: screen,
    during: span(starts, 30),
    zone: 'UTC',
    candidate_zone: 'UTC',
    tzdata_version: '2026a',
    created_at: new Date(),
    ...more,
  });
  const seatOf = posting.stages[0]!.seatIds[0]!;
  const interview = await insert('interviews', meeting(booked, hour(day, 11), { state: 'CONFIRMED', request_id: requestId }));
  const seating = { seat_id: seatOf, person_id: people.seated };
  const interviewSeat = await insert('interview_seats', {
    ...seating,
    interview_id: interview,
    state: 'CONFIRMED',
    during: span(new Date(hour(day, 11).getTime() - 600_000), 50),
  });
  const pastInterview = await insert('interviews', meeting(met, hour(past, 11), { state: 'CONFIRMED' }));
  const pastSeat = await insert('interview_seats', {
    ...seating,
    interview_id: pastInterview,
    state: 'CONFIRMED',
    during: span(new Date(hour(past, 11).getTime() - 600_000), 50),
  });
  const takeHome = await insert('take_homes', {
    application_id: working.id,
    stage_id: work,
    transition_version: 1,
    brief: 'Write a parser.',
    sent_at: new Date(),
    due_at: workday(8),
    due_zone: 'UTC',
  });
  await db.query('INSERT INTO take_home_reviewers (organization_id, take_home_id, person_id) VALUES ($1, $2, $3)', [
    id,
    takeHome,
    people.seated,
  ]);
  const busyBlock = await insert('busy_blocks', { person_id: people.seated, during: span(hour(workday(10), 9), 60) });
  const days = { from_on: '2031-03-04', to_on: '2031-03-05' };
  const hoursException = await insert('hours_exceptions', { person_id: people.seated, ...days });
  const privacyRequest = await insert('privacy_requests', {
    ...{ candidate_id: candidate, application_id: waiting.id, kind: 'ACCESS', asked_at: new Date() },
  });
  const retentionRule = await insert('retention_rules', { at_least_days: 0, at_most_days: 365, changed_at: new Date() });
  await insert('legal_holds', { id: undefined, candidate_id: otherCandidate, reason: 'A case', placed_at: new Date() });
  const source = await insert('sources', { name: 'Careers page' });
  const section = await insert('shared_sections', { name: 'team', text: 'We are a team.' });
  await db.query('INSERT INTO shared_section_revisions (organization_id, section_id, number, text) VALUES ($1, $2, 1, $3)', [
    id,
    section,
    'We are a team.',
  ]);
  const mail = await insert('mails', {
    event_id: newId(),
    template: 'candidate.received',
    audience: 'candidate',
    recipient: CANARY.email,
    application_id: waiting.id,
    state: 'FAILED',
    message_id: `<${newId()}@rounds.example>`,
    subject: 'We have your application',
    error: 'refused',
  });
  const mailOf = (fields: object) =>
    insert('mails', {
      ...{
        event_id: newId(),
        template: 'stage-moved',
        audience: 'candidate',
        recipient: CANARY.email,
        application_id: waiting.id,
      },
      ...{ message_id: `<${newId()}@rounds.example>`, subject: 'Your application', ...fields },
    });
  const heldMail = await mailOf({
    ...{ state: 'DECIDED', not_before: new Date(Date.now() + 86_400_000) },
    variables: JSON.stringify({
      ...{
        organization: { name: 'Garden' },
        recipient: { name: CANARY.name },
        posting: { title: 'Gardener' },
        stage: { name: 'Panel' },
      },
      ...{
        contact: { name: 'Garden', email: 'people@garden.example' },
        page: { link: 'http://localhost:3000/a/x' },
        answer: null,
      },
    }),
  });
  const doubtfulMail = await mailOf({ state: 'IN_DOUBT', message: Buffer.from('Subject: Your application'), doubts: 1 });
  await db.query(
    `INSERT INTO mail_suppressions (organization_id, address, because, mail_id) VALUES ($1, 'gone@canary.example', 'no such mailbox', $2)`,
    [id, mail],
  );
  const webhook = await insert('webhook_endpoints', {
    ...{ kind: 'SIGNED', url: 'https://hooks.canary.example/rounds', events: ['application.received'] },
  });
  const webhookDelivery = await insert('webhook_deliveries', {
    ...{
      endpoint_id: webhook,
      event_id: newId(),
      type: 'application.received',
      happened_at: new Date(),
      data: '{}',
      state: 'FAILED',
    },
  });
  await insert('incoming_mails', {
    ...{ digest: Buffer.alloc(32, 7), kind: 'REPLY', mail_id: mail, application_id: waiting.id },
    ...{ sender: CANARY.email, subject: 'Re: Your application', text: 'Thank you.', outcome: 'the candidate answered' },
  });
  const apiTokens = {} as Record<keyof typeof MEMBERS, Id>;
  for (const name of Object.keys(MEMBERS) as (keyof typeof MEMBERS)[])
    apiTokens[name] = await insert('api_tokens', {
      ...{ person_id: people[name], name: 'A program', scopes: ['READ'], token_hash: randomBytes(32) },
      ...{ created_at: new Date(), expires_at: new Date(Date.now() + 86_400_000) },
    });
  const sessions = Object.fromEntries(
    (await db.query('SELECT s.id, s.person_id FROM sessions s WHERE s.organization_id = $1', [id])).rows.map((row) => [
      row.person_id,
      row.id,
    ]),
  );
  const things: Things = {
    people,
    emails,
    posting: posting.id,
    postingSlug: posting.slug,
    draft,
    draftVersion: draftRows.rows[0].version,
    closed: closedPosting.id,
    oldDraft: draft,
    stages: { screen, work, panel, offer },
    draftStage: draftRows.rows[0].stage_id,
    draftSeat: draftRows.rows[0].seat_id,
    seat: seatOf,
    attribute: posting.stages[0]!.attributeIds[0]!,
    pool,
    otherPool,
    openings: posting.openingIds,
    waiting: waiting.id,
    booked: booked.id,
    met: met.id,
    working: working.id,
    rejected: rejected.id,
    left: left.id,
    received: received.id,
    candidate,
    otherCandidate,
    twinCandidate,
    pastCandidate: rejected.candidateId,
    interview,
    interviewSeat,
    pastInterview,
    pastSeat,
    takeHome,
    busyBlock,
    hoursException,
    privacyRequest,
    retentionRule,
    rejectReason,
    withdrawReason,
    source,
    section,
    mail,
    heldMail,
    webhook,
    webhookDelivery,
    doubtfulMail,
    sessions: Object.fromEntries(
      Object.keys(MEMBERS).map((name) => [name, sessions[people[name as Caller & keyof typeof people]]]),
    ) as Things['sessions'],
    apiTokens,
    freeAt: hour(day, 14).toISOString(),
    laterAt: hour(day, 15).toISOString(),
  };
  return { id, slug, things, as: await callersOf(api, id, things) };
}

/** The same organisation again under another id: every row, with the same ids within it. Takes milliseconds. */
export async function copyOrganisation(api: TestApi, original: Organisation): Promise<Organisation> {
  const id = newId();
  const slug = `copy-${id.slice(-12)}`;
  const statements = await copyStatements(api);
  await api.owner.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statements(original.id, id, slug)}; COMMIT`);
  return { id, slug, things: original.things, as: await callersOf(api, id, original.things) };
}

/** A digest of every row of the organisation, table by table. Rate limits are meant to change when somebody knocks. */
export async function fingerprint(api: TestApi, organizationId: Id): Promise<Record<string, string>> {
  const tables = (await tablesOf(api)).filter(({ name }) => name !== 'rate_limits');
  const parts = tables.map(
    ({ name, key }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${name} t WHERE ${key} = '${organizationId}'`,
  );
  const { rows } = await api.owner.query<{ name: string; digest: string }>(parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** The tables whose rows differ between two digests. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(before).filter((name) => before[name] !== after[name]);
}

interface OrganisationTable {
  readonly name: string;
  readonly key: string;
  readonly columns: readonly string[];
}

let known: OrganisationTable[] | undefined;

async function tablesOf(api: TestApi): Promise<OrganisationTable[]> {
  if (known) return known;
  const { rows } = await api.owner.query<{ name: string; columns: string[] }>(
    `SELECT c.table_name AS name, array_agg(c.column_name::text ORDER BY c.ordinal_position) AS columns FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND c.is_identity = 'NO' GROUP BY 1 ORDER BY 1`,
  );
  known = rows
    .map((row) => ({ ...row, key: row.name === 'organizations' ? 'id' : 'organization_id' }))
    .filter(({ key, columns }) => columns.includes(key));
  return known;
}

async function copyStatements(api: TestApi) {
  const tables = await tablesOf(api);
  return (from: Id, to: Id, slug: string): string =>
    tables
      .filter(({ name }) => name !== 'sessions')
      .map(({ name, key, columns }) => {
        const values = columns.map((column) => {
          if (column === key) return `'${to}'::uuid`;
          return column === 'slug' && (name === 'organizations' || name === 'organization_directory') ? `'${slug}'` : column;
        });
        return `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${name} WHERE ${key} = '${from}'`;
      })
      .join('; ');
}

async function callersOf(api: TestApi, organizationId: Id, things: Things): Promise<(caller: Caller) => Credentials> {
  const credentials: Partial<Record<Caller, Credentials>> = { nobody: {} };
  const rows: { id: Id; person_id: Id; hash: string }[] = [];
  for (const name of Object.keys(MEMBERS) as (keyof typeof MEMBERS)[]) {
    const { token, hash } = mintToken(organizationId);
    credentials[name] = { token };
    rows.push({ id: things.sessions[name], person_id: things.people[name], hash: hash.toString('hex') });
  }
  await api.owner.query('DELETE FROM sessions WHERE organization_id = $1', [organizationId]);
  await api.owner.query(
    `INSERT INTO sessions (organization_id, id, person_id, token_hash, created_at, expires_at)
     SELECT $1, s.id, s.person_id, decode(s.hash, 'hex'), now(), now() + interval '1 day' FROM jsonb_to_recordset($2::jsonb) AS s (id uuid, person_id uuid, hash text)`,
    [organizationId, JSON.stringify(rows)],
  );
  const link = (applicationId: Id): Credentials => {
    const expiresAt = new Date(Date.now() + 86_400_000);
    return {
      link: [
        'application',
        signLink(api.config.secret, { purpose: 'application', organizationId, subjectId: applicationId, epoch: 0, expiresAt }),
      ],
    };
  };
  credentials.candidate = link(things.waiting);
  credentials.stranger = link(things.received);
  return (caller) => credentials[caller]!;
}

async function importDraft(api: TestApi, organizationId: Id, personId: Id): Promise<Id> {
  const { token, hash } = mintToken(organizationId);
  const sessionId = newId();
  await api.owner.query(
    `INSERT INTO sessions (organization_id, id, person_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
    [organizationId, sessionId, personId, hash],
  );
  const answer = await api.graphql(
    `mutation ($document: String!) { importPosting(input: { document: $document, corrections: { title: "Gardener of Servers" } }) { ... on PostingPayload { posting { id } } ... on UserError { message } } }`,
    { document: DOCUMENT },
    { token },
  );
  await api.owner.query('DELETE FROM sessions WHERE id = $1', [sessionId]);
  if (!answer.data?.importPosting.posting) throw new Error(`the draft was not imported: ${JSON.stringify(answer)}`);
  const id = answer.data.importPosting.posting.id as Id;
  // As a revision leaves it that contradicts what was corrected.
  const conflict = { field: 'company', correction: { field: 'company', action: 'change', value: 'Parks' }, textBefore: null, textNow: null, valueBefore: null, valueNow: null }; // prettier-ignore
  await api.owner.query('UPDATE posting_revisions SET conflicts = $2 WHERE posting_id = $1', [id, JSON.stringify([conflict])]);
  return id;
}

function request(applicationId: Id, stageId: Id, status: string): Record<string, unknown> {
  const now = Date.now();
  const times = { created_at: new Date(now), expires_at: new Date(now + 10 * 86_400_000) };
  return { application_id: applicationId, stage_id: stageId, transition_version: 1, status, ...times };
}

/** Midnight UTC of a Monday to Friday, about so many days from now. */
function workday(days: number): Date {
  const date = new Date(Date.now() + days * 86_400_000);
  date.setUTCHours(0, 0, 0, 0);
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + Math.sign(days));
  return date;
}

function hour(day: Date, hours: number): Date {
  return new Date(day.getTime() + hours * 3_600_000);
}

function span(starts: Date, minutes: number): string {
  return `[${starts.toISOString()},${new Date(starts.getTime() + minutes * 60_000).toISOString()})`;
}
