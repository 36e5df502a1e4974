import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLink } from '#libs/identity/index.js';
import { newId } from '#libs/kernel/index.js';
import { type Credentials, type TestApi, startTestApi } from '../../support/api.js';
import { buildApplication } from '../../support/builders.js';
import { DAY_MS, buildWorld, eventsOf, linkOf, newApplicant, type World } from './world.js';

const REFUSALS = '... on UserError { code message } ... on InvalidInput { field }';
const BOOK = `mutation ($input: BookInterviewInput!) { bookInterview(input: $input) { __typename
  ... on InterviewPayload { interviewId interview { id version state startsAt candidateName stageName meetingUrl seats { id role personId answer } } }
  ... on SlotUnavailable { alternatives { startsAt } } ${REFUSALS} } }`;
const SLOTS = `query ($applicationId: ID, $zone: String, $limit: Int) { slots(applicationId: $applicationId, zone: $zone, limit: $limit) { __typename
  ... on SlotList { durationMin zone count slots { startsAt said seats { personId role } } none { message blocks { code } } moves } ${REFUSALS} } }`;

describe('scheduling through GraphQL', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  const ask = async (query: string, variables: object, as?: Credentials) => {
    const answer = await api.graphql(query, variables, as);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return Object.values(answer.data as object)[0];
  };
  const mutate = (name: string, type: string, input: object, as: Credentials, shown = '') =>
    ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${REFUSALS} ${shown} } }`, { input }, as);
  const book = async (world: World, as: Credentials = linkOf(api, world.candidate)) => {
    const { slots } = await ask(SLOTS, { applicationId: world.application.id, limit: 1 }, as);
    return ask(BOOK, { input: { applicationId: world.application.id, startsAt: slots[0].startsAt } }, as);
  };

  it('shows a candidate times in their own zone, which they can change, and books one by the link', async () => {
    const world = await buildWorld(api, { candidateZone: 'Europe/Athens' });
    const link = linkOf(api, world.candidate);
    const list = await ask(SLOTS, { limit: 2 }, link);
    expect(list).toMatchObject({ durationMin: 60, zone: 'Europe/Athens', none: null, moves: null });
    expect(list.slots[0].said).toMatch(/ EES?T \(UTC\+[23]\)$/);
    expect(list.slots[0].seats).toEqual([]);
    expect(await mutate('setMyZone', 'SetMyZoneInput', { zone: 'Mars/Olympus' }, link)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await mutate('setMyZone', 'SetMyZoneInput', { zone: 'Asia/Tokyo' }, link)).toMatchObject({
      __typename: 'SetMyZonePayload',
    });
    const moved = await ask(SLOTS, { limit: 1 }, link);
    expect(moved).toMatchObject({ zone: 'Asia/Tokyo' });
    expect(moved.slots[0].said).toMatch(/UTC\+9$/);
    const booked = await ask(BOOK, { input: { startsAt: moved.slots[0].startsAt } }, link);
    // What the team sees of an interview is not for the candidate.
    expect(booked).toMatchObject({ __typename: 'InterviewPayload', interview: null });
    const mine = await ask(
      '{ candidateInterviews { id stageName state startsAt zone said interviewers { name title } mayMove mayCancel } }',
      {},
      link,
    );
    expect(mine).toEqual([
      {
        id: booked.interviewId,
        stageName: 'Interview',
        state: 'CONFIRMED',
        startsAt: moved.slots[0].startsAt,
        zone: 'Asia/Tokyo',
        said: moved.slots[0].said,
        interviewers: [{ name: 'Member 0.0', title: '' }],
        mayMove: true,
        mayCancel: true,
      },
    ]);
    expect((await ask(SLOTS, { limit: 1 }, link)).moves).toBe(booked.interviewId);
  });

  it('shows the team who would sit where, and answers a taken time with free ones', async () => {
    const world = await buildWorld(api);
    const other = await newApplicant(api, world);
    const list = await ask(SLOTS, { applicationId: world.application.id, limit: 1 }, world.recruiter);
    expect(list.slots[0].seats).toEqual([{ personId: world.pools[0]![0]!.id, role: 'role 0' }]);
    const input = {
      applicationId: world.application.id,
      startsAt: list.slots[0].startsAt,
      meetingUrl: 'https://meet.example/room',
    };
    const booked = await ask(BOOK, { input }, world.recruiter);
    expect(booked.interview).toMatchObject({
      state: 'CONFIRMED',
      version: 1,
      stageName: 'Interview',
      meetingUrl: 'https://meet.example/room',
    });
    const taken = await ask(BOOK, { input: { ...input, applicationId: other.application.id } }, world.recruiter);
    expect(taken).toMatchObject({ __typename: 'SlotUnavailable', code: 'SLOT_TAKEN' });
    expect(taken.alternatives).toHaveLength(5);
  });

  it('gives interviewers their interviews with a kit link of their own, page by page', async () => {
    const world = await buildWorld(api);
    const [interviewer] = world.pools[0]!;
    const ids = [(await book(world)).interviewId];
    for (let i = 0; i < 2; i += 1) {
      const next = await newApplicant(api, world);
      ids.push((await book({ ...world, ...next })).interviewId);
    }
    const QUERY = `query ($after: String, $past: Boolean) { myInterviews(first: 2, after: $after, past: $past) {
      nodes { interviewSeatId answer kitUrl interview { id candidateName stageName postingTitle applicationId } } pageInfo { hasNextPage endCursor } } }`;
    const first = await ask(QUERY, {}, interviewer);
    expect(first.nodes).toHaveLength(2);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await ask(QUERY, { after: first.pageInfo.endCursor }, interviewer);
    expect(second.nodes).toHaveLength(1);
    const nodes = [...first.nodes, ...second.nodes];
    expect(nodes.map(({ interview }) => interview.id)).toEqual(ids);
    const token = new URL(nodes[0].kitUrl).pathname.split('/').at(-1)!;
    expect(readLink(api.config.secret, token, 'kit', new Date())).toMatchObject({ subjectId: nodes[0].interviewSeatId });
    expect((await ask(QUERY, { past: true }, interviewer)).nodes).toEqual([]);
    expect((await ask(QUERY, {}, world.recruiter)).nodes).toEqual([]);
    await api.owner.query(
      `UPDATE interviews SET during = tstzrange(now() - interval '3 hours', now() - interval '2 hours') WHERE id = $1`,
      [ids[0]],
    );
    expect(
      (await ask(QUERY, { past: true }, interviewer)).nodes.map((node: { interview: { id: string } }) => node.interview.id),
    ).toEqual([ids[0]]);
    const answered = await mutate(
      'answerSeat',
      'AnswerSeatInput',
      { interviewSeatId: second.nodes[0].interviewSeatId, answer: 'ACCEPTED' },
      interviewer!,
    );
    expect(answered.__typename).toBe('InterviewPayload');
    expect((await ask(QUERY, { after: nodes[0].interview && first.pageInfo.endCursor }, interviewer)).nodes[0].answer).toBe(
      'ACCEPTED',
    );
  });

  it('shows an interview to those who coordinate and those who sit in it, and to nobody else', async () => {
    const world = await buildWorld(api);
    const foreign = await buildWorld(api);
    const { interviewId } = await book(world);
    const byId = (as?: Credentials) => api.graphql('query ($id: ID!) { interview(id: $id) { id } }', { id: interviewId }, as);
    for (const as of [world.recruiter, world.pools[0]![0]!])
      expect((await byId(as)).data).toEqual({ interview: { id: interviewId } });
    const outsider = await api.newPerson(world.organizationId, 'INTERVIEWER');
    for (const as of [outsider, foreign.recruiter]) expect((await byId(as)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    for (const as of [undefined, linkOf(api, world.candidate)])
      expect((await byId(as)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const of = (as: Credentials) =>
      ask('query ($id: ID!) { interviewsOf(applicationId: $id) { id } }', { id: world.application.id }, as);
    expect(await of(world.recruiter)).toEqual([{ id: interviewId }]);
    for (const as of [outsider, foreign.recruiter]) expect(await of(as)).toEqual([]);
    const nobody = await api.graphql(SLOTS, { applicationId: world.application.id });
    expect(nobody.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('shows interviews with their application, and opens them to no link that is for something else', async () => {
    const world = await buildWorld(api);
    const { interviewId } = await book(world);
    const QUERY = 'query ($id: ID!) { application(id: $id) { id interviews { id stageName seats { answer } } } }';
    expect(await ask(QUERY, { id: world.application.id }, world.recruiter)).toEqual({
      id: world.application.id,
      interviews: [{ id: interviewId, stageName: 'Interview', seats: [{ answer: 'PENDING' }] }],
    });
    const takeHome = linkOf(api, world.candidate, 'take-home');
    expect(await ask('{ candidateInterviews { id } }', {}, takeHome)).toEqual([]);
    expect(await ask(SLOTS, {}, takeHome)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mutate('cancelInterview', 'CancelInterviewInput', { interviewId }, takeHome)).toMatchObject({
      code: 'NOT_FOUND',
    });
    const page = linkOf(api, world.candidate, 'application');
    expect(await ask('{ candidateInterviews { id } }', {}, page)).toEqual([{ id: interviewId }]);
  });

  it('begins when the application is moved into the stage, and ends with it', async () => {
    const world = await buildWorld(api);
    const received = await buildApplication(api.owner, world.organizationId, world.posting);
    const as = {
      ...world,
      application: received,
      candidate: { ...world.candidate, ...{ applicationId: received.id, candidateId: received.candidateId } },
    };
    const link = linkOf(api, as.candidate);
    expect(await ask(SLOTS, {}, link)).toMatchObject({ code: 'NOTHING_TO_SCHEDULE' });
    const MOVE = `mutation ($input: MoveApplicationInput!) { moveApplication(input: $input) { __typename ${REFUSALS} } }`;
    const moved = await ask(MOVE, { input: { applicationId: received.id, expectedVersion: 0 } }, world.recruiter);
    expect(moved).toMatchObject({ __typename: 'MovePayload' });
    const { interviewId } = await book(as);
    const state = async () => (await api.owner.query('SELECT state FROM interviews WHERE id = $1', [interviewId])).rows[0].state;
    expect(await state()).toBe('CONFIRMED');
    const on = await ask(MOVE, { input: { applicationId: received.id, expectedVersion: 1 } }, world.recruiter);
    expect(on).toMatchObject({ __typename: 'MovePayload' });
    expect(await state()).toBe('CANCELLED');
    expect((await eventsOf(api, received.id)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['InterviewRequested', 'InterviewBooked', 'InterviewCancelled']),
    );
    expect(await ask(SLOTS, {}, link)).toMatchObject({ code: 'NOTHING_TO_SCHEDULE' });
  });

  it('moves, cancels and settles with typed refusals', async () => {
    const world = await buildWorld(api);
    const link = linkOf(api, world.candidate);
    const { interviewId } = await book(world);
    const { slots } = await ask(SLOTS, { limit: 30 }, link);
    const startsAt = slots.at(-1).startsAt;
    const shown = '... on InterviewPayload { interview { version startsAt sequence reason state } }';
    const reason = 'The interviewer is ill';
    const stale = await mutate(
      'rescheduleInterview',
      'RescheduleInterviewInput',
      { interviewId, startsAt, expectedVersion: 3, reason },
      world.recruiter,
    );
    expect(stale).toMatchObject({ __typename: 'Conflict', code: 'CONFLICT' });
    const moved = await mutate(
      'rescheduleInterview',
      'RescheduleInterviewInput',
      { interviewId, startsAt, expectedVersion: 1, reason },
      world.recruiter,
      shown,
    );
    expect(moved.interview).toMatchObject({ version: 2, startsAt, sequence: 1, reason });
    expect(await mutate('markNoShow', 'SettleInterviewInput', { interviewId }, world.recruiter)).toMatchObject({
      code: 'INTERVIEW_NOT_STARTED',
    });
    expect(await mutate('cancelInterview', 'CancelInterviewInput', { interviewId }, link)).toMatchObject({
      __typename: 'InterviewPayload',
    });
    expect(await mutate('completeInterview', 'SettleInterviewInput', { interviewId }, world.recruiter)).toMatchObject({
      code: 'INTERVIEW_OVER',
    });
    const again = await mutate(
      'requestInterview',
      'RequestInterviewInput',
      { applicationId: world.application.id },
      world.recruiter,
    );
    expect(again).toMatchObject({ __typename: 'RequestInterviewPayload' });
    const twice = { applicationId: world.application.id, expectedVersion: 9 };
    expect(await mutate('requestInterview', 'RequestInterviewInput', twice, world.recruiter)).toMatchObject({
      __typename: 'Conflict',
    });
    for (const bad of ['tomorrow', '2030-02-30T10:00:00Z', '2030-03-05T10:00:00', '']) {
      expect(await mutate('bookInterview', 'BookInterviewInput', { startsAt: bad }, link)).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'input.startsAt',
      });
    }
  });

  describe('availability', () => {
    const HOURS = { zone: 'Europe/Athens', days: ['TUE', 'MON', 'TUE'], starts: '22:00', ends: '06:00' };
    const SET = '... on AvailabilityPayload { availability { zone hours { zone days starts ends } } }';
    const set = (hours: object[], as: Credentials, personId?: string) =>
      mutate('setWeeklyHours', 'SetWeeklyHoursInput', { hours, personId }, as, SET);

    it("is one's own to keep, and everybody's for recruiters; hours may reach into the next day", async () => {
      const organizationId = await api.newOrganization();
      const me = await api.newPerson(organizationId, 'INTERVIEWER');
      const colleague = await api.newPerson(organizationId, 'INTERVIEWER');
      const recruiter = await api.newPerson(organizationId, 'RECRUITER');
      const foreign = await api.newPerson(await api.newOrganization(), 'ADMIN');
      const saved = { ...HOURS, days: ['MON', 'TUE'] };
      expect(await set([HOURS], me)).toMatchObject({ availability: { hours: [saved] } });
      expect(await ask('{ myAvailability { personId hours { zone days starts ends } } }', {}, me)).toEqual({
        personId: me.id,
        hours: [saved],
      });
      for (const as of [colleague, foreign]) expect(await set([], as, me.id)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await set([HOURS, { ...HOURS, days: ['SAT'] }], recruiter, me.id)).toMatchObject({
        availability: { hours: [saved, { ...HOURS, days: ['SAT'] }] },
      });
      expect(await set([], me)).toMatchObject({ availability: { hours: [] } });
      const other = await api.graphql('query ($id: ID!) { availability(personId: $id) { zone } }', { id: me.id }, colleague);
      expect(other.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    });

    it('refuses hours that cannot be, saying which rule, and keeps what was there', async () => {
      const organizationId = await api.newOrganization();
      const me = await api.newPerson(organizationId, 'INTERVIEWER');
      await set([HOURS], me);
      const bad = [
        { ...HOURS, zone: 'Mars/Olympus' },
        { ...HOURS, zone: '+02:00' },
        { ...HOURS, starts: '25:00' },
        { ...HOURS, starts: '24:00' },
        { ...HOURS, ends: '9:00' },
        { ...HOURS, days: [] },
        { ...HOURS, days: ['MONDAY'] },
      ];
      for (const rule of bad)
        expect(await set([HOURS, rule], me)).toMatchObject({ code: 'INVALID_INPUT', field: 'input.hours.1' });
      expect(
        await set(
          Array.from({ length: 51 }, () => HOURS),
          me,
        ),
      ).toMatchObject({ code: 'INVALID_INPUT', field: 'input.hours' });
      expect((await ask('{ myAvailability { hours { starts } } }', {}, me)).hours).toEqual([{ starts: '22:00' }]);
    });

    it('keeps busy times, which take slots away, and refuses those that cannot be', async () => {
      const world = await buildWorld(api);
      const me = world.pools[0]![0]!;
      const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
      const add = (startsAt: string, endsAt: string, as: Credentials = me, more = {}) =>
        mutate('addBusyBlock', 'AddBusyBlockInput', { startsAt, endsAt, ...more }, as, '... on BusyBlockPayload { busyBlockId }');
      const count = async () => (await ask(SLOTS, { applicationId: world.application.id }, world.recruiter)).count;
      const before = await count();
      const { busyBlockId } = await add(at(0), at(30), me, { reason: 'Away' });
      expect(await count()).toBe(0);
      const none = await ask(SLOTS, { applicationId: world.application.id }, world.recruiter);
      expect(none.none.blocks).toEqual([{ code: 'SEAT_BUSY' }]);
      const LIST =
        'query ($from: String, $to: String) { busyBlocks(from: $from, to: $to) { ... on BusyBlocks { blocks { id reason } } ... on UserError { code } } }';
      expect(await ask(LIST, {}, me)).toEqual({ blocks: [{ id: busyBlockId, reason: 'Away' }] });
      expect(await ask(LIST, { from: at(0), to: at(61) }, me)).toEqual({ code: 'INVALID_INPUT' });
      const stranger = await api.newPerson(world.organizationId, 'INTERVIEWER');
      for (const id of [busyBlockId, newId(), 'x']) {
        expect(await mutate('removeBusyBlock', 'RemoveBusyBlockInput', { busyBlockId: id }, stranger)).toMatchObject({
          code: 'NOT_FOUND',
        });
      }
      expect(await mutate('removeBusyBlock', 'RemoveBusyBlockInput', { busyBlockId }, me)).toMatchObject({
        __typename: 'BusyBlockPayload',
      });
      expect(await count()).toBe(before);
      const wrong = [
        [at(2), at(1)],
        [at(1), at(1)],
        [at(1), at(62)],
        [at(-20), at(-10)],
        [at(900), at(901)],
        ['never', at(1)],
        [at(1), '2030-13-01T00:00:00Z'],
      ] as const;
      for (const [startsAt, endsAt] of wrong) expect(await add(startsAt, endsAt)).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await add(at(1), at(2), stranger, { personId: me.id })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await add(at(1), at(2), me, { reason: 'x'.repeat(201) })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'input.reason',
      });
    });
  });
});
