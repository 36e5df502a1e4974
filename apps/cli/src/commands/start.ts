const HELP = `rounds start

Runs Rounds in this process, as \`npm start\` does, but installs and builds nothing: PostgreSQL and a
mailbox of its own unless DATABASE_URL and SMTP_URL name others, the API and the worker. Prints
"ready" with its address, and how to sign in. Ctrl-C stops all that it started.

  PORT, HOST         where it listens (3000, 127.0.0.1)
  ROUNDS_HOME        folder of the database, files and mails (.rounds)
  ROUNDS_SAMPLE=0    begins with an empty organisation instead of the sample company

All settings are in docs/operations.md. Exit code 2 when one of them is wrong.
`;

/** `rounds start`. Out: 0 once it runs; the process goes on until it is stopped. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    const asked = args[0] === '--help' || args[0] === '-h';
    if (asked) process.stdout.write(HELP);
    else process.stderr.write(`rounds start: it takes no "${args[0]}"; settings come from the environment. --help shows them.\n`);
    return asked ? 0 : 2;
  }
  await import('#apps/api/src/start.js');
  return 0;
}
