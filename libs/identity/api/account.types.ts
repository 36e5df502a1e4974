import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';
import { Person } from './person.type.js';

@InputType()
export class SignInInput {
  @Field(() => String, { nullable: true, description: 'The organisation’s slug; not needed where the installation has only one' })
  organization?: string | null;
  @Field(() => String)
  email: string;
  @Field(() => String)
  password: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The last part of the invitation’s link' })
  token: string;
  @Field(() => String, { description: 'At least 12 characters' })
  password: string;
}

@InputType()
export class RequestPasswordResetInput {
  @Field(() => String, { nullable: true, description: 'The organisation’s slug; not needed where the installation has only one' })
  organization?: string | null;
  @Field(() => String)
  email: string;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'The last part of the mailed link' })
  token: string;
  @Field(() => String, { description: 'At least 12 characters' })
  password: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  currentPassword: string;
  @Field(() => String, { description: 'At least 12 characters' })
  newPassword: string;
}

@InputType()
export class RevokeSessionInput {
  @Field(() => ID)
  sessionId: Id;
}

@ObjectType({ description: 'A new session. Browsers have it as a cookie already.' })
export class SignInPayload {
  @Field(() => Person)
  person: Person;
  @Field(() => DateTime, { description: 'When the session ends, however much it is used' })
  expiresAt: Date;
  @Field(() => String, {
    description: 'For programs: send it as `Authorization: Bearer <token>`. Browsers have the cookie and should not ask.',
  })
  token: string;
}

@ObjectType({ description: 'Done; there is nothing more to tell.' })
export class AccountPayload {
  @Field(() => String, { description: 'What was done and what comes next' })
  message: string;
}

@ObjectType({ description: 'A sign-in that may still be used' })
export class Session {
  @Field(() => ID)
  id: Id;
  @Field(() => DateTime)
  createdAt: Date;
  @Field(() => DateTime)
  expiresAt: Date;
  @Field(() => String, { description: 'How the browser or program called itself' })
  userAgent: string;
  @Field(() => String, { description: 'The address it was opened from; of IPv6 the first 64 bits' })
  network: string;
  @Field(() => Boolean, { description: 'The one this request came with' })
  current: boolean;
}

export const SignInResult = resultUnion('SignInResult', () => SignInPayload);
export const AcceptInvitationResult = resultUnion('AcceptInvitationResult', () => SignInPayload);
export const AccountResult = resultUnion('AccountResult', () => AccountPayload);
