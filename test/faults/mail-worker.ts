import { systemClock } from '#libs/kernel/index.js';
import { DoubtSettler, MailDelivery, type MailEvidence, MailRelay, TemplateStore } from '#libs/notifications/index.js';
import { Metrics, Poller, Queues, Reactions, UnitOfWork, createDataSource, createLog, poolOf } from '#libs/platform/index.js';

/**
 * What a worker does with mails, as a process that can be killed; everything by the environment. Times are shorter than in a house, so that many deaths fit into a
 * minute. MAILS_PLANTED breaks it on purpose: the harness must notice.
 */
const { MAILS_DATABASE, MAILS_SMTP, MAILS_REDIS, MAILS_EVIDENCE, MAILS_PLANTED } = process.env as Record<string, string>;

const LEASE_S = 2;
const log = createLog('silent');
const open = (role: 'rounds_app' | 'rounds_relay', poolSize: number) =>
  createDataSource({ url: MAILS_DATABASE!, role, poolSize }).initialize();
const [app, ledgerSource] = await Promise.all([open('rounds_app', 2), open('rounds_relay', 6)]);
const ledger = poolOf(ledgerSource);
ledger.on('error', () => {});
poolOf(app).on('error', () => {});
const queues = new Queues({ databaseUrl: MAILS_DATABASE!, redisUrl: MAILS_REDIS || null, log });
if (MAILS_PLANTED === 'no-fence') forgetFences(ledger);
await queues.open();

/** Whoever keeps the server's log is asked: 200 with the words, or 404. */
const evidence: MailEvidence | null = MAILS_EVIDENCE
  ? {
      find: async ({ messageId }) => {
        const answer = await fetch(`${MAILS_EVIDENCE}?id=${encodeURIComponent(messageId)}`);
        return answer.ok ? { kind: 'ARRIVED', words: await answer.text() } : { kind: 'ABSENT' };
      },
    }
  : null;

const templates = new TemplateStore(new UnitOfWork(app, systemClock, new Reactions()));
const delivery = new MailDelivery(ledger, templates, systemClock, new Metrics(), log, {
  smtpUrl: MAILS_SMTP!,
  from: { name: 'Kestrel Works', address: 'jobs@kestrel.example' },
  connections: 5,
  silence_ms: 1_500,
  lease_s: LEASE_S,
  firstPause_ms: 50,
});
if (MAILS_PLANTED === 'no-dot') Object.assign(delivery, { dots: { mark: async () => true } });
const relay = new MailRelay(ledger, queues, systemClock, delivery.server, { lostAfter_s: 2 });
const doubts = new DoubtSettler(ledger, systemClock, evidence, new Metrics(), log);
queues.work('mail', (ticket) => delivery.handle(ticket));
new Poller('relay', 20, () => relay.relayDue(), log).start();
if (MAILS_PLANTED !== 'no-sweeper') new Poller('sweeper', 500, async () => (await relay.sweep(), 0), log).start();
new Poller('doubts', 200, () => doubts.settle(), log).start();
/** Whoever held a claim once may still write under it. */
function forgetFences(pool: typeof ledger): void {
  const query = pool.query.bind(pool) as (query: unknown, ...more: unknown[]) => unknown;
  const without = (text: string) => text.replace(/ AND m\.fence = [cs]\.fence/g, '').replace(/ AND m\.state = 'SENDING'/g, '');
  Object.assign(pool, {
    query: (asked: { name?: string; text: string }, ...more: unknown[]) =>
      query(
        asked.name === 'mark-dots' || asked.name === 'settle-mails' ? { ...asked, text: without(asked.text) } : asked,
        ...more,
      ),
  });
}

process.send?.('ready');
process.on('disconnect', () => process.exit(0));
