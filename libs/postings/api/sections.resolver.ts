import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { Staff, UnitOfWork, answer, forbidden, idempotencyOf, instance } from '#libs/platform/index.js';
import { type SharedSectionRow, listSharedSections, previewSharedSection } from '../queries/index.js';
import { SharedSections, type ShownIn, readSection } from '../use-cases/shared-sections.js';
import { badArgument } from './bad-argument.js';
import { isAboutPay, toFactChange, toOvertaken, toRevisionPreview } from './mappers.js';
import { RevisionPreview } from './revision.types.js';
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

@ArgsType()
class SectionText {
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'Markdown, at most 256 KiB' })
  text: string;
}

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
    return (await listSharedSections(this.uow, actor)).sections.map(toSection);
  }

  @Query(() => [RevisionPreview], {
    description:
      'What saving this text as a shared section would change in each posting that shows it, the open ones first; nothing is kept',
  })
  async previewSharedSection(@Args() { name, text }: SectionText, @Staff() actor: StaffActor): Promise<RevisionPreview[]> {
    if (!may(actor, 'sections.manage')) throw forbidden('Your role does not allow you to change shared sections.');
    const section = readSection(name, text, '');
    if (!section.ok) throw badArgument(section.refusal.message);
    const previews = await previewSharedSection(this.uow, actor, section.value.name, section.value.text);
    if (!previews.ok) throw badArgument(previews.refusal.message);
    return previews.value.map((preview) => toRevisionPreview(preview, may(actor, 'posting.salary')));
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
      instance(SaveSharedSectionPayload, {
        sectionId,
        version: revision,
        shownIn: openFirst(shownIn).map((posting) => toReadAnew(posting, may(actor, 'posting.salary'))),
      }),
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

/** Who changes a section need not be in the team of every posting that shows it: pay is for those who lead all. */
function toReadAnew({ postingId, title, status, planChanged, changes, overtaken }: ShownIn, showPay: boolean): ReadAnewPosting {
  const shown = (one: { readonly field: string }) => showPay || !isAboutPay(one);
  return instance(ReadAnewPosting, {
    postingId,
    title: title || null,
    status,
    planChanged,
    changes: changes.filter(shown).map(toFactChange),
    overtaken: overtaken.filter(shown).map(toOvertaken),
  });
}

function toSection({ id, name, revision, text, updated_at, shownIn }: SharedSectionRow): SharedSection {
  return instance(SharedSection, {
    ...{ id, name, text, version: revision, updatedAt: updated_at.toISOString() },
    shownIn: shownIn.map(({ postingId, title, status }) => ({ postingId, status, title: title || null })),
  });
}
