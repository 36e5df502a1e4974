export * from './backup-file.js';
export * from './restore-backup.js';
export * from './tables.js';
export * from './write-backup.js';
