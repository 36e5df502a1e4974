import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';
import type { TokenScope } from '../domain/token-scopes.js';

export const TokenScopeEnum = { READ: 'READ', HIRING: 'HIRING', POSTINGS: 'POSTINGS', MAIL: 'MAIL' } as const;
registerEnumType(TokenScopeEnum, {
  name: 'TokenScope',
  description: 'What a token opens within what its person may: READ questions, the others deeds about what they name',
});

@ObjectType({ description: 'A program’s way in, for a time. Send it as `Authorization: Bearer <token>` to /graphql.' })
export class ApiToken {
  @Field(() => ID)
  id: Id;
  @Field(() => ID, { description: 'For whom it acts' })
  personId: Id;
  @Field(() => String)
  name: string;
  @Field(() => [TokenScopeEnum])
  scopes: TokenScope[];
  @Field(() => DateTime)
  createdAt: Date;
  @Field(() => DateTime)
  expiresAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'To five minutes' })
  lastUsedAt: Date | null;
}

@InputType()
export class MakeApiTokenInput {
  @Field(() => String, { description: 'What it is for' })
  name: string;
  @Field(() => [TokenScopeEnum])
  scopes: TokenScope[];
  @Field(() => Int, { description: '1 to 366' })
  expiresInDays: number;
  @Field(() => String, { description: 'Your own, again' })
  password: string;
}

@InputType()
export class RevokeApiTokenInput {
  @Field(() => ID)
  id: Id;
}

@ObjectType()
export class MakeApiTokenPayload {
  @Field(() => String, { description: 'Shown this once; only its hash is kept' })
  token: string;
  @Field(() => ApiToken)
  apiToken: ApiToken;
}

export const MakeApiTokenResult = resultUnion('MakeApiTokenResult', () => MakeApiTokenPayload);
