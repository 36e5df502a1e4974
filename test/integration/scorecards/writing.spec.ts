import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import { World, at } from './world.js';

describe('writing a scorecard', () => {
  let world: World;
  let ada: TestPerson;

  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.renew();
    ada = await world.person('INTERVIEWER');
  });

  const cards = async () =>
    (
      await world.api.owner.query(
        'SELECT state, version, recommendation, notes, submitted_at FROM scorecards WHERE application_id = $1',
        [world.application.id],
      )
    ).rows;
  const audits = async () =>
    (
      await world.api.owner.query(
        `SELECT action, actor_id, detail FROM audit_events WHERE detail->>'applicationId' = $1 AND action LIKE 'scorecard.%' ORDER BY id`,
        [world.application.id],
      )
    ).rows;
  const rated = (...ratings: number[]) =>
    ratings.map((rating, i) => ({ attributeId: world.panel.attributeIds[i], rating, note: `Note ${i}` }));

  it('keeps what is typed, hands it in, and lets its author amend it, each a version and the last two in the audit log', async () => {
    const { id: interviewId } = await world.interview(world.panel, [{ person: ada }]);
    const first = await world.write('saveScorecardDraft', ada, world.panel, { notes: 'So far' });
    expect(first.scorecard).toMatchObject({
      version: 1,
      state: 'DRAFT',
      recommendation: null,
      notes: 'So far',
      submittedAt: null,
      interviewId,
    });
    const second = await world.write('saveScorecardDraft', ada, world.panel, {
      notes: 'More',
      ratings: rated(2, 3),
      expectedVersion: 1,
    });
    expect(second.scorecard).toMatchObject({
      version: 2,
      ratings: [
        { name: 'Clarity', rating: 2, note: 'Note 0' },
        { name: 'Depth', rating: 3 },
      ],
    });
    const content = { recommendation: 'YES', notes: 'Good', ratings: rated(4), expectedVersion: 2 };
    const submitted = await world.write('submitScorecard', ada, world.panel, content);
    expect(submitted.scorecard).toMatchObject({ version: 3, state: 'SUBMITTED', ratings: [{ name: 'Clarity', rating: 4 }] });
    world.clock.advance_ms(60_000);
    const amended = await world.write('submitScorecard', ada, world.panel, {
      ...content,
      recommendation: 'NO',
      expectedVersion: 3,
    });
    expect(amended.scorecard).toMatchObject({ version: 4, recommendation: 'NO', submittedAt: submitted.scorecard.submittedAt });
    expect(amended.scorecard.updatedAt).not.toBe(submitted.scorecard.updatedAt);
    expect(await world.write('saveScorecardDraft', ada, world.panel, { expectedVersion: 4 })).toMatchObject({
      code: 'ALREADY_SUBMITTED',
    });
    const ref = {
      scorecardId: submitted.scorecard.id,
      applicationId: world.application.id,
      postingId: world.posting.id,
      stageId: world.panel.id,
    };
    expect(await world.events('ScorecardSubmitted')).toMatchObject([{ payload: { ...ref, authorId: ada.id } }]);
    expect(await world.events('ScorecardAmended')).toHaveLength(1);
    expect(await audits()).toMatchObject([
      { action: 'scorecard.submit', actor_id: ada.id, detail: { version: 3 } },
      { action: 'scorecard.amend', actor_id: ada.id, detail: { version: 4, changed: ['recommendation'] } },
    ]);
    expect(JSON.stringify(await audits())).not.toContain('Good');
  });

  it('can be prepared before the interview and handed in from its beginning on', async () => {
    await world.interview(world.panel, [{ person: ada }], { from: at(1) });
    expect(await world.write('saveScorecardDraft', ada, world.panel, { notes: 'To ask' })).toMatchObject({
      scorecard: { version: 1 },
    });
    const card = { recommendation: 'NO', expectedVersion: 1 };
    expect(await world.write('submitScorecard', ada, world.panel, card)).toMatchObject({ code: 'TOO_EARLY' });
    world.clock.set(at(1));
    expect(await world.write('submitScorecard', ada, world.panel, card)).toMatchObject({
      scorecard: { state: 'SUBMITTED', version: 2 },
    });
  });

  it('is open whatever became of the interview, but not when it or the seat was cancelled', async () => {
    for (const [state, allowed] of [
      ['CONFIRMED', true],
      ['COMPLETED', true],
      ['NO_SHOW', true],
      ['CANCELLED', false],
    ] as const) {
      const person = await world.person('INTERVIEWER');
      const { id } = await world.interview(world.panel, [{ person }], { state });
      const result = await world.write('submitScorecard', person, world.panel, { recommendation: 'NO_DECISION' });
      expect([state, result.__typename]).toEqual([state, allowed ? 'ScorecardPayload' : 'Refused']);
      await world.api.owner.query('DELETE FROM scorecards WHERE interview_id = $1', [id]);
      await world.api.owner.query('DELETE FROM interviews WHERE id = $1', [id]);
    }
    const replaced = await world.person('INTERVIEWER');
    await world.interview(world.panel, [{ person: replaced, state: 'CANCELLED' }, { person: ada }]);
    expect(await world.write('submitScorecard', replaced, world.panel, { recommendation: 'YES' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is for reviewers once the work is handed in', async () => {
    const takeHomeId = await world.takeHome([ada], 'SENT');
    const card = { recommendation: 'YES', ratings: [{ attributeId: world.work.attributeIds[0], rating: 4 }] };
    expect(await world.write('submitScorecard', ada, world.work, card)).toMatchObject({ code: 'NOTHING_HANDED_IN' });
    await world.api.owner.query(`UPDATE take_homes SET status = 'SUBMITTED', submitted_at = $2 WHERE id = $1`, [
      takeHomeId,
      at(0),
    ]);
    expect(await world.write('submitScorecard', ada, world.work, card)).toMatchObject({
      scorecard: { takeHomeId, interviewId: null },
    });
  });

  it('waits for work that is being replaced, so that nobody judges what is gone', async () => {
    const takeHomeId = await world.takeHome([ada]);
    const candidate = new pg.Client({ connectionString: world.api.database.url });
    await candidate.connect();
    try {
      await candidate.query('BEGIN');
      await candidate.query(`UPDATE take_homes SET submission_url = 'https://code.example/new' WHERE id = $1`, [takeHomeId]);
      let done = false;
      const submitting = world.write('submitScorecard', ada, world.work, { recommendation: 'YES' }).finally(() => (done = true));
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while (!done && !(await world.api.owner.query(waiting)).rowCount) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(done).toBe(false);
      await candidate.query('COMMIT');
      expect(await submitting).toMatchObject({ scorecard: { state: 'SUBMITTED' } });
    } finally {
      await candidate.end();
    }
  });

  it('is not for those without a seat or review in that stage, whatever their role, nor for another organisation', async () => {
    await world.interview(world.screen, [{ person: ada }]);
    const elsewhere = await world.person('ADMIN', undefined, await world.api.newOrganization());
    const readers = [ada, elsewhere, await world.person('ADMIN'), await world.person('HIRING_MANAGER', 'HIRING_MANAGER')];
    for (const person of readers) {
      for (const mutation of ['saveScorecardDraft', 'submitScorecard'] as const)
        expect(await world.write(mutation, person, world.panel, { recommendation: 'YES' })).toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const ids of [{ applicationId: newId() }, { stageId: newId() }, { applicationId: 'nonsense' }, { stageId: "' OR true" }])
      expect(await world.write('submitScorecard', ada, world.screen, { recommendation: 'YES', ...ids })).toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(await cards()).toEqual([]);
  });

  it('refuses what it cannot mean and keeps the draft', async () => {
    await world.interview(world.panel, [{ person: ada }]);
    await world.write('saveScorecardDraft', ada, world.panel, { notes: 'Kept' });
    const bad: [object, string][] = [
      [{}, 'input.recommendation'],
      [{ recommendation: 'YES', ratings: [{ attributeId: world.panel.attributeIds[0], rating: 5 }] }, 'input.ratings.0.rating'],
      [
        { recommendation: 'YES', ratings: [{ attributeId: world.screen.attributeIds[0], rating: 2 }] },
        'input.ratings.0.attributeId',
      ],
      [{ recommendation: 'YES', ratings: [{ attributeId: newId(), rating: 2 }] }, 'input.ratings.0.attributeId'],
      [{ recommendation: 'YES', notes: 'a'.repeat(20_001) }, 'input.notes'],
    ];
    for (const [input, field] of bad)
      expect(await world.write('submitScorecard', ada, world.panel, { expectedVersion: 1, ...input })).toMatchObject({ field });
    expect(await cards()).toMatchObject([{ state: 'DRAFT', version: 1, notes: 'Kept' }]);
  });

  it('is decided for one of two tabs; the other is told and nothing of it is saved', async () => {
    await world.interview(world.panel, [{ person: ada }]);
    const begin = await Promise.all(
      ['one', 'two'].map((notes) => world.write('saveScorecardDraft', ada, world.panel, { notes })),
    );
    expect(begin.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'ScorecardPayload']);
    expect(begin.find(({ __typename }) => __typename === 'Conflict')).toMatchObject({ presentVersion: 1 });
    const [draft, submitted] = await Promise.all([
      world.write('saveScorecardDraft', ada, world.panel, { notes: 'typed', expectedVersion: 1 }),
      world.write('submitScorecard', ada, world.panel, { notes: 'final', recommendation: 'YES', expectedVersion: 1 }),
    ]);
    expect([draft, submitted].map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'ScorecardPayload']);
    const won = submitted.__typename === 'ScorecardPayload';
    expect(await cards()).toMatchObject([{ state: won ? 'SUBMITTED' : 'DRAFT', notes: won ? 'final' : 'typed', version: 2 }]);
    expect(await world.events('ScorecardSubmitted')).toHaveLength(won ? 1 : 0);
  });

  it('is done once for one idempotency key', async () => {
    await world.interview(world.panel, [{ person: ada }]);
    const input = { recommendation: 'YES', idempotencyKey: 'click-twice' };
    const answers = await Promise.all([1, 2].map(() => world.write('submitScorecard', ada, world.panel, input)));
    expect(answers[1]).toEqual(answers[0]);
    expect(await world.events('ScorecardSubmitted')).toHaveLength(1);
    expect(await cards()).toMatchObject([{ version: 1, state: 'SUBMITTED' }]);
  });
});

describe('the interview kit', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());
  beforeEach(() => world.renew());

  const KIT = `query ($applicationId: ID, $stageId: ID, $interviewSeatId: ID) {
    interviewKit(applicationId: $applicationId, stageId: $stageId, interviewSeatId: $interviewSeatId) {
      candidateName postingTitle stageName purpose questions mayWrite cvAttachmentId cvFileName attributes { name }
      interview { id startsAt endsAt seats { role personName mine } } takeHome { submissionUrl late } myScorecard { notes } } }`;
  const kit = async (as: TestPerson, asked: object) => {
    const answer = await world.graphql(KIT, asked, as);
    return answer.data?.interviewKit ?? answer.errors?.[0]?.extensions?.code;
  };

  it('tells an interviewer who, what, when, what the others cover, and nothing of what they think', async () => {
    const [ada, bob] = [await world.person('INTERVIEWER'), await world.person('INTERVIEWER')];
    const { id, seatIds } = await world.interview(world.panel, [{ person: ada }, { person: bob }]);
    await world.card(bob, world.panel);
    await world.write('saveScorecardDraft', ada, world.panel, { notes: 'Mine' });
    const cv = newId();
    await world.api.owner.query(
      `INSERT INTO attachments (organization_id, id, candidate_id, application_id, kind, file_name, content_type, size_bytes, sha256, storage_key)
       VALUES ($1, $2, $3, $4, 'CV', 'cv.pdf', 'application/pdf', 10, '\\x00', 'key')`,
      [world.organizationId, cv, world.application.candidateId, world.application.id],
    );
    const bySeat = await kit(ada, { interviewSeatId: seatIds[0] });
    expect(bySeat).toMatchObject({
      ...{ postingTitle: 'Backend Engineer', stageName: 'Panel', purpose: 'What to find out', mayWrite: true },
      ...{ cvAttachmentId: cv, cvFileName: 'cv.pdf', attributes: [{ name: 'Clarity' }, { name: 'Depth' }] },
      interview: {
        id,
        startsAt: at(-2).toISOString(),
        seats: [
          { role: 'engineer', mine: true },
          { role: 'designer', mine: false },
        ],
      },
      ...{ takeHome: null, myScorecard: { notes: 'Mine' } },
    });
    expect(JSON.stringify(bySeat)).not.toContain('In confidence.');
    expect(await kit(ada, { applicationId: world.application.id, stageId: world.panel.id })).toEqual(bySeat);
  });

  it('shows a reviewer the work', async () => {
    const reviewer = await world.person('INTERVIEWER');
    await world.takeHome([reviewer]);
    const seen = await kit(reviewer, { applicationId: world.application.id, stageId: world.work.id });
    expect(seen).toMatchObject({
      mayWrite: true,
      interview: null,
      takeHome: { submissionUrl: 'https://code.example/work', late: false },
    });
  });

  it('is shown to who leads the team, and is not there for anybody else', async () => {
    const ada = await world.person('INTERVIEWER');
    const { seatIds } = await world.interview(world.panel, [{ person: ada }]);
    const asked = [{ interviewSeatId: seatIds[0] }, { applicationId: world.application.id, stageId: world.panel.id }];
    const elsewhere = await world.person('ADMIN', undefined, await world.api.newOrganization());
    for (const each of asked) {
      expect(await kit(await world.person('HIRING_MANAGER', 'HIRING_MANAGER'), each)).toMatchObject({
        mayWrite: false,
        myScorecard: null,
      });
      for (const person of [await world.person('INTERVIEWER'), await world.person('HIRING_MANAGER'), elsewhere])
        expect(await kit(person, each)).toBe('NOT_FOUND');
    }
    for (const each of [
      {},
      { applicationId: world.application.id },
      { interviewSeatId: 'nonsense' },
      { ...asked[1], stageId: newId() },
    ])
      expect(await kit(ada, each)).toBe('NOT_FOUND');
    expect(await kit(ada, { ...asked[1], stageId: world.screen.id })).toBe('NOT_FOUND');
  });
});
