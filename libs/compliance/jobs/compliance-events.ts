import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CandidateErased, CandidatesMerged } from '#libs/applications/index.js';
import { Reactions } from '#libs/platform/index.js';
import { KeepTombstone } from '../use-cases/keep-tombstone.js';
import { KEPT_BY } from '../queries/kept-by.js';
import { followMerge, settleWithErasure } from '../use-cases/privacy-requests.js';

/** This folder's rank (docs/conventions.md). */
const RANK = 8;

/** What happens elsewhere and is answered here. */
@Injectable()
export class ComplianceEvents implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly keepTombstone: KeepTombstone,
  ) {}

  onModuleInit(): void {
    this.reactions.foresee('CandidateErased', 'keptBy', KEPT_BY);
    this.reactions.on('CandidateErased', RANK, async (tx, { payload }) => settleWithErasure(tx, payload as CandidateErased));
    this.reactions.on('CandidatesMerged', RANK, async (tx, { payload }) => followMerge(tx, payload as CandidatesMerged));
    this.reactions.handle('CandidateErased', 'keep-tombstone', (event) => this.keepTombstone.execute(event));
  }
}
