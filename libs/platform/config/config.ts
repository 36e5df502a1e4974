import { isAbsolute, resolve } from 'node:path';
import { ok, refuse, type Refusal, type Result } from '#libs/kernel/index.js';
import { readMailWays, type MailWays } from './mail-ways.js';
import { readClamd } from './virus-scanner.js';
import { type SingleSignOnConfig, readSingleSignOn } from './single-sign-on.js';
import { readTrustedProxies } from './trusted-proxies.js';
import { nearestName, shown, VariableReader, type ConfigFault, type Environment } from './variables.js';

export type { ConfigFault, Environment } from './variables.js';

/** Everything Rounds reads from its environment, checked and with its defaults. */
export interface Config {
  readonly environment: 'development' | 'production' | 'test';
  /** Which parts run in this process. */
  readonly processes: 'all' | 'api' | 'worker';
  readonly host: string;
  /** 0 asks the system for a free port. */
  readonly port: number;
  /** What links in mails and pages begin with; without a slash at the end. */
  readonly publicUrl: string;
  /** Absolute path of the folder that holds the embedded database, files, mailbox and generated secret. */
  readonly home: string;
  /** Whether an empty database is filled with the sample organisation. */
  readonly sample: boolean;
  /** null: the embedded PostgreSQL under `home`. */
  readonly databaseUrl: string | null;
  /** Connections a process opens to PostgreSQL at most. */
  readonly databasePool: number;
  /** null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
  /** null: the mail sink on loopback, read at /mailbox. */
  readonly smtpUrl: string | null;
  readonly mailFrom: { readonly name: string; readonly address: string };
  /** Whether mails can be taken back for a while before they leave, where an organisation has not chosen itself. */
  readonly mailHold: boolean;
  readonly mailWays: MailWays;
  /** Servers (host or host:port) whose calendars are read although they are inside this network or without encryption; none if left out. */
  readonly calendarHosts?: readonly string[];
  /** The same for programs that are told of what happens. */
  readonly webhookHosts?: readonly string[];
  /** clamd, which is asked about files before they are kept; none if left out. */
  readonly clamd?: string | null;
  /** The identity provider by which members may sign in; none if left out. */
  readonly singleSignOn?: SingleSignOnConfig | null;
  /** Whose X-Forwarded-For is believed, in the words of Fastify's `trustProxy`; the near ones if left out. */
  readonly trustedProxies?: string;
  /** Signs sessions and links; null: generated and kept under `home` (see keepSecret). */
  readonly secret: string | null;
  readonly logLevel: LogLevel;
  /** Whose GraphQL documents must be known beforehand: nobody's, those of browsers with a session, or everybody's without a token of a program; nobody's if left out. */
  readonly graphqlTrusted?: 'off' | 'web' | 'all';
  /** A file with hashes of further known documents. */
  readonly graphqlDocuments?: string | null;
  /** Jobs of one queue that a worker runs at once. */
  readonly workerConcurrency: number;
}

/** A Config whose servers and secret are known: embedded ones have been started. */
export type RunningConfig = Config & {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly secret: string;
  /** COMMIT does not wait for the disk, and statements are planned once: for a first load, which is begun anew when the machine fails meanwhile. */
  readonly databaseInHaste?: boolean;
};

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** What parseConfig answers when the environment is usable; warnings are sentences for the log. */
export interface ParsedConfig {
  readonly config: Config;
  readonly warnings: readonly string[];
}

export type ConfigRefusal = Refusal<'INVALID_CONFIG'> & { readonly faults: readonly ConfigFault[] };

/** RFC 2104 §3 advises a key no shorter than the hash's output; HMAC-SHA-256 gives 32 bytes. */
export const SECRET_MIN_BYTES = 32;

const TRUSTED = ['off', 'web', 'all'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** The passphrase is read by the commands that need it, and kept by nobody else. */
const ROUNDS_VARIABLES = [
  'ROUNDS_HOME',
  'ROUNDS_SAMPLE',
  'ROUNDS_SECRET',
  'ROUNDS_PROCESSES',
  'ROUNDS_BACKUP_PASSPHRASE',
] as const;
const MAIL_FROM = /^(?:(?<name>[^<>"@,;:\p{Cc}]*?)\s*<(?<inner>[^<>]+)>|(?<bare>[^<>\s]+))$/u;
/** One strict address: no comments, quotes, lists or line breaks, which mail libraries interpret. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

/**
 * Reads the environment into a Config, or refuses with every fault at once; the refusal's message is ready to be printed.
 * Pure: `cwd` is what a relative ROUNDS_HOME is resolved against.
 */
export function parseConfig(env: Environment, cwd: string): Result<ParsedConfig, ConfigRefusal> {
  const read = new VariableReader(env);
  const warnings = unknownVariables(env);
  const environment = read.choice('NODE_ENV', ['development', 'production', 'test'], 'development');
  const port = read.whole('PORT', 3000, 0, 65_535);
  const databaseUrl = read.url(
    'DATABASE_URL',
    ['postgres', 'postgresql'],
    'postgres://rounds:password@db.example.org:5432/rounds',
  );
  const deployed = environment === 'production' && read.text('DATABASE_URL') !== undefined;
  const publicUrl = readPublicUrl(read, port);
  const mailFrom = readMailFrom(read, publicUrl, warnings);
  const config: Config = {
    environment,
    processes: readProcesses(read),
    host: readHost(read),
    port,
    publicUrl,
    home: readHome(read, cwd),
    sample: read.flag('ROUNDS_SAMPLE', !deployed && !mailLeaves(read.text('SMTP_URL'))),
    databaseUrl: databaseUrl ? read.text('DATABASE_URL')! : null,
    databasePool: read.whole('DATABASE_POOL', 10, 1, 500),
    redisUrl: read.url('REDIS_URL', ['redis', 'rediss'], 'redis://redis.example.org:6379') ? read.text('REDIS_URL')! : null,
    smtpUrl: read.url('SMTP_URL', ['smtp', 'smtps'], 'smtp://user:password@mail.example.org:587') ? read.text('SMTP_URL')! : null,
    mailFrom,
    // On a mailbox of this machine nobody reads what was sent by mistake.
    mailHold: read.flag('MAIL_HOLD', read.text('SMTP_URL') !== undefined),
    mailWays: readMailWays(read, mailFrom.address),
    calendarHosts: readHosts(read, 'CALENDAR_HOSTS', 'calendar.lan, 10.0.0.7:5232'),
    webhookHosts: readHosts(read, 'WEBHOOK_HOSTS', 'chat.lan, 10.0.0.8:8065'),
    clamd: readClamd(read),
    singleSignOn: readSingleSignOn(read),
    trustedProxies: readTrustedProxies(read),
    secret: readSecret(read),
    graphqlTrusted: read.choice('GRAPHQL_TRUSTED', TRUSTED, 'off'),
    graphqlDocuments: readDocuments(read, cwd),
    logLevel: read.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    workerConcurrency: read.whole('WORKER_CONCURRENCY', 8, 1, 256),
  };
  if (deployed) requireForDeployment(read);
  if (read.text('S3_URL')) warnings.push('S3_URL is not used by this version: files are kept under ROUNDS_HOME.');
  if (read.faults.length > 0) return refuse('INVALID_CONFIG', describeFaults(read.faults), { faults: read.faults });
  return ok({ config, warnings });
}

/** All faults as lines of one message: the variable, what is wrong, and an example. */
export function describeFaults(faults: readonly ConfigFault[]): string {
  const count = faults.length === 1 ? 'One setting is' : `${faults.length} settings are`;
  const lines = faults.map(({ variable, problem, example }) => `  ${variable} ${problem}\n      for example: ${example}`);
  return [`${count} not right; nothing was started:`, ...lines].join('\n');
}

/** Whether mails are handed to another machine. The sample decides hundreds of them, to addresses of nobody: nothing to begin with on a real mail server. */
function mailLeaves(smtpUrl: string | undefined): boolean {
  if (smtpUrl === undefined || !URL.canParse(smtpUrl)) return false;
  return !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(smtpUrl).hostname);
}

function readHosts(read: VariableReader, variable: string, example: string): string[] | undefined {
  const hosts = read.text(variable)?.split(/[\s,]+/);
  const bad = hosts?.find((host) => !/^(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(host));
  if (bad === undefined) return hosts?.map((host) => host.toLowerCase());
  read.fault(variable, `must be hosts with or without a port, but one is ${shown(bad)}`, example);
  return undefined;
}

function readHost(read: VariableReader): string {
  const host = read.text('HOST') ?? '127.0.0.1';
  if (/^[A-Za-z0-9.:_-]{1,253}$/.test(host)) return host;
  read.fault('HOST', `must be an address or host name to listen on, without scheme or port, but is ${shown(host)}`, '127.0.0.1');
  return host;
}

function readHome(read: VariableReader, cwd: string): string {
  const home = read.text('ROUNDS_HOME') ?? '.rounds';
  if (home.includes('\0') || /[\r\n]/.test(home)) read.fault('ROUNDS_HOME', 'must be a folder and holds a line break', '.rounds');
  return isAbsolute(home) ? home : resolve(cwd, home);
}

function readDocuments(read: VariableReader, cwd: string): string | null {
  const path = read.text('GRAPHQL_DOCUMENTS');
  return path === undefined ? null : resolve(cwd, path);
}

function readPublicUrl(read: VariableReader, port: number): string {
  const example = 'https://jobs.example.org';
  const url = read.url('PUBLIC_URL', ['http', 'https'], example);
  if (!url) return `http://localhost:${port}`;
  if (url.username || url.password)
    read.fault('PUBLIC_URL', 'must not hold a user or password: it is shown to candidates', example);
  if (url.search || url.hash) read.fault('PUBLIC_URL', 'must end before ? and #', example);
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function readProcesses(read: VariableReader): Config['processes'] {
  const processes = read.choice('ROUNDS_PROCESSES', ['all', 'api', 'worker'], 'all');
  if (processes !== 'all' && !read.text('DATABASE_URL')) {
    const problem = `is ${processes}, but the embedded database serves one process; set DATABASE_URL as well or use all`;
    read.fault('ROUNDS_PROCESSES', problem, 'all');
  }
  return processes;
}

function readSecret(read: VariableReader): string | null {
  const secret = read.text('ROUNDS_SECRET');
  if (secret === undefined) return null;
  const bytes = Buffer.byteLength(secret);
  if (bytes >= SECRET_MIN_BYTES) return secret;
  read.fault('ROUNDS_SECRET', `must have at least ${SECRET_MIN_BYTES} bytes, but has ${bytes}`, SECRET_EXAMPLE);
  return null;
}

const SECRET_EXAMPLE = '"$(openssl rand -base64 48)"';

function readMailFrom(read: VariableReader, publicUrl: string, warnings: string[]): Config['mailFrom'] {
  const text = read.text('MAIL_FROM');
  const host = new URL(publicUrl).hostname;
  if (text === undefined) {
    const address = `no-reply@${ADDRESS.test(`x@${host}`) && host !== 'localhost' ? host : 'rounds.localhost'}`;
    if (read.text('SMTP_URL'))
      warnings.push(`MAIL_FROM is not set: mails are sent from ${address}, which the mail server may refuse.`);
    return { name: 'Rounds', address };
  }
  const parts = MAIL_FROM.exec(text)?.groups;
  const address = (parts?.['inner'] ?? parts?.['bare'] ?? '').trim();
  if (!ADDRESS.test(address))
    read.fault('MAIL_FROM', `must be one address, but is ${shown(text)}`, '"Rounds <jobs@example.org>"');
  return { name: parts?.['name']?.trim() || 'Rounds', address };
}

/** What may be guessed on one machine would be wrong, or dangerous, for several processes that face the public. */
function requireForDeployment(read: VariableReader): void {
  const why = 'is missing; with NODE_ENV=production and DATABASE_URL it is required';
  if (!read.text('ROUNDS_SECRET')) read.fault('ROUNDS_SECRET', `${why}, the same for every process`, SECRET_EXAMPLE);
  if (!read.text('PUBLIC_URL')) read.fault('PUBLIC_URL', `${why}: links in mails begin with it`, 'https://jobs.example.org');
  if (!read.text('SMTP_URL'))
    read.fault('SMTP_URL', `${why}: mails would reach nobody`, 'smtp://user:password@mail.example.org:587');
}

/** ROUNDS_* names that nobody reads, with what was probably meant. ROUNDS_TEST_* belongs to the test run. */
function unknownVariables(env: Environment): string[] {
  const unknown = Object.keys(env).filter((name) => name.startsWith('ROUNDS_') && !name.startsWith('ROUNDS_TEST_'));
  return unknown
    .filter((name) => !(ROUNDS_VARIABLES as readonly string[]).includes(name))
    .sort()
    .map((name) => {
      const meant = nearestName(name, ROUNDS_VARIABLES);
      return `${name} is not a setting of Rounds and is ignored.${meant ? ` Did you mean ${meant}?` : ''}`;
    });
}
