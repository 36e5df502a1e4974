import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePosting, POSTING_LIMITS } from '#libs/postings/domain/index.js';
import { postingReport } from '../posting-report.js';
import { readSections, readTextFile, UnreadableFile } from '../text-file.js';

const HELP = `rounds posting parse FILE [--json] [--sections DIR]

Reads a job posting in Markdown and shows what is understood of it: each fact with its line, and what
is missing or needs a person. Needs no database and changes nothing.

  --json          print the posting as one JSON object
  --sections DIR  folder of shared sections (NAME.md), for {{#include NAME.md}} and
                  <common-section section-name="NAME">
  --help          this text

Exit code 0 when the file was read, whatever was found; 2 when it cannot be read (missing, a directory,
binary, larger than 1 MiB, not UTF-8).
`;

function parseArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, sections: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  return { json: values.json ?? false, sections: values.sections, help: values.help ?? false, files: positionals };
}

function complain(message: string): number {
  process.stderr.write(`rounds posting parse: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return 2;
}

/** `rounds posting parse`. Out: 0 with the reading on stdout, 2 with one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  let asked: ReturnType<typeof parseArguments>;
  try {
    asked = parseArguments(args);
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. --help shows the options.`);
  }
  if (asked.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [file, ...more] = asked.files;
  if (file === undefined || more.length > 0) return complain('name one file. --help shows the options.');
  try {
    const text = await readTextFile(file, POSTING_LIMITS.bytes);
    const sections = asked.sections === undefined ? undefined : await readSections(asked.sections, POSTING_LIMITS.bytes);
    const from = process.cpuUsage();
    const isOverdue = (): boolean => process.cpuUsage(from).user / 1000 > POSTING_LIMITS.reading_ms;
    const posting = parsePosting(text, { fileName: basename(file), sections, isOverdue });
    process.stdout.write(asked.json ? `${JSON.stringify(posting, null, 2)}\n` : postingReport(posting));
    return 0;
  } catch (error) {
    if (error instanceof UnreadableFile) return complain(error.message);
    throw error;
  }
}
