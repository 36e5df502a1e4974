import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Links } from '#libs/identity/index.js';
import { type Id, type SystemActor, ok } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import {
  type GatheredMail,
  type CrowdedReader,
  findCrowded,
  lockGathered,
  supersedeGathered,
} from '../persistence/gathered-rows.js';
import { HouseFactsStore } from '../persistence/house-facts.js';
import { DecideMails, draft } from './decide-mails.js';

/** The news of single applications, and the mail that tells of several. */
const SINGLE = 'team-new-application';
const SEVERAL = 'team-new-applications';
/** Shorter than `GATHER_LEAD_MS` by the pause between two looks: nothing joins a bundle that was made. */
const AHEAD_MS = 15_000;

/**
 * Makes one mail of the news about applications that wait for the same reader. They were decided for the same instant (`domain/timing`); shortly before it
 * they give way to one that counts them, by posting and without a name.
 */
@Injectable()
export class GatherNews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mails: DecideMails,
    private readonly houses: HouseFactsStore,
    private readonly links: Links,
  ) {}

  /** @returns how many mails of several were made */
  async execute(ledger: Pool, now: Date): Promise<number> {
    const until = new Date(now.getTime() + AHEAD_MS);
    let made = 0;
    for (const reader of await findCrowded(ledger, SINGLE, now, until)) if (await this.gather(reader, now, until)) made += 1;
    return made;
  }

  private async gather({ organization_id: organizationId, recipient }: CrowdedReader, now: Date, until: Date): Promise<boolean> {
    const actor: SystemActor = { kind: 'system', organizationId, part: 'mail' };
    const gathered = await this.uow.run(actor, async (tx) => {
      const mails = await lockGathered(tx, SINGLE, recipient, now, until);
      if (mails.length < 2) return ok(false);
      const ids = mails.map(({ id }) => id);
      supersedeGathered(tx, ids);
      const facts = await this.houses.get(tx, null);
      const event = { name: 'ApplicationNewsGathered', subjectId: null, payload: { mailIds: ids } };
      const variables = {
        organization: { name: facts.organization.name },
        recipient: { name: mails[0]!.recipient_name },
        contact: facts.contact,
        news: { count: String(mails.length), list: this.listOf(mails) },
        desk: { link: this.links.absolute('/desk') },
      };
      await this.mails.decide(tx, { ...event, id: tx.emit(event), organizationId }, facts, { zone: null }, [
        draft(SEVERAL, null, recipient, variables),
      ]);
      return ok(true);
    });
    return gathered.ok && gathered.value;
  }

  private listOf(mails: readonly GatheredMail[]): string {
    const postings = new Map<Id, { title: string; count: number }>();
    for (const { posting_id, posting_title } of mails)
      postings.set(posting_id, { title: posting_title, count: (postings.get(posting_id)?.count ?? 0) + 1 });
    const lines = [...postings].map(
      ([id, { title, count }]) => `${count} for ${title}\n${this.links.absolute(`/postings/${id}/board`)}`,
    );
    return lines.join('\n\n');
  }
}
