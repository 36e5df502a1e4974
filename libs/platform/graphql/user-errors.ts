import { Field, InterfaceType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Refusal, Result } from '#libs/kernel/index.js';

/** What every refusal tells: a stable code for programs and sentences for people. */
@InterfaceType({ description: 'A typed refusal: nothing was changed.' })
export abstract class UserError {
  @Field(() => String, { description: 'Stable, UPPER_SNAKE_CASE' })
  code: string;
  @Field(() => String, { description: 'What happened, what was kept, what to do' })
  message: string;
}

@ObjectType({ implements: () => [UserError], description: 'The command may not happen as things stand.' })
export class Refused extends UserError {}

@ObjectType({ implements: () => [UserError], description: 'An argument is not acceptable.' })
export class InvalidInput extends UserError {
  @Field(() => String, { nullable: true, description: 'The argument, as a path such as "input.salary.min"' })
  field: string | null;
}

@ObjectType({ implements: () => [UserError], description: 'Somebody else changed it first; look again and decide again.' })
export class Conflict extends UserError {
  @Field(() => Int, { description: 'The version it has now' })
  presentVersion: number;
}

/** The refusal a use case gives when `expectedVersion` is not the present one. */
export type ConflictRefusal = Refusal<'CONFLICT'> & { readonly presentVersion: number };
/** The refusal for an argument that is not acceptable. */
export type InvalidInputRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string | null };

type Constructor<T = object> = new (...args: never[]) => T;

/** Declares the union a mutation answers with: its payload, Refused, InvalidInput and Conflict, or a conflict of its own that shows the present state. */
export function resultUnion<T extends Constructor>(
  name: string,
  payload: () => T,
  conflict: () => Constructor<UserError> = () => Conflict,
) {
  return createUnionType({
    name,
    types: () => [payload(), Refused, InvalidInput, conflict()] as const,
    resolveType: (value: object) => value.constructor as never,
  });
}

/** Turns a use case's result into a member of the mutation's union; `toPayload` makes an instance of the payload class. */
export function answer<T, R extends Refusal, P extends object>(
  result: Result<T, R>,
  toPayload: (value: T) => P,
): P | Refused | InvalidInput | Conflict {
  if (result.ok) return toPayload(result.value);
  const { refusal } = result;
  if ('presentVersion' in refusal)
    return Object.assign(new Conflict(), pick(refusal), { presentVersion: refusal.presentVersion });
  if ('field' in refusal || refusal.code === 'INVALID_INPUT') {
    return Object.assign(new InvalidInput(), pick(refusal), { field: (refusal as Partial<InvalidInputRefusal>).field ?? null });
  }
  return Object.assign(new Refused(), pick(refusal));
}

/** Fills an instance of a GraphQL class, so that unions and interfaces resolve by its constructor. */
export function instance<T extends object>(type: new () => T, fields: T): T {
  return Object.assign(new type(), fields);
}

function pick(refusal: Refusal): { code: string; message: string } {
  return { code: refusal.code, message: refusal.message };
}
