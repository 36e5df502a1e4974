import { Injectable } from '@nestjs/common';
import {
  type Id,
  type Language,
  type Refusal,
  type Result,
  type StaffActor,
  isId,
  newId,
  ok,
  refuse,
} from '#libs/kernel/index.js';
import { may, isHiddenCandidate, isOpenTo, personIdOf } from '#libs/identity/index.js';
import { SQLSTATE, type Tx, UnitOfWork, isDatabaseError } from '#libs/platform/index.js';
import type { CandidatesMerged } from '../domain/application-events.js';
import { indexCandidate, updateContact } from '../persistence/receive-rows.js';

interface CandidateRow {
  id: Id;
  version: number;
  name: string;
  email: string;
  phone: string;
  location: string;
  country: string | null;
  zone: string;
  language: Language | null;
  links: string[];
  merged_into_id: Id | null;
}

export interface Merged {
  readonly keptId: Id;
  readonly mergedId: Id;
  readonly applications: number;
  readonly attachments: number;
}

/**
 * Makes two records of one person one. Applications and files go to the kept record; the merged one stays, points to it and leaves the search;
 * its address keeps leading to the person. `candidate_merges` holds what both were and what was moved, enough to take it back by hand.
 */
@Injectable()
export class MergeCandidates {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: StaffActor, keepId: Id, mergeId: Id): Promise<Result<Merged, Refusal>> {
    if (!isId(keepId) || !isId(mergeId) || !may(actor, 'candidates.merge')) return noSuchCandidates();
    if (keepId === mergeId) return refuse('SAME_CANDIDATE', 'This is one record already; choose two different ones.');
    try {
      return await this.uow.run<Merged, Refusal>(actor, (tx) => this.within(tx, keepId, mergeId));
    } catch (error) {
      if (isDatabaseError(error, SQLSTATE.uniqueViolation, 'applications_one_active')) return bothActive([]);
      if (isDatabaseError(error, SQLSTATE.exclusionViolation)) {
        return refuse(
          'INTERVIEWS_OVERLAP',
          'Both records have interviews at the same time; nothing was merged. Cancel one of them first.',
        );
      }
      throw error;
    }
  }

  private async within(tx: Tx, keepId: Id, mergeId: Id): Promise<Result<Merged, Refusal>> {
    const both = await tx.query<CandidateRow>(
      'lock-candidates-to-merge',
      `SELECT id, version, name, email, phone, location, country, zone, language, links, merged_into_id FROM candidates c
        WHERE organization_id = $1 AND id = ANY ($2) AND NOT ${isHiddenCandidate('c.id', '$3')} ORDER BY id FOR UPDATE`,
      [tx.organizationId, [keepId, mergeId], personIdOf(tx.actor)],
    );
    const kept = both.find(({ id }) => id === keepId);
    const merged = both.find(({ id }) => id === mergeId);
    if (!kept || !merged) return noSuchCandidates();
    if (kept.merged_into_id !== null || merged.merged_into_id !== null)
      return refuse(
        'ALREADY_MERGED',
        'One of these records has been merged into another already; nothing was changed. Look at that one.',
      );
    const clashes = await tx.query<{ title: string | null }>(
      'find-merge-clashes',
      `SELECT CASE WHEN ${isOpenTo('p.id', '$4')} THEN p.title END AS title FROM applications a JOIN applications b ON b.organization_id = $1 AND b.posting_id = a.posting_id AND b.candidate_id = $3 AND b.status = 'ACTIVE'
         JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
        WHERE a.organization_id = $1 AND a.candidate_id = $2 AND a.status = 'ACTIVE'`,
      [tx.organizationId, keepId, mergeId, personIdOf(tx.actor)],
    );
    if (clashes.length > 0) return bothActive(clashes.flatMap(({ title }) => title ?? []));
    return ok(await this.record(tx, kept, merged));
  }

  private async record(tx: Tx, kept: CandidateRow, merged: CandidateRow): Promise<Merged> {
    const params = [tx.organizationId, kept.id, merged.id];
    const move = (name: string, table: string) =>
      tx.query<{ id: Id }>(
        name,
        `UPDATE ${table} SET candidate_id = $2 WHERE organization_id = $1 AND candidate_id = $3 RETURNING id`,
        params,
      );
    const [applications, attachments, followers] = await Promise.all([
      move('merge-applications', 'applications'),
      move('merge-attachments', 'attachments'),
      // Those merged into the merged one before follow it, so that an address always leads to the person in one step.
      tx.query<{ id: Id }>(
        'merge-followers',
        'UPDATE candidates SET merged_into_id = $2 WHERE organization_id = $1 AND merged_into_id = $3 RETURNING id',
        params,
      ),
    ]);
    tx.write(
      'mark-merged',
      'UPDATE candidates SET merged_into_id = $2, version = version + 1 WHERE organization_id = $1 AND id = $3',
      params,
    );
    updateContact(tx, kept.id, {
      name: kept.name,
      phone: kept.phone || merged.phone,
      location: kept.location || merged.location,
      country: kept.country ?? merged.country,
      zone: kept.zone === 'UTC' ? merged.zone : kept.zone,
      language: kept.language ?? merged.language,
      links: [...new Set([...kept.links, ...merged.links])].slice(0, 20),
    });
    indexCandidate(tx, kept.id);
    indexCandidate(tx, merged.id);
    const ids = (rows: { id: Id }[]) => rows.map(({ id }) => id);
    const before = { kept, merged, applications: ids(applications), attachments: ids(attachments), followers: ids(followers) };
    tx.write(
      'insert-merge',
      'INSERT INTO candidate_merges (organization_id, id, kept_id, merged_id, merged_by, merged_at, before) VALUES ($1, $4, $2, $3, $5, $6, $7)',
      [...params, newId(tx.now.getTime()), tx.actor.kind === 'staff' ? tx.actor.personId : null, tx.now, JSON.stringify(before)],
    );
    const payload: CandidatesMerged = { keptId: kept.id, mergedId: merged.id };
    tx.emit({ name: 'CandidatesMerged', subjectId: kept.id, payload });
    tx.audit('candidate.merge', 'candidate', kept.id, { mergedId: merged.id });
    return { keptId: kept.id, mergedId: merged.id, applications: applications.length, attachments: attachments.length };
  }
}

function bothActive(titles: string[]) {
  const where = titles.length > 0 ? ` (${titles.join(', ')})` : '';
  return refuse(
    'BOTH_ACTIVE',
    `Both records have an active application for the same posting${where}; nothing was merged. Reject or withdraw one of the two first.`,
  );
}

function noSuchCandidates() {
  return refuse('NOT_FOUND', 'There are no such candidates, or you may not merge them. Nothing was changed.');
}
