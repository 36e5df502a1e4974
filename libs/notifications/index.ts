export {
  MAILS,
  MAIL_KEYS,
  declarationOf,
  isMailKey,
  templateVariables,
  type MailKey,
  type MailVariables,
} from './domain/mails/registry.js';
export type { Audience, MailDeclaration, MailEvent, MailTemplate, Weight } from './domain/declaration.js';
export type { Moment, Period, TimeInWords } from './domain/words.js';
export { compileTemplate, type TemplateRefusal } from './domain/compiling.js';
export { defaultTemplate } from './domain/default-templates.js';
export { renderMail, type CompiledTemplate, type RenderedMail } from './domain/rendering.js';
export { previewMail } from './domain/preview.js';
export { buildMessage, messageIdOf, threadOf, type Mailbox, type Message } from './domain/message.js';
export { type CalendarMessage, calendarText } from './domain/calendar-message.js';
export { invitation, type CalendarAttendee, type CalendarPerson, type Invitation } from './domain/calendar.js';
export { PROMISED } from './persistence/promise-rows.js';
export { notificationsEntities } from './persistence/entities.js';
export { TemplateStore } from './persistence/template-store.js';
export { MailRelay, type RelayOptions } from './use-cases/relay-mails.js';
export { DoubtSettler, type Finding, type MailEvidence } from './use-cases/settle-doubts.js';
export { MailDelivery, type DeliveryOptions } from './use-cases/deliver-mails.js';
export * from './notifications.module.js';
export { type LedgerRow, MailLedger, type SentMail } from './queries/ledger.js';
export { dkimSigner } from './smtp/dkim.js';
export { ReadMailbox } from './use-cases/read-mailbox.js';
export { type Received, ReceiveMail } from './use-cases/receive-mail.js';
export { GatherNews } from './use-cases/gather-news.js';
export { StopMails, type Stoppable } from './use-cases/stop-mails.js';
export { RequestPageLink } from './use-cases/request-page-link.js';
