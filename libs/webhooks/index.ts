export { webhooksEntities } from './persistence/webhook.entities.js';
export { WebhooksModule } from './webhooks.module.js';
