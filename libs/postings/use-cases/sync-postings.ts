import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type Refusal, type Result, ok } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { type Tx, UnitOfWork } from '#libs/platform/index.js';
import { parsePosting } from '../domain/parse-posting.js';
import { bareSectionName } from '../domain/shared-section-names.js';
import { type FileThere, type PostingThere, type SyncPlan, orderedStatus, planSync } from '../domain/sync-plan.js';
import { readPostingsThere, setSourcePath } from '../persistence/source-rows.js';
import { previewRevision, previewSharedSection } from '../queries/preview-revision.js';
import { listSharedSections } from '../queries/shared-sections.js';
import { ChangePostingStatus } from './change-posting-status.js';
import { ChangeReading } from './change-reading.js';
import { ImportPosting } from './import-posting.js';
import { lockPosting } from './locked-posting.js';
import { SharedSections } from './shared-sections.js';
import {
  FILE_GONE,
  NEW_PLAN,
  type Ordered,
  type Say,
  type SyncStep,
  WRONG_FOLDER,
  foreseen,
  movedFrom,
  nameOf,
  sayOrder,
  showsAnew,
  staysAsItWas,
  undecided,
  unfitness,
} from './sync-steps.js';

export interface SyncOutcome {
  readonly steps: readonly SyncStep[];
  /** Files whose postings are as they say. */
  readonly unchanged: number;
}

export interface Folder {
  readonly files: readonly FileThere[];
  /** Texts of shared sections by file name. */
  readonly sections: ReadonlyMap<string, string>;
}

export interface SyncOptions {
  /** Say what would happen; change nothing. */
  readonly dryRun: boolean;
  /** Open in spite of warnings, and end postings although none of their files is there. */
  readonly confirm: boolean;
}

/**
 * Keeps the postings of an organisation equal to a folder of documents: adds, revises, opens and closes as the files say, each in a transaction of its own, so
 * that one bad file stops nothing else. Run again it does nothing. Postings that were never of a file are left alone.
 */
@Injectable()
export class SyncPostings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly imports: ImportPosting,
    private readonly readings: ChangeReading,
    private readonly statuses: ChangePostingStatus,
    private readonly sections: SharedSections,
  ) {}

  /** In: an actor who may do all of it (a part of Rounds, an administrator), and the folder as it was read. */
  async execute(actor: Actor, folder: Folder, options: SyncOptions): Promise<Result<SyncOutcome, Refusal<'FORBIDDEN'>>> {
    if (!may(actor, 'posting.create') || !may(actor, 'posting.manage') || !may(actor, 'sections.manage'))
      return { ok: false, refusal: { code: 'FORBIDDEN', message: 'Your role does not allow you to change all postings.' } };
    const steps: SyncStep[] = [];
    const say: Say = (step) => steps.push({ changes: [], notes: [], ...step });
    await this.sayOrSave(actor, folder.sections, options, say);
    const plan = this.guardedEnds(planSync(folder.files, await readPostingsThere(this.uow, actor.organizationId)), options, say);
    for (const { path, fault } of plan.faults) say({ what: 'failed', path, title: null, notes: [fault!] });
    if (options.dryRun) await this.foresee(actor, plan, folder.sections, say);
    else await this.apply(actor, plan, folder.sections, options, say);
    return ok({ steps, unchanged: plan.same.length });
  }

  /** A folder that holds none of the files that postings belong to may be the wrong one: it ends nothing unless that is confirmed. */
  private guardedEnds(plan: SyncPlan, { confirm }: SyncOptions, say: Say): SyncPlan {
    const knows = [...plan.revise, ...plan.settle, ...plan.same].some(({ posting }) => posting.sourcePath !== null);
    if (knows || confirm) return plan;
    for (const { sourcePath, title } of plan.end) say({ what: 'waits', path: sourcePath!, title, notes: [WRONG_FOLDER] });
    return { ...plan, end: [] };
  }

  /** Shared sections first: postings are read with them. */
  private async sayOrSave(actor: Actor, wanted: Folder['sections'], { dryRun }: SyncOptions, say: Say): Promise<void> {
    if (wanted.size === 0) return;
    const { sections } = await listSharedSections(this.uow, actor);
    const present = new Map(sections.map((section) => [section.name, section]));
    for (const [fileName, text] of wanted) {
      const name = bareSectionName(fileName);
      const there = present.get(name);
      if (there?.text === text.replace(/\r\n?/g, '\n')) continue;
      const step = { path: fileName, title: name };
      if (dryRun) {
        const shown = await previewSharedSection(this.uow, actor, name, text);
        if (shown.ok) say({ ...step, what: 'section', notes: shown.value.map(showsAnew) });
        else say({ ...step, what: 'failed', notes: [shown.refusal.message] });
        continue;
      }
      const saved = await this.sections.save(actor, { name, text, expectedVersion: there?.revision ?? null });
      if (saved.ok) say({ ...step, what: 'section', notes: saved.value.shownIn.map(showsAnew) });
      else say({ ...step, what: 'failed', notes: [saved.refusal.message] });
    }
  }

  private async apply(actor: Actor, plan: SyncPlan, sections: Folder['sections'], options: SyncOptions, say: Say): Promise<void> {
    for (const file of plan.add) await this.guarded(file.path, say, () => this.add(actor, file, sections, options, say));
    for (const { posting, file } of plan.revise)
      await this.guarded(file.path, say, () => this.revise(actor, posting, file, sections, options, say));
    for (const { posting, file } of plan.settle) {
      await this.guarded(file.path, say, async () => {
        const settled = await this.settle(actor, posting.id, file.path);
        const step = { path: file.path, title: posting.title };
        if (settled.ok) say({ ...step, what: 'moved', notes: movedFrom(posting) });
        else say({ ...step, what: 'failed', notes: [settled.refusal.message] });
      });
    }
    for (const { posting, file } of [...plan.settle, ...plan.same])
      await this.obey(actor, { ...posting, path: file.path, exact: file.exact }, options, say);
    for (const posting of plan.end) await this.guarded(posting.sourcePath!, say, () => this.end(actor, posting, say));
  }

  /** What goes wrong with one file is said, and the others go on. */
  private async guarded(path: string, say: Say, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      say({ what: 'failed', path, title: null, notes: [`It could not be done (${(error as Error).message}).`] });
    }
  }

  private async add(actor: Actor, file: FileThere, sections: Folder['sections'], options: SyncOptions, say: Say): Promise<void> {
    const { path, text } = file;
    const posting = parsePosting(text, { fileName: path, sections });
    const { title, status } = posting;
    const unfit = unfitness(posting);
    if (unfit) return say({ ...unfit, path, title });
    const added = await this.imports.execute(actor, {
      document: text,
      fileName: nameOf(path),
      corrections: {},
      sourcePath: path,
    });
    if (!added.ok) return say({ what: 'failed', path, title, notes: [added.refusal.message] });
    const notes = title === null ? ['It waits as a draft for a title.'] : [];
    say({ what: 'added', path, title, notes });
    await this.obey(
      actor,
      {
        id: added.value.postingId,
        title: title ?? '',
        status: 'DRAFT',
        version: 1,
        statedStatus: status,
        path,
        exact: file.exact,
      },
      options,
      say,
    );
  }

  private async revise(
    actor: Actor,
    posting: PostingThere,
    file: FileThere,
    sections: Folder['sections'],
    options: SyncOptions,
    say: Say,
  ): Promise<void> {
    const { path, text } = file;
    const read = parsePosting(text, { fileName: path, sections });
    const { title } = read;
    const unfit = unfitness(read);
    if (unfit) return say({ ...staysAsItWas(unfit), path, title: posting.title });
    const revised = await this.readings.revise(actor, {
      ...{ postingId: posting.id, expectedVersion: posting.version },
      ...{ document: text, fileName: nameOf(path), sourcePath: path },
    });
    if (!revised.ok) return say({ what: 'failed', path, title: posting.title, notes: [revised.refusal.message] });
    const { version, changes, overtaken, planChanged } = revised.value;
    const notes = [...overtaken.map(({ field }) => undecided(field)), ...(planChanged ? [NEW_PLAN] : [])];
    say({ what: 'revised', path, title, changes, notes: [...movedFrom(posting, path), ...notes] });
    await this.obey(actor, { ...posting, version, statedStatus: read.status, path, exact: file.exact }, options, say);
  }

  private settle(actor: Actor, postingId: Id, path: string | null): Promise<Result<null, Refusal>> {
    return this.uow.run<null, Refusal>(actor, async (tx: Tx) => {
      const locked = await lockPosting(tx, postingId, null);
      if (!locked.ok) return locked;
      setSourcePath(tx, postingId, path);
      tx.audit('posting.settle', 'posting', postingId, { path });
      return ok(null);
    });
  }

  /** Opens or closes a posting whose file says so. */
  private async obey(actor: Actor, posting: Ordered, { confirm }: SyncOptions, say: Say): Promise<void> {
    const change = orderedStatus(posting.exact, posting.statedStatus, posting.status);
    if (change === null) return;
    const { id: postingId, path, title, version: expectedVersion } = posting;
    const result = await this.statuses.execute(actor, { postingId, expectedVersion, change, confirm });
    if (result.ok) return say({ what: change === 'close' ? 'closed' : 'opened', path, title });
    say({ what: 'waits', path, title, notes: [result.refusal.message] });
  }

  private async end(actor: Actor, posting: PostingThere, say: Say): Promise<void> {
    const change = posting.status === 'OPEN' ? 'close' : 'archive';
    const { id: postingId, version: expectedVersion, title } = posting;
    const ended = await this.statuses.execute(actor, { postingId, expectedVersion, change, confirm: false });
    const path = posting.sourcePath!;
    if (!ended.ok) return say({ what: 'failed', path, title, notes: [ended.refusal.message] });
    // Nothing brings an archived posting back: its file, should it return, makes a new one.
    if (change === 'archive') await this.settle(actor, postingId, null);
    say({ what: change === 'close' ? 'closed' : 'archived', path, title, notes: [FILE_GONE] });
  }

  /** The same as `apply`, in the subjunctive. */
  private async foresee(actor: Actor, plan: SyncPlan, sections: Folder['sections'], say: Say): Promise<void> {
    for (const { path, text, exact } of plan.add) {
      const read = parsePosting(text, { fileName: path, sections });
      const { title, status: statedStatus } = read;
      const unfit = unfitness(read);
      say(unfit ? { ...unfit, path, title } : { what: 'added', path, title });
      if (!unfit) sayOrder({ path, exact, title: title ?? '', statedStatus, status: 'DRAFT' }, say);
    }
    for (const { posting, file } of plan.revise) {
      const { path, text, exact } = file;
      const read = parsePosting(text, { fileName: path, sections });
      const unfit = unfitness(read);
      const preview = unfit ? null : await previewRevision(this.uow, actor, posting.id, text, nameOf(path), sections);
      if (unfit) say({ ...staysAsItWas(unfit), path, title: posting.title });
      else if (!preview?.ok)
        say({ what: 'failed', path, title: posting.title, notes: [preview?.refusal.message ?? 'It is gone.'] });
      else {
        say(foreseen(preview.value, posting, path));
        sayOrder({ ...posting, path, exact, statedStatus: read.status }, say);
      }
    }
    for (const { posting, file } of plan.settle)
      say({ what: 'moved', path: file.path, title: posting.title, notes: movedFrom(posting) });
    for (const { posting, file } of [...plan.settle, ...plan.same])
      sayOrder({ ...posting, path: file.path, exact: file.exact }, say);
    for (const { status, sourcePath, title } of plan.end)
      say({ what: status === 'OPEN' ? 'closed' : 'archived', path: sourcePath!, title, notes: [FILE_GONE] });
  }
}
