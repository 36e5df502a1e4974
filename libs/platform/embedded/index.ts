export { startPostgres, type EmbeddedLog, type EmbeddedPostgres, type PostgresOptions } from './postgres.js';
