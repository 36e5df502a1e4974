import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, PageInfo, instance, resultUnion } from '#libs/platform/index.js';
import { DELIVERY_STATES, type DeliveryState, TOLD, WEBHOOK_KINDS, type WebhookKind } from '../domain/webhook.js';
import type { DeliveryRow, EndpointRow } from '../queries/webhooks.js';

export const WebhookKindEnum = Object.fromEntries(WEBHOOK_KINDS.map((kind) => [kind, kind])) as { [K in WebhookKind]: K };
registerEnumType(WebhookKindEnum, {
  name: 'WebhookKind',
  description: 'SIGNED as the Standard Webhooks specification has it; CHAT as a line for Slack and those that take the same',
});
export const WebhookDeliveryStateEnum = Object.fromEntries(DELIVERY_STATES.map((state) => [state, state])) as {
  [S in DeliveryState]: S;
};
registerEnumType(WebhookDeliveryStateEnum, { name: 'WebhookDeliveryState' });

@ObjectType({ description: 'A program elsewhere that is told of what happens: ids and plain data, nothing of a person' })
export class WebhookEndpoint {
  @Field(() => ID)
  id: Id;
  @Field(() => Int)
  version: number;
  @Field(() => WebhookKindEnum)
  kind: WebhookKind;
  @Field(() => String)
  url: string;
  @Field(() => [String], { description: 'Such as application.moved' })
  events: readonly string[];
  @Field(() => Boolean, { description: 'false: it is told nothing; by an administrator, or because it answered 410 Gone' })
  active: boolean;
  @Field(() => DateTime)
  createdAt: string;
}

export function toEndpoint(row: EndpointRow): WebhookEndpoint {
  const { id, version, kind, url, events, active, created_at: createdAt } = row;
  return instance(WebhookEndpoint, { id, version, kind, url, events, active, createdAt: createdAt.toISOString() });
}

@ObjectType({ description: 'What an endpoint may ask to be told, and what of it goes out' })
export class WebhookEvent {
  @Field(() => String, { description: 'Such as application.moved' })
  type: string;
  @Field(() => [String], { description: 'Names in `data`; ids and plain data, nothing of a person' })
  fields: readonly string[];
}

export function webhookEvents(): WebhookEvent[] {
  return Object.values(TOLD).map(({ type, fields }) => instance(WebhookEvent, { type, fields }));
}

@ObjectType({ description: 'One event told to one endpoint' })
export class WebhookDelivery {
  @Field(() => ID, { description: 'The webhook-id of every try' })
  id: Id;
  @Field(() => String)
  type: string;
  @Field(() => WebhookDeliveryStateEnum)
  state: DeliveryState;
  @Field(() => Int)
  attempts: number;
  @Field(() => DateTime)
  happenedAt: string;
  @Field(() => DateTime, { nullable: true, description: 'The next try' })
  nextAt: string | null;
  @Field(() => DateTime, { nullable: true })
  deliveredAt: string | null;
  @Field(() => Int, { nullable: true, description: 'What the last try was answered with' })
  lastStatus: number | null;
  @Field(() => String, { nullable: true, description: 'What was wrong with the last try' })
  lastProblem: string | null;
}

export function toDelivery(row: DeliveryRow): WebhookDelivery {
  return instance(WebhookDelivery, {
    id: row.id,
    type: row.type,
    state: row.state,
    attempts: row.attempts,
    happenedAt: row.happened_at.toISOString(),
    nextAt: row.next_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    lastStatus: row.last_status,
    lastProblem: row.last_problem,
  });
}

@ObjectType()
export class WebhookDeliveryConnection {
  @Field(() => [WebhookDelivery])
  nodes: WebhookDelivery[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@InputType()
export class AddWebhookInput {
  @Field(() => WebhookKindEnum)
  kind: WebhookKind;
  @Field(() => String, { description: 'https://…, in the open internet' })
  url: string;
  @Field(() => [String])
  events: string[];
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class ChangeWebhookInput {
  @Field(() => ID)
  id: Id;
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => [String], { nullable: true, description: 'Left out: as they are' })
  events?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Left out: as it is' })
  active?: boolean | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Another secret signs from now on; for a day the one before does too',
  })
  rotateSecret: boolean;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class WebhookIdInput {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class WebhookPayload {
  @Field(() => ID, { description: 'Of the endpoint, or of the delivery that is told again' })
  id: Id;
}
export const WebhookResult = resultUnion('WebhookResult', () => WebhookPayload);

@ObjectType()
export class WebhookKeyPayload {
  @Field(() => String, { description: 'whsec_…, as verifiers of Standard Webhooks take it' })
  signingKey: string;
}
export const WebhookKeyResult = resultUnion('WebhookKeyResult', () => WebhookKeyPayload);
