import { Injectable } from '@nestjs/common';
import {
  type Actor,
  bad,
  type BadInput,
  type Id,
  isId,
  isWellFormed,
  newId,
  ok,
  readLine,
  type Refusal,
  refuse,
  type Result,
} from '#libs/kernel/index.js';
import { may, personIdOf, mayKnowOf } from '#libs/identity/index.js';
import { type ConflictRefusal, type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import type { PostingStatus } from '../domain/posting-status.js';
import { bareSectionName, includedSections, sectionsShowing } from '../domain/shared-section-names.js';
import { looksBinary } from '../domain/source-text.js';
import { lockPostingRows } from '../persistence/posting-rows.js';
import {
  allSections,
  deleteSection,
  insertSection,
  lockSection,
  lockSectionNamed,
  postingsIncluding,
  updateSection,
} from '../persistence/section-rows.js';
import { presentStates } from './change-reading.js';
import { noSuch, notAllowed } from './locked-posting.js';
import { type Reread, type RereadRefusal, rereadPosting } from './reread-posting.js';

/** What a posting that shows a section became when the section changed. */
export interface ShownIn extends Reread {
  readonly status: PostingStatus;
  readonly title: string;
}

export interface SectionSaved {
  readonly sectionId: Id;
  readonly revision: number;
  /** Every posting that shows it, is not archived, and that the one who saves may know of. */
  readonly shownIn: readonly ShownIn[];
}

export type SectionRefusal =
  | BadInput
  | ConflictRefusal
  | RereadRefusal
  | Refusal<'NOT_FOUND' | 'FORBIDDEN' | 'SECTION_IN_USE' | 'TOO_MANY_SECTIONS'>
  | IdempotencyRefusal;

const MOST_SECTIONS = 500;
const MOST_BYTES = 256 * 1024;

/** Texts that several postings show. A change shows in all of them at once, and their facts are read anew with it. */
@Injectable()
export class SharedSections {
  constructor(private readonly uow: UnitOfWork) {}

  /** Makes a section, or its next revision; `expectedVersion` is its present revision, null for a new one. */
  async save(
    actor: Actor,
    input: { name: string; text: string; expectedVersion: number | null },
    idempotency?: Idempotency,
  ): Promise<Result<SectionSaved, SectionRefusal>> {
    if (!may(actor, 'sections.manage')) return notAllowed('change shared sections');
    const section = readSection(input.name, input.text, 'input.');
    if (!section.ok) return section;
    const { name, text } = section.value;
    const work = async (tx: Tx): Promise<Result<SectionSaved, SectionRefusal>> => {
      const saved = await this.write(tx, name, text, input.expectedVersion);
      if (!saved.ok) return saved;
      const shownIn = await this.rereadPostings(tx, name);
      if (!shownIn.ok) return shownIn;
      tx.audit('section.save', 'section', saved.value.sectionId, { revision: saved.value.revision });
      return ok({ ...saved.value, shownIn: shownIn.value });
    };
    return this.uow.run<SectionSaved, SectionRefusal>(actor, work, idempotency);
  }

  /** Deletes a section that nothing shows any more. */
  async delete(
    actor: Actor,
    input: { sectionId: Id; expectedVersion: number },
    idempotency?: Idempotency,
  ): Promise<Result<{ sectionId: Id }, SectionRefusal>> {
    if (!may(actor, 'sections.manage')) return notAllowed('change shared sections');
    const work = async (tx: Tx): Promise<Result<{ sectionId: Id }, SectionRefusal>> => {
      const section = isId(input.sectionId) ? await lockSection(tx, input.sectionId) : undefined;
      if (!section) return noSuch('shared section');
      if (section.revision !== input.expectedVersion) return conflict(section.revision);
      const [postings, sections] = await Promise.all([postingsIncluding(tx, [section.name]), allSections(tx)]);
      const users = [
        ...postings.map(({ title, confidential }) => (confidential ? 'a confidential posting' : title || 'an untitled draft')),
        ...sections.filter(({ includes }) => includes.includes(section.name)).map((user) => user.name),
      ];
      if (users.length > 0)
        return refuse(
          'SECTION_IN_USE',
          `"${section.name}" is shown by ${listed(users)}. Nothing was deleted; take it out of them first.`,
        );
      deleteSection(tx, section.id);
      tx.audit('section.delete', 'section', section.id);
      return ok({ sectionId: section.id });
    };
    return this.uow.run<{ sectionId: Id }, SectionRefusal>(actor, work, idempotency);
  }

  private async write(
    tx: Tx,
    name: string,
    text: string,
    expectedVersion: number | null,
  ): Promise<Result<{ sectionId: Id; revision: number }, SectionRefusal>> {
    const present = await lockSectionNamed(tx, name);
    const revision = present?.revision ?? 0;
    if (revision !== (expectedVersion ?? 0)) return conflict(revision);
    const section = {
      id: present?.id ?? newId(tx.now.getTime()),
      name,
      text,
      includes: includedSections(text),
      revision: revision + 1,
    };
    if (!present && (await allSections(tx)).length >= MOST_SECTIONS)
      return refuse(
        'TOO_MANY_SECTIONS',
        `There are ${MOST_SECTIONS} shared sections, the most possible. Nothing was saved; delete one that nothing shows.`,
      );
    if (present) updateSection(tx, section, personIdOf(tx.actor));
    else if (!(await insertSection(tx, section, personIdOf(tx.actor)))) return conflict(1);
    return ok({ sectionId: section.id, revision: section.revision });
  }

  private async rereadPostings(tx: Tx, name: string): Promise<Result<ShownIn[], SectionRefusal>> {
    const showing = [...sectionsShowing(name, await allSections(tx))];
    const ids = (await postingsIncluding(tx, showing)).map(({ id }) => id);
    if (ids.length === 0) return ok([]);
    const shownIn: ShownIn[] = [];
    for (const state of await presentStates(tx, await lockPostingRows(tx, ids, tx.actor))) {
      const { document, file_name: fileName } = state.present;
      const reread = await rereadPosting(tx, { ...state, document, fileName, newRevision: false });
      if (!reread.ok) return reread;
      if (mayKnowOf(tx.actor, state.posting.team_roles))
        shownIn.push({ ...reread.value, status: state.posting.status, title: state.posting.title });
    }
    return ok(shownIn);
  }
}

function conflict(presentVersion: number): { ok: false; refusal: ConflictRefusal } {
  const message =
    presentVersion === 0
      ? 'There is no shared section of this name any more; nothing of yours was saved. Save it without a version to make a new one.'
      : 'There is another revision of this shared section; nothing of yours was saved. Look at it and decide again.';
  return refuse('CONFLICT', message, { presentVersion });
}

/** A section's name and text as they are kept; `at` is where the arguments stand. */
export function readSection(name: string, text: string, at: string): Result<{ name: string; text: string }, BadInput> {
  const line = readLine(name, `${at}name`, 120);
  if (!line.ok) return line;
  const bare = bareSectionName(line.value);
  if (!/^[^\s"'{}<>%]{1,120}$/.test(bare))
    return bad(
      `${at}name`,
      'A section’s name stands in documents: write it without spaces, quotes, braces or angle brackets, such as "about-us"',
    );
  if (typeof text !== 'string' || !isWellFormed(text) || looksBinary(text)) return bad(`${at}text`, 'It must be text in UTF-8');
  const lines = text.replace(/\r\n?/g, '\n');
  const bytes = Buffer.byteLength(lines);
  if (bytes > MOST_BYTES) return bad(`${at}text`, `It has ${bytes} bytes; at most ${MOST_BYTES} are possible`);
  return ok({ name: bare, text: lines });
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  return names.length > 5 ? `${shown.join(', ')} and ${names.length - 5} more` : shown.join(', ');
}
