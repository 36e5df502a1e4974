import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

const HELP = `rounds mail receive < MESSAGE

Takes a mail that came in on standard input: an answer, a delivery report, an answer from a calendar. Meant for a mail
server's pipe. It belongs to the mail of Rounds that it answers; what answers none is left alone.

  --help  this text

Exit code 0 when it was taken or is not ours (one line says which), 75 (try again later) when something was in the way.
`;

/** EX_TEMPFAIL of sysexits.h: mail servers keep the mail and try again. */
const TRY_AGAIN = 75;

/** `rounds mail receive`. Out: 0 with a line on stdout; 75 with a line on stderr; 2 when the command is not understood. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
  } catch (error) {
    process.stderr.write(`rounds mail receive: ${(error as Error).message.split('. ')[0]}. --help shows the options.\n`);
    return 2;
  }
  try {
    const bytes = await buffer(process.stdin);
    const [{ withHouse }, { ReceiveMail }, { CONFIG, createDataSource, poolOf }] = await Promise.all([
      import('../database.js'),
      import('#libs/notifications/index.js'),
      import('#libs/platform/index.js'),
    ]);
    const received = await withHouse(
      async (house) => {
        const { databaseUrl } = house.get<{ databaseUrl: string }>(CONFIG);
        const ledger = await createDataSource({ url: databaseUrl, role: 'rounds_relay', poolSize: 1 }).initialize();
        try {
          return await house.get(ReceiveMail).execute(poolOf(ledger), bytes);
        } finally {
          await ledger.destroy();
        }
      },
      { existing: true },
    );
    process.stdout.write(`${received.kind}: ${received.outcome}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`rounds mail receive: ${(error as Error).message.replace(/\s*\n\s*/g, ' ')}\n`);
    return TRY_AGAIN;
  }
}
