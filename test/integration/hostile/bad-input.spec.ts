import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#libs/kernel/index.js';
import { type Credentials, type TestApi, startTestApi } from '../../support/api.js';
import { documentOf, outcomeOf } from './documents.js';
import { schema } from './operations.js';
import { type Organisation, buildOrganisation, changedTables, copyOrganisation, fingerprint } from './organisation.js';

const PERSON = { name: 'Ada Lovelace', email: 'ada@mail.example', country: 'GR', zone: 'Europe/Athens' };

/** What the tables of the other suites do not reach: addresses, documents, zones, and ids that need something beside them. */
describe('bad input', () => {
  let api: TestApi;
  let original: Organisation;
  let foreign: Organisation;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    original = await buildOrganisation(api, 'ours');
    foreign = await buildOrganisation(api, 'theirs');
  });
  afterAll(() => api.close());

  const ask = async (name: string, variables: object, as: Credentials = {}) => {
    const kind = schema.getQueryType()!.getFields()[name] ? 'query' : 'mutation';
    return outcomeOf(await api.graphql(documentOf(schema, kind, name, 2), variables, as));
  };
  /** All of them refused with one of the codes, and nothing changed. */
  const refuses = async (organisation: Organisation, codes: string[], tries: (() => ReturnType<typeof ask>)[]) => {
    const before = [await fingerprint(api, organisation.id), await fingerprint(api, foreign.id)];
    for (const attempt of tries) {
      const { code, message } = await attempt();
      expect(`${codes.includes(code) ? 'refused' : code} by ${attempt.toString()}: ${message}`).toMatch(/^refused /);
      expect(message.length).toBeGreaterThan(15);
    }
    const after = [await fingerprint(api, organisation.id), await fingerprint(api, foreign.id)];
    expect(before.map((one, at) => changedTables(one, after[at]!))).toEqual([[], []]);
  };

  it('puts no header into a mail address, and no second address', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things, slug } = organisation;
    const addresses = [
      'ada@mail.example\r\nBcc: eve@evil.example',
      'ada@mail.example\nSubject: hello',
      'ada@mail.example%0d%0aBcc: eve@evil.example',
      'ada@mail.example, eve@evil.example',
      'ada@mail.example;eve@evil.example',
      'Ada <ada@mail.example>',
      '"ada\r\n"@mail.example',
      'ada@mail.example\u2028Bcc: eve@evil.example',
      'ada@mail.example\0.evil.example',
      'ada@[127.0.0.1]',
      'ada@localhost',
      `${'a'.repeat(250)}@mail.example`,
      '',
    ];
    const apply = { organization: slug, posting: things.postingSlug, consent: true };
    await refuses(
      organisation,
      ['INVALID_INPUT', 'BAD_USER_INPUT'],
      addresses.flatMap((email) => [
        () => ask('applyToPosting', { input: { ...apply, contact: { ...PERSON, email } } }),
        () =>
          ask(
            'addCandidateApplication',
            { input: { postingId: things.posting, consent: true, contact: { ...PERSON, email } } },
            organisation.as('admin'),
          ),
        () =>
          ask(
            'updateCandidate',
            { input: { candidateId: things.candidate, expectedVersion: 1, contact: { ...PERSON, email } } },
            organisation.as('admin'),
          ),
        () => ask('invitePerson', { input: { email, name: 'Ada', role: 'ADMIN' } }, organisation.as('admin')),
        () => ask('updateOrganization', { input: { contactEmail: email } }, organisation.as('admin')),
      ]),
    );
  });

  it('puts no line break into a name, which stands in headers', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things, slug } = organisation;
    const names = ['Ada\r\nBcc: eve@evil.example', 'Ada\nLovelace', 'Ada\u2028Lovelace', 'Ada\u0007', '   ', ''];
    await refuses(
      organisation,
      ['INVALID_INPUT', 'BAD_USER_INPUT'],
      names.flatMap((name) => [
        () =>
          ask('applyToPosting', {
            input: { organization: slug, posting: things.postingSlug, consent: true, contact: { ...PERSON, name } },
          }),
        () => ask('invitePerson', { input: { email: 'new@org.example', name, role: 'ADMIN' } }, organisation.as('admin')),
        () => ask('updateMyProfile', { input: { name } }, organisation.as('admin')),
        () => ask('updateOrganization', { input: { name } }, organisation.as('admin')),
      ]),
    );
  });

  it('takes an application from the public once, and none for what is not open', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things, slug } = organisation;
    const input = { organization: slug, posting: things.postingSlug, consent: true, contact: PERSON };
    const closed = (
      await api.owner.query('SELECT slug FROM postings WHERE organization_id = $1 AND id = $2', [organisation.id, things.closed])
    ).rows[0].slug;
    await refuses(
      organisation,
      ['NOT_FOUND', 'INVALID_INPUT', 'POSTING_NOT_OPEN'],
      [
        () => ask('applyToPosting', { input: { ...input, organization: 'nobody' } }),
        () => ask('applyToPosting', { input: { ...input, organization: foreign.slug } }),
        () => ask('applyToPosting', { input: { ...input, organization: organisation.id } }),
        () => ask('applyToPosting', { input: { ...input, posting: closed } }),
        () => ask('applyToPosting', { input: { ...input, posting: things.posting } }),
        () => ask('applyToPosting', { input: { ...input, posting: '../..' } }),
        () => ask('applyToPosting', { input: { ...input, consent: false } }),
        () => ask('applyToPosting', { input: { ...input, answers: [{ questionId: 'nothing', text: 'x' }] } }),
        () => ask('applyToPosting', { input: { ...input, contact: { ...PERSON, links: ['javascript:alert(1)'] } } }),
        () => ask('applyToPosting', { input: { ...input, contact: { ...PERSON, country: 'Atlantis' } } }),
        () => ask('applyToPosting', { input: { ...input, contact: { ...PERSON, zone: 'Mars/Olympus' } } }),
      ],
    );
    expect(await ask('applyToPosting', { input })).toMatchObject({ code: 'DONE' });
  });

  it('answers no question that the posting does not ask', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things } = organisation;
    const input = { postingId: things.posting, consent: true, contact: PERSON };
    await refuses(
      organisation,
      ['INVALID_INPUT'],
      [
        ...[newId(), 'x', '', '__proto__', 'a\0b', 'x'.repeat(10_000)].map(
          (questionId) => () =>
            ask(
              'addCandidateApplication',
              { input: { ...input, answers: [{ questionId, text: 'x' }] } },
              organisation.as('admin'),
            ),
        ),
        () =>
          ask(
            'addCandidateApplication',
            { input: { ...input, answers: Array.from({ length: 500 }, () => ({ questionId: 'x', text: 'x' })) } },
            organisation.as('admin'),
          ),
      ],
    );
  });

  it('opens no kit of a seat that is not one’s own to see', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things } = organisation;
    for (const id of [newId(), foreign.things.interviewSeat, 'x', '', '\0'])
      expect(await ask('interviewKit', { interviewSeatId: id }, organisation.as('admin'))).toMatchObject({ refused: true });
    for (const caller of ['interviewer', 'outsider', 'candidate', 'nobody'] as const)
      expect(await ask('interviewKit', { interviewSeatId: things.interviewSeat }, organisation.as(caller))).toMatchObject({
        refused: true,
      });
    expect(await ask('interviewKit', { interviewSeatId: things.interviewSeat }, organisation.as('seated'))).toMatchObject({
      code: 'DONE',
    });
    expect(await ask('interviewKit', {}, organisation.as('admin'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('hands in no file of somebody else', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things } = organisation;
    await api.owner.query('UPDATE take_homes SET application_id = $2 WHERE organization_id = $1', [
      organisation.id,
      things.waiting,
    ]);
    await api.owner.query('UPDATE applications SET stage_id = $3 WHERE organization_id = $1 AND id = $2', [
      ...[organisation.id, things.waiting, things.stages.work],
    ]);
    const attach = async (candidateId: string, applicationId: string | null) => {
      const id = newId();
      await api.owner.query(
        `INSERT INTO attachments (organization_id, id, candidate_id, application_id, kind, file_name, content_type, size_bytes, sha256, storage_key)
         VALUES ($1, $2, $3, $4, 'TAKE_HOME', 'work.txt', 'text/plain', 1, '\\x00', 'nowhere')`,
        [organisation.id, id, candidateId, applicationId],
      );
      return id;
    };
    const others = [
      await attach(things.otherCandidate, things.booked),
      await attach(things.twinCandidate, things.received),
      newId(),
      'x',
      '',
    ];
    await refuses(
      organisation,
      ['NOT_FOUND', 'INVALID_INPUT', 'NO_TAKE_HOME', 'NOT_THERE'],
      others.map((attachmentId) => () => ask('submitTakeHome', { input: { attachmentId } }, organisation.as('candidate'))),
    );
  });

  it('imports no document that is none', async () => {
    const organisation = await copyOrganisation(api, original);
    const binary = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]).toString('latin1');
    const documents = [
      '',
      ' \n\t\n',
      '\u0000',
      binary,
      `%PDF-1.4\n${'\u0000\u0001'.repeat(50)}`,
      'x'.repeat(1_048_577),
      '\u00e9'.repeat(600_000),
    ];
    await refuses(
      organisation,
      ['INVALID_INPUT', 'BAD_USER_INPUT'],
      documents.flatMap((document) => [
        () => ask('importPosting', { input: { document } }, organisation.as('admin')),
        () =>
          ask(
            'revisePosting',
            { input: { postingId: organisation.things.draft, expectedVersion: organisation.things.draftVersion, document } },
            organisation.as('admin'),
          ),
      ]),
    );
  });

  it('guesses no hours that contradict each other, and takes none from a person', async () => {
    const organisation = await copyOrganisation(api, original);
    const document =
      '# Backend engineer\n\nCore hours are 10:00 to 16:00 UTC.\n\nOur core hours: 18:00–22:00 US Eastern.\n\nCore hours: 25:00 to 99:99 Mars/Olympus.\n';
    const { data } = await api.graphql(
      'query ($document: String!) { previewPosting(document: $document) { reading { coreHours { start end zone } diagnostics { code severity line message } } } }',
      { document },
      organisation.as('admin'),
    );
    expect(data.previewPosting.reading.coreHours).toBeNull();
    expect(
      data.previewPosting.reading.diagnostics.some(
        ({ field, line }: { field: string; line: number }) => line >= 3 && field !== '',
      ),
    ).toBe(true);
    const correct = (coreHours: object) => () =>
      ask(
        'correctPosting',
        {
          input: {
            postingId: organisation.things.draft,
            expectedVersion: organisation.things.draftVersion,
            corrections: { coreHours },
          },
        },
        organisation.as('admin'),
      );
    const good = { start: '10:00', end: '16:00', zone: 'UTC', days: ['MON'] };
    expect(Object.keys(good)).toHaveLength(4);
    await refuses(
      organisation,
      ['INVALID_INPUT', 'CORE_HOURS_REVERSED', 'UNKNOWN_ZONE', 'UNKNOWN_WEEKDAY', 'INVALID_TIME'],
      [
        correct({ ...good, start: '16:00', end: '10:00' }),
        correct({ ...good, start: '10:00', end: '10:00' }),
        correct({ ...good, start: '24:00' }),
        correct({ ...good, start: '9:00' }),
        correct({ ...good, end: '24:01' }),
        correct({ ...good, zone: 'Mars/Olympus' }),
        correct({ ...good, zone: '+02:00' }),
        correct({ ...good, zone: '' }),
        correct({ ...good, zone: '../../etc/localtime' }),
        correct({ ...good, days: ['MON', 'FUNDAY'] }),
      ],
    );
  });

  it('knows no zone, day or time that there is not', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things } = organisation;
    const zones = [
      'Mars/Olympus',
      'europe/nowhere',
      '+02:00',
      'UTC+2',
      '',
      ' ',
      'Etc/../UTC',
      'x'.repeat(5000),
      'Europe/Athens\0',
    ];
    const hours = { zone: 'UTC', days: ['MON'], starts: '09:00', ends: '17:00' };
    const setHours = (one: object) => () =>
      ask('setWeeklyHours', { input: { hours: [{ ...hours, ...one }] } }, organisation.as('seated'));
    await refuses(
      organisation,
      ['INVALID_INPUT', 'BAD_USER_INPUT'],
      [
        ...zones.flatMap((zone) => [
          () => ask('setMyZone', { input: { zone } }, organisation.as('candidate')),
          () => ask('updateMyProfile', { input: { zone } }, organisation.as('admin')),
          () => ask('updateOrganization', { input: { zone } }, organisation.as('admin')),
          () => ask('slots', { applicationId: things.waiting, zone }, organisation.as('admin')),
          setHours({ zone }),
        ]),
        setHours({ days: [] }),
        setHours({ days: ['MON', 'XYZ'] }),
        setHours({ starts: '24:00' }),
        setHours({ starts: '9' }),
        setHours({ ends: '25:00' }),
        () => ask('setWeeklyHours', { input: { hours: Array.from({ length: 51 }, () => hours) } }, organisation.as('seated')),
      ],
    );
  });

  it('takes no instant that calendars do not have or that is out of reach', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things } = organisation;
    const instants = [
      '+275760-09-13T00:00:00.001Z',
      '+275760-09-13T00:00:00Z',
      '-271821-04-20T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:00Z',
      '2031-02-29T10:00:00Z',
      '2031-13-01T10:00:00Z',
      '2031-05-01T24:01:00Z',
      '2031-05-01T10:00:00',
      '2031-05-01',
      'NaN',
      'Infinity',
      'now',
      '',
      '1',
      '2031-05-01T10:00:00+99:99',
      '１２３４',
      '2031-05-01T10:00:00Z; DROP TABLE people',
    ];
    await refuses(
      organisation,
      ['INVALID_INPUT', 'BAD_USER_INPUT', 'TIME_NOT_OFFERED'],
      instants.flatMap((at) => [
        () => ask('bookInterview', { input: { applicationId: things.waiting, startsAt: at } }, organisation.as('admin')),
        () =>
          ask(
            'rescheduleInterview',
            { input: { interviewId: things.interview, startsAt: at, reason: 'x' } },
            organisation.as('admin'),
          ),
        () => ask('addBusyBlock', { input: { startsAt: at, endsAt: '2027-01-01T10:00:00Z' } }, organisation.as('admin')),
        () => ask('addBusyBlock', { input: { startsAt: things.freeAt, endsAt: at } }, organisation.as('admin')),
        () =>
          ask(
            'extendTakeHome',
            { input: { takeHomeId: things.takeHome, expectedVersion: 1, dueAt: at } },
            organisation.as('admin'),
          ),
        () => ask('busyBlocks', { from: at, to: things.freeAt }, organisation.as('admin')),
        // Where to look from may be long ago: times are shown from tomorrow on.
        ...(at.startsWith('000')
          ? []
          : [() => ask('slots', { applicationId: things.waiting, from: at }, organisation.as('admin'))]),
      ]),
    );
  });

  it('follows no cursor that it did not give', async () => {
    const organisation = await copyOrganisation(api, original);
    const { things } = organisation;
    const encoded = [
      [],
      [1],
      [null, null],
      ['x', 'y'],
      ['\0', '\0'],
      ['2031', things.people.admin],
      ['2031-02-30T00:00:00.000Z', things.people.admin],
      ['0000-01-01T00:00:00.000Z', things.people.admin],
      ['9999-12-31T23:59:59.999999Z', things.people.admin],
      [things.people.admin, things.people.admin],
      [1e308, 'x'],
      [{}, []],
      ['a'.repeat(10_000), 'b'],
    ];
    const cursors = [
      '',
      'x',
      '%',
      'e30',
      'null',
      '\0',
      'a'.repeat(100_000),
      ...encoded.map((values) => Buffer.from(JSON.stringify(values)).toString('base64url')),
    ];
    const lists: Record<string, object> = {
      people: {},
      postings: {},
      auditEvents: {},
      myInterviews: {},
      applications: { postingId: things.posting },
      mailsOf: { applicationId: things.waiting },
    };
    for (const [name, variables] of Object.entries(lists)) {
      for (const after of cursors) {
        const { code } = await ask(name, { ...variables, after }, organisation.as('admin'));
        expect([name, after.slice(0, 50), code]).toEqual([
          name,
          after.slice(0, 50),
          expect.stringMatching(/^(BAD_USER_INPUT|DONE|EMPTY)$/),
        ]);
      }
      // One that it gave is followed to the end.
      const document = documentOf(schema, 'query', name, 2);
      for (let after: string | null = null, pages = 1; pages < 50; pages += 1) {
        const { data, errors } = await api.graphql(document, { ...variables, first: 1, after }, organisation.as('admin'));
        expect(errors).toBeUndefined();
        after = data.result.pageInfo.endCursor;
        if (!data.result.pageInfo.hasNextPage) break;
        expect(after).not.toBeNull();
      }
      for (const first of [0, -1, 101, 2_147_483_647])
        expect([name, (await ask(name, { ...variables, first }, organisation.as('admin'))).code]).toEqual([
          name,
          expect.stringMatching(/^(BAD_USER_INPUT|OPERATION_TOO_LARGE)$/),
        ]);
    }
  });
});
