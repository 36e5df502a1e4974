import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { ApplicationsModule } from '#libs/applications/index.js';
import { CONFIG, type RunningConfig } from '#libs/platform/index.js';
import { ComplianceEvents } from './jobs/compliance-events.js';
import { Tombstones } from './persistence/tombstones.js';
import { EraseAgain } from './use-cases/erase-again.js';
import { KeepTombstone } from './use-cases/keep-tombstone.js';

/** Keep no longer than allowed, lose nothing before, answer whoever asks what is known of them. */
@Module({
  imports: [ApplicationsModule],
  providers: [
    { provide: Tombstones, inject: [CONFIG], useFactory: ({ home }: RunningConfig) => tombstonesOf(home) },
    ComplianceEvents,
    KeepTombstone,
    EraseAgain,
  ],
  exports: [EraseAgain, Tombstones],
})
export class ComplianceModule {}

/** Where an installation keeps who was erased. */
export function tombstonesOf(home: string): Tombstones {
  return new Tombstones(join(home, 'erased'));
}
