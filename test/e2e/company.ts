import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FixedClock, type Id } from '#libs/kernel/index.js';
import { DEFAULT_PLAN } from '#libs/identity/index.js';
import { type MailSink, type MailboxMessage, startMailSink } from '#libs/platform/embedded/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../support/api.js';

const SAMPLES = join(process.cwd(), 'samples');

/** A company that has written its postings and hired nobody yet, on the real parts. */
export interface Company {
  readonly api: TestApi;
  readonly sink: MailSink;
  readonly clock: FixedClock;
  readonly organizationId: Id;
  readonly slug: string;
  readonly recruiter: TestPerson;
  readonly manager: TestPerson;
  readonly interviewers: Readonly<Record<'lead' | 'backend' | 'frontend' | 'designer', TestPerson>>;
  /** Asks as somebody and answers the data; throws what went wrong. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  ask(query: string, variables: object, as: TestPerson): Promise<any>;
  /** The next mail to the address whose subject matches; the clock stands still meanwhile. */
  mail(to: string, subject: RegExp): Promise<MailboxMessage>;
  /** A page of the company's, by its path. */
  page(path: string, init?: RequestInit): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
}

/** Starts everything; `redisUrl` puts the queue on Redis. */
export async function foundCompany(home: string, redisUrl: string | null): Promise<Company> {
  const sink = await startMailSink({ home });
  const clock = new FixedClock(mondayMorning());
  const api = await startTestApi({ clock, sink, config: { smtpUrl: sink.url, redisUrl } });
  const slug = 'northlight';
  const organizationId = await api.newOrganization(slug);
  await api.owner.query('UPDATE organizations SET default_plan = $2 WHERE id = $1', [
    organizationId,
    JSON.stringify(DEFAULT_PLAN),
  ]);
  const person = (role: 'RECRUITER' | 'HIRING_MANAGER' | 'INTERVIEWER', name: string, mail: string, zone = 'UTC') =>
    api.newPerson(organizationId, role, { name, email: `${mail}@northlight.example`, zone });
  return {
    api,
    sink,
    clock,
    organizationId,
    slug,
    recruiter: await person('RECRUITER', 'Ruth Recruiter', 'ruth'),
    manager: await person('HIRING_MANAGER', 'Hana Manager', 'hana', 'Europe/Oslo'),
    interviewers: {
      lead: await person('INTERVIEWER', 'Leif Lead', 'leif', 'Europe/Oslo'),
      backend: await person('INTERVIEWER', 'Bea Backend', 'bea', 'America/Sao_Paulo'),
      frontend: await person('INTERVIEWER', 'Femi Frontend', 'femi', 'Africa/Lagos'),
      designer: await person('INTERVIEWER', 'Dao Designer', 'dao', 'Europe/Lisbon'),
    },
    ask: async (query, variables, as) => {
      const answer = await api.graphql(query, variables, as);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    mail: (to, subject) => waitForMail(sink, to, subject),
    page: async (path, init) => {
      const response = await fetch(`${api.url}${path}`, { redirect: 'manual', ...init });
      return {
        status: response.status,
        text: response.status === 303 ? response.headers.get('location')! : await response.text(),
      };
    },
    close: async () => {
      await api.close();
      await sink.stop();
    },
  };
}

/** The samples of the project: file name and text. */
export async function samplePostings(): Promise<{ fileName: string; document: string }[]> {
  const names = (await readdir(join(SAMPLES, 'postings'))).sort();
  return Promise.all(
    names.map(async (fileName) => ({ fileName, document: await readFile(join(SAMPLES, 'postings', fileName), 'utf8') })),
  );
}

/** The shared sections of the samples by name. */
export async function sampleSections(): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(join(SAMPLES, 'sections'))).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.replace(/\.md$/, ''),
      text: await readFile(join(SAMPLES, 'sections', name), 'utf8'),
    })),
  );
}

/** The path of the link in a mail that begins with `prefix` ("/s/"). */
export function linkIn(mail: MailboxMessage, prefix: string): string {
  const found = new RegExp(`https?://[^\\s/]+(${prefix.replaceAll('/', '\\/')}[A-Za-z0-9_-]+)`).exec(mail.text ?? '');
  if (!found) throw new Error(`no link ${prefix}… in: ${mail.text}`);
  return found[1]!;
}

const seen = new WeakMap<MailSink, Set<string>>();

async function waitForMail(sink: MailSink, to: string, subject: RegExp): Promise<MailboxMessage> {
  const read = seen.get(sink) ?? new Set<string>();
  seen.set(sink, read);
  for (const deadline_ms = Date.now() + 20_000; ;) {
    const mails = await sink.messages();
    const found = mails.find((mail) => !read.has(mail.id) && mail.to === to && subject.test(mail.subject));
    if (found) {
      read.add(found.id);
      return found;
    }
    if (Date.now() > deadline_ms)
      throw new Error(
        `no mail to ${to} about ${subject}; there are: ${mails.map((mail) => `${mail.to}: ${mail.subject}`).join(' | ')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A Monday at 06:00 UTC in the coming weeks: slots, notice and weekdays are then the same on every day the test runs. */
function mondayMorning(): Date {
  const at = new Date();
  at.setUTCHours(6, 0, 0, 0);
  at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7 || 7));
  return at;
}
