import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailSink, type MailboxMessage, startMailSink } from '#libs/platform/embedded/index.js';
import { type Id, ok } from '#libs/kernel/index.js';
import type { DomainEvent } from '#libs/platform/index.js';
import { type TestApi, type TestApiOptions, type TestPerson, startTestApi } from '../../support/api.js';
import {
  type BuiltPosting,
  type StageFields,
  buildApplication,
  buildCandidate,
  buildPosting,
  buildTeamMember,
} from '../../support/builders.js';

/** A running API with its worker, a mail server to write to, and short ways to make things happen. */
export interface World {
  readonly api: TestApi;
  readonly sink: MailSink;
  readonly organizationId: Id;
  readonly manager: TestPerson;
  /** Commits an event as Rounds itself; what reacts to it runs with it. */
  emit(event: DomainEvent): Promise<Id>;
  posting(stages?: StageFields[]): Promise<BuiltPosting>;
  application(
    posting: BuiltPosting,
    fields?: { name?: string; email?: string; zone?: string; stageId?: Id | null },
  ): Promise<{ id: Id; candidateId: Id }>;
  /** The ledger of an application, in its order. */
  ledger(applicationId: Id): Promise<LedgerRow[]>;
  /** Waits until the condition holds. */
  until<T>(what: string, probe: () => Promise<T | null | undefined | false>, limit_ms?: number): Promise<T>;
  /** Waits until the application has no unsent mail, and answers its ledger. */
  settled(applicationId: Id, limit_ms?: number): Promise<LedgerRow[]>;
  inbox(email: string): Promise<MailboxMessage[]>;
  close(): Promise<void>;
}

export interface LedgerRow {
  readonly id: Id;
  readonly template: string;
  readonly template_version: number;
  readonly recipient: string;
  readonly state: string;
  readonly skipped_because: string | null;
  readonly subject: string;
  readonly attempts: number;
  readonly fence: number;
  readonly error: string | null;
  readonly message_id: string;
  readonly message: Buffer | null;
  readonly calendar: { method: string; uid: string; sequence: number } | null;
  readonly variables: object;
  readonly not_before: Date;
  readonly doubts: number;
  readonly dot_at: Date | null;
}

export async function startWorld(options: TestApiOptions = {}): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'rounds-mails-'));
  const sink = await startMailSink({ home });
  const api = await startTestApi({ ...options, config: { smtpUrl: sink.url, ...options.config } });
  const organizationId = await api.newOrganization();
  const manager = await api.newPerson(organizationId, 'HIRING_MANAGER', { name: 'Mira Lindqvist' });
  const until: World['until'] = async (what, probe, limit_ms = 20_000) => {
    const end = Date.now() + limit_ms;
    for (;;) {
      const found = await probe();
      if (found) return found;
      if (Date.now() > end) throw new Error(`waited ${limit_ms} ms for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const ledger = async (applicationId: Id): Promise<LedgerRow[]> =>
    (await api.owner.query<LedgerRow>('SELECT * FROM mails WHERE application_id = $1 ORDER BY seq', [applicationId])).rows;
  return {
    api,
    sink,
    organizationId,
    manager,
    emit: async (event) => {
      const result = await api.uow.run({ kind: 'system', organizationId, part: 'test' }, async (tx) => ok(tx.emit(event)));
      if (!result.ok) throw new Error('an event was refused');
      return result.value;
    },
    posting: async (stages) => {
      const posting = await buildPosting(api.owner, organizationId, { title: 'Backend Engineer', stages });
      await buildTeamMember(api.owner, organizationId, posting.id, manager.id, 'HIRING_MANAGER');
      return posting;
    },
    application: async (posting, { stageId = null, ...fields } = {}) => {
      const candidateId = await buildCandidate(api.owner, organizationId, fields);
      return buildApplication(api.owner, organizationId, posting, { candidateId, stageId });
    },
    ledger,
    until,
    settled: (applicationId, limit_ms) =>
      until(
        'mails to be settled',
        async () => {
          const rows = await ledger(applicationId);
          return rows.length > 0 &&
            rows.every(({ state }) => ['SENT', 'FAILED', 'SKIPPED', 'SUPERSEDED', 'BOUNCED', 'IN_DOUBT'].includes(state))
            ? rows
            : null;
        },
        limit_ms,
      ),
    inbox: async (email) => (await sink.messages()).filter(({ to }) => to === email),
    close: async () => {
      await api.close();
      await sink.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The event of a received application, as applications emit it. */
export function received(application: { id: Id; candidateId: Id }, posting: BuiltPosting): DomainEvent {
  return {
    name: 'ApplicationReceived',
    subjectId: application.id,
    payload: { applicationId: application.id, postingId: posting.id, candidateId: application.candidateId },
  };
}
