import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Id } from '#libs/kernel/index.js';
import { isId } from '#libs/kernel/index.js';
import { CONFIG, type RunningConfig, UnitOfWork, decodeCursor, page } from '#libs/platform/index.js';
import { type DeliveryState, type WebhookKind, webhookSecret } from '../domain/webhook.js';

export interface EndpointRow {
  readonly id: Id;
  readonly version: number;
  readonly kind: WebhookKind;
  readonly url: string;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly created_at: Date;
}

export interface DeliveryRow {
  readonly id: Id;
  readonly type: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly happened_at: Date;
  readonly next_at: Date | null;
  readonly delivered_at: Date | null;
  readonly last_status: number | null;
  readonly last_problem: string | null;
}

/** The endpoints of an organisation and what they were told. Who asks is an administrator: the resolver has made sure. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<RunningConfig, 'secret'>,
  ) {}

  /** All, oldest first; there are few. */
  all(actor: Actor): Promise<EndpointRow[]> {
    return this.uow.read<EndpointRow>(
      actor.organizationId,
      'webhook-endpoints',
      `SELECT id, version, kind, url, events, active, created_at FROM webhook_endpoints WHERE organization_id = $1 ORDER BY id`,
      [actor.organizationId],
    );
  }

  /** What signs now. */
  async keyOf(actor: Actor, endpointId: Id): Promise<string> {
    const [row] = await this.uow.read<{ secret_version: number }>(
      actor.organizationId,
      'webhook-key-version',
      'SELECT secret_version FROM webhook_endpoints WHERE organization_id = $1 AND id = $2',
      [actor.organizationId, endpointId],
    );
    return webhookSecret(this.config.secret, actor.organizationId, endpointId, row!.secret_version);
  }

  /** The newest first; null when there is no such endpoint. */
  async deliveriesOf(actor: Actor, endpointId: Id, first: number, after: string | null) {
    const cursor = decodeCursor(after, 1, ([id]) => typeof id === 'string' && isId(id));
    if (!isId(endpointId)) return null;
    const rows = await this.uow.read<DeliveryRow | { id: null }>(
      actor.organizationId,
      'webhook-deliveries',
      `SELECT d.* FROM webhook_endpoints e
         LEFT JOIN LATERAL (SELECT id, type, state, attempts, happened_at, next_at, delivered_at, last_status, last_problem FROM webhook_deliveries d
                             WHERE d.organization_id = $1 AND d.endpoint_id = e.id AND ($3::uuid IS NULL OR d.id < $3) ORDER BY d.id DESC LIMIT $4) d ON true
        WHERE e.organization_id = $1 AND e.id = $2 ORDER BY d.id DESC`,
      [actor.organizationId, endpointId, cursor?.[0] ?? null, first + 1],
    );
    if (!rows[0]) return null;
    return page(
      rows.filter((row): row is DeliveryRow => row.id !== null),
      first,
      (row): DeliveryRow => row,
      (row) => [row.id],
    );
  }
}
