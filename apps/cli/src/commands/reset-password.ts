import { parseArgs } from 'node:util';

const HELP = `rounds admin reset-password MAIL [--organization SLUG]

Gives a member of the team a new password, prints it once, and ends their sessions and the links that
were mailed to them. Works on the database that \`npm start\` would use, also while it runs.

  --organization SLUG  which organisation, where there are several
  --help               this text

Exit code 0 when it was changed, 1 when it was refused, 2 when the command is not understood.
`;

const OPTIONS = { organization: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** `rounds admin reset-password`. Out: 0 with the password on stdout; 1 or 2 with one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  let asked: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    asked = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. --help shows the options.`, 2);
  }
  if (asked.values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [email, ...more] = asked.positionals;
  if (email === undefined || more.length > 0) return complain('name one mail address. --help shows the options.', 2);
  try {
    const [{ reissuePassword }, { organizationNamed, withDatabase }] = await Promise.all([
      import('#libs/identity/index.js'),
      import('../database.js'),
    ]);
    const reset = await withDatabase(
      async (uow) => reissuePassword(uow, await organizationNamed(uow, asked.values.organization), email),
      { existing: true },
    );
    if (!reset.ok) return complain(reset.refusal.message, 1);
    process.stdout.write(
      `The password of ${reset.value.email} is changed; keep it now, it is shown once.\n  password  ${reset.value.password}\n`,
    );
    return 0;
  } catch (error) {
    return complain((error as Error).message, 1);
  }
}

function complain(message: string, code: number): number {
  process.stderr.write(`rounds admin reset-password: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return code;
}
