import { HeaderMap } from '@apollo/server';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { createHash } from 'node:crypto';
import { costOf } from './limits.js';

/** Points that a program may spend at once, and that come back in a second. An operation costs its points (`limits.ts`) and these for coming at all. */
export const BUDGET = { burst: 60_000, each_s: 1_000, request: 10 } as const;
/** Tokens that are remembered; beyond it whoever asked longest ago is forgotten, whose bucket is full anyway. */
const MOST = 20_000;

/** What tokens of programs have spent, in this process's memory: with several processes each counts for itself. */
export class CostBudgets {
  /** When each token's bucket will be full again, in the order of the last question. */
  private readonly fullAt_ms = new Map<string, number>();
  private readonly costs = new WeakMap<OperationDefinitionNode, number>();

  /** Takes the operation's points from the budget of who asks, or answers the error that says when there are enough. */
  spend(authorization: string, document: DocumentNode, operation: OperationDefinitionNode, now: Date): GraphQLError | null {
    let cost = this.costs.get(operation);
    if (cost === undefined) this.costs.set(operation, (cost = BUDGET.request + costOf(document, operation)));
    const key = createHash('sha256').update(authorization).digest('base64');
    const now_ms = now.getTime();
    const full_ms = Math.max(this.fullAt_ms.get(key) ?? 0, now_ms) + (cost / BUDGET.each_s) * 1000;
    const wait_ms = full_ms - now_ms - (BUDGET.burst / BUDGET.each_s) * 1000;
    if (wait_ms > 0) return spent(Math.ceil(wait_ms / 1000), cost);
    this.fullAt_ms.delete(key);
    this.fullAt_ms.set(key, full_ms);
    if (this.fullAt_ms.size > MOST) this.fullAt_ms.delete(this.fullAt_ms.keys().next().value!);
    return null;
  }
}

function spent(wait_s: number, cost: number): GraphQLError {
  return new GraphQLError(
    `This token has spent its budget of ${BUDGET.burst} points, of which ${BUDGET.each_s} come back each second; this operation costs ${cost}. Nothing was done; ask again in ${wait_s} seconds.`,
    { extensions: { code: 'BUDGET_SPENT', http: { status: 429, headers: new HeaderMap([['retry-after', String(wait_s)]]) } } },
  );
}
