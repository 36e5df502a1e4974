import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Id, Refusal, Result, StaffActor } from '#libs/kernel/index.js';
import { Context, type RequestContext, Staff, UnitOfWork, answer, idempotencyOf, instance } from '#libs/platform/index.js';
import type { Reread } from '../use-cases/reread-posting.js';
import { postingLoader } from '../queries/index.js';
import { ChangePostingStatus, type PublishRefusal } from '../use-cases/change-posting-status.js';
import { ChangeReading } from '../use-cases/change-reading.js';
import { ImportPosting } from '../use-cases/import-posting.js';
import { toFactChange, toOvertaken, toPosting } from './mappers.js';
import {
  ChangePostingResult,
  CorrectPostingInput,
  ImportPostingInput,
  ImportPostingResult,
  PostingChangeInput,
  PostingPayload,
  PostingReadingPayload,
  PublishPostingInput,
  PublishPostingPayload,
  PublishPostingResult,
  PublishRefused,
  ReadPostingAnewResult,
  ResolveCorrectionsInput,
  RevisePostingInput,
} from './posting-input.types.js';
import { Posting, PublishProblem } from './posting.types.js';

/** The life of a posting. */
@Resolver()
export class PostingChangesResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly imports: ImportPosting,
    private readonly readings: ChangeReading,
    private readonly statuses: ChangePostingStatus,
  ) {}

  @Mutation(() => ImportPostingResult, {
    description: 'Makes a draft posting of a document: its facts, plan, seats, kits and one opening',
  })
  async importPosting(@Args('input') input: ImportPostingInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    const { document, fileName, corrections } = input;
    const confidential = input.confidential === true;
    const given = { document, fileName: fileName ?? '', corrections: { ...corrections }, confidential };
    return this.payload(await this.imports.execute(actor, given, idempotencyOf('importPosting', input)), actor, context);
  }

  @Mutation(() => ReadPostingAnewResult, { description: 'States what the document should have been understood as' })
  async correctPosting(
    @Args('input') input: CorrectPostingInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ) {
    const { postingId, expectedVersion, corrections } = input;
    const given = { postingId, expectedVersion, corrections: { ...corrections } };
    return this.readAnew(await this.readings.correct(actor, given, idempotencyOf('correctPosting', input)), actor, context);
  }

  @Mutation(() => ReadPostingAnewResult, { description: 'Puts another document in the place of the present one' })
  async revisePosting(@Args('input') input: RevisePostingInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    const { postingId, expectedVersion, document, fileName } = input;
    const given = { postingId, expectedVersion, document, fileName: fileName ?? null };
    return this.readAnew(await this.readings.revise(actor, given, idempotencyOf('revisePosting', input)), actor, context);
  }

  @Mutation(() => ReadPostingAnewResult, { description: 'Keeps corrections against the document, or accepts what it says' })
  async resolveCorrections(
    @Args('input') input: ResolveCorrectionsInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ) {
    const { postingId, expectedVersion, keep, accept, keepRounds, acceptRounds } = input;
    const given = { postingId, expectedVersion, keep: [...keep, ...keepRounds], accept: [...accept, ...acceptRounds] };
    return this.readAnew(await this.readings.resolve(actor, given, idempotencyOf('resolveCorrections', input)), actor, context);
  }

  @Mutation(() => PublishPostingResult, { description: 'Opens a draft: it is on the careers page and takes applications' })
  publishPosting(@Args('input') input: PublishPostingInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.open('publish', input, actor, context);
  }

  @Mutation(() => PublishPostingResult, { description: 'Opens a closed posting again' })
  reopenPosting(@Args('input') input: PublishPostingInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.open('reopen', input, actor, context);
  }

  @Mutation(() => ChangePostingResult, { description: 'Takes no more applications; those that are there go on' })
  closePosting(@Args('input') input: PostingChangeInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.end('close', input, actor, context);
  }

  @Mutation(() => ChangePostingResult, { description: 'Puts a draft or a closed posting out of the way' })
  archivePosting(@Args('input') input: PostingChangeInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.end('archive', input, actor, context);
  }

  private async open(change: 'publish' | 'reopen', input: PublishPostingInput, actor: StaffActor, context: RequestContext) {
    const { postingId, expectedVersion, confirm } = input;
    const given = { postingId, expectedVersion, change, confirm: confirm === true };
    const result = await this.statuses.execute(actor, given, idempotencyOf(`${change}Posting`, input));
    if (!result.ok && 'problems' in result.refusal) return refused(result.refusal);
    const posting = await this.present(result.ok, postingId, actor, context);
    return answer(result, ({ warnings }) => instance(PublishPostingPayload, { posting, warnings: [...warnings] }));
  }

  private async end(change: 'close' | 'archive', input: PostingChangeInput, actor: StaffActor, context: RequestContext) {
    const { postingId, expectedVersion } = input;
    const given = { postingId, expectedVersion, change, confirm: false };
    return this.payload(await this.statuses.execute(actor, given, idempotencyOf(`${change}Posting`, input)), actor, context);
  }

  private async payload(result: Result<{ postingId: Id }, Refusal>, actor: StaffActor, context: RequestContext) {
    const posting = await this.present(result.ok, result.ok ? result.value.postingId : '', actor, context);
    return answer(result, () => instance(PostingPayload, { posting }));
  }

  private async readAnew(result: Result<Reread, Refusal>, actor: StaffActor, context: RequestContext) {
    const posting = await this.present(result.ok, result.ok ? result.value.postingId : '', actor, context);
    return answer(result, ({ planChanged, changes, overtaken }) =>
      instance(PostingReadingPayload, {
        ...{ posting, planChanged },
        changes: changes.map(toFactChange),
        overtaken: overtaken.map(toOvertaken),
      }),
    );
  }

  private async present(done: boolean, postingId: Id, actor: StaffActor, context: RequestContext): Promise<Posting | null> {
    if (!done) return null;
    // Several changes may come in one request; each answers what it left behind.
    const row = await postingLoader(context, this.uow).clear(postingId).load(postingId);
    return row && toPosting(row, actor);
  }
}

function refused({ code, message, problems }: PublishRefusal): PublishRefused {
  return instance(PublishRefused, { code, message, problems: problems.map((problem) => instance(PublishProblem, problem)) });
}
