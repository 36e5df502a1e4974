import { parseArgs } from 'node:util';
import { createOrganization } from '#libs/identity/index.js';
import { withDatabase } from '../database.js';

const HELP = `rounds admin create-organization --slug SLUG --name NAME --email ADDRESS [options]

Makes an organisation with a default interview plan and its first administrator, and prints a password
for them, once. Works on the database that \`npm start\` would use, also while it runs.

  --slug SLUG           what stands in the addresses of its careers pages: lower-case letters, digits, hyphens
  --name NAME           what it is called
  --email ADDRESS       the administrator's e-mail address, with which they sign in
  --admin-name NAME     what the administrator is called (default: Administrator)
  --contact ADDRESS     where candidates write to (default: the administrator's address)
  --zone ZONE           IANA time zone such as Europe/Athens (default: UTC)
  --help                this text

Exit code 0 when it was made, 1 when it was refused, 2 when the command is not understood.
`;

const text = { type: 'string' } as const;
const OPTIONS = {
  ...{ slug: text, name: text, email: text, 'admin-name': text, contact: text, zone: text },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `rounds admin create-organization`. Out: 0 with the sign-in on stdout; 1 or 2 with one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  let values: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS }));
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. --help shows the options.`, 2);
  }
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { slug, name, email } = values;
  if (!slug || !name || !email) return complain('--slug, --name and --email are needed. --help shows the options.', 2);
  const admin = { email, name: values['admin-name'] ?? 'Administrator' };
  const wanted = { slug, name, zone: values.zone ?? 'UTC', contactEmail: values.contact ?? email, admin };
  try {
    const created = await withDatabase((uow) => createOrganization(uow, wanted));
    if (!created.ok) {
      const { refusal } = created;
      return complain(
        'field' in refusal ? `${OPTION_OF[refusal.field ?? ''] ?? refusal.field}: ${refusal.message}` : refusal.message,
        1,
      );
    }
    process.stdout.write(
      `${name} is made. Sign in, and keep the password now: it is shown once.\n  organisation  ${slug}\n  e-mail        ${email}\n  password      ${created.value.generatedPassword}\n`,
    );
    return 0;
  } catch (error) {
    return complain((error as Error).message, 1);
  }
}

/** The option that gave the argument a refusal names. */
const OPTION_OF: Readonly<Record<string, string>> = {
  slug: '--slug',
  name: '--name',
  zone: '--zone',
  contactEmail: '--contact',
  'admin.email': '--email',
  'admin.name': '--admin-name',
};

function complain(message: string, code: number): number {
  process.stderr.write(`rounds admin create-organization: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return code;
}
