import { MailTemplateEntity } from './mail-template.entity.js';
import { MailEntity } from './mail.entity.js';

/** The tables of notifications, for the one DataSource. */
export const notificationsEntities = [MailTemplateEntity, MailEntity];
