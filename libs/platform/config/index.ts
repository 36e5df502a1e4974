export * from './config.js';
export { type DomainLimit, type MailWays, PLAIN_MAIL } from './mail-ways.js';
export * from './secret.js';
