import { Injectable } from '@nestjs/common';
import { findOrganizationId } from '#libs/identity/index.js';
import { type Id, type Result, ok, parseAddress } from '#libs/kernel/index.js';
import { type TooManyAttempts, UnitOfWork, bucketKey, networkOf, takeTurns } from '#libs/platform/index.js';

const PER_NETWORK = { burst: 20, drip_ms: 30_000 } as const;
/** How often one mailbox is written to, whoever asks. */
const PER_MAILBOX = { burst: 3, drip_ms: 10 * 60_000 } as const;
/** Longer than the work takes, so that the time does not tell whether a mail went out. */
const ANSWER_AFTER_MS = 250;
/** Somebody with more applications than this finds the others through these. */
const MOST_APPLICATIONS = 10;

/** Mails a candidate fresh links to the pages of their applications. The answer is the same for every address. */
@Injectable()
export class RequestPageLink {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * @param organization its slug; null: the only one there is
   * @param email as it was typed
   * @param ip who asks, for the limit
   */
  async execute(organization: string | null, email: string, ip: string): Promise<Result<null, TooManyAttempts>> {
    const [answer] = await Promise.all([
      this.request(organization, email, ip),
      new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS)),
    ]);
    return answer;
  }

  private async request(organization: string | null, typed: string, ip: string): Promise<Result<null, TooManyAttempts>> {
    const organizationId = await findOrganizationId(this.uow, organization);
    if (organizationId === null) return ok(null);
    const visitor = { kind: 'visitor', organizationId } as const;
    const counted = await this.uow.run(visitor, (tx) =>
      takeTurns(tx, [{ key: bucketKey('page-link', networkOf(ip)), ...PER_NETWORK }]),
    );
    const address = parseAddress(typed);
    if (!counted.ok || !address.ok) return counted;
    const email = address.value.toLowerCase();
    // A mailbox that has had enough is not told apart from one that is unknown.
    await this.uow.run(visitor, async (tx) => {
      const turn = await takeTurns(tx, [{ key: bucketKey('page-link-mail', email), ...PER_MAILBOX }]);
      if (!turn.ok) return turn;
      const applications = await tx.query<{ id: Id }>(
        'applications-of-mailbox',
        `SELECT a.id FROM candidates c JOIN applications a ON a.organization_id = c.organization_id AND a.candidate_id = c.id
          WHERE c.organization_id = $1 AND c.email_key = $2 AND c.merged_into_id IS NULL ORDER BY a.applied_at DESC LIMIT $3`,
        [organizationId, email, MOST_APPLICATIONS],
      );
      for (const { id } of applications)
        tx.emit({ name: 'CandidateLinkRequested', subjectId: id, payload: { applicationId: id } });
      return ok(null);
    });
    return ok(null);
  }
}
