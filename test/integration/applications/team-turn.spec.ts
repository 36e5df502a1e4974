import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOW, World, at } from '../pages/world.js';

const TURN = `{ teamTurn(first: 100) { count applications { applicationId candidateName stageName waitingFor lateDays since }
  postings { postingId title active waiting } } }`;
const BOARD = 'query ($id: ID!) { board(postingId: $id) { cards { id waitingOn waitingFor enteredStageAt } } }';

describe('what waits for the team', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  const turn = async (as = world.manager) => (await world.api.graphql(TURN, {}, as)).data.teamTurn;

  it('is what the board says, whatever is open in a stage', async () => {
    const { technical, screen, work, offer } = world;
    const made = async (stage: typeof screen | null, name: string) => world.application(stage, { name });
    const received = await made(null, 'Received');
    await made(offer, 'Offered');
    const worked = await made(work, 'Worked');
    await world.takeHome(worked, 'SENT');
    await made(technical, 'To schedule');
    await made(screen, 'To choose');
    const coming = await made(technical, 'Coming');
    await world.interview(coming, technical, at(30));
    const over = await made(technical, 'Over');
    await world.interview(over, technical, at(-5));
    const settled = await made(technical, 'Settled');
    await world.interview(settled, technical, at(-9), 'COMPLETED');
    await world.rows(
      `INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, created_at, expires_at)
       SELECT a.organization_id, gen_random_uuid(), a.id, a.stage_id, a.version, $2, $3 FROM applications a JOIN candidates c ON c.id = a.candidate_id
        WHERE a.posting_id = $1 AND c.name IN ('To schedule', 'To choose')
       ON CONFLICT (organization_id, application_id, transition_version) DO NOTHING`,
      [world.posting.id, NOW, at(48)],
    );
    const { cards } = (await world.api.graphql(BOARD, { id: world.posting.id }, world.manager)).data.board;
    const ofTeam = cards.filter(({ waitingOn }: { waitingOn: string }) => waitingOn === 'TEAM');
    const { count, applications, postings } = await turn();
    const said = (list: { id?: string; applicationId?: string; waitingFor: string }[]) =>
      list.map((one) => `${one.id ?? one.applicationId} ${one.waitingFor}`).sort();
    expect(said(applications)).toEqual(said(ofTeam));
    expect(ofTeam).toHaveLength(5);
    expect(count).toBe(5);
    expect(postings).toEqual([{ postingId: world.posting.id, title: 'Backend Engineer', active: 8, waiting: 5 }]);
    expect(applications.find((one: { applicationId: string }) => one.applicationId === received.id)).toMatchObject({
      ...{ stageName: null, waitingFor: 'REVIEW', lateDays: null },
    });
  });

  it('begins with those longest over the target, and says by how many days', async () => {
    await world.renewPosting();
    const late = await world.application(world.screen, { name: 'Long Waiting' });
    await world.rows('UPDATE applications SET entered_stage_at = $2 WHERE id = $1', [late.id, at(-24 * 12)]);
    const { applications } = await turn();
    expect(applications[0]).toMatchObject({ candidateName: 'Long Waiting', lateDays: 7 });
  });

  it('is nobody’s else: who leads nothing, and who is of another organisation, reads of nobody', async () => {
    for (const as of [world.interviewer, world.stranger, world.outsider])
      expect(await turn(as)).toEqual({ count: 0, applications: [], postings: [] });
    expect((await turn(world.recruiter)).postings).toHaveLength(2);
  });
});
