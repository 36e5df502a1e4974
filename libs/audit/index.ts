export { auditEntities } from './persistence/audit-seal.entity.js';
export { SEAL_AFTER_MS, SealAudit } from './use-cases/seal-audit.js';
export { type Head, type Verified, auditHeads, verifyAudit } from './use-cases/verify-audit.js';
export { AuditKey } from './use-cases/signing-key.js';
export * from './audit.module.js';
