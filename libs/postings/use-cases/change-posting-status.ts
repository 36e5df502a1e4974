import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { type PostingStatus, STATUS_CHANGES, type StatusChange } from '../domain/posting-status.js';
import type { PublishProblem } from '../domain/publish-problems.js';
import { updateStatus } from '../persistence/posting-rows.js';
import { readPublishProblems } from '../persistence/staffing.js';
import { type PostingRefusal, lockPosting } from './locked-posting.js';

export interface StatusChanged {
  readonly postingId: Id;
  readonly status: PostingStatus;
  readonly version: number;
  /** What the team knowingly left open when it published. */
  readonly warnings: readonly PublishProblem[];
}

export type PublishRefusal = Refusal<'PUBLISH_REFUSED' | 'PUBLISH_NEEDS_CONFIRMATION'> & {
  readonly problems: readonly PublishProblem[];
};
export type StatusRefusal = PostingRefusal | PublishRefusal | Refusal<'WRONG_STATUS'> | IdempotencyRefusal;

const EVENTS: Partial<Record<PostingStatus, string>> = { OPEN: 'PostingOpened', CLOSED: 'PostingClosed' };

/** Publishes, closes, reopens and archives postings. Opening one is refused while something is missing; warnings have to be confirmed. */
@Injectable()
export class ChangePostingStatus {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; change: StatusChange; confirm: boolean },
    idempotency?: Idempotency,
  ): Promise<Result<StatusChanged, StatusRefusal>> {
    return this.uow.run<StatusChanged, StatusRefusal>(actor, (tx) => this.within(tx, input), idempotency);
  }

  private async within(
    tx: Tx,
    input: { postingId: Id; expectedVersion: number; change: StatusChange; confirm: boolean },
  ): Promise<Result<StatusChanged, StatusRefusal>> {
    const locked = await lockPosting(tx, input.postingId, input.expectedVersion);
    if (!locked.ok) return locked;
    const posting = locked.value;
    const { from, to } = STATUS_CHANGES[input.change];
    if (!from.includes(posting.status)) return wrongStatus(input.change, posting.status);
    const problems = to === 'OPEN' ? await this.problems(tx, posting.id) : [];
    const refused = judge(problems, input.confirm);
    if (refused) return refused;
    const version = posting.version + 1;
    updateStatus(tx, { id: posting.id, version, status: to });
    const event = EVENTS[to];
    if (event) tx.emit({ name: event, subjectId: posting.id, payload: { postingId: posting.id } });
    tx.audit(`posting.${input.change}`, 'posting', posting.id, { confirmed: problems.map(({ code }) => code) });
    return ok({ postingId: posting.id, status: to, version, warnings: problems });
  }

  private async problems(tx: Tx, postingId: Id): Promise<readonly PublishProblem[]> {
    const all = await readPublishProblems((name, sql, params) => tx.query(name, sql, params), tx.organizationId, [postingId]);
    return all.get(postingId) ?? [];
  }
}

function judge(problems: readonly PublishProblem[], confirmed: boolean): { ok: false; refusal: PublishRefusal } | null {
  const list = (some: readonly PublishProblem[]) => some.map(({ message }) => message).join(' ');
  const refusing = problems.filter(({ severity }) => severity === 'REFUSES');
  if (refusing.length > 0) return refuse('PUBLISH_REFUSED', `The posting was not opened. ${list(refusing)}`, { problems });
  if (problems.length === 0 || confirmed) return null;
  return refuse(
    'PUBLISH_NEEDS_CONFIRMATION',
    `The posting was not opened yet. ${list(problems)} Correct this, or confirm to open it as it is.`,
    { problems },
  );
}

function wrongStatus(change: StatusChange, status: PostingStatus): { ok: false; refusal: Refusal<'WRONG_STATUS'> } {
  const { from } = STATUS_CHANGES[change];
  const hint = change === 'archive' && status === 'OPEN' ? ' Close it first.' : '';
  return refuse(
    'WRONG_STATUS',
    `The posting is ${status}; only one that is ${from.join(' or ')} can be changed by "${change}".${hint} Nothing was changed.`,
  );
}
