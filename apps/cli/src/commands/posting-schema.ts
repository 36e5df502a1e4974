import { POSTING_SCHEMA } from '#libs/postings/domain/index.js';

const HELP = `rounds posting schema

Prints the JSON Schema (2020-12) of the front matter that states a posting exactly. An editor that is given
it completes and checks what you write. docs/postings-as-files.md explains it.
`;

/** `rounds posting schema`. Out: 0 with the schema on stdout. */
export function run(args: readonly string[]): Promise<number> {
  if (args.length > 0 && !args.includes('--help') && !args.includes('-h')) {
    process.stderr.write('rounds posting schema: takes no arguments.\n');
    return Promise.resolve(2);
  }
  process.stdout.write(args.length > 0 ? HELP : `${JSON.stringify(POSTING_SCHEMA, null, 2)}\n`);
  return Promise.resolve(0);
}
