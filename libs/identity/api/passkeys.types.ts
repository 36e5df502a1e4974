import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';

@ObjectType({ description: 'A key on a device of the viewer’s, by which they sign in' })
export class Passkey {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  name: string;
  @Field(() => DateTime)
  createdAt: Date;
  @Field(() => DateTime, { nullable: true })
  lastUsedAt: Date | null;
}

@ObjectType({ description: 'What `navigator.credentials` is given; good for five minutes and one answer' })
export class PasskeyOptions {
  @Field(() => String, { description: 'JSON, for `PublicKeyCredential.parse…OptionsFromJSON`' })
  options: string;
}

@InputType()
export class BeginPasskeyInput {
  @Field(() => String, { description: 'Your own, again' })
  password: string;
}

@InputType()
export class AddPasskeyInput {
  @Field(() => String, { description: 'What you know the device by' })
  name: string;
  @Field(() => String, { description: 'The credential’s `toJSON()` as JSON' })
  response: string;
}

@InputType()
export class RemovePasskeyInput {
  @Field(() => ID)
  id: Id;
}

@InputType()
export class SignInWithPasskeyInput {
  @Field(() => String, { description: 'The credential’s `toJSON()` as JSON' })
  response: string;
}

@ObjectType()
export class AddPasskeyPayload {
  @Field(() => Passkey)
  passkey: Passkey;
}

export const BeginPasskeyResult = resultUnion('BeginPasskeyResult', () => PasskeyOptions);
export const AddPasskeyResult = resultUnion('AddPasskeyResult', () => AddPasskeyPayload);
