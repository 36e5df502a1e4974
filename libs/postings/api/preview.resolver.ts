import { Args, ArgsType, Field, Float, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Id, readLine, type StaffActor } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import type { StageKind } from '#libs/pipeline/index.js';
import { Staff, UnitOfWork, forbidden, instance, notFound } from '#libs/platform/index.js';
import { readDocument } from '../domain/read-document.js';
import { previewPosting, previewRevision } from '../queries/index.js';
import { badArgument } from './bad-argument.js';
import { StageKindEnum } from './enums.js';
import { toReading, toRevisionPreview } from './mappers.js';
import { TakeHomeTerms } from './plan.types.js';
import { PostingReading, RoundSeat } from './reading.types.js';
import { RevisionPreview } from './revision.types.js';

@ArgsType()
class PreviewArgs {
  @Field(() => String, { description: 'Markdown, at most 1 MiB' })
  document: string;
  @Field(() => String, { nullable: true, description: 'For messages only' })
  fileName: string | null;
}

@ArgsType()
class RevisionArgs extends PreviewArgs {
  @Field(() => ID)
  postingId: Id;
}

@ObjectType({ description: 'A stage that the import would make' })
export class PlanStageDraft {
  @Field(() => String)
  name: string;
  @Field(() => StageKindEnum)
  kind: StageKind;
  @Field(() => Int, { nullable: true })
  durationMin: number | null;
  @Field(() => [RoundSeat])
  seats: readonly RoundSeat[];
  @Field(() => String, { nullable: true })
  skippableIf: string | null;
  @Field(() => TakeHomeTerms, { nullable: true })
  takeHome: TakeHomeTerms | null;
  @Field(() => Float, { nullable: true })
  targetDays: number | null;
}

@ObjectType({ description: 'Which pool would fill the seats of a role' })
export class PoolDraft {
  @Field(() => String)
  role: string;
  @Field(() => String, { nullable: true, description: 'Null when the import would make an empty pool of this name, to fill' })
  poolId: string | null;
  @Field(() => Int, { description: 'How many people are in it now' })
  members: number;
}

@ObjectType({ description: 'What an import of the document would make; nothing is kept' })
export class PostingPreview {
  @Field(() => PostingReading)
  reading: PostingReading;
  @Field(() => [PlanStageDraft], { description: "The plan; the organisation's default one when the document tells no process" })
  stages: readonly PlanStageDraft[];
  @Field(() => [PoolDraft])
  pools: PoolDraft[];
}

/** Shows what would be understood of a document. */
@Resolver()
export class PreviewResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query(() => PostingPreview, { description: 'How a document would be understood, and what importing it would make' })
  async previewPosting(@Args() args: PreviewArgs, @Staff() actor: StaffActor): Promise<PostingPreview> {
    if (!may(actor, 'posting.create')) throw forbidden('Your role does not allow you to import postings.');
    const document = readDocument(args.document, 'document');
    if (!document.ok) throw badArgument(document.refusal.message);
    const fileName = readLine(args.fileName ?? '', 'fileName', 255, 0);
    if (!fileName.ok) throw badArgument(fileName.refusal.message);
    const { posting, stages, pools } = await previewPosting(this.uow, actor.organizationId, document.value, fileName.value);
    return instance(PostingPreview, {
      reading: toReading(posting, true),
      stages,
      pools: pools.map(({ role, pool }) => ({ role, poolId: pool?.id ?? null, members: pool?.members ?? 0 })),
    });
  }

  @Query(() => RevisionPreview, { description: 'What revising a posting by this document would change; nothing is kept' })
  async previewRevision(@Args() args: RevisionArgs, @Staff() actor: StaffActor): Promise<RevisionPreview> {
    const document = readDocument(args.document, 'document');
    if (!document.ok) throw badArgument(document.refusal.message);
    const fileName = readLine(args.fileName ?? '', 'fileName', 255, 0);
    if (!fileName.ok) throw badArgument(fileName.refusal.message);
    const preview = await previewRevision(this.uow, actor, args.postingId, document.value, fileName.value);
    if (!preview) throw notFound('posting');
    if (!preview.ok) throw badArgument(preview.refusal.message);
    return toRevisionPreview(preview.value, true);
  }
}
