import { Module, type OnModuleInit } from '@nestjs/common';
import { Reactions } from '#libs/platform/index.js';
import { WebhooksResolver } from './api/webhooks.resolver.js';
import { TOLD } from './domain/webhook.js';
import { Webhooks } from './queries/webhooks.js';
import { DeliverWebhooks } from './use-cases/deliver-webhooks.js';
import { KeepWebhooks } from './use-cases/keep-webhooks.js';

/** Most organisations have no endpoint, and then an event is no work for anybody. */
const HAS_ENDPOINTS = 'EXISTS (SELECT FROM webhook_endpoints w WHERE w.organization_id = e.organization_id AND w.active)';

/** Tells programs elsewhere what happened, from the worker: nothing here is part of what happens. */
@Module({ providers: [Webhooks, KeepWebhooks, DeliverWebhooks, WebhooksResolver] })
export class WebhooksModule implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly delivering: DeliverWebhooks,
  ) {}

  onModuleInit(): void {
    for (const name of Object.keys(TOLD))
      this.reactions.handle(name, 'webhooks', (event) => this.delivering.fanOut(event), HAS_ENDPOINTS);
    this.reactions.handle('WebhookDue', 'tell-endpoint', (event) => this.delivering.deliver(event));
  }
}
