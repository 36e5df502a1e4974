import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** Stages remembered in a process; beyond it the memory starts anew rather than grow. */
const MOST_STAGES = 50_000;

/**
 * Which stages are take-homes. Every move out of a stage asks, and a stage never changes, so what was read once is kept: a move between interviews
 * costs nothing here.
 */
@Injectable()
export class TakeHomeStages {
  private readonly known = new Map<string, boolean>();

  async includes(tx: Tx, stageId: Id): Promise<boolean> {
    const key = `${tx.organizationId}/${stageId}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const [row] = await tx.query<{ kind: string }>(
      'kind-of-stage',
      'SELECT kind FROM plan_stages WHERE organization_id = $1 AND id = $2',
      [tx.organizationId, stageId],
    );
    // An unknown stage is not remembered: it may come to be.
    if (row === undefined) return false;
    if (this.known.size >= MOST_STAGES) this.known.clear();
    this.known.set(key, row.kind === 'TAKE_HOME');
    return row.kind === 'TAKE_HOME';
  }
}
