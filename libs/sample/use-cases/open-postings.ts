import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ManageLists } from '#libs/applications/index.js';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import {
  ChangePostingStatus,
  EditKit,
  EditPlan,
  HiringTeam,
  ImportPosting,
  InterviewerPools,
  PlanStore,
  SetPostingQuestions,
  SharedSections,
  standardKit,
} from '#libs/postings/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { REJECTION_REASONS, SOURCES } from '../content/organization.js';
import { POOLS } from '../content/people.js';
import { KITS, POSTINGS } from '../content/postings.js';
import type { PostingWords } from '../domain/story.js';
import { openOpenings } from '../queries/open-openings.js';
import { type House, type SamplePosting, must, named } from './sample-world.js';

type People = ReadonlyMap<string, StaffActor>;

/** Sources, and rejection reasons by label. */
export async function makeLists(house: House, admin: StaffActor): Promise<ReadonlyMap<string, Id>> {
  const lists = house.get(ManageLists);
  await Promise.all(SOURCES.map(async (source) => must(await lists.addSource(admin, source), source)));
  const added = REJECTION_REASONS.map(async ({ label, side }) => {
    const { id } = must(await lists.addRejectionReason(admin, label, side), label);
    return [label, id] as const;
  });
  return new Map(await Promise.all(added));
}

/** Interviewer pools with their members, by name. They are there before postings are imported, whose seats find them. */
export async function makePools(house: House, recruiter: StaffActor, people: People): Promise<ReadonlyMap<string, Id>> {
  const pools = house.get(InterviewerPools);
  const made = POOLS.map(async ({ name, members }) => {
    const { poolId } = must(await pools.create(recruiter, { name }), `the pool "${name}"`);
    for (const [key, targetPerWeek] of members) {
      const { personId } = named(people, key);
      must(await pools.putMember(recruiter, { poolId, personId, targetPerWeek }), `${key} in "${name}"`);
    }
    return [name, poolId] as const;
  });
  return new Map(await Promise.all(made));
}

/** The shared sections and the four documents under `samples`: imported, corrected, staffed and published. */
export async function openPostings(
  house: House,
  samples: string,
  people: People,
  pools: ReadonlyMap<string, Id>,
): Promise<ReadonlyMap<string, SamplePosting>> {
  const sections = join(samples, 'sections');
  const author = named(people, POSTINGS[0]!.importedBy);
  const saving = (await readdir(sections)).map(async (name) => {
    const text = await readFile(join(sections, name), 'utf8');
    must(await house.get(SharedSections).save(author, { name, text, expectedVersion: null }), name);
  });
  await Promise.all(saving);
  const postings = new Map<string, SamplePosting>();
  for (const words of POSTINGS) {
    const document = await readFile(join(samples, 'postings', words.fileName), 'utf8');
    postings.set(words.key, await openPosting(house, words, document, people, pools));
  }
  return postings;
}

async function openPosting(
  house: House,
  words: PostingWords,
  document: string,
  people: People,
  pools: ReadonlyMap<string, Id>,
): Promise<SamplePosting> {
  const { fileName, corrections } = words;
  const actor = named(people, words.importedBy);
  const imported = must(await house.get(ImportPosting).execute(actor, { document, fileName, corrections }), fileName);
  const { postingId } = imported;
  // What the importer wrote is version 1; each change below that decides on a version makes the next.
  let version = 1;
  let { planId } = imported;
  if (words.addedSeats.length > 0) {
    planId = await addSeats(house, actor, postingId, planId, version++, words, pools);
  }
  if (words.openings > 1) {
    const more = { postingId, expectedVersion: version++, count: words.openings - 1 };
    must(await house.get(HiringTeam).addOpenings(actor, more), `openings of ${fileName}`);
  }
  const { questions } = words;
  if (questions.length > 0) {
    const wanted = { postingId, expectedVersion: version++, questions };
    must(await house.get(SetPostingQuestions).execute(actor, wanted), `questions of ${fileName}`);
  }
  for (const { person, role: teamRole } of words.team) {
    const { personId } = named(people, person);
    must(await house.get(HiringTeam).addMember(actor, { postingId, personId, teamRole }), `${person} for ${fileName}`);
  }
  await furnish(house, actor, planId, words, pools);
  const change = { postingId, expectedVersion: version, change: 'publish', confirm: false } as const;
  must(await house.get(ChangePostingStatus).execute(actor, change), `publishing ${fileName}`);
  return { id: postingId, planId, openings: await openOpenings(house.get(UnitOfWork), actor.organizationId, postingId) };
}

/** The plan's next version, with seats that the document does not name. */
async function addSeats(
  house: House,
  actor: StaffActor,
  postingId: Id,
  planId: Id,
  expectedVersion: number,
  { addedSeats, fileName }: PostingWords,
  pools: ReadonlyMap<string, Id>,
): Promise<Id> {
  const plan = (await house.get(PlanStore).get(actor.organizationId, planId))!;
  const stages = plan.stages.map(({ id, position, seats, ...stage }) => ({
    ...stage,
    fromStageId: id,
    seats: [
      ...seats,
      ...addedSeats.filter(({ stage }) => stage === position).map(({ role, pool }) => ({ role, poolId: named(pools, pool) })),
    ],
  }));
  return must(await house.get(EditPlan).execute(actor, { postingId, expectedVersion, stages }), `the plan of ${fileName}`).planId;
}

/** Gives seats the pools and stages the kits that people chose for them. */
async function furnish(
  house: House,
  actor: StaffActor,
  planId: Id,
  words: PostingWords,
  pools: ReadonlyMap<string, Id>,
): Promise<void> {
  const { stages } = (await house.get(PlanStore).get(actor.organizationId, planId))!;
  for (const { stage, seat, pool } of words.pools) {
    const seatId = stages[stage - 1]!.seats[seat]!.id;
    must(await house.get(EditPlan).assignPool(actor, { seatId, poolId: named(pools, pool) }), `the pool "${pool}"`);
  }
  for (const { stage, purpose, questions } of KITS.filter(({ posting }) => posting === words.key)) {
    const { id: stageId, kind } = stages[stage - 1]!;
    const { attributes } = standardKit(kind);
    must(await house.get(EditKit).execute(actor, { stageId, purpose, questions, attributes }), `a kit of ${words.fileName}`);
  }
}
