import { Inject, Injectable } from '@nestjs/common';
import { isIP } from 'node:net';
import { isPublicAddress } from '#libs/calendars/index.js';
import { may } from '#libs/identity/index.js';
import { type Actor, type Id, type Refusal, type Result, isId, newId, ok, refuse } from '#libs/kernel/index.js';
import {
  CONFIG,
  type ConflictRefusal,
  type Idempotency,
  type IdempotencyRefusal,
  type InvalidInputRefusal,
  type RunningConfig,
  type Tx,
  UnitOfWork,
} from '#libs/platform/index.js';
import { WEBHOOK_TYPES, type WebhookKind } from '../domain/webhook.js';
import { due } from './deliver-webhooks.js';

export interface WebhookWanted {
  readonly kind: WebhookKind;
  readonly url: string;
  readonly events: readonly string[];
}

export interface WebhookChange {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly events?: readonly string[] | null;
  readonly active?: boolean | null;
  /** Another secret signs from now on; for a day the one before does too. */
  readonly rotate?: boolean;
}

export type KeepRefusal =
  Refusal<'NOT_FOUND' | 'FORBIDDEN' | 'TOO_MANY' | 'NOTHING_TO_DO'> | InvalidInputRefusal | ConflictRefusal | IdempotencyRefusal;
type Kept = Result<{ id: Id }, KeepRefusal>;

const MOST = 20;
const NOT_FOUND = refuse('NOT_FOUND', 'There is no such endpoint or delivery. Nothing was changed.');

/** The programs elsewhere that an organisation tells of what happens. Administrators. */
@Injectable()
export class KeepWebhooks {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  async add(actor: Actor, wanted: WebhookWanted, idempotency?: Idempotency): Promise<Kept> {
    const url = checkUrl(wanted.url, this.config.webhookHosts ?? []);
    if (!url.ok) return url;
    const events = checkEvents(wanted.events);
    if (!events.ok) return events;
    return this.run(actor, idempotency, async (tx) => {
      await tx.query('lock-organization-webhooks', 'SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [
        tx.organizationId,
      ]);
      const [count] = await tx.query<{ count: number }>(
        'count-webhook-endpoints',
        'SELECT count(*)::integer AS count FROM webhook_endpoints WHERE organization_id = $1',
        [tx.organizationId],
      );
      if (count!.count >= MOST)
        return refuse('TOO_MANY', `There are ${MOST} endpoints already. Nothing was added; remove one first.`);
      const id = newId(tx.now.getTime());
      tx.write(
        'insert-webhook-endpoint',
        'INSERT INTO webhook_endpoints (organization_id, id, kind, url, events, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [tx.organizationId, id, wanted.kind, url.value, events.value, tx.now],
      );
      tx.audit('webhook.add', 'webhook', id, { kind: wanted.kind, events: events.value });
      return ok({ id });
    });
  }

  async change(actor: Actor, change: WebhookChange, idempotency?: Idempotency): Promise<Kept> {
    const { id, active = null, rotate = false } = change;
    const events = change.events ? checkEvents(change.events) : ok(null);
    if (!events.ok) return events;
    return this.run(actor, idempotency, async (tx) => {
      const [row] = isId(id) ? await lockEndpoint(tx, id) : [];
      if (!row) return NOT_FOUND;
      if (row.version !== change.expectedVersion)
        return refuse('CONFLICT', 'Somebody else changed this endpoint meanwhile. Nothing of yours was saved; look again.', {
          presentVersion: row.version,
        });
      tx.write(
        'change-webhook-endpoint',
        `UPDATE webhook_endpoints SET version = version + 1, events = coalesce($3, events), active = coalesce($4, active),
                secret_version = secret_version + CASE WHEN $5 THEN 1 ELSE 0 END, rotated_at = CASE WHEN $5 THEN $6 ELSE rotated_at END
          WHERE organization_id = $1 AND id = $2`,
        [tx.organizationId, id, events.value, active, rotate, tx.now],
      );
      tx.audit(rotate ? 'webhook.rotate' : 'webhook.change', 'webhook', id, { events: events.value, active });
      return ok({ id });
    });
  }

  /** With the log of what it was told. */
  remove(actor: Actor, id: Id, idempotency?: Idempotency): Promise<Kept> {
    return this.run(actor, idempotency, async (tx) => {
      const [row] = isId(id) ? await lockEndpoint(tx, id) : [];
      if (!row) return NOT_FOUND;
      tx.write('remove-webhook-endpoint', 'DELETE FROM webhook_endpoints WHERE organization_id = $1 AND id = $2', [
        tx.organizationId,
        id,
      ]);
      tx.audit('webhook.remove', 'webhook', id, {});
      return ok({ id });
    });
  }

  /** Lets somebody see what signs, and the log tell of it. */
  reveal(actor: Actor, id: Id, idempotency?: Idempotency): Promise<Kept> {
    return this.run(actor, idempotency, async (tx) => {
      const [row] = isId(id) ? await lockEndpoint(tx, id) : [];
      if (!row) return NOT_FOUND;
      if (row.kind === 'CHAT') return refuse('NOTHING_TO_DO', 'What goes to a chat is not signed.');
      tx.audit('webhook.reveal', 'webhook', id, {});
      return ok({ id });
    });
  }

  /** Tells it again, with the id that it had: a receiver that has it already knows it for a copy. */
  replay(actor: Actor, deliveryId: Id, idempotency?: Idempotency): Promise<Kept> {
    return this.run(actor, idempotency, async (tx) => {
      const [row] = isId(deliveryId)
        ? await tx.query<{ state: string; endpoint_id: Id }>(
            'lock-webhook-delivery',
            'SELECT state, endpoint_id FROM webhook_deliveries WHERE organization_id = $1 AND id = $2 FOR UPDATE',
            [tx.organizationId, deliveryId],
          )
        : [];
      if (!row) return NOT_FOUND;
      if (row.state === 'PENDING')
        return refuse('NOTHING_TO_DO', 'This delivery is still tried. Nothing was changed; wait for it.');
      tx.write(
        'replay-webhook-delivery',
        `UPDATE webhook_deliveries SET state = 'PENDING', attempts = 0, next_at = $3, delivered_at = NULL WHERE organization_id = $1 AND id = $2`,
        [tx.organizationId, deliveryId, tx.now],
      );
      due(tx, deliveryId, 1, null);
      tx.audit('webhook.replay', 'webhook', row.endpoint_id, { deliveryId });
      return ok({ id: deliveryId });
    });
  }

  private async run(actor: Actor, idempotency: Idempotency | undefined, work: (tx: Tx) => Promise<Kept>): Promise<Kept> {
    if (!may(actor, 'organization.administer'))
      return refuse('FORBIDDEN', 'Only administrators decide which programs are told. Nothing was changed; ask one of them.');
    return this.uow.run<{ id: Id }, KeepRefusal>(actor, work, idempotency);
  }
}

function lockEndpoint(tx: Tx, id: Id): Promise<{ version: number; kind: WebhookKind }[]> {
  return tx.query<{ version: number; kind: WebhookKind }>(
    'lock-webhook-endpoint',
    'SELECT version, kind FROM webhook_endpoints WHERE organization_id = $1 AND id = $2 FOR UPDATE',
    [tx.organizationId, id],
  );
}

/** An address of the open internet, with encryption. What its name resolves to is checked whenever it is called. */
function checkUrl(text: string, hosts: readonly string[]): Result<string, InvalidInputRefusal> {
  const bad = (message: string) => refuse('INVALID_INPUT', message, { field: 'input.url' });
  if (text.length > 2000 || !URL.canParse(text))
    return bad('That is not an address. Give the whole of it, beginning with https://.');
  const url = new URL(text);
  const opened = hosts.includes(url.host) || hosts.includes(url.hostname);
  if (url.protocol !== 'https:' && !(opened && url.protocol === 'http:')) return bad('The address begins with https://.');
  if (url.username !== '' || url.password !== '')
    return bad('Leave user and password out of the address: what is sent is signed.');
  const name = url.hostname.replace(/^\[|\]$/g, '');
  if (!opened && (name === 'localhost' || (isIP(name) !== 0 && !isPublicAddress(name))))
    return bad('This address is inside a private network, which Rounds does not reach into. Use a public one.');
  url.hash = '';
  return ok(url.href);
}

function checkEvents(events: readonly string[]): Result<string[], InvalidInputRefusal> {
  const chosen = [...new Set(events)];
  if (chosen.length > 0 && chosen.every((each) => WEBHOOK_TYPES.includes(each))) return ok(chosen);
  return refuse('INVALID_INPUT', `Choose at least one of ${WEBHOOK_TYPES.join(', ')}.`, { field: 'input.events' });
}
