import { type BeforeApplicationShutdown, type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { ApplicationsModule, SweepFiles } from '#libs/applications/index.js';
import { AuditModule, SealAudit } from '#libs/audit/index.js';
import { ComplianceModule, EraseAgain, EraseDue } from '#libs/compliance/index.js';
import type { Clock } from '#libs/kernel/index.js';
import {
  CLOCK,
  CONFIG,
  EventRelay,
  LOG,
  type Log,
  Metrics,
  Poller,
  Queues,
  Reactions,
  type RunningConfig,
  createDataSource,
  poolOf,
} from '#libs/platform/index.js';
import {
  DoubtSettler,
  GatherNews,
  MailDelivery,
  type MailEvidence,
  MailRelay,
  NotificationsModule,
  ReadMailbox,
  ReceiveMail,
  TemplateStore,
  dkimSigner,
} from '#libs/notifications/index.js';
import { FollowClocks, SchedulingModule } from '#libs/scheduling/index.js';
import { liveBatch } from './live-batch.js';

/** The database as the relay sees it: outbox tables of all organisations. */
export const RELAY_DATA_SOURCE = Symbol('RelayDataSource');
/** Who knows whether a mail has arrived; null: nobody. */
const MAIL_EVIDENCE = Symbol('MailEvidence');

const RELAY_EVERY_MS = 50;
const SWEEP_EVERY_MS = 15_000;
/** Shorter, so that a backlog is gone within a minute of a crash: leases of mails run out after half of one. */
const SWEEP_MAILS_EVERY_MS = 5_000;
const SETTLE_DOUBTS_EVERY_MS = 1_000;
const GATHER_NEWS_EVERY_MS = 4_000;
const LOOK_INTO_MAILBOX_EVERY_MS = 20_000;
const SEAL_EVERY_MS = 30_000;
const RETENTION_EVERY_MS = 3600_000;
const FOLLOW_CLOCKS_EVERY_MS = 3600_000;
const PRUNE_EVERY_MS = 3600_000;
const SWEEP_FILES_EVERY_MS = 3600_000;
/** How long a stop waits for mails that a server does not answer. */
const GRACE_MS = 10_000;

/** Relays events and mails to BullMQ and handles what comes back; any number of these may run. */
@Module({})
export class WorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pollers: Poller[] = [];
  private readonly relay: EventRelay;
  private readonly mailRelay: MailRelay;
  private readonly mailDelivery: MailDelivery;
  private readonly doubts: DoubtSettler;
  private readonly mailbox: ReadMailbox | null;

  constructor(
    @Inject(CONFIG) config: RunningConfig,
    @Inject(LOG) private readonly log: Log,
    @Inject(RELAY_DATA_SOURCE) private readonly relayDataSource: DataSource,
    private readonly queues: Queues,
    reactions: Reactions,
    @Inject(CLOCK) private readonly clock: Clock,
    metrics: Metrics,
    templates: TemplateStore,
    private readonly audit: SealAudit,
    private readonly retention: EraseDue,
    private readonly comeBack: EraseAgain,
    @Inject(MAIL_EVIDENCE) evidence: MailEvidence | null,
    receiving: ReceiveMail,
    private readonly news: GatherNews,
    private readonly clocks: FollowClocks,
    private readonly files: SweepFiles,
  ) {
    const ledger = poolOf(relayDataSource);
    const { imapUrl, inbox, dkim, limits } = config.mailWays;
    this.mailDelivery = new MailDelivery(ledger, templates, clock, metrics, log, {
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      replies: inbox === null ? null : { inbox, secret: config.secret },
      stops: { publicUrl: config.publicUrl, secret: config.secret },
      sign: dkim && dkimSigner(dkim),
      limits,
    });
    this.mailRelay = new MailRelay(ledger, queues, clock, this.mailDelivery.server);
    this.doubts = new DoubtSettler(ledger, clock, evidence, metrics, log);
    this.mailbox = imapUrl === null ? null : new ReadMailbox(ledger, receiving, clock, log, imapUrl);
    this.relay = new EventRelay(relayDataSource, queues, reactions, clock, (events) => {
      for (const event of events) metrics.events.inc({ event: event.name });
      const batch = liveBatch(events);
      if (batch)
        poolOf(relayDataSource)
          .query(`SELECT pg_notify('rounds_live', $1)`, [batch])
          .catch((error: Error) => log.warn({ error: error.message }, 'live update'));
    });
  }

  static create(evidence: MailEvidence | null = null): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ApplicationsModule, NotificationsModule, AuditModule, ComplianceModule, SchedulingModule],
      providers: [
        { provide: MAIL_EVIDENCE, useValue: evidence },
        {
          provide: RELAY_DATA_SOURCE,
          inject: [CONFIG],
          useFactory: (config: RunningConfig) =>
            createDataSource({ url: config.databaseUrl, role: 'rounds_relay', poolSize: 8 }).initialize(),
        },
        {
          provide: Queues,
          inject: [CONFIG, LOG],
          useFactory: async (config: RunningConfig, log: Log) => {
            const queues = new Queues({ redisUrl: config.redisUrl, databaseUrl: config.databaseUrl, log });
            await queues.open();
            return queues;
          },
        },
      ],
      exports: [RELAY_DATA_SOURCE, Queues],
    };
  }

  onApplicationBootstrap(): void {
    this.queues.work('events', (ticket) => this.relay.handle(ticket));
    this.queues.work('mail', (ticket) => this.mailDelivery.handle(ticket));
    this.poll('event-relay', RELAY_EVERY_MS, () => this.relay.relayDue());
    this.poll('event-sweeper', SWEEP_EVERY_MS, async () => (await this.relay.sweep(), 0));
    this.poll('mail-relay', RELAY_EVERY_MS, () => this.mailRelay.relayDue());
    this.poll('mail-sweeper', SWEEP_MAILS_EVERY_MS, async () => (await this.mailRelay.sweep(), 0));
    this.poll('mail-doubts', SETTLE_DOUBTS_EVERY_MS, () => this.doubts.settle());
    this.poll('news-gatherer', GATHER_NEWS_EVERY_MS, () => this.news.execute(poolOf(this.relayDataSource), this.clock.now()));
    const { mailbox } = this;
    if (mailbox) this.poll('mailbox', LOOK_INTO_MAILBOX_EVERY_MS, () => mailbox.look());
    this.poll('audit-sealer', SEAL_EVERY_MS, () => this.audit.execute());
    this.poll('retention', RETENTION_EVERY_MS, async () => (await this.comeBack.ofKept()) + (await this.retention.execute()));
    this.poll('zone-rules', FOLLOW_CLOCKS_EVERY_MS, () => this.clocks.execute());
    this.poll('file-sweeper', SWEEP_FILES_EVERY_MS, async () => (await this.files.execute(), 0));
    this.poll('event-pruner', PRUNE_EVERY_MS, async () => (await this.relay.prune(), 0));
  }

  /** Before the database is let go of, which jobs under way still need. */
  async beforeApplicationShutdown(): Promise<void> {
    this.mailbox?.close();
    await Promise.all(this.pollers.map((poller) => poller.stop()));
    await this.mailDelivery.close(this.queues.close(), GRACE_MS);
    await this.relayDataSource.destroy();
  }

  private poll(name: string, idle_ms: number, step: () => Promise<number>): void {
    const poller = new Poller(name, idle_ms, step, this.log);
    this.pollers.push(poller);
    poller.start();
  }
}
