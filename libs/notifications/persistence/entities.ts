import { AnswerPromiseEntity } from './answer-promise.entity.js';
import { IncomingMailEntity } from './incoming-mail.entity.js';
import { MailboxPositionEntity } from './mailbox-position.entity.js';
import { MailSettingsEntity } from './mail-settings.entity.js';
import { MailSuppressionEntity } from './mail-suppression.entity.js';
import { MailTemplateEntity } from './mail-template.entity.js';
import { MailEntity } from './mail.entity.js';
import { PostingMailSettingsEntity } from './posting-mail-settings.entity.js';

/** The tables of notifications, for the one DataSource. */
export const notificationsEntities = [
  MailTemplateEntity,
  MailEntity,
  MailSettingsEntity,
  MailSuppressionEntity,
  IncomingMailEntity,
  MailboxPositionEntity,
  PostingMailSettingsEntity,
  AnswerPromiseEntity,
];
