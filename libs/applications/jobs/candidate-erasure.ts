import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileStore, Reactions } from '#libs/platform/index.js';
import type { CandidateErased } from '../domain/application-events.js';
import { letFilesGo } from '../use-cases/erase-candidate.js';

/** After every other folder, some of which hold on to a file's row. */
const LAST = 100;

/** The end of an erasure: rows of files when nobody refers to them any more, and the files once that is committed. */
@Injectable()
export class CandidateErasure implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly files: FileStore,
  ) {}

  onModuleInit(): void {
    this.reactions.on('CandidateErased', LAST, async (tx, { payload }) =>
      letFilesGo(tx, (payload as CandidateErased).candidateIds),
    );
    this.reactions.handle('CandidateErased', 'remove-files', async ({ payload }) => {
      for (const key of (payload as CandidateErased).storageKeys) await this.files.remove(key);
    });
  }
}
