import { pathToFileURL } from 'node:url';
import { signLink } from '#libs/identity/index.js';
import {
  clip,
  contains,
  intersect,
  newId,
  normalise,
  pad,
  subtract,
  union,
  weeklyWindows,
  type Id,
  type Intervals,
} from '#libs/kernel/index.js';
import { type SlotQuery, planBatch, searchSlots } from '#libs/scheduling/index.js';
import { type TestApi, startTestApi } from '../support/api.js';
import { buildApplication, buildCandidate, buildPool, buildPosting } from '../support/builders.js';
import { office } from '../support/batch-office.js';
import { BASELINES } from './slot-baselines.js';
import { panelQuery, slotSearchRates } from './slot-search.js';

const DAY_MS = 86_400_000;
const WORKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI'];

/** Prints slot searches a second in memory beside plain interval arithmetic in the same run, and the time of `slots` through GraphQL. */
export async function benchSlots(print: (line: object) => void = (line) => console.log(JSON.stringify(line))): Promise<void> {
  const baseline = intervalRate();
  const others = baselineRates(baseline.count);
  for (const { what, perSecond, count } of slotSearchRates()) {
    const same = count === baseline.count;
    print({
      bench: 'slots',
      what,
      perSecond,
      count,
      ...(same && { ratioToIntervals: round(perSecond / baseline.perSecond) }),
      ...(same && Object.fromEntries(others.map((one) => [one.ratio, round(perSecond / one.perSecond)]))),
    });
  }
  print({ bench: 'slots', what: 'baseline: interval arithmetic, panel of 5, windows ready', ...baseline });
  for (const { what, perSecond, count } of others)
    print({ bench: 'slots', what: `baseline: ${what}, panel of 5`, perSecond, count });
  print(batchRate());
  const api = await startTestApi({ config: { processes: 'api' } });
  try {
    print(await throughGraphql(api, 'panel of 5', [1, 1, 1, 1, 1], { goal_ms: 25 }));
    print(await throughGraphql(api, '5 pools of 10', [10, 10, 10, 10, 10], { goal_ms: 100 }));
  } finally {
    await api.close();
  }
}

/** The straightforward way: sets of intervals, rules as windows made beforehand like the compiled search has them, busy blocks subtracted every time. */
function intervalRate(): { perSecond: number; count: number } {
  const query = panelQuery();
  const [earliest, latest] = [query.earliest_ms, query.latest_ms];
  const windows = (rules: SlotQuery['coreHours']): Intervals =>
    union(...(rules ?? []).map((rule) => weeklyWindows(rule, earliest, latest)));
  const common = intersect(windows(query.coreHours), windows(query.candidateHours));
  const members = query.seats.map(({ members: [member] }) => ({ ...member!, open: windows(member!.weeklyHours) }));
  const step_ms = 15 * 60_000;
  const duration_ms = query.duration_min * 60_000;
  const once = (): number => {
    let free: Intervals = common;
    for (const { open, busy, bufferBefore_min, bufferAfter_min } of members) {
      const blocked = pad(normalise(busy), bufferAfter_min * 60_000, bufferBefore_min * 60_000);
      // An interview lies wholly in hours; its buffers only have to be free of blocks, so hours are cut last.
      free = intersect(free, subtract(open, clip(blocked, earliest, latest)));
    }
    let count = 0;
    for (let start_ms = Math.ceil(earliest / step_ms) * step_ms; start_ms + duration_ms <= latest; start_ms += step_ms) {
      if (contains(free, start_ms, start_ms + duration_ms)) count += 1;
    }
    return count;
  };
  const count = once();
  if (count !== searchSlots(query).count)
    throw new Error(`interval arithmetic counts ${count} slots, the search ${searchSlots(query).count}`);
  let perSecond = 0;
  for (let turn = 0; turn < 3; turn += 1) {
    const start = performance.now();
    for (let i = 0; i < 300; i += 1) once();
    perSecond = Math.max(perSecond, 300_000 / (performance.now() - start));
  }
  return { perSecond: Math.round(perSecond), count };
}

/** The ways that come to mind first, in the same run. */
function baselineRates(expected: number): { what: string; ratio: string; perSecond: number; count: number }[] {
  return Object.entries(BASELINES).map(([what, ready]) => {
    const once = ready(panelQuery());
    const count = once();
    if (count !== expected) throw new Error(`${what} counts ${count} slots, the search ${expected}`);
    let perSecond = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      const start = performance.now();
      for (let i = 0; i < 5; i += 1) once();
      perSecond = Math.max(perSecond, 5_000 / (performance.now() - start));
    }
    const ratio = what.startsWith('Temporal') ? 'ratioToTemporal' : 'ratioToBruteForce';
    return { what, ratio, perSecond: Math.round(perSecond), count };
  });
}

/** 60 candidates and five interviewers, whose calendars are nearly full, half full and hardly full. */
function batchRate(): object {
  const plans = [0.1, 0.2, 0.3].flatMap((density, at) =>
    [1, 2, 3].map((seed) => {
      const { candidates, people } = office(seed + at * 10, [['a', 'b', 'c', 'd', 'e']], density);
      const start = performance.now();
      const { interviews, bound } = planBatch(candidates, people);
      return { share: interviews.length / bound, took_ms: performance.now() - start };
    }),
  );
  return {
    bench: 'slots',
    what: 'batch of 60 candidates and 5 interviewers, 9 of them',
    worstShareOfBound: round(Math.min(...plans.map(({ share }) => share))),
    slowest_ms: round(Math.max(...plans.map(({ took_ms }) => took_ms))),
    goal_ms: 2000,
  };
}

/** A candidate looks at four weeks of a panel whose people have 50 busy blocks each. */
async function throughGraphql(api: TestApi, what: string, pools: readonly number[], goal: object): Promise<object> {
  const link = await buildCrowd(api, pools);
  const to = new Date(Date.now() + 28 * DAY_MS - 60_000).toISOString();
  const query = '{ slots(to: $to) { ... on SlotList { count slots { startsAt said } } ... on UserError { message } } }';
  const ask = () => api.graphql(`query ($to: String) ${query}`, { to }, { link });
  const bare = await times(200, () => api.graphql('{ __typename }', {}, { link }));
  for (let i = 0; i < 50; i += 1) await ask();
  const { data } = await ask();
  if (!data?.slots?.count) throw new Error(`no slots were found: ${JSON.stringify(data)}`);
  const took = await times(300, ask);
  return {
    bench: 'slots',
    what: `through GraphQL, ${what}, 4 weeks, 50 written out`,
    ...took,
    ...goal,
    count: data.slots.count,
    emptyOperation_p95_ms: bare.p95_ms,
  };
}

async function times(count: number, work: () => Promise<unknown>): Promise<{ p50_ms: number; p95_ms: number }> {
  const took: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  return { p50_ms: round(took[Math.floor(count * 0.5)]!), p95_ms: round(took[Math.floor(count * 0.95)]!) };
}

async function buildCrowd(api: TestApi, pools: readonly number[]): Promise<readonly [string, string]> {
  const organizationId = await api.newOrganization();
  const seats: { role: string; poolId: Id }[] = [];
  for (const [at, size] of pools.entries()) {
    const ids: Id[] = [];
    for (let i = 0; i < size; i += 1) ids.push((await api.newPerson(organizationId, 'INTERVIEWER')).id);
    const poolId = await buildPool(api.owner, organizationId, `Pool ${at}`, ids, {
      zone: 'Europe/Athens',
      starts: '09:00',
      ends: '22:00',
    });
    seats.push({ role: `role ${at}`, poolId });
    for (const [n, personId] of ids.entries()) await addBusyBlocks(api, organizationId, personId, at + n);
  }
  const posting = await buildPosting(api.owner, organizationId, {
    coreHours: { start: '10:00', end: '17:00', zone: 'America/New_York', days: WORKDAYS },
    stages: [{ name: 'Panel', kind: 'PANEL', durationMin: 45, selfSchedule: true, seats }],
  });
  const candidateId = await buildCandidate(api.owner, organizationId, { zone: 'Europe/Lisbon' });
  const application = await buildApplication(api.owner, organizationId, posting, { candidateId, stageId: posting.stages[0]!.id });
  await api.owner.query(
    `INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, created_at, expires_at)
     VALUES ($1, $2, $3, $4, 1, now(), now() + interval '14 days')`,
    [organizationId, newId(), application.id, posting.stages[0]!.id],
  );
  await api.owner.query('ANALYZE');
  const expiresAt = new Date(Date.now() + DAY_MS);
  return [
    'schedule',
    signLink(api.config.secret, { purpose: 'schedule', organizationId, subjectId: application.id, epoch: 0, expiresAt }),
  ];
}

/** Fifty short meetings over four weeks, at other times for everybody. */
async function addBusyBlocks(api: TestApi, organizationId: Id, personId: Id, shift: number): Promise<void> {
  await api.owner.query(
    `INSERT INTO busy_blocks (organization_id, id, person_id, during)
     SELECT $1, gen_random_uuid(), $2, tstzrange(at, at + interval '30 minutes')
       FROM generate_series(1, 50) AS n, LATERAL (SELECT date_trunc('day', now()) + make_interval(days => (n * 28 / 50), hours => 12 + (n * 7 + $3) % 9) AS at) AS t`,
    [organizationId, personId, shift],
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await benchSlots();
