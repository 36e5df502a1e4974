import { Inject, Injectable } from '@nestjs/common';
import { isId, type Clock } from '#libs/kernel/index.js';
import { CLOCK, FileStore, UnitOfWork } from '#libs/platform/index.js';

/** Longer than any upload takes to get its row, and than a clock is wrong by. */
const LEFT_ALONE_MS = 24 * 3600_000;

/** Removes files without a row: their process died between the two, or the transaction failed. What nobody can find must not be kept either. */
@Injectable()
export class SweepFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many files were removed of those that are older than a day, or than said. */
  async execute(leftAlone_ms = LEFT_ALONE_MS): Promise<number> {
    const before = new Date(this.clock.now().getTime() - leftAlone_ms);
    return this.files.removeUnnamed(before, async (organizationId, keys) => {
      // A folder that is no organisation's is not ours to judge.
      if (!isId(organizationId)) return new Set(keys);
      const rows = await this.uow.read<{ storage_key: string }>(
        organizationId,
        'named-files',
        'SELECT storage_key FROM attachments WHERE organization_id = $1 AND storage_key = ANY ($2)',
        [organizationId, keys],
      );
      return new Set(rows.map(({ storage_key }) => storage_key));
    });
  }
}
