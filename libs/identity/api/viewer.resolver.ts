import { Query, Resolver } from '@nestjs/graphql';
import { Context, type RequestContext, UnitOfWork } from '#libs/platform/index.js';
import { peopleLoader } from '../queries/people.js';
import { Person, toPerson } from './person.type.js';

@Resolver()
export class ViewerResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query(() => Person, { nullable: true, description: 'The signed-in member, or null' })
  async viewer(@Context() context: RequestContext): Promise<Person | null> {
    if (context.actor?.kind !== 'staff') return null;
    const row = await peopleLoader(context, this.uow).load(context.actor.personId);
    return row && toPerson(row);
  }
}
