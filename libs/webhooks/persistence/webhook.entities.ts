import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { DeliveryState, WebhookKind } from '../domain/webhook.js';

/** A program elsewhere that is told of what happens. */
@Entity({ name: 'webhook_endpoints' })
export class WebhookEndpointEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('integer')
  version: number;
  @Column('text')
  kind: WebhookKind;
  @Column('text')
  url: string;
  @Column('text', { array: true })
  events: string[];
  @Column('boolean')
  active: boolean;
  /** Which of the secrets that are made from the installation's signs now. */
  @Column('integer', { name: 'secret_version' })
  secretVersion: number;
  /** For a day from then on the secret before signs too. */
  @Column('timestamptz', { name: 'rotated_at', nullable: true })
  rotatedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** One event told to one endpoint, from the decision to the answer. */
@Entity({ name: 'webhook_deliveries' })
export class WebhookDeliveryEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  /** Also the `webhook-id` of every try, by which a receiver knows a copy. */
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'endpoint_id' })
  endpointId: Id;
  @Column('uuid', { name: 'event_id' })
  eventId: Id;
  @Column('text')
  type: string;
  @Column('timestamptz', { name: 'happened_at' })
  happenedAt: Date;
  @Column('jsonb')
  data: object;
  @Column('text')
  state: DeliveryState;
  @Column('integer')
  attempts: number;
  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt: Date | null;
  @Column('integer', { name: 'last_status', nullable: true })
  lastStatus: number | null;
  @Column('text', { name: 'last_problem', nullable: true })
  lastProblem: string | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

export const webhooksEntities = [WebhookEndpointEntity, WebhookDeliveryEntity];
