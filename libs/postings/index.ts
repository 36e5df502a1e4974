export * from './domain/index.js';
export * from './persistence/plan-store.js';
