export { runningPostgresUrl, startPostgres, type EmbeddedLog, type EmbeddedPostgres, type PostgresOptions } from './postgres.js';
export { startMailSink, type Envelope, type MailFaults, type MailSink, type MailSinkOptions } from './mail-sink.js';
export type { MailboxMessage } from './mailbox-message.js';
export type { MailboxLimits } from './mailbox-store.js';
export { MAILBOX_HTML_CSP, MAILBOX_PAGE_CSP, mailboxHtml, mailboxPage } from './mailbox-page.js';
export { MAILBOX_STYLESHEET } from './mailbox-style.js';
