import { Inject, Injectable } from '@nestjs/common';
import { may, mintToken, standingIn } from '#libs/identity/index.js';
import {
  isId,
  newId,
  ok,
  refuse,
  type Id,
  type Refusal,
  type Result,
  type StaffActor,
  type TeamRole,
} from '#libs/kernel/index.js';
import { CONFIG, UnitOfWork, type RunningConfig } from '#libs/platform/index.js';

export interface OpenedFeed {
  readonly feedId: Id;
  /** Shown this once; only its hash is kept. */
  readonly address: string;
}

const NO_SUCH_POSTING = refuse('NOT_FOUND', 'There is no such posting, or its interviews are not yours to see.');

/** Private addresses at which calendars read interviews: one's own, or those of a posting. One address of each kind; a new one ends the one before. */
@Injectable()
export class KeepFeeds {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  async open(actor: StaffActor, postingId: Id | null): Promise<Result<OpenedFeed, Refusal<'NOT_FOUND'>>> {
    if (postingId !== null && !isId(postingId)) return NO_SUCH_POSTING;
    return this.uow.run(actor, async (tx) => {
      if (postingId !== null) {
        const [posting] = await tx.query<{ teamRoles: TeamRole[] }>(
          'posting-of-feed',
          `SELECT ${standingIn('p.id', '$3')} AS "teamRoles"
             FROM postings p WHERE p.organization_id = $1 AND p.id = $2`,
          [tx.organizationId, postingId, actor.personId],
        );
        if (!posting || !may(actor, 'board.read', { teamRoles: posting.teamRoles })) return NO_SUCH_POSTING;
      }
      const { token, hash } = mintToken(tx.organizationId);
      const feedId = newId(tx.now.getTime());
      // Two that are opened at once follow each other: the later one ends the earlier.
      tx.write(
        'keep-feed',
        `INSERT INTO calendar_feeds (organization_id, id, owner_id, posting_id, token_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (organization_id, owner_id, posting_id) DO UPDATE SET id = excluded.id, token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [tx.organizationId, feedId, actor.personId, postingId, hash, tx.now],
      );
      tx.audit('calendar.open-feed', postingId === null ? 'person' : 'posting', postingId ?? actor.personId, { feedId });
      return ok({ feedId, address: `${this.config.publicUrl}/calendars/${token}.ics` });
    });
  }

  /** Whoever knew the address reads nothing from now on. */
  async close(actor: StaffActor, feedId: Id): Promise<Result<{ feedId: Id }, Refusal<'NOT_FOUND'>>> {
    const none = refuse('NOT_FOUND', 'There is no such address, or it is not yours.');
    if (!isId(feedId)) return none;
    return this.uow.run(actor, async (tx) => {
      const closed = await tx.query(
        'close-feed',
        'DELETE FROM calendar_feeds WHERE organization_id = $1 AND id = $2 AND owner_id = $3 RETURNING id',
        [tx.organizationId, feedId, actor.personId],
      );
      if (closed.length === 0) return none;
      tx.audit('calendar.close-feed', 'person', actor.personId, { feedId });
      return ok({ feedId });
    });
  }
}
