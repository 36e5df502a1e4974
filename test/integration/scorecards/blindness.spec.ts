import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role, TeamRole } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import { World } from './world.js';

type Own = 'no card' | 'a draft' | 'a card in';
type Place =
  'no seat' | 'a seat' | 'a seat that was declined' | 'a seat that was taken away' | 'a seat in an interview that nobody came to';

interface Case {
  role: Role;
  team?: TeamRole;
  place: Place;
  own: Own;
  /** Whether the card of a colleague in the same panel is shown; "nothing" when not even the application is. */
  sees: 'the card' | 'own only' | 'nothing';
}

const PANEL: Case[] = [
  { role: 'ADMIN', place: 'no seat', own: 'no card', sees: 'the card' },
  { role: 'ADMIN', place: 'a seat', own: 'no card', sees: 'own only' },
  { role: 'RECRUITER', place: 'no seat', own: 'no card', sees: 'the card' },
  { role: 'RECRUITER', place: 'a seat', own: 'no card', sees: 'own only' },
  { role: 'RECRUITER', place: 'a seat', own: 'a draft', sees: 'own only' },
  { role: 'RECRUITER', place: 'a seat', own: 'a card in', sees: 'the card' },
  { role: 'HIRING_MANAGER', place: 'no seat', own: 'no card', sees: 'nothing' },
  { role: 'HIRING_MANAGER', team: 'HIRING_MANAGER', place: 'no seat', own: 'no card', sees: 'the card' },
  { role: 'HIRING_MANAGER', team: 'HIRING_MANAGER', place: 'a seat', own: 'no card', sees: 'own only' },
  { role: 'HIRING_MANAGER', team: 'HIRING_MANAGER', place: 'a seat', own: 'a draft', sees: 'own only' },
  { role: 'HIRING_MANAGER', team: 'HIRING_MANAGER', place: 'a seat', own: 'a card in', sees: 'the card' },
  { role: 'HIRING_MANAGER', team: 'HIRING_MANAGER', place: 'a seat that was declined', own: 'no card', sees: 'own only' },
  { role: 'HIRING_MANAGER', team: 'HIRING_MANAGER', place: 'a seat that was taken away', own: 'no card', sees: 'the card' },
  {
    role: 'HIRING_MANAGER',
    team: 'HIRING_MANAGER',
    place: 'a seat in an interview that nobody came to',
    own: 'no card',
    sees: 'the card',
  },
  { role: 'INTERVIEWER', team: 'HIRING_MANAGER', place: 'no seat', own: 'no card', sees: 'the card' },
  { role: 'INTERVIEWER', team: 'RECRUITER', place: 'no seat', own: 'no card', sees: 'the card' },
  { role: 'INTERVIEWER', team: 'RECRUITER', place: 'a seat', own: 'no card', sees: 'own only' },
  { role: 'INTERVIEWER', team: 'COORDINATOR', place: 'no seat', own: 'no card', sees: 'own only' },
  { role: 'INTERVIEWER', team: 'COORDINATOR', place: 'a seat', own: 'a card in', sees: 'the card' },
  { role: 'INTERVIEWER', team: 'INTERVIEWER', place: 'no seat', own: 'no card', sees: 'nothing' },
  { role: 'INTERVIEWER', place: 'no seat', own: 'no card', sees: 'nothing' },
  { role: 'INTERVIEWER', place: 'a seat', own: 'no card', sees: 'own only' },
  { role: 'INTERVIEWER', place: 'a seat', own: 'a draft', sees: 'own only' },
  { role: 'INTERVIEWER', place: 'a seat', own: 'a card in', sees: 'the card' },
  { role: 'INTERVIEWER', place: 'a seat that was taken away', own: 'no card', sees: 'nothing' },
];

describe('another’s scorecard', () => {
  let world: World;
  let ada: TestPerson;
  let cardOfAda: string;
  let draftOfBob: string;

  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.renew();
    ada = await world.person('INTERVIEWER');
    const bob = await world.person('INTERVIEWER');
    cardOfAda = await world.card(ada, world.panel);
    draftOfBob = await world.card(bob, world.panel, 'DRAFT');
  });

  async function seat(reader: TestPerson, place: Place): Promise<void> {
    if (place === 'no seat') return;
    const state = { 'a seat that was taken away': 'CANCELLED', 'a seat in an interview that nobody came to': 'NO_SHOW' } as const;
    const answer = place === 'a seat that was declined' ? 'DECLINED' : 'ACCEPTED';
    const own = state[place as keyof typeof state];
    await world.interview(
      world.panel,
      [{ person: reader, answer, ...(own && { state: own }) }],
      own === 'NO_SHOW' ? { state: own } : {},
    );
  }

  /** The cards a reader gets, by both doors, or null. */
  async function seen(reader: TestPerson): Promise<string[] | null> {
    const variables = { id: world.application.id };
    const direct = await world.graphql('query ($id: ID!) { scorecards(applicationId: $id) { id state } }', variables, reader);
    const within = await world.graphql('query ($id: ID!) { application(id: $id) { scorecards { id } } }', variables, reader);
    if (direct.errors) {
      expect(direct.errors[0]!.extensions?.code).toBe('NOT_FOUND');
      expect(within.errors?.[0]!.extensions?.code).toBe('NOT_FOUND');
      return null;
    }
    const ids = direct.data.scorecards.map(({ id }: { id: string }) => id);
    expect(within.data.application.scorecards.map(({ id }: { id: string }) => id)).toEqual(ids);
    return ids;
  }

  it.each(PANEL)('for $role, in the team as $team, with $place and $own: $sees', async ({ role, team, place, own, sees }) => {
    const reader = await world.person(role, team);
    await seat(reader, place);
    const mine = own === 'no card' ? [] : [await world.card(reader, world.panel, own === 'a draft' ? 'DRAFT' : 'SUBMITTED')];
    const got = await seen(reader);
    const expected = { 'the card': [cardOfAda, ...mine], 'own only': mine, nothing: null }[sees];
    expect(got === null ? null : [...got].sort()).toEqual(expected === null ? null : [...expected].sort());
    expect(got ?? []).not.toContain(draftOfBob);
  });

  it('is not opened by a card for another stage, and closed by no seat in another stage', async () => {
    const interviewer = await world.person('INTERVIEWER');
    await world.interview(world.panel, [{ person: interviewer }]);
    const elsewhere = await world.card(interviewer, world.screen);
    expect(await seen(interviewer)).toEqual([elsewhere]);
    await world.api.owner.query(`UPDATE interviews SET state = 'COMPLETED'; UPDATE interview_seats SET state = 'COMPLETED'`);
    const manager = await world.person('HIRING_MANAGER', 'HIRING_MANAGER');
    await world.interview(world.screen, [{ person: manager }], { from: new Date('2030-03-05T18:00:00Z') });
    const screening = await world.card(ada, world.screen);
    expect((await seen(manager))?.sort()).toEqual([cardOfAda].sort());
    await world.card(manager, world.screen);
    expect(await seen(manager)).toContain(screening);
  });

  it('is withheld from who still has to review the same take-home', async () => {
    const [manager, reviewer] = [await world.person('HIRING_MANAGER', 'HIRING_MANAGER'), await world.person('INTERVIEWER')];
    await world.takeHome([manager, reviewer, ada]);
    const review = await world.card(ada, world.work);
    expect(await seen(manager)).toEqual([cardOfAda]);
    expect(await seen(reviewer)).toEqual([]);
    for (const person of [manager, reviewer]) {
      await world.card(person, world.work);
      expect(await seen(person)).toContain(review);
    }
  });

  it('is not there for another organisation, nor under an id that means nothing', async () => {
    const other = await world.person('ADMIN', undefined, await world.api.newOrganization());
    expect(await seen(other)).toBeNull();
    const answer = await world.graphql('{ scorecards(applicationId: "nonsense") { id } }', {}, ada);
    expect(answer.errors?.[0]!.extensions?.code).toBe('NOT_FOUND');
  });

  it('is counted in the summary and says nothing more while it is withheld, not even to this process', async () => {
    const SUMMARY = `query ($id: ID!) { application(id: $id) { scorecardSummary { stageName cardsIn cardsExpected withheld
      recommendations { recommendation count } attributes { name ratings { rating author { id } } } } } }`;
    const summary = async (as: TestPerson) =>
      (await world.graphql(SUMMARY, { id: world.application.id }, as)).data.application.scorecardSummary;
    const manager = await world.person('HIRING_MANAGER', 'HIRING_MANAGER');
    await world.interview(world.panel, [
      { person: manager },
      { person: ada },
      { person: await world.person('INTERVIEWER'), answer: 'DECLINED' },
    ]);
    expect(await summary(manager)).toEqual([
      {
        ...{ stageName: 'Panel', cardsIn: 1, cardsExpected: 2, withheld: 1 },
        recommendations: ['STRONG_NO', 'NO', 'YES', 'STRONG_YES', 'NO_DECISION'].map((recommendation) => ({
          recommendation,
          count: 0,
        })),
        attributes: [
          { name: 'Clarity', ratings: [] },
          { name: 'Depth', ratings: [] },
        ],
      },
    ]);
    const answered: object[] = [];
    const { read } = world.api.uow;
    world.api.uow.read = async (organizationId, name, sql, params) => {
      const rows = await read.call(world.api.uow, organizationId, name, sql, params);
      if (name === 'scorecard-summaries') answered.push(...rows);
      return rows as never;
    };
    await summary(manager);
    world.api.uow.read = read;
    const withheld = { stageId: world.panel.id, visible: false, authorId: null, recommendation: null, ratings: [] };
    expect(answered).toMatchObject([{ cards: [withheld] }]);
    await world.card(manager, world.panel, 'SUBMITTED', 1);
    const [panel] = await summary(manager);
    expect(panel).toMatchObject({ cardsIn: 2, cardsExpected: 2, withheld: 0 });
    expect(panel.recommendations[2]).toEqual({ recommendation: 'YES', count: 2 });
    expect(panel.attributes[0].ratings.map(({ rating }: { rating: number }) => rating).sort()).toEqual([1, 3]);
    expect(await summary(ada)).toBeNull();
  });
});
