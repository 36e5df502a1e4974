import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Asked {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a command's words, help and options are. */
export interface Explained {
  readonly words: string;
  readonly help: string;
  readonly options?: Options;
  /** What its arguments are called: as many are wanted. */
  readonly takes?: readonly string[];
}

/** Runs a command with what all have in common: options, --help, and one line on stderr for what goes wrong. Out: the exit code. */
export async function explained(
  { words, help, options = {}, takes = [] }: Explained,
  args: readonly string[],
  work: (asked: Asked) => Promise<number>,
): Promise<number> {
  const complain = (message: string, code: number) => {
    process.stderr.write(`rounds ${words}: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
    return code;
  };
  let asked: Asked;
  try {
    asked = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. --help shows the options.`, 2);
  }
  if (asked.values['help'] === true) {
    process.stdout.write(help);
    return 0;
  }
  if (asked.positionals.length !== takes.length)
    return complain(
      `${takes.length > 0 ? `name one ${takes.join(' and one ')}` : 'it takes no arguments'}. --help shows the options.`,
      2,
    );
  try {
    return await work(asked);
  } catch (error) {
    return complain((error as Error).message, 1);
  }
}
