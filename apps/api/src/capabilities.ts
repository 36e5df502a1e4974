import { ApplicationsModule, applicationsEntities } from '#libs/applications/index.js';
import { AuditModule, auditEntities } from '#libs/audit/index.js';
import { ComplianceModule, complianceEntities } from '#libs/compliance/index.js';
import { CalendarsModule, calendarsEntities } from '#libs/calendars/index.js';
import { IdentityModule, identityEntities } from '#libs/identity/index.js';
import { NotificationsModule, notificationsEntities } from '#libs/notifications/index.js';
import { PagesModule } from '#libs/pages/index.js';
import { platformEntities } from '#libs/platform/index.js';
import { PostingsModule, postingsEntities } from '#libs/postings/index.js';
import { SchedulingModule, schedulingEntities } from '#libs/scheduling/index.js';
import { ScorecardsModule, scorecardsEntities } from '#libs/scorecards/index.js';
import { SelfIdentificationModule, selfIdentificationEntities } from '#libs/self-identification/index.js';
import { TakeHomeModule, takeHomeEntities } from '#libs/take-home/index.js';
import { WebhooksModule, webhooksEntities } from '#libs/webhooks/index.js';

/** Every capability of the house, lower ranks first; the API and the worker run the same ones. */
export const capabilities = [
  IdentityModule,
  AuditModule,
  PostingsModule,
  ApplicationsModule,
  SchedulingModule,
  TakeHomeModule,
  ScorecardsModule,
  SelfIdentificationModule,
  CalendarsModule,
  NotificationsModule,
  ComplianceModule,
  WebhooksModule,
  PagesModule,
];

/** Every entity, for the one DataSource. */
export const entities = [
  ...platformEntities,
  ...identityEntities,
  ...auditEntities,
  ...postingsEntities,
  ...applicationsEntities,
  ...schedulingEntities,
  ...takeHomeEntities,
  ...scorecardsEntities,
  ...selfIdentificationEntities,
  ...calendarsEntities,
  ...notificationsEntities,
  ...complianceEntities,
  ...webhooksEntities,
];
