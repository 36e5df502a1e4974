import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Reactions } from '#libs/platform/index.js';
import { KeepTombstone } from '../use-cases/keep-tombstone.js';

/** What happens elsewhere and is answered here. */
@Injectable()
export class ComplianceEvents implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly keepTombstone: KeepTombstone,
  ) {}

  onModuleInit(): void {
    this.reactions.handle('CandidateErased', 'keep-tombstone', (event) => this.keepTombstone.execute(event));
  }
}
