import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { runChild, startChild, stopChild } from './load/child.js';
import type { QueriesAnswer, QueriesInput } from './load/queries-program.js';
import { median, round } from './load/rate.js';
import { type BenchWorld, buildBenchWorld } from './load/world.js';
import type { BenchOptions } from './moves.js';

const API = new URL('./load/api-program.js', import.meta.url);
const QUERIES = new URL('./load/queries-program.js', import.meta.url);
const ROUNDS = 3;
const PEOPLE = 20_000;
const FIRST = 20;

const SYLLABLES = 'an be chi dor el fra gu hei is jo ka lin mo nar ol pe qua ri sten tor ul vi wen xa yo zu'.split(' ');
const SKILLS = 'postgresql kubernetes haskell typescript erlang rust accessibility payroll botany logistics design writing'.split(
  ' ',
);

/** What people type to find somebody they know of: beginnings and parts of names, whole names, addresses. */
function namesAsked(): string[] {
  const names = Array.from({ length: 40 }, (_, i) => nameOf(i * 487));
  return names.map((name, i) => [name, name.slice(0, 4), name.slice(1, 6), `person-${i * 433}@`][i % 4]!);
}

/** What they type to find somebody who can do something. */
function wordsAsked(): string[] {
  return [
    ...SKILLS,
    ...SKILLS.map((skill) => skill.slice(0, 5)),
    ...SKILLS.map((skill, i) => `${skill} ${SKILLS[(i * 5 + 1) % SKILLS.length]}`),
  ];
}

function nameOf(i: number): string {
  const syllable = (n: number) => SYLLABLES[n % SYLLABLES.length]!;
  const word = (n: number) => `${syllable(n)}${syllable(Math.floor(n / 7))}${syllable(Math.floor(n / 31))}`;
  const capital = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;
  return `${capital(word(i))} ${capital(word(i * 7 + 3))}`;
}

/**
 * Search over 20,000 people with CVs through GraphQL: by parts of names and addresses beside a bare trigram query, by words of the CV beside a bare text
 * search; both baselines by the tables' owner, who is in nobody's way, and without the people's applications.
 */
export async function benchSearch(postgresUrl: string, options: BenchOptions = {}): Promise<void> {
  const { seconds = 4, print = (line) => console.log(JSON.stringify(line)) } = options;
  const world = await buildBenchWorld(postgresUrl);
  await addPeople(world.owner, world);
  const { child, answer } = await startChild<{ url: string }>(API, { databaseUrl: world.database.url, reactions: true });
  try {
    const query = `query Find($query: String!) { searchCandidates(query: $query, first: ${FIRST}) { id name email applications { id postingTitle status } } }`;
    const measure = async (name: string, queries: string[], baseline: { text: string; values: unknown[][] }) => {
      const run = (way: QueriesInput['way']) =>
        runChild<QueriesAnswer>(QUERIES, {
          ...{ way, clients: 1, warmup_s: 1, seconds, apiUrl: answer.url, token: world.token, expects: '"searchCandidates"' },
          ...{ databaseUrl: world.database.url, organizationId: world.organizationId, asOwner: true, statement: baseline },
          bodies: queries.map((text) => JSON.stringify({ query, variables: { query: text } })),
        } satisfies QueriesInput);
      const taken: { graphql: QueriesAnswer; hand: QueriesAnswer }[] = [];
      for (let i = 0; i < ROUNDS; i += 1) taken.push({ graphql: await run('graphql'), hand: await run('statement') });
      const middle = (pick: (round: (typeof taken)[number]) => number) => round(median(taken.map(pick)));
      print({
        ...{ name, people: PEOPLE, clients: 1, perSecond: middle(({ graphql }) => graphql.perSecond) },
        ...{ p50_ms: middle(({ graphql }) => graphql.p50_ms), p95_ms: middle(({ graphql }) => graphql.p95_ms) },
        ...{ baselineP50_ms: middle(({ hand }) => hand.p50_ms), baselineP95_ms: middle(({ hand }) => hand.p95_ms) },
        ratio: middle(({ graphql, hand }) => graphql.p95_ms / hand.p95_ms),
        ...{ goal: 3, goalP95_ms: 30 },
      });
    };
    const from =
      'SELECT c.id, c.name, c.email FROM candidate_search s JOIN candidates c ON c.organization_id = $1 AND c.id = s.candidate_id';
    await measure('search by name or address, beside a bare trigram query', namesAsked(), {
      text: `${from} WHERE s.organization_id = $1 AND s.label LIKE $2 ORDER BY c.id DESC LIMIT ${FIRST}`,
      values: namesAsked().map((text) => [world.organizationId, `%${text.toLowerCase()}%`]),
    });
    await measure('search by words of the CV, beside a bare text search', wordsAsked(), {
      text: `${from} WHERE s.organization_id = $1 AND s.words @@ to_tsquery('simple', $2) ORDER BY c.id DESC LIMIT ${FIRST}`,
      values: wordsAsked().map((text) => [world.organizationId, `${text.replace(/ /g, ':* & ')}:*`]),
    });
  } finally {
    await stopChild(child);
    await world.close();
  }
}

/** People with names of their own and a CV of three skills and two hundred words of filler each. */
async function addPeople(owner: pg.Client, { organizationId, posting }: BenchWorld): Promise<void> {
  const names = Array.from({ length: PEOPLE }, (_, i) => nameOf(i));
  const filler = Array.from({ length: 400 }, (_, i) =>
    nameOf(i * 37)
      .replace(' ', '')
      .toLowerCase(),
  );
  const cvs = names.map((_, i) => {
    const skills = [0, 5, 11].map((step) => SKILLS[(i * (step + 1) + step) % SKILLS.length]);
    return [...skills, ...Array.from({ length: 200 }, (_, j) => filler[(i * 131 + j * j * 7) % filler.length])].join(' ');
  });
  for (let from = 0; from < PEOPLE; from += 2000) {
    await owner.query(
      `WITH given AS (SELECT gen_random_uuid() AS id, name, i, cv FROM unnest($2::text[], $3::int[], $4::text[]) AS g (name, i, cv)),
            people AS (INSERT INTO candidates (organization_id, id, name, email) SELECT $1, id, name, 'person-' || i || '@bench.example' FROM given),
            searchable AS (INSERT INTO candidate_search (organization_id, candidate_id, label, words)
              SELECT $1, id, rounds_fold(name || ' person-' || i || '@bench.example'),
                     to_tsvector('simple', rounds_words(name || ' person-' || i || '@bench.example ' || cv)) FROM given)
       INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, consented_at) SELECT $1, gen_random_uuid(), $5, id, $6, now() FROM given`,
      [
        organizationId,
        names.slice(from, from + 2000),
        Array.from({ length: 2000 }, (_, i) => from + i),
        cvs.slice(from, from + 2000),
        posting.id,
        posting.planId,
      ],
    );
  }
  await owner.query('VACUUM ANALYZE candidate_search');
  await owner.query('ANALYZE');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchSearch(process.env.ROUNDS_TEST_POSTGRES_URL!);
