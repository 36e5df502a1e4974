import { type TestApi, startTestApi } from '../../support/api.js';
import { faultOf, inTurns, namesOfTheDatabase, sendRaw } from './answers.js';
import { type Place, documentOf, placesIn, valueAt, withValue } from './documents.js';
import { type Operation, operations, schema } from './operations.js';
import { CALLERS, type Organisation, buildOrganisation, changedTables, copyOrganisation, fingerprint } from './organisation.js';
import { randomOf } from './random-operation.js';

export interface SwapOptions {
  /** Operations that are sent, each with at least one id of another organisation. */
  readonly swaps: number;
  readonly seed: number;
}

export interface SwapCounts {
  readonly seed: number;
  readonly swaps: number;
  /** How many of all operations with ids were tried. */
  readonly operations: string;
  /** Answers by what became of them: a code, or DATA. */
  readonly answers: Readonly<Record<string, number>>;
  /** What was wrong, each as a sentence with its operation. */
  readonly wrong: readonly string[];
}

/** Stands in every name and text of the other organisation, and nowhere else. */
const MARK = 'Qforeignx';
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const ANEW_AFTER = 96;

/**
 * Sends operations in which ids are those of things of another organisation: the same thing there, or any other; one or all of them; by whoever may do it at home, and
 * by others. No answer may hold anything of that organisation that was not sent, no row of it may change, and none may be done to the other's thing.
 */
export async function runSwaps({ swaps, seed }: SwapOptions): Promise<SwapCounts> {
  const api = await startTestApi({ config: { processes: 'api' } });
  try {
    const ours = await buildOrganisation(api, 'ours');
    const theirs = await buildOrganisation(api, 'theirs');
    await mark(api, theirs);
    const names = await namesOfTheDatabase(api);
    const random = randomOf(seed);
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const foreign = idsIn(theirs);
    const own = new Set(idsIn(ours));
    const before = await fingerprint(api, theirs.id);
    const withIds = operations
      .map(([name, kind, operation]) => ({ name, kind, operation, places: idPlaces(ours, name, kind, operation) }))
      .filter(({ places }) => places.length > 0);
    const tried = new Set<string>();
    const answers: Record<string, number> = {};
    let organisation = ours;
    const swap = ({ name, kind, operation, places }: (typeof withIds)[number], { id, things, as }: Organisation) => {
      const caller = random() < 0.8 ? one(operation.may) : one(CALLERS);
      let variables = operation.variables(things, caller);
      const there = operation.variables(theirs.things, caller);
      const [always] = [one(places)];
      for (const path of places)
        if (path === always || random() < 0.3)
          variables = withValue(variables, path, random() < 0.7 ? valueAt(there, path) : one(foreign));
      tried.add(name);
      return async (): Promise<string | null> => {
        const sent = JSON.stringify(variables);
        const answer = await sendRaw(api, documentOf(schema, kind, name, 3), variables, as(caller));
        const code = codeOf(answer.text);
        answers[code] = (answers[code] ?? 0) + 1;
        const shown = (answer.text.match(ID) ?? []).find(
          (each) => foreign.includes(each) && !own.has(each) && !sent.includes(each),
        );
        const fault =
          faultOf(answer, names) ??
          (answer.text.includes(MARK) ? `shows a row of another organisation` : null) ??
          (shown ? `shows the id ${shown} of another organisation` : null);
        return fault && `${fault}\n${caller} of ${id}: ${name} ${sent}`;
      };
    };
    const wrong: string[] = [];
    for (let sent = 0; sent < swaps; sent += ANEW_AFTER) {
      organisation = await copyOrganisation(api, ours);
      const tasks = Array.from({ length: Math.min(ANEW_AFTER, swaps - sent) }, () => swap(one(withIds), organisation));
      wrong.push(...(await inTurns(tasks)).filter((each) => each !== null));
    }
    for (const table of changedTables(before, await fingerprint(api, theirs.id)))
      wrong.push(`${table} of the other organisation changed`);
    return { seed, swaps, operations: `${tried.size} of ${withIds.length}`, answers, wrong };
  } finally {
    await api.close();
  }
}

/** The places where the operation's own arguments name something by id. */
function idPlaces({ things }: Organisation, name: string, kind: 'query' | 'mutation', operation: Operation): Place['path'][] {
  const variables = operation.variables(things, operation.may[0]!);
  return placesIn(schema, kind, name, variables)
    .filter(({ type, path }) => type === 'ID' && valueAt(variables, path) !== undefined)
    .map(({ path }) => path);
}

/** Every name, title and text that people read is known again wherever it comes out. */
async function mark({ owner }: TestApi, { id }: Organisation): Promise<void> {
  const { rows } = await owner.query<{ table: string; set: string }>(
    `SELECT table_name AS table, string_agg(format('%I = ''${MARK} '' || %I', column_name, column_name), ', ') AS set FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'text' AND is_generated = 'NEVER'
        AND (table_name, column_name) IN (('people', 'name'), ('candidates', 'name'), ('candidates', 'location'), ('postings', 'title'), ('plan_stages', 'name'), ('interviewer_pools', 'name'),
             ('application_notes', 'text'), ('sources', 'name'), ('rejection_reasons', 'label'), ('shared_sections', 'text'), ('mails', 'subject'), ('incoming_mails', 'subject'),
             ('incoming_mails', 'text'), ('take_homes', 'brief'), ('kit_attributes', 'name'), ('legal_holds', 'reason'), ('api_tokens', 'name'))
      GROUP BY 1`,
  );
  for (const { table, set } of rows) await owner.query(`UPDATE ${table} SET ${set} WHERE organization_id = $1`, [id]);
  if (rows.length < 12) throw new Error(`only ${rows.length} tables are marked: their names have changed`);
}

function codeOf(text: string): string {
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? 'DATA';
}

function idsIn({ id, things }: Organisation): string[] {
  return [id, ...new Set(JSON.stringify(things).match(ID))];
}
