export * from './connection.js';
export * from './context.js';
export * from './user-errors.js';
