import { Inject, Injectable } from '@nestjs/common';
import { Unreachable, guardedFetch } from '#libs/calendars/index.js';
import { Links, isConfidential } from '#libs/identity/index.js';
import { type Clock, type Id, type SystemActor, newId, ok } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, type RunningConfig, type StoredEvent, type Tx, UnitOfWork } from '#libs/platform/index.js';
import {
  TOLD,
  type WebhookKind,
  chatBody,
  dataOf,
  madeAt,
  pauseAfterTry_ms,
  signedBody,
  signedHeaders,
  webhookSecret,
} from '../domain/webhook.js';

interface Due {
  readonly id: Id;
  readonly endpoint_id: Id;
  readonly type: string;
  readonly happened_at: Date;
  readonly data: { readonly postingId?: Id; readonly applicationId?: Id };
  readonly attempts: number;
  readonly kind: WebhookKind;
  readonly url: string;
  readonly secret_version: number;
  readonly rotated_at: Date | null;
  readonly posting_title: string | null;
}

/** What an endpoint answered; null: it could not be reached. */
interface Tried {
  readonly status: number | null;
  readonly problem: string | null;
}

/** RFC 9110 §15.5.11: it will not come back. */
const GONE = 410;
const OLD_SECRET_MS = 86_400_000;
/** How long the log goes back. */
const KEPT_MS = 30 * 86_400_000;

/** Tells endpoints what happened: once decided for each, tried until it is there or given up, with a log of it. */
@Injectable()
export class DeliverWebhooks {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RunningConfig,
    private readonly links: Links,
  ) {}

  /** Decides what is told of an event, in the worker, after it was committed. However often it is asked, each endpoint is told once. */
  async fanOut(event: StoredEvent): Promise<void> {
    const told = TOLD[event.name];
    if (!told) return;
    const { id: eventId, organizationId } = event;
    const endpoints = await this.uow.read<{ id: Id }>(
      organizationId,
      'webhook-endpoints-for-event',
      // Whoever reads a chat is not in the team of a confidential posting.
      `SELECT id FROM webhook_endpoints WHERE organization_id = $1 AND active AND $2 = ANY (events) AND NOT ${isConfidential('$3::uuid')}`,
      [organizationId, told.type, (event.payload as { postingId?: Id }).postingId ?? null],
    );
    if (endpoints.length === 0) return;
    const data = JSON.stringify(dataOf(told, event.payload));
    await this.uow.run(systemOf(organizationId), async (tx) => {
      for (const endpoint of endpoints) {
        const [row] = await tx.query<{ id: Id }>(
          'insert-webhook-delivery',
          `INSERT INTO webhook_deliveries (organization_id, id, endpoint_id, event_id, type, happened_at, data, state, next_at, created_at)
           SELECT $1, $2, e.id, $4, $5, $6, $7, 'PENDING', $8, $8 FROM webhook_endpoints e WHERE e.organization_id = $1 AND e.id = $3
           ON CONFLICT (organization_id, endpoint_id, event_id) DO NOTHING RETURNING id`,
          [organizationId, newId(), endpoint.id, eventId, told.type, madeAt(eventId), data, tx.now],
        );
        if (row) due(tx, row.id, 1, null);
        // Ids begin with their time, so that the log is cut where it is old without being looked through.
        tx.write(
          'prune-webhook-deliveries',
          `DELETE FROM webhook_deliveries WHERE organization_id = $1 AND endpoint_id = $2 AND id < $3 AND state <> 'PENDING'`,
          [organizationId, endpoint.id, newId(tx.now.getTime() - KEPT_MS)],
        );
      }
      return ok(null);
    });
  }

  /** One try. A try that another worker makes at the same time carries the same id. */
  async deliver({ organizationId, payload }: StoredEvent): Promise<void> {
    const { deliveryId, attempt } = payload as { deliveryId: Id; attempt: number };
    const [delivery] = await this.uow.read<Due>(
      organizationId,
      'webhook-delivery-due',
      `SELECT d.id, d.endpoint_id, d.type, d.happened_at, d.data, d.attempts, e.kind, e.url, e.secret_version, e.rotated_at,
              (SELECT p.title FROM postings p WHERE p.organization_id = $1 AND p.id = (d.data->>'postingId')::uuid AND NOT p.confidential) AS posting_title
         FROM webhook_deliveries d JOIN webhook_endpoints e ON e.organization_id = d.organization_id AND e.id = d.endpoint_id
        WHERE d.organization_id = $1 AND d.id = $2 AND d.state = 'PENDING' AND e.active`,
      [organizationId, deliveryId],
    );
    if (!delivery || delivery.attempts !== attempt - 1) return;
    const tried = await this.send(organizationId, delivery);
    await this.uow.run(systemOf(organizationId), async (tx) => {
      await this.settle(tx, delivery, tried);
      return ok(null);
    });
  }

  private async send(organizationId: Id, delivery: Due): Promise<Tried> {
    const { id, kind, url, type, happened_at: happenedAt, data } = delivery;
    const body =
      kind === 'CHAT'
        ? chatBody(type, delivery.posting_title ?? 'a posting', this.linkOf(data))
        : signedBody(type, happenedAt, data);
    const signed = kind === 'CHAT' ? {} : signedHeaders(this.secretsOf(organizationId, delivery), id, this.clock.now(), body);
    const headers = { ...signed, 'content-type': 'application/json' };
    try {
      const { status } = await guardedFetch(url, { method: 'POST', headers, body, redirects: 0 }, this.config.webhookHosts ?? []);
      return { status, problem: status >= 200 && status < 300 ? null : `The endpoint answered ${status}.` };
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      return { status: null, problem: error.message };
    }
  }

  private async settle(tx: Tx, { id, endpoint_id, attempts }: Due, { status, problem }: Tried): Promise<void> {
    const tries = attempts + 1;
    const pause_ms = problem === null || status === GONE ? null : pauseAfterTry_ms(tries, Math.random());
    const nextAt = pause_ms === null ? null : new Date(tx.now.getTime() + pause_ms);
    const state = problem === null ? 'DELIVERED' : nextAt === null ? 'FAILED' : 'PENDING';
    const [row] = await tx.query(
      'settle-webhook-delivery',
      `UPDATE webhook_deliveries SET state = $3, attempts = $4, next_at = $5, last_status = $6, last_problem = $7,
              delivered_at = CASE WHEN $3 = 'DELIVERED' THEN $8::timestamptz END
        WHERE organization_id = $1 AND id = $2 AND state = 'PENDING' AND attempts = $4 - 1 RETURNING id`,
      [tx.organizationId, id, state, tries, nextAt, status, problem, tx.now],
    );
    if (!row) return;
    if (nextAt !== null) due(tx, id, tries + 1, nextAt);
    if (status === GONE)
      tx.write(
        'end-webhook-endpoint',
        'UPDATE webhook_endpoints SET active = false, version = version + 1 WHERE organization_id = $1 AND id = $2',
        [tx.organizationId, endpoint_id],
      );
  }

  private secretsOf(organizationId: Id, { endpoint_id, secret_version, rotated_at }: Due): string[] {
    const made = (version: number) => webhookSecret(this.config.secret, organizationId, endpoint_id, version);
    const both = rotated_at !== null && this.clock.now().getTime() - rotated_at.getTime() < OLD_SECRET_MS;
    return both ? [made(secret_version), made(secret_version - 1)] : [made(secret_version)];
  }

  private linkOf({ applicationId, postingId }: Due['data']): string {
    return this.links.absolute(applicationId ? `/applications/${applicationId}` : `/postings/${postingId}`);
  }
}

/** Plans a try. */
export function due(tx: Tx, deliveryId: Id, attempt: number, notBefore: Date | null): void {
  tx.emit({ name: 'WebhookDue', subjectId: deliveryId, payload: { deliveryId, attempt }, ...(notBefore && { notBefore }) });
}

function systemOf(organizationId: Id): SystemActor {
  return { kind: 'system', organizationId, part: 'webhooks' };
}
