const HELP = `rounds doctor

Looks at everything Rounds stands on, with the settings of this environment: Node, settings, folder and
disk, database and its migrations, what waits in the queue, the mail server, and whether Rounds runs.
Changes nothing. Each line says "ok", or "problem" and what to do.

Exit code 0 when all is well, 1 when there is a problem.
`;

/** `rounds doctor`. Out: one line a finding on stdout; 0, or 1 when one is a problem. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    const asked = args[0] === '--help' || args[0] === '-h';
    if (asked) process.stdout.write(HELP);
    else process.stderr.write(`rounds doctor: it takes no "${args[0]}". --help says more.\n`);
    return asked ? 0 : 2;
  }
  const { diagnose } = await import('../diagnosis.js');
  let problems = 0;
  for await (const { about, ok, says } of diagnose(process.env, process.cwd())) {
    if (!ok) problems += 1;
    process.stdout.write(`${ok ? 'ok     ' : 'problem'}  ${about.padEnd(10)}  ${says}\n`);
  }
  return problems === 0 ? 0 : 1;
}
