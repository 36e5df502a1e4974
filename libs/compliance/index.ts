export { type Tombstone, Tombstones, parseTombstone } from './persistence/tombstones.js';
export * from './queries/erased-people.js';
export * from './use-cases/erase-again.js';
export * from './compliance.module.js';
