import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { may } from '#libs/identity/index.js';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { PageArgs, Staff, answer, forbidden, idempotencyOf, instance, notFound, pageSize } from '#libs/platform/index.js';
import { Webhooks } from '../queries/webhooks.js';
import { KeepWebhooks } from '../use-cases/keep-webhooks.js';
import {
  AddWebhookInput,
  ChangeWebhookInput,
  WebhookDeliveryConnection,
  WebhookEndpoint,
  WebhookEvent,
  WebhookIdInput,
  WebhookKeyPayload,
  WebhookKeyResult,
  WebhookPayload,
  WebhookResult,
  toDelivery,
  toEndpoint,
  webhookEvents,
} from './webhooks.types.js';

/** Which programs elsewhere are told of what happens, and what became of it. Administrators. */
@Resolver()
export class WebhooksResolver {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly keeping: KeepWebhooks,
  ) {}

  @Query(() => [WebhookEndpoint])
  async webhookEndpoints(@Staff() actor: StaffActor): Promise<WebhookEndpoint[]> {
    onlyAdministrators(actor);
    return (await this.webhooks.all(actor)).map(toEndpoint);
  }

  @Query(() => [WebhookEvent], { description: 'What can be told' })
  webhookEvents(@Staff() actor: StaffActor): WebhookEvent[] {
    onlyAdministrators(actor);
    return webhookEvents();
  }

  @Query(() => WebhookDeliveryConnection, { description: 'What an endpoint was told, the newest first' })
  async webhookDeliveries(
    @Args('endpointId', { type: () => ID }) endpointId: Id,
    @Args() { first, after }: PageArgs,
    @Staff() actor: StaffActor,
  ): Promise<WebhookDeliveryConnection> {
    onlyAdministrators(actor);
    const found = await this.webhooks.deliveriesOf(actor, endpointId, pageSize(first), after);
    if (!found) throw notFound('endpoint');
    return instance(WebhookDeliveryConnection, { nodes: found.nodes.map(toDelivery), pageInfo: found.pageInfo });
  }

  @Mutation(() => WebhookResult)
  async addWebhook(@Args('input') input: AddWebhookInput, @Staff() actor: StaffActor): Promise<typeof WebhookResult> {
    return answer(await this.keeping.add(actor, input, idempotencyOf('addWebhook', input)), toPayload);
  }

  @Mutation(() => WebhookResult)
  async changeWebhook(@Args('input') input: ChangeWebhookInput, @Staff() actor: StaffActor): Promise<typeof WebhookResult> {
    const change = { ...input, rotate: input.rotateSecret };
    return answer(await this.keeping.change(actor, change, idempotencyOf('changeWebhook', input)), toPayload);
  }

  @Mutation(() => WebhookResult, { description: 'With the log of what it was told' })
  async removeWebhook(@Args('input') input: WebhookIdInput, @Staff() actor: StaffActor): Promise<typeof WebhookResult> {
    return answer(await this.keeping.remove(actor, input.id, idempotencyOf('removeWebhook', input)), toPayload);
  }

  @Mutation(() => WebhookKeyResult, {
    description: 'With which an endpoint checks signatures; the audit log tells who has seen it',
  })
  async revealWebhookKey(@Args('input') input: WebhookIdInput, @Staff() actor: StaffActor): Promise<typeof WebhookKeyResult> {
    const result = await this.keeping.reveal(actor, input.id, idempotencyOf('revealWebhookKey', input));
    if (!result.ok) return answer(result, () => new WebhookKeyPayload());
    return instance(WebhookKeyPayload, { signingKey: await this.webhooks.keyOf(actor, input.id) });
  }

  @Mutation(() => WebhookResult, { description: 'Tells an endpoint again what it was told, or could not be; the id is the same' })
  async replayWebhookDelivery(@Args('input') input: WebhookIdInput, @Staff() actor: StaffActor): Promise<typeof WebhookResult> {
    return answer(await this.keeping.replay(actor, input.id, idempotencyOf('replayWebhookDelivery', input)), toPayload);
  }
}

function toPayload({ id }: { readonly id: Id }): WebhookPayload {
  return instance(WebhookPayload, { id });
}

function onlyAdministrators(actor: StaffActor): void {
  if (!may(actor, 'organization.administer'))
    throw forbidden('Only administrators see which programs are told; ask one of them.');
}
