import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { DateTime, Staff, UnitOfWork, instance, notFound } from '#libs/platform/index.js';
import { type RevisionText, compareRevisions } from '../queries/compare-revisions.js';
import { isAboutPay, toFactChange } from './mappers.js';
import { FactChange } from './revision.types.js';

@ObjectType({ description: 'One document of a posting, whole' })
export class RevisionDocument {
  @Field(() => Int)
  number: number;
  @Field(() => String)
  fileName: string;
  @Field(() => String, { description: 'Markdown' })
  document: string;
  @Field(() => DateTime)
  createdAt: string;
}

@ObjectType({ description: 'Two documents of a posting beside each other' })
export class RevisionsCompared {
  @Field(() => RevisionDocument)
  before: RevisionDocument;
  @Field(() => RevisionDocument)
  after: RevisionDocument;
  @Field(() => [FactChange], { description: 'What is understood of the later one else than of the earlier' })
  changes: FactChange[];
}

@Resolver()
export class RevisionsResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query(() => RevisionsCompared, { description: 'Two revisions of a posting, for those who manage it' })
  async compareRevisions(
    @Args('postingId', { type: () => ID }) postingId: Id,
    @Args('before', { type: () => Int }) before: number,
    @Args('after', { type: () => Int }) after: number,
    @Staff() actor: StaffActor,
  ): Promise<RevisionsCompared> {
    const found = await compareRevisions(this.uow, actor, postingId, before, after);
    if (!found) throw notFound('revision');
    const changes = found.changes.filter((one) => found.showPay || !isAboutPay(one));
    return instance(RevisionsCompared, {
      before: toDocument(found.before),
      after: toDocument(found.after),
      changes: changes.map(toFactChange),
    });
  }
}

function toDocument({ number, fileName, document, createdAt }: RevisionText): RevisionDocument {
  return instance(RevisionDocument, { number, fileName, document, createdAt: createdAt.toISOString() });
}
