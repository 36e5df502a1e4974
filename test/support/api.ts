import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createServer } from '#apps/api/src/server.js';
import { type Clock, type Id, type Role, type StaffActor, newId, systemClock } from '#libs/kernel/index.js';
import { mintToken } from '#libs/identity/persistence/session-token.js';
import type { MailSink } from '#libs/platform/embedded/index.js';
import { PLAIN_MAIL, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { type TestDatabase, createTestDatabase } from './database.js';

export interface GraphqlAnswer {
  readonly status: number;
  // A test reads what it asked for; naming every shape twice would test nothing more.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: { message: string; extensions?: { code?: string }; path?: (string | number)[] }[];
}

export interface Credentials {
  /** A session token. */
  readonly token?: string;
  /** A signed link: its purpose and token. */
  readonly link?: readonly [purpose: string, token: string];
}

/** A real API process (and worker, unless told otherwise) on a database of its own. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly config: RunningConfig;
  readonly url: string;
  readonly database: TestDatabase;
  /** The owner's connection: sees everything, for arranging and asserting. */
  readonly owner: pg.Client;
  readonly uow: UnitOfWork;
  graphql(query: string, variables?: object, as?: Credentials): Promise<GraphqlAnswer>;
  /** An organisation without anything. */
  newOrganization(slug?: string): Promise<Id>;
  /** A member with a session. */
  newPerson(organizationId: Id, role: Role, fields?: Partial<{ name: string; email: string; zone: string }>): Promise<TestPerson>;
  close(): Promise<void>;
}

export interface TestPerson extends Credentials {
  readonly id: Id;
  readonly email: string;
  readonly token: string;
  readonly actor: StaffActor;
}

export interface TestApiOptions {
  readonly config?: Partial<RunningConfig>;
  readonly clock?: Clock;
  readonly sink?: MailSink;
  readonly mostUnderWay?: number;
}

/** Starts one on a free port. Mails go to `config.smtpUrl`; without one, to a port where nobody listens. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'rounds-test-'));
  const config: RunningConfig = {
    environment: 'test',
    processes: 'all',
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost:3000',
    home,
    sample: false,
    databaseUrl: database.url,
    databasePool: 8,
    redisUrl: null,
    smtpUrl: 'smtp://127.0.0.1:1',
    mailFrom: { name: 'Rounds', address: 'rounds@rounds.example' },
    mailHold: false,
    mailWays: PLAIN_MAIL,
    secret: randomBytes(32).toString('base64url'),
    logLevel: 'silent',
    workerConcurrency: 4,
    ...options.config,
  };
  const app = await createServer(config, {
    clock: options.clock ?? systemClock,
    sink: options.sink,
    mostUnderWay: options.mostUnderWay,
  });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const owner = new pg.Client({ connectionString: database.url, pipeline: true });
  await owner.connect();
  return {
    app,
    config,
    url,
    database,
    owner,
    uow: app.get(UnitOfWork),
    graphql: (query, variables, as) => send(url, query, variables, as),
    newOrganization: (slug) => newOrganization(owner, slug),
    newPerson: (organizationId, role, fields) => newPerson(owner, organizationId, role, fields),
    close: async () => {
      await owner.end();
      await app.close();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** One GraphQL request over HTTP. */
export async function send(url: string, query: string, variables: object = {}, as: Credentials = {}): Promise<GraphqlAnswer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (as.token) headers.authorization = `Bearer ${as.token}`;
  if (as.link) headers.authorization = `Link ${as.link[0]} ${as.link[1]}`;
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const body = (await response.json()) as Omit<GraphqlAnswer, 'status'>;
  return { ...body, status: response.status };
}

/** An organisation without anything, written as the owner. */
export async function newOrganization(owner: pg.Client, slug = `org-${randomBytes(4).toString('hex')}`): Promise<Id> {
  const id = newId();
  await owner.query(
    `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES ($1, $2, $3, 'people@org.example', '[]')`,
    [id, slug, `Organisation ${slug}`],
  );
  await owner.query('INSERT INTO organization_directory (slug, organization_id) VALUES ($1, $2)', [slug, id]);
  return id;
}

/** A member with a session, written as the owner. */
export async function newPerson(
  owner: pg.Client,
  organizationId: Id,
  role: Role,
  fields: Partial<{ name: string; email: string; zone: string }> = {},
): Promise<TestPerson> {
  const id = newId();
  const email = fields.email ?? `${role.toLowerCase().replace('_', '-')}-${randomBytes(3).toString('hex')}@org.example`;
  await owner.query(
    `INSERT INTO people (organization_id, id, email, name, role, status, zone) VALUES ($1, $2, $3, $4, $5, 'ACTIVE', $6)`,
    [organizationId, id, email, fields.name ?? `${role} person`, role, fields.zone ?? 'UTC'],
  );
  const { token, hash } = mintToken(organizationId);
  await owner.query(
    `INSERT INTO sessions (organization_id, id, person_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 year')`,
    [organizationId, newId(), id, hash],
  );
  return { id, email, token, actor: { kind: 'staff', organizationId, personId: id, role } };
}
