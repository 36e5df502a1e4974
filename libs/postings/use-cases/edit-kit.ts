import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type BadInput,
  type Id,
  newId,
  ok,
  type Read,
  readId,
  readLine,
  readList,
  readOptional,
  readText,
  type Refusal,
  type Result,
} from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { type KitAttribute, type WantedAttribute, changeAttributes } from '../domain/kit-changes.js';
import { KIT_LIMITS } from '../domain/standard-kits.js';
import { readKit, writeKit } from '../persistence/kit-rows.js';
import { type PostingRefusal, lockPostingByStage } from './locked-posting.js';

export interface KitInput {
  readonly stageId: Id;
  readonly purpose: string;
  readonly questions: readonly string[];
  readonly attributes: readonly { readonly id?: Id | null; readonly name: string; readonly description?: string | null }[];
}

export type KitRefusal =
  PostingRefusal | BadInput | Refusal<'ATTRIBUTE_UNKNOWN' | 'ATTRIBUTE_RATED' | 'ATTRIBUTE_TWICE'> | IdempotencyRefusal;

/** Changes what the interviewers of a stage assess. What has been rated stays. */
@Injectable()
export class EditKit {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    input: KitInput,
    idempotency?: Idempotency,
  ): Promise<Result<{ postingId: Id; stageId: Id; kept: KitAttribute[] }, KitRefusal>> {
    const purpose = readText(input.purpose, 'input.purpose', KIT_LIMITS.purposeLength);
    if (!purpose.ok) return purpose;
    const questions = readList(input.questions, 'input.questions', KIT_LIMITS.questions, (text, at) =>
      readLine(text, at, KIT_LIMITS.questionLength),
    );
    if (!questions.ok) return questions;
    const attributes = readList(input.attributes, 'input.attributes', KIT_LIMITS.attributes, readAttribute);
    if (!attributes.ok) return attributes;
    return this.uow.run<{ postingId: Id; stageId: Id; kept: KitAttribute[] }, KitRefusal>(
      actor,
      async (tx) => {
        const locked = await lockPostingByStage(tx, input.stageId);
        if (!locked.ok) return locked;
        const kit = await readKit(tx, input.stageId);
        const changed = changeAttributes(kit.attributes, attributes.value, () => newId(tx.now.getTime()));
        if (!changed.ok) return changed;
        const id = kit.id ?? newId(tx.now.getTime());
        writeKit(tx, {
          id,
          stageId: input.stageId,
          purpose: purpose.value,
          questions: questions.value,
          attributes: changed.value.attributes,
        });
        tx.audit('kit.edit', 'posting', locked.value.id, { stageId: input.stageId });
        return ok({ postingId: locked.value.id, stageId: input.stageId, kept: changed.value.kept });
      },
      idempotency,
    );
  }
}

function readAttribute(value: unknown, field: string): Read<WantedAttribute> {
  const { id, name, description } = value as KitInput['attributes'][number];
  const known = readOptional(id, (text) => readId(text, `${field}.id`));
  if (!known.ok) return known;
  const title = readLine(name, `${field}.name`, KIT_LIMITS.nameLength);
  if (!title.ok) return title;
  const words = readText(description ?? '', `${field}.description`, KIT_LIMITS.descriptionLength);
  return words.ok ? ok({ id: known.value, name: title.value, description: words.value }) : words;
}
