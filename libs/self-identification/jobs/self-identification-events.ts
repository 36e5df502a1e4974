import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CandidateErased } from '#libs/applications/index.js';
import { Reactions } from '#libs/platform/index.js';
import { forgetErased } from '../use-cases/forget-erased.js';

/** This folder's rank (docs/conventions.md). */
const RANK = 7;

/** What happens elsewhere and is answered here. */
@Injectable()
export class SelfIdentificationEvents implements OnModuleInit {
  constructor(private readonly reactions: Reactions) {}

  onModuleInit(): void {
    this.reactions.on('CandidateErased', RANK, async (tx, { payload }) => forgetErased(tx, payload as CandidateErased));
  }
}
