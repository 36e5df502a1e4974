/** A command of `rounds`. Its module is loaded when it is called, so that none waits for what others need. */
interface Command {
  /** The words that call it. */
  readonly words: readonly string[];
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

/** What a command's module exports: takes the arguments after its words, answers the exit code. */
export interface CommandModule {
  run(args: readonly string[]): Promise<number>;
}

const COMMANDS: readonly Command[] = [
  {
    words: ['start'],
    usage: 'start',
    summary: 'run everything in this process, as npm start does',
    load: () => import('./commands/start.js'),
  },
  {
    words: ['posting', 'parse'],
    usage: 'posting parse FILE [--json] [--sections DIR]',
    summary: 'show what is understood of a posting, with the line of each fact',
    load: () => import('./commands/posting-parse.js'),
  },
  {
    words: ['posting', 'import'],
    usage: 'posting import FILE [--organization SLUG] [--sections DIR]',
    summary: 'make a draft posting of a document',
    load: () => import('./commands/posting-import.js'),
  },
  {
    words: ['posting', 'sync'],
    usage: 'posting sync DIR [--dry-run] [--confirm] [--organization SLUG]',
    summary: 'make the postings equal to a folder of documents',
    load: () => import('./commands/posting-sync.js'),
  },
  {
    words: ['posting', 'export'],
    usage: 'posting export POSTING | --all DIR | --file FILE',
    summary: 'write a posting as a document that states all of it',
    load: () => import('./commands/posting-export.js'),
  },
  {
    words: ['posting', 'schema'],
    usage: 'posting schema',
    summary: 'print the JSON Schema of the front matter that states a posting exactly',
    load: () => import('./commands/posting-schema.js'),
  },
  {
    words: ['admin', 'create-organization'],
    usage: 'admin create-organization --slug SLUG --name NAME --email ADDRESS',
    summary: 'make an organisation and its first administrator',
    load: () => import('./commands/create-organization.js'),
  },
  {
    words: ['admin', 'reset-password'],
    usage: 'admin reset-password MAIL [--organization SLUG]',
    summary: 'give a member of the team a new password',
    load: () => import('./commands/reset-password.js'),
  },
  {
    words: ['mail', 'receive'],
    usage: 'mail receive < MESSAGE',
    summary: 'take a mail that came in: an answer, a report, an answer from a calendar',
    load: () => import('./commands/mail-receive.js'),
  },
  {
    words: ['audit', 'verify'],
    usage: 'audit verify [--heads FILE]',
    summary: 'compute the audit log anew and say whether anything in it was changed',
    load: () => import('./commands/audit-verify.js'),
  },
  {
    words: ['audit', 'head'],
    usage: 'audit head',
    summary: 'print the signed ends of the audit logs, to be kept elsewhere',
    load: () => import('./commands/audit-head.js'),
  },
  {
    words: ['backup'],
    usage: 'backup FILE [--encrypt]',
    summary: 'write everything to one file, while Rounds runs',
    load: () => import('./commands/backup.js'),
  },
  {
    words: ['restore'],
    usage: 'restore FILE [--force] [--erased LIST]',
    summary: 'put a back-up back, and erase again whoever was erased since',
    load: () => import('./commands/restore.js'),
  },
  {
    words: ['erased'],
    usage: 'erased',
    summary: 'print who was erased, to be kept elsewhere',
    load: () => import('./commands/erased.js'),
  },
  {
    words: ['doctor'],
    usage: 'doctor',
    summary: 'look whether everything is as Rounds needs it',
    load: () => import('./commands/doctor.js'),
  },
];

function help(): string {
  const width = Math.max(...COMMANDS.map(({ usage }) => usage.length));
  const lines = COMMANDS.map(({ usage, summary }) => `  rounds ${usage.padEnd(width)}  ${summary}`);
  return [
    'Rounds, the applicant tracking system.',
    '',
    'Usage:',
    ...lines,
    '',
    'rounds COMMAND --help says more of a command.',
    '',
  ].join('\n');
}

/** A reader that has seen enough ("| head") closes the pipe; that is no fault. */
function tolerateClosedPipe(): void {
  if (process.stdout.listenerCount('error') > 0) return;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Runs the command that the arguments name. Out: the exit code; 2 when there is no such command or its input cannot be read. */
export async function runCommand(args: readonly string[]): Promise<number> {
  tolerateClosedPipe();
  const command = COMMANDS.find(({ words }) => words.every((word, index) => args[index] === word));
  if (command) return (await command.load()).run(args.slice(command.words.length));
  const asked = args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help';
  if (!asked) {
    console.error(`rounds: there is no command "${args.slice(0, 2).join(' ')}". rounds --help lists them.`);
    return 2;
  }
  process.stdout.write(help());
  return 0;
}
