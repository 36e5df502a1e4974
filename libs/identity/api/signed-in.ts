import type { Refusal, Result } from '#libs/kernel/index.js';
import { type RequestContext, type UnitOfWork, answer, instance } from '#libs/platform/index.js';
import { readPeople } from '../queries/people.js';
import type { SignedIn } from '../use-cases/sign-in.js';
import { SignInPayload } from './account.types.js';
import { toPerson } from './person.type.js';

/** Gives a browser its cookie and everybody the person they are. */
export async function answerSignedIn(uow: UnitOfWork, context: RequestContext, result: Result<SignedIn, Refusal>) {
  if (!result.ok) return answer(result, () => new SignInPayload());
  const { actor, token, expiresAt } = result.value;
  context.setSessionCookie(token, expiresAt);
  const [person] = await readPeople(uow, actor.organizationId, [actor.personId]);
  return instance(SignInPayload, { person: toPerson(person!), expiresAt, token });
}
