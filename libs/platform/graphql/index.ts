export * from './connection.js';
export * from './context.js';
export * from './date-time.js';
export * from './idempotency.js';
export * from './user-errors.js';
