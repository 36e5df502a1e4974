import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { ApplicationsModule } from '#libs/applications/index.js';
import { SelfIdentificationModule } from '#libs/self-identification/index.js';
import { CONFIG, type RunningConfig } from '#libs/platform/index.js';
import { ComplianceResolver } from './api/compliance.resolver.js';
import { ComplianceEvents } from './jobs/compliance-events.js';
import { Tombstones } from './persistence/tombstones.js';
import { ComplianceQuery } from './queries/compliance-query.js';
import { EraseAgain } from './use-cases/erase-again.js';
import { EraseDue } from './use-cases/erase-due.js';
import { ExportPerson } from './use-cases/export-person.js';
import { KeepByRule } from './use-cases/keep-by-rule.js';
import { KeepTombstone } from './use-cases/keep-tombstone.js';
import { PrivacyRequests } from './use-cases/privacy-requests.js';

const doors = [EraseAgain, EraseDue, ExportPerson, PrivacyRequests, KeepByRule, ComplianceQuery];

/** How long people's data are kept, what is known of somebody, and that who was erased stays erased. */
@Module({
  imports: [ApplicationsModule, SelfIdentificationModule],
  providers: [
    { provide: Tombstones, inject: [CONFIG], useFactory: ({ home }: RunningConfig) => tombstonesOf(home) },
    ...doors,
    ...[ComplianceEvents, ComplianceResolver, KeepTombstone],
  ],
  exports: doors,
})
export class ComplianceModule {}

/** Where an installation keeps who was erased. */
export function tombstonesOf(home: string): Tombstones {
  return new Tombstones(join(home, 'erased'));
}
