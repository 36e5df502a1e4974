import { Injectable } from '@nestjs/common';
import type { Id, Language } from '#libs/kernel/index.js';
import type { ApplicationEventContext } from '#libs/applications/index.js';
import type { StoredEvent, Tx } from '#libs/platform/index.js';

/** An application as its mails speak of it. */
export interface ApplicationFacts {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly postingTitle: string;
  readonly candidate: {
    readonly id: Id;
    readonly name: string;
    readonly email: string;
    readonly zone: string;
    /** In which they want to be written to; null: they have not said. */
    readonly language: Language | null;
  };
  readonly stage: { readonly id: Id; readonly name: string } | null;
  readonly linkEpoch: number;
  /** Another record of the same person is kept instead of this one. */
  readonly merged: boolean;
}

/** A stage of a plan's version, which never changes. */
export interface StageFacts {
  readonly targetDays: number | null;
  readonly durationMin: number | null;
  /** Who sits there, as the posting says it. */
  readonly roles: readonly string[];
}

interface ApplicationRow {
  posting_id: Id;
  posting_title: string;
  link_epoch: number;
  stage: { id: Id; name: string } | null;
  candidate: ApplicationFacts['candidate'];
  merged: boolean;
}

/** Columns that make `ApplicationFacts` of `applications a`, for statements that read more than that. */
export const APPLICATION_COLUMNS = `
  a.posting_id, a.link_epoch,
  (SELECT po.title FROM postings po WHERE po.organization_id = a.organization_id AND po.id = a.posting_id) AS posting_title,
  (SELECT json_build_object('id', st.id, 'name', st.name) FROM plan_stages st WHERE st.organization_id = a.organization_id AND st.id = a.stage_id) AS stage,
  (SELECT json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'zone', c.zone, 'language', c.language)
     FROM candidates c WHERE c.organization_id = a.organization_id AND c.id = a.candidate_id) AS candidate,
  EXISTS (SELECT FROM candidates c WHERE c.organization_id = a.organization_id AND c.id = a.candidate_id AND c.merged_into_id IS NOT NULL) AS merged`;

/** `ApplicationFacts` from a row with `APPLICATION_COLUMNS`. */
export function toApplicationFacts(applicationId: Id, row: ApplicationRow): ApplicationFacts {
  const { posting_id: postingId, posting_title: postingTitle, candidate, stage, link_epoch: linkEpoch, merged } = row;
  return { applicationId, postingId, postingTitle, candidate, stage, linkEpoch, merged };
}

/** What the event brought along, so that a move needs no statement for its mails; else what is there now, in one. */
export async function applicationFacts(tx: Tx, event: StoredEvent, applicationId: Id): Promise<ApplicationFacts | null> {
  const brought = event.transient as Partial<ApplicationEventContext> | undefined;
  if (brought?.candidate && brought.posting && brought.linkEpoch !== undefined) {
    const { candidate, posting, stage = null, linkEpoch } = brought;
    return { applicationId, postingId: posting.id, postingTitle: posting.title, candidate, stage, linkEpoch, merged: false };
  }
  const [row] = await tx.query<ApplicationRow>(
    'mail-application-facts',
    `SELECT ${APPLICATION_COLUMNS} FROM applications a WHERE a.organization_id = $1 AND a.id = $2`,
    [tx.organizationId, applicationId],
  );
  return row ? toApplicationFacts(applicationId, row) : null;
}

const MOST_STAGES = 10_000;

/** Stages of plans: read once a process, since a version of a plan never changes. */
@Injectable()
export class StageFactsStore {
  private readonly known = new Map<string, StageFacts>();

  async get(tx: Tx, stageId: Id): Promise<StageFacts> {
    const key = `${tx.organizationId}|${stageId}`;
    const known = this.known.get(key);
    if (known) return known;
    const [row] = await tx.query<{ target_days: number | null; duration_min: number | null; roles: string[] }>(
      'mail-stage-facts',
      `SELECT st.target_days, st.duration_min, ARRAY(SELECT s.role FROM stage_seats s WHERE s.organization_id = $1 AND s.stage_id = st.id ORDER BY s.position) AS roles
         FROM plan_stages st WHERE st.organization_id = $1 AND st.id = $2`,
      [tx.organizationId, stageId],
    );
    if (!row) return { targetDays: null, durationMin: null, roles: [] };
    const facts = { targetDays: row.target_days, durationMin: row.duration_min, roles: row.roles };
    if (this.known.size >= MOST_STAGES) this.known.clear();
    this.known.set(key, facts);
    return facts;
  }
}
