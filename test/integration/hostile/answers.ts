import type { Credentials, TestApi } from '../../support/api.js';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** Sends an operation and keeps the answer as text. */
export async function sendRaw(api: TestApi, query: string, variables: object, as: Credentials): Promise<RawAnswer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (as.token) headers.authorization = `Bearer ${as.token}`;
  if (as.link) headers.authorization = `Link ${as.link[0]} ${as.link[1]}`;
  const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return { status: response.status, text: await response.text() };
}

/** Names with an underscore are nobody's words: tables and columns of ours in an answer are a leak. */
export async function namesOfTheDatabase(api: TestApi): Promise<RegExp> {
  const { rows } = await api.owner.query<{ name: string }>(
    `SELECT DISTINCT name FROM (SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
       UNION SELECT column_name FROM information_schema.columns WHERE table_schema = 'public') x WHERE name LIKE '%\\_%'`,
  );
  return new RegExp(`\\b(${rows.map(({ name }) => name).join('|')})\\b`);
}

/** What no answer may hold: a stack, a path of the machine, SQL or its errors. */
const INSIDES = [
  /\bat [\w.<>]+ \(/,
  /node:internal|node_modules|\/work\/|file:\/\/|\.[jt]s:\d+/,
  /\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|WHERE|set_config)\b/,
  /violates|constraint "|relation "|column "|duplicate key|invalid input syntax|invalid byte sequence|out of range for type|deadlock/,
  /ECONNREFUSED|TypeError|RangeError|Cannot read prop|is not a function|QueryFailedError/,
];

/** What is wrong with an answer: a failure of ours, or something of our insides in it; null when nothing is. */
export function faultOf({ status, text }: RawAnswer, names: RegExp): string | null {
  if (status >= 500) return `status ${status}: ${text.slice(0, 300)}`;
  if (text.includes('INTERNAL_SERVER_ERROR')) return `an internal error: ${text.slice(0, 300)}`;
  for (const inside of [...INSIDES, names]) {
    const found = inside.exec(text);
    if (found) return `"${text.slice(Math.max(0, found.index - 80), found.index + 120)}"`;
  }
  return null;
}

/** Runs the tasks a few at a time, in order. */
export async function inTurns<T>(tasks: readonly (() => Promise<T>)[], atOnce = 8): Promise<T[]> {
  const answers: T[] = [];
  for (let from = 0; from < tasks.length; from += atOnce)
    answers.push(...(await Promise.all(tasks.slice(from, from + atOnce).map((task) => task()))));
  return answers;
}
