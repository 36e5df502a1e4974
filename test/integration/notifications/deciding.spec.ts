import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#libs/kernel/index.js';
import { buildRejectionReason, buildTeamMember } from '../../support/builders.js';
import { type World, received, startWorld } from './world.js';

const MOVE =
  'mutation ($input: MoveApplicationInput!) { result: moveApplication(input: $input) { __typename ... on UserError { message } } }';
const REJECT =
  'mutation ($input: RejectApplicationInput!) { result: rejectApplication(input: $input) { __typename ... on UserError { message } } }';

describe('deciding mails', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  async function move(input: object, mutation = MOVE): Promise<void> {
    const { data, errors } = await world.api.graphql(mutation, { input }, world.manager);
    expect({ errors, result: data?.result }).toEqual({ errors: undefined, result: { __typename: 'MovePayload' } });
  }

  it('thanks the candidate with a link to their page and tells the hiring team', async () => {
    const posting = await world.posting();
    const recruiter = await world.api.newPerson(world.organizationId, 'RECRUITER', { name: 'Ruth' });
    const interviewer = await world.api.newPerson(world.organizationId, 'INTERVIEWER');
    for (const role of ['RECRUITER', 'INTERVIEWER'])
      await buildTeamMember(world.api.owner, world.organizationId, posting.id, recruiter.id, role);
    await buildTeamMember(world.api.owner, world.organizationId, posting.id, interviewer.id, 'INTERVIEWER');
    const application = await world.application(posting, { name: 'Noor Haddad', email: 'noor@mail.example' });
    await world.emit(received(application, posting));
    const rows = await world.settled(application.id);
    expect(rows.map(({ template, recipient, state }) => [template, recipient, state])).toEqual([
      ['application-received', 'noor@mail.example', 'SENT'],
      ['team-new-application', world.manager.email, 'SENT'],
      ['team-new-application', recruiter.email, 'SENT'],
    ]);
    const [mail] = await world.inbox('noor@mail.example');
    expect(mail!.subject).toBe('We have your application for Backend Engineer');
    expect(mail!.text).toContain('the next step is “Screening call”');
    expect(mail!.headers['reply-to']).toContain(world.manager.email);
    const link = /http:\/\/localhost:3000\/a\/([\w-]+)/.exec(mail!.text)![1]!;
    const { data } = await world.api.graphql('{ __typename }', {}, { link: ['application', link] });
    expect(data).toEqual({ __typename: 'Query' });
  });

  it('a move to a stage, with the day by which the candidate will hear', async () => {
    const posting = await world.posting([
      { name: 'Screening call', kind: 'SCREEN', targetDays: 5 },
      { name: 'Offer', kind: 'OFFER' },
    ]);
    const application = await world.application(posting, { zone: 'Europe/Athens' });
    await move({ applicationId: application.id, expectedVersion: 0 });
    const [row] = await world.settled(application.id);
    expect(row).toMatchObject({
      template: 'stage-moved',
      subject: 'Your application for Backend Engineer: Screening call',
      state: 'SENT',
    });
    const [mail] = await world.inbox(row!.recipient);
    expect(mail!.text).toMatch(/We will write to you about this stage by \w+day \d+ \w+ \d{4}/);
  });

  it('a stage that writes to the candidate itself makes the general mail superfluous', async () => {
    const posting = await world.posting([
      { name: 'Screening call', kind: 'SCREEN', selfSchedule: true, durationMin: 30 },
      { name: 'Small feature', kind: 'TAKE_HOME', takeHome: { effortHours: 4, dueDays: 7 } },
    ]);
    const application = await world.application(posting);
    await move({ applicationId: application.id, expectedVersion: 0 });
    await move({ applicationId: application.id, expectedVersion: 1 });
    const rows = await world.settled(application.id);
    expect(rows.map(({ template, state, skipped_because }) => [template, state, skipped_because])).toEqual([
      ['stage-moved', 'SKIPPED', 'the stage sends its own mail'],
      ['schedule-now', 'SENT', null],
      ['stage-moved', 'SKIPPED', 'the stage sends its own mail'],
      ['take-home-brief', 'SENT', null],
    ]);
    const mails = await world.inbox(rows[1]!.recipient);
    expect(mails[0]!.text).toContain('/s/');
    expect(mails[1]!.text).toContain('about 4 hours');
  });

  it('rejects kindly and once, and says nothing of the team’s reasons', async () => {
    const posting = await world.posting();
    const application = await world.application(posting, { stageId: posting.stages[0]!.id });
    const reasonId = await buildRejectionReason(world.api.owner, world.organizationId, 'Not enough depth');
    await move({ applicationId: application.id, expectedVersion: 1, reasonId, note: 'never hire' }, REJECT);
    const rows = await world.settled(application.id);
    expect(rows).toMatchObject([{ template: 'rejected', state: 'SENT' }]);
    const [mail] = await world.inbox(rows[0]!.recipient);
    expect(mail!.text).toContain('reached the stage “Screening call”');
    expect(mail!.text + mail!.html).not.toMatch(/depth|never hire/);
  });

  it('a withdrawal is confirmed to the candidate and told to the team, but not to whoever noted it', async () => {
    const posting = await world.posting();
    const application = await world.application(posting, { stageId: posting.stages[0]!.id });
    const recruiter = await world.api.newPerson(world.organizationId, 'RECRUITER');
    await buildTeamMember(world.api.owner, world.organizationId, posting.id, recruiter.id, 'RECRUITER');
    await world.emit({
      name: 'ApplicationMoved',
      subjectId: application.id,
      payload: {
        applicationId: application.id,
        postingId: posting.id,
        version: 2,
        effects: [{ kind: 'Notify', what: 'WITHDRAWN' }],
      },
    });
    const rows = await world.settled(application.id);
    expect(rows.map(({ template, recipient }) => [template, recipient])).toEqual([
      ['withdrawn', rows[0]!.recipient],
      ['team-candidate-withdrew', world.manager.email],
      ['team-candidate-withdrew', recruiter.email],
    ]);
  });

  it('says why nobody was written to', async () => {
    const { api, organizationId } = world;
    const posting = await world.posting();
    await api.owner.query('DELETE FROM hiring_team_members WHERE posting_id = $1', [posting.id]);
    const lonely = await world.application(posting, { email: 'not an address' });
    await world.emit(received(lonely, posting));
    expect(await world.settled(lonely.id)).toMatchObject([
      { template: 'application-received', state: 'SKIPPED', skipped_because: 'there is no address that can be written to' },
      {
        template: 'team-new-application',
        recipient: '',
        skipped_because: 'nobody on the hiring team is its hiring manager or recruiter',
      },
    ]);
    const other = await world.posting();
    const gone = await api.newPerson(organizationId, 'RECRUITER');
    await buildTeamMember(api.owner, organizationId, other.id, gone.id, 'RECRUITER');
    await api.owner.query(`UPDATE people SET status = 'DISABLED' WHERE id = $1`, [gone.id]);
    const merged = await world.application(other);
    const kept = await world.application(other);
    await api.owner.query('UPDATE candidates SET merged_into_id = $2 WHERE id = $1', [merged.candidateId, kept.candidateId]);
    await world.emit(received(merged, other));
    const reasons = (await world.settled(merged.id)).map(({ skipped_because }) => skipped_because);
    expect(reasons).toEqual(['the candidate’s record was merged into another one', null, 'the person’s account is disabled']);
  });

  it('one mail for each event, template and recipient, whatever happens twice', async () => {
    const posting = await world.posting();
    const application = await world.application(posting);
    const id = newId();
    await world.emit({ ...received(application, posting), id });
    // The same event again is refused as an event; its mails alone are decided again here, as a replayed reaction would.
    const before = await world.settled(application.id);
    await world.api.owner.query('DELETE FROM outbox_events WHERE id = $1', [id]);
    await world.emit({ ...received(application, posting), id });
    expect(await world.ledger(application.id)).toEqual(before);
  });

  it('nothing that people write becomes a header, a recipient or markup', async () => {
    const { api, organizationId } = world;
    const posting = await world.posting();
    const name = 'Eve\r\nBcc: victim@mail.example\r\n\r\n<b>x</b> https://evil.example/{{ 7 | times: 7 }}';
    const application = await world.application(posting, { name, email: 'eve@mail.example' });
    await api.owner.query('UPDATE postings SET title = $2 WHERE id = $1', [
      posting.id,
      'Engineer\r\nX-Evil: 1 <script>alert(1)</script>',
    ]);
    await world.emit(received(application, posting));
    const rows = await world.settled(application.id);
    expect(rows.map(({ state }) => state)).toEqual(['SENT', 'SENT']);
    const sources = rows.map(({ message }) => message!.toString('latin1'));
    for (const source of sources) {
      const head = source.split('\r\n\r\n')[0]!;
      expect(head).not.toMatch(/^(?:bcc|x-evil):/im);
    }
    const mails = [...(await world.inbox('eve@mail.example')), ...(await world.inbox(world.manager.email))].filter(
      ({ subject }) => subject.includes('Engineer X-Evil'),
    );
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail.html).not.toMatch(/<script|<b>x/);
      expect(mail.html).not.toContain('https://evil.example');
      // The name's "7 times 7" is never computed; ids and links may hold any digits.
      expect(mail.text).not.toMatch(/\b49\b/);
    }
    expect((await world.sink.messages()).some(({ to }) => to.includes('victim'))).toBe(false);
    const bad = await world.application(posting, { email: 'a@x.example\r\nBcc: b@y.example' });
    await world.emit(received(bad, posting));
    expect((await world.settled(bad.id))[0]).toMatchObject({ state: 'SKIPPED', recipient: '' });
    expect(organizationId).toBeDefined();
  });

  it('the link to an account is mailed and rests nowhere afterwards', async () => {
    const { api, organizationId } = world;
    const invited = await api.newPerson(organizationId, 'INTERVIEWER', { email: 'new@org.example' });
    const link = `http://localhost:3000/account/invitation/${'t0ken'.repeat(12)}`;
    await world.emit({
      name: 'PersonInvited',
      subjectId: invited.id,
      payload: { personId: invited.id, invitedById: world.manager.id },
      transient: { link, expiresAt: new Date(Date.now() + 86_400_000) },
    });
    const mail = await world.until('the invitation', async () => (await world.inbox('new@org.example'))[0]);
    expect(mail.text).toContain(link);
    expect(mail.subject).toContain('Mira Lindqvist invites you');
    const row = await world.until('the ledger', async () => {
      const { rows } = await api.owner.query(`SELECT * FROM mails WHERE recipient = 'new@org.example' AND state = 'SENT'`);
      return rows[0];
    });
    expect(JSON.stringify(row) + row.message.toString()).not.toContain('t0ken');
    const { rows } = await api.owner.query('SELECT payload FROM outbox_events WHERE subject_id = $1', [invited.id]);
    expect(JSON.stringify(rows)).not.toContain('t0ken');
  });
});
