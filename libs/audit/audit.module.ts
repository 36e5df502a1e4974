import { Module } from '@nestjs/common';
import { SealAudit } from './use-cases/seal-audit.js';

/** The audit log's seals. */
@Module({ providers: [SealAudit], exports: [SealAudit] })
export class AuditModule {}
