import { FixedClock, type Id, type Role, type TeamRole, newId } from '#libs/kernel/index.js';
import { Reactions, type StoredEvent } from '#libs/platform/index.js';
import { type GraphqlAnswer, type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, type BuiltStage, buildApplication, buildPosting, buildTeamMember } from '../../support/builders.js';

export const NOW = new Date('2030-03-05T14:00:00Z');
export const HOUR_MS = 3_600_000;
export const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

type InterviewState = 'HELD' | 'CONFIRMED' | 'COMPLETED' | 'CANCELLED' | 'NO_SHOW';
export interface SeatFields {
  person: TestPerson;
  state?: InterviewState;
  answer?: 'PENDING' | 'ACCEPTED' | 'DECLINED';
}

/** An organisation with one application in the middle of its interviews, and everything that the specs of scorecards do to it. */
export class World {
  organizationId: Id;
  posting: BuiltPosting;
  screen: BuiltStage;
  panel: BuiltStage;
  work: BuiltStage;
  application: { id: Id; candidateId: Id };

  private constructor(
    readonly api: TestApi,
    readonly clock: FixedClock,
  ) {}

  static async start(): Promise<World> {
    const clock = new FixedClock(NOW);
    const world = new World(await startTestApi({ clock, config: { processes: 'api' } }), clock);
    world.organizationId = await world.api.newOrganization();
    return world;
  }

  /** A fresh posting and application, at the present of the world's beginning. */
  async renew(): Promise<void> {
    this.clock.set(NOW);
    const seats = ['engineer', 'designer', 'lead'].map((role) => ({ role, poolId: null }));
    this.posting = await buildPosting(this.api.owner, this.organizationId, {
      stages: [
        { name: 'Screening call', kind: 'SCREEN', seats: seats.slice(0, 1) },
        { name: 'Panel', kind: 'PANEL', seats, attributes: ['Clarity', 'Depth'] },
        { name: 'Assignment', kind: 'TAKE_HOME', attributes: ['Correctness'] },
      ],
    });
    [this.screen, this.panel, this.work] = this.posting.stages as [BuiltStage, BuiltStage, BuiltStage];
    this.application = await buildApplication(this.api.owner, this.organizationId, this.posting, { stageId: this.panel.id });
  }

  async person(role: Role, teamRole?: TeamRole, organizationId = this.organizationId): Promise<TestPerson> {
    const person = await this.api.newPerson(organizationId, role);
    await this.api.owner.query(`UPDATE sessions SET expires_at = '2040-01-01' WHERE person_id = $1`, [person.id]);
    if (teamRole) await buildTeamMember(this.api.owner, this.organizationId, this.posting.id, person.id, teamRole);
    return person;
  }

  /** An interview of an hour that ended an hour ago unless told otherwise, with people in the stage's seats. */
  async interview(stage: BuiltStage, seats: SeatFields[], fields: { from?: Date; state?: InterviewState } = {}) {
    const { from = at(-2), state = 'CONFIRMED' } = fields;
    const id = newId();
    const during = `[${from.toISOString()},${new Date(from.getTime() + HOUR_MS).toISOString()})`;
    await this.api.owner.query(
      `INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, state, during, zone, candidate_zone, tzdata_version, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'UTC', 'UTC', 'test', $8)`,
      [this.organizationId, id, this.application.id, this.application.candidateId, stage.id, state, during, NOW],
    );
    const seatIds: Id[] = [];
    for (const [position, seat] of seats.entries()) {
      seatIds.push(newId());
      await this.api.owner.query(
        `INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, state, during, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          this.organizationId,
          seatIds.at(-1),
          id,
          stage.seatIds[position],
          seat.person.id,
          seat.state ?? state,
          during,
          seat.answer ?? 'ACCEPTED',
        ],
      );
    }
    return { id, seatIds };
  }

  /** A take-home of the application, handed in just now unless told otherwise. */
  async takeHome(reviewers: TestPerson[], status: 'SENT' | 'SUBMITTED' | 'CANCELLED' = 'SUBMITTED'): Promise<Id> {
    const id = newId();
    const { rows } = await this.api.owner.query('SELECT count(*)::int AS n FROM take_homes WHERE application_id = $1', [
      this.application.id,
    ]);
    await this.api.owner.query(
      `INSERT INTO take_homes (organization_id, id, application_id, stage_id, transition_version, status, sent_at, due_at, due_zone, submitted_at, submission_url)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'UTC', $9, 'https://code.example/work')`,
      [
        this.organizationId,
        id,
        this.application.id,
        this.work.id,
        rows[0].n + 1,
        status,
        at(-48),
        at(48),
        status === 'SUBMITTED' ? NOW : null,
      ],
    );
    for (const { id: personId } of reviewers) {
      await this.api.owner.query(
        'INSERT INTO take_home_reviewers (organization_id, take_home_id, person_id) VALUES ($1, $2, $3)',
        [this.organizationId, id, personId],
      );
    }
    return id;
  }

  /** A card written by hand, for what others see of it. */
  async card(author: TestPerson, stage: BuiltStage, state: 'DRAFT' | 'SUBMITTED' = 'SUBMITTED', rating = 3): Promise<Id> {
    const id = newId();
    await this.api.owner.query(
      `INSERT INTO scorecards (organization_id, id, application_id, stage_id, author_id, state, recommendation, notes, created_at, updated_at, submitted_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'YES', 'In confidence.', $7, $7, $8)`,
      [this.organizationId, id, this.application.id, stage.id, author.id, state, NOW, state === 'SUBMITTED' ? NOW : null],
    );
    await this.api.owner.query(
      'INSERT INTO scorecard_ratings (organization_id, scorecard_id, attribute_id, rating) VALUES ($1, $2, $3, $4)',
      [this.organizationId, id, stage.attributeIds[0], rating],
    );
    return id;
  }

  async graphql(query: string, variables: object, as: TestPerson): Promise<GraphqlAnswer> {
    return this.api.graphql(query, variables, as);
  }

  /** `saveScorecardDraft` or `submitScorecard` for a stage of the application. */
  async write(mutation: 'saveScorecardDraft' | 'submitScorecard', as: TestPerson, stage: BuiltStage, input: object) {
    const full = { applicationId: this.application.id, stageId: stage.id, expectedVersion: 0, ...input };
    const answer = await this.graphql(WRITE(mutation), { input: full }, as);
    if (answer.errors) throw new Error(answer.errors[0]!.message);
    return answer.data.result;
  }

  async events(name: string) {
    const { rows } = await this.api.owner.query(
      `SELECT id, name, organization_id, subject_id, payload, not_before FROM outbox_events WHERE name = $1 AND payload->>'applicationId' = $2 ORDER BY id`,
      [name, this.application.id],
    );
    return rows;
  }

  /** What the worker does when an event is due. */
  async ring(name: string, payload: object): Promise<void> {
    const event: StoredEvent = {
      id: newId(),
      organizationId: this.organizationId,
      name,
      subjectId: this.application.id,
      payload,
    };
    for (const handle of this.api.app.get(Reactions).handlersOf(name)) await handle(event);
  }

  close(): Promise<void> {
    return this.api.close();
  }
}

const CARD = `id version state recommendation notes submittedAt updatedAt interviewId takeHomeId author { id } ratings { attributeId name rating note }`;
const WRITE = (mutation: string) => `mutation ($input: ScorecardInput!) { result: ${mutation}(input: $input) {
  __typename ... on ScorecardPayload { scorecard { ${CARD} } } ... on UserError { code message } ... on Conflict { presentVersion } ... on InvalidInput { field } } }`;
