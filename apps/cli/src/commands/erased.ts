import { erasedPeople } from '#libs/compliance/index.js';
import { withDatabase } from '../database.js';
import { explained } from './explained.js';

const HELP = `rounds erased

Prints who was erased, one JSON object a line: ids and when, nothing of the person. Keep it where it outlives this
machine: \`rounds restore FILE --erased LIST\` erases them again when a back-up from before brings them back.

  --help    this text

Exit code 0.
`;

/** `rounds erased`. Out: tombstones as JSON lines on stdout. */
export async function run(args: readonly string[]): Promise<number> {
  return explained({ words: 'erased', help: HELP }, args, async () => {
    for (const stone of await withDatabase(erasedPeople, { existing: true })) process.stdout.write(`${JSON.stringify(stone)}\n`);
    return 0;
  });
}
