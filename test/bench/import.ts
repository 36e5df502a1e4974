import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parsePosting } from '#libs/postings/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../support/api.js';

/** One measurement, printed as a line of JSON. */
export interface ImportRate {
  readonly bench: string;
  /** How often it was done in a second. */
  readonly perSecond: number;
  readonly p50_ms?: number;
  readonly p95_ms?: number;
  readonly clients?: number;
  /** Of the time one import takes alone, what is spent on reading the document. */
  readonly parseShare?: number;
}

const IMPORT =
  'mutation ($input: ImportPostingInput!) { importPosting(input: $input) { __typename ... on UserError { message } } }';
const ROUNDS_S = 2;

/**
 * How many of the sample documents are parsed a second on this core, and how many imports a second GraphQL takes: signed in, with facts, plan, seats, kits,
 * opening, audit and event, at 1 and 8 clients.
 */
export async function importRates(): Promise<ImportRate[]> {
  const sections = readFolder('samples/sections');
  const documents = [...readFolder('samples/postings').values()];
  const parsed = measureParse(documents, sections);
  const api = await startTestApi({ config: { processes: 'api' } });
  try {
    const person = await api.newPerson(await api.newOrganization(), 'ADMIN');
    for (const [name, text] of sections)
      await api.graphql(
        'mutation ($input: SaveSharedSectionInput!) { saveSharedSection(input: $input) { __typename } }',
        { input: { name, text } },
        person,
      );
    await measureImports(api, person, documents, 4);
    const alone = await measureImports(api, person, documents, 1);
    const parseShare = Math.round((alone.perSecond / parsed.perSecond) * 1000) / 1000;
    return [parsed, { ...alone, parseShare }, await measureImports(api, person, documents, 8)];
  } finally {
    await api.close();
  }
}

function readFolder(folder: string): Map<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return new Map(files.map((file) => [file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')]));
}

function measureParse(documents: readonly string[], sections: ReadonlyMap<string, string>): ImportRate {
  let best = 0;
  for (let round = 0; round < 5; round += 1) {
    const started_ms = performance.now();
    let count = 0;
    for (; performance.now() - started_ms < 1000; count += 1) {
      const { title } = parsePosting(documents[count % documents.length]!, { sections });
      if (title === null) throw new Error('a sample document was not understood');
    }
    best = Math.max(best, (count * 1000) / (performance.now() - started_ms));
  }
  return { bench: 'parse a posting', perSecond: Math.round(best) };
}

async function measureImports(
  api: TestApi,
  person: TestPerson,
  documents: readonly string[],
  clients: number,
): Promise<ImportRate> {
  const took_ms: number[] = [];
  const started_ms = performance.now();
  const client = async (first: number): Promise<void> => {
    for (let i = first; performance.now() - started_ms < ROUNDS_S * 1000; i += clients) {
      const from_ms = performance.now();
      const { data, errors } = await api.graphql(IMPORT, { input: { document: documents[i % documents.length] } }, person);
      if (errors || data.importPosting.__typename !== 'PostingPayload')
        throw new Error(`an import failed: ${JSON.stringify(errors ?? data)}`);
      took_ms.push(performance.now() - from_ms);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => client(i)));
  const elapsed_s = (performance.now() - started_ms) / 1000;
  took_ms.sort((a, b) => a - b);
  const at = (share: number) => Math.round(took_ms[Math.floor(took_ms.length * share)]! * 10) / 10;
  return {
    bench: 'import a posting',
    clients,
    perSecond: Math.round(took_ms.length / elapsed_s),
    p50_ms: at(0.5),
    p95_ms: at(0.95),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const rate of await importRates()) console.log(JSON.stringify(rate));
