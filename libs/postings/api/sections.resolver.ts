import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { Staff, UnitOfWork, answer, forbidden, idempotencyOf, instance } from '#libs/platform/index.js';
import { type SharedSectionRow, listSharedSections } from '../queries/index.js';
import { SharedSections, type ShownIn } from '../use-cases/shared-sections.js';
import { toOvertaken } from './posting-changes.resolver.js';
import {
  DeleteSharedSectionInput,
  DeleteSharedSectionPayload,
  DeleteSharedSectionResult,
  ReadAnewPosting,
  SaveSharedSectionInput,
  SaveSharedSectionPayload,
  SaveSharedSectionResult,
  SharedSection,
} from './section.types.js';

/** Texts that several postings show. */
@Resolver()
export class SectionsResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sections: SharedSections,
  ) {}

  @Query(() => [SharedSection], { description: 'All shared sections by name, and where each is shown' })
  async sharedSections(@Staff() actor: StaffActor): Promise<SharedSection[]> {
    if (!may(actor, 'sections.manage')) throw forbidden('Your role does not allow you to see the shared sections.');
    return (await listSharedSections(this.uow, actor.organizationId)).map(toSection);
  }

  @Mutation(() => SaveSharedSectionResult, {
    description: 'Makes a section or its next revision; the postings that show it are read anew',
  })
  async saveSharedSection(@Args('input') input: SaveSharedSectionInput, @Staff() actor: StaffActor) {
    const { name, text, expectedVersion } = input;
    const result = await this.sections.save(
      actor,
      { name, text, expectedVersion: expectedVersion ?? null },
      idempotencyOf('saveSharedSection', input),
    );
    return answer(result, ({ sectionId, revision, shownIn }) =>
      instance(SaveSharedSectionPayload, { sectionId, version: revision, shownIn: openFirst(shownIn).map(toReadAnew) }),
    );
  }

  @Mutation(() => DeleteSharedSectionResult, { description: 'Deletes a section that nothing shows any more' })
  async deleteSharedSection(@Args('input') input: DeleteSharedSectionInput, @Staff() actor: StaffActor) {
    const { sectionId, expectedVersion } = input;
    const result = await this.sections.delete(actor, { sectionId, expectedVersion }, idempotencyOf('deleteSharedSection', input));
    return answer(result, (deleted) => instance(DeleteSharedSectionPayload, deleted));
  }
}

function openFirst(postings: readonly ShownIn[]): ShownIn[] {
  return [...postings].sort((a, b) => Number(b.status === 'OPEN') - Number(a.status === 'OPEN'));
}

function toReadAnew({ postingId, title, status, planChanged, overtaken }: ShownIn): ReadAnewPosting {
  return instance(ReadAnewPosting, {
    postingId,
    title: title || null,
    status,
    planChanged,
    overtaken: overtaken.map(toOvertaken),
  });
}

function toSection({ id, name, revision, text, updated_at, shownIn }: SharedSectionRow): SharedSection {
  return instance(SharedSection, {
    ...{ id, name, text, version: revision, updatedAt: updated_at.toISOString() },
    shownIn: shownIn.map(({ postingId, title, status }) => ({ postingId, status, title: title || null })),
  });
}
