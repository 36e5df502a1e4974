import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import { Reactions, type StoredEvent } from '#libs/platform/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildApplication, buildPosting, buildTeamMember } from '../../support/builders.js';

const APPLY = `mutation ($input: ApplyToPostingInput!) { result: applyToPosting(input: $input) {
  __typename ... on ApplyPayload { message } ... on UserError { code message } ... on InvalidInput { field } } }`;
const ADD = `mutation ($input: AddCandidateApplicationInput!) { result: addCandidateApplication(input: $input) {
  __typename ... on AddedApplication { applicationId candidateId alreadyThere } ... on UserError { code message } ... on InvalidInput { field } } }`;

const QUESTIONS = [
  { id: 'why', label: 'Why this job?', required: true, kind: 'LONG_TEXT' },
  { id: 'work', label: 'Show us something', required: false, kind: 'LINK' },
  { id: 'visa', label: 'Do you need a visa?', required: false, kind: 'YES_NO' },
];

describe('applying', () => {
  let api: TestApi;
  let organizationId: Id;
  let slug: string;
  let posting: BuiltPosting;
  const seen: StoredEvent[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    api.app.get(Reactions).on('ApplicationReceived', 8, async (_, event) => void seen.push(event));
    slug = 'org-applying';
    organizationId = await api.newOrganization(slug);
    await api.owner.query(`INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, 'Careers page')`, [
      organizationId,
      newId(),
    ]);
  });
  beforeEach(async () => {
    posting = await buildPosting(api.owner, organizationId, { residence: ['DE', 'FR'], questions: QUESTIONS });
    seen.length = 0;
  });
  afterAll(() => api.close());

  let count = 0;
  const fresh = () => `applicant-${(count += 1)}@mail.example`;
  const input = (more: { contact?: object; answers?: object[]; [key: string]: unknown } = {}) => ({
    organization: slug,
    posting: posting.slug,
    consent: true,
    answers: [{ questionId: 'why', text: 'Because of the people.' }],
    ...more,
    contact: { name: 'Ada Lovelace', email: fresh(), ...more.contact },
  });
  const apply = async (more: Parameters<typeof input>[0] = {}) => {
    const answer = await api.graphql(APPLY, { input: input(more) });
    expect(answer.errors).toBeUndefined();
    return answer.data.result;
  };
  const rowsOf = async (email: string) =>
    (
      await api.owner.query(
        `SELECT a.*, c.name, c.email, c.phone, c.location AS place, c.zone, c.links, s.name AS source FROM applications a
           JOIN candidates c ON c.id = a.candidate_id LEFT JOIN sources s ON s.id = a.source_id WHERE c.email_key = $1`,
        [email.toLowerCase()],
      )
    ).rows;

  it('keeps all that was said, in one transaction with the event and the audit', async () => {
    const email = 'Grace.Hopper@mail.example';
    const contact = {
      ...{ name: 'Grace  Hopper ', email, phone: '+49 30 123', location: 'Berlin', country: 'de', zone: 'Europe/Berlin' },
      links: ['https://code.example/grace', ''],
    };
    const answers = [
      { questionId: 'visa', text: 'No' },
      { questionId: 'why', text: 'The compiler.' },
    ];
    const result = await apply({ contact, answers, source: 'Careers page' });
    expect(result).toMatchObject({ __typename: 'ApplyPayload', message: expect.stringContaining('Thank you') });
    const [row] = await rowsOf(email);
    expect(row).toMatchObject({
      ...{ name: 'Grace Hopper', email, phone: '+49 30 123', place: 'Berlin', zone: 'Europe/Berlin', source: 'Careers page' },
      ...{ links: ['https://code.example/grace'], status: 'ACTIVE', stage_id: null, version: 0, plan_id: posting.planId },
      ...{ country: 'DE', residence_check: 'inside', stated_contact: null },
      answers: [
        { questionId: 'why', label: 'Why this job?', kind: 'LONG_TEXT', text: 'The compiler.' },
        { questionId: 'visa', label: 'Do you need a visa?', kind: 'YES_NO', text: 'no' },
      ],
    });
    expect(row.consented_at).toBeInstanceOf(Date);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      payload: { applicationId: row.id, postingId: posting.id, candidateId: row.candidate_id },
      transient: { candidate: { name: 'Grace Hopper', email, zone: 'Europe/Berlin' }, stage: null, linkEpoch: 0 },
    });
    const { rows } = await api.owner.query('SELECT name, payload FROM outbox_events WHERE subject_id = $1', [row.id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Grace|mail\.example/);
  });

  it('takes ten submissions at once for one, and tells all the same', async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = fresh();
      const results = await Promise.all(Array.from({ length: 10 }, () => apply({ contact: { email } })));
      for (const result of results) expect(result).toEqual(results[0]);
      expect(results[0].__typename).toBe('ApplyPayload');
      expect(await rowsOf(email)).toHaveLength(1);
    }
    expect(seen.length).toBeGreaterThanOrEqual(5);
    const { rows } = await api.owner.query(`SELECT count(*)::int AS n FROM outbox_events WHERE payload ->> 'postingId' = $1`, [
      posting.id,
    ]);
    expect(rows[0].n).toBe(5);
  });

  it('knows a person by their address in any case, overwrites nothing, fills gaps and shows what differs', async () => {
    const email = fresh();
    await apply({ contact: { name: 'Ada Lovelace', email, phone: '123' } });
    const first = posting;
    posting = await buildPosting(api.owner, organizationId);
    await apply({
      contact: {
        name: 'A. King',
        email: email.toUpperCase().replace('MAIL.EXAMPLE', 'mail.example'),
        phone: '999',
        location: 'London',
      },
      answers: [],
    });
    const rows = await rowsOf(email);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ candidate_id }) => candidate_id)).size).toBe(1);
    const second = rows.find(({ posting_id }) => posting_id !== first.id);
    expect(second).toMatchObject({
      name: 'Ada Lovelace',
      phone: '123',
      place: 'London',
      stated_contact: { name: 'A. King', phone: '999' },
    });
  });

  it('lets somebody apply again after the first one ended', async () => {
    const email = fresh();
    await apply({ contact: { email } });
    await api.owner.query(
      `UPDATE applications SET status = 'WITHDRAWN', ended_at = now() WHERE candidate_id = (SELECT id FROM candidates WHERE email_key = $1)`,
      [email],
    );
    await apply({ contact: { email } });
    expect((await rowsOf(email)).map(({ status }) => status).sort()).toEqual(['ACTIVE', 'WITHDRAWN']);
  });

  it('shows where people live without holding it against them', async () => {
    for (const [country, check] of [
      ['US', 'outside'],
      ['FR', 'inside'],
      [null, 'unknown'],
    ]) {
      const email = fresh();
      expect((await apply({ contact: { email, country } })).__typename).toBe('ApplyPayload');
      expect((await rowsOf(email))[0]).toMatchObject({ residence_check: check, status: 'ACTIVE' });
    }
  });

  it('refuses bad input with the field and what to do, and keeps nothing of it', async () => {
    const before = (await api.owner.query('SELECT count(*)::int AS n FROM candidates')).rows[0].n;
    const cases: [Parameters<typeof input>[0], string][] = [
      [{ contact: { email: 'a@mail.example\r\nBcc: b@mail.example' } }, 'input.email'],
      [{ contact: { email: 'Ada <a@mail.example>' } }, 'input.email'],
      [{ contact: { email: 'a@mail.example, b@mail.example' } }, 'input.email'],
      [{ contact: { name: 'Ada\r\nBcc: b@mail.example' } }, 'input.name'],
      [{ contact: { name: '   ' } }, 'input.name'],
      [{ contact: { name: 'x'.repeat(201) } }, 'input.name'],
      [{ contact: { zone: 'Mars/Olympus' } }, 'input.zone'],
      [{ contact: { country: 'XX' } }, 'input.country'],
      [{ contact: { links: ['javascript:alert(1)'] } }, 'input.links'],
      [{ contact: { links: ['https://user:pw@mail.example'] } }, 'input.links'],
      [{ contact: { phone: 'call me' } }, 'input.phone'],
      [{ answers: [] }, 'input.answers.why'],
      [
        {
          answers: [
            { questionId: 'why', text: 'x' },
            { questionId: 'visa', text: 'perhaps' },
          ],
        },
        'input.answers.visa',
      ],
      [
        {
          answers: [
            { questionId: 'why', text: 'x' },
            { questionId: 'nope', text: 'y' },
          ],
        },
        'input.answers',
      ],
      [{ answers: [{ questionId: 'why', text: 'nul \0' }] }, 'input'],
      [{ answers: [{ questionId: 'why', text: 'half \ud83c' }] }, 'input'],
      [{ source: 'nul \0' }, 'input'],
      [{ consent: false }, 'input.consent'],
    ];
    for (const [more, field] of cases) {
      const result = await apply(more);
      expect({ more, ...result }).toMatchObject({ more, __typename: 'InvalidInput', field });
    }
    expect((await api.owner.query('SELECT count(*)::int AS n FROM candidates')).rows[0].n).toBe(before);
  });

  it('takes applications for open postings only, and says the same of closed and of unknown ones', async () => {
    const closed = await buildPosting(api.owner, organizationId, { status: 'CLOSED' });
    const draft = await buildPosting(api.owner, organizationId, { status: 'DRAFT' });
    const answers = [
      await apply({ posting: closed.slug }),
      await apply({ posting: draft.slug }),
      await apply({ posting: 'no-such-posting' }),
      await apply({ organization: 'no-such-organization' }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ __typename: 'Refused', code: 'NOT_FOUND' });
  });

  it('has one effect for one idempotency key', async () => {
    const request = input({ idempotencyKey: newId() });
    const answers = await Promise.all([1, 2, 3].map(() => api.graphql(APPLY, { input: request })));
    for (const answer of answers) expect(answer.data).toEqual(answers[0]!.data);
    expect(await rowsOf(request.contact.email)).toHaveLength(1);
  });

  it('lets the team add people to its own postings, and nobody else', async () => {
    const recruiter = await api.newPerson(organizationId, 'RECRUITER');
    const coordinator = await api.newPerson(organizationId, 'INTERVIEWER');
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    const add = async (as: TestPerson, email: string) => {
      const { organization: _organization, posting: _posting, ...rest } = input({ contact: { email } });
      return (await api.graphql(ADD, { input: { ...rest, postingId: posting.id } }, as)).data.result;
    };
    const email = fresh();
    const added = await add(recruiter, email);
    expect(added).toMatchObject({ __typename: 'AddedApplication', alreadyThere: false });
    expect(await add(recruiter, email)).toEqual({ ...added, alreadyThere: true });
    const refused = await add(coordinator, fresh());
    expect(refused).toMatchObject({ code: 'NOT_FOUND' });
    expect(await add(stranger, fresh())).toEqual(refused);
    await buildTeamMember(api.owner, organizationId, posting.id, coordinator.id, 'COORDINATOR');
    expect(await add(coordinator, fresh())).toMatchObject({ alreadyThere: false });
  });

  it('sends the address of a merged record to the record that was kept', async () => {
    const kept = await buildApplication(api.owner, organizationId, await buildPosting(api.owner, organizationId));
    const email = fresh();
    await api.owner.query(
      `INSERT INTO candidates (organization_id, id, name, email, merged_into_id) VALUES ($1, $2, 'Old', $3, $4)`,
      [organizationId, newId(), email, kept.candidateId],
    );
    await apply({ contact: { email } });
    expect(seen.at(-1)!.payload).toMatchObject({ candidateId: kept.candidateId });
  });
});
