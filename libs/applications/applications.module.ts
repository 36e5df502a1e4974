import { Module } from '@nestjs/common';
import { PlanStore } from '#libs/postings/index.js';
import { ApplyResolver } from './api/apply.resolver.js';
import { MoveResolver } from './api/move.resolver.js';
import { ApplyToPosting } from './use-cases/apply-to-posting.js';
import { MoveApplication } from './use-cases/move-application.js';
import { ReceiveApplication } from './use-cases/receive-application.js';
import { RejectRemaining } from './use-cases/reject-remaining.js';

const doors = [PlanStore, MoveApplication, RejectRemaining, ReceiveApplication, ApplyToPosting];

/** Candidates and their applications: applying, moving, looking, searching, merging. */
@Module({ providers: [...doors, MoveResolver, ApplyResolver], exports: doors })
export class ApplicationsModule {}
