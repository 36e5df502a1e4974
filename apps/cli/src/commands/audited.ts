import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What `rounds audit …` commands have in common: their options, --help, and one line on stderr for what goes wrong. Out: the exit code. */
export async function audited(
  name: string,
  help: string,
  options: Options,
  args: readonly string[],
  work: (values: Readonly<Record<string, unknown>>) => Promise<number>,
): Promise<number> {
  const complain = (message: string, code: number) => {
    process.stderr.write(`rounds audit ${name}: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
    return code;
  };
  let values: Readonly<Record<string, unknown>>;
  try {
    ({ values } = parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean', short: 'h' } } }));
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. --help shows the options.`, 2);
  }
  if (values['help'] === true) {
    process.stdout.write(help);
    return 0;
  }
  try {
    return await work(values);
  } catch (error) {
    return complain((error as Error).message, 1);
  }
}
