import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Id, type StaffActor, isId } from '#libs/kernel/index.js';
import {
  Context,
  PageArgs,
  type RequestContext,
  Staff,
  UnitOfWork,
  forbidden,
  instance,
  notFound,
  pageSize,
} from '#libs/platform/index.js';
import { may } from '../domain/policy.js';
import { listAuditEvents } from '../queries/audit-events.js';
import { peopleLoader } from '../queries/people.js';
import { ActorKind, AuditEvent, AuditEventConnection, toAuditEvent } from './audit.types.js';
import { Person, toPerson } from './person.type.js';

@Resolver(() => AuditEvent)
export class AuditResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query(() => AuditEventConnection, { description: 'Who did what, newest first. Administrators only.' })
  async auditEvents(
    @Args('subjectId', {
      type: () => ID,
      nullable: true,
      description: 'Only what was done to this person, application, posting …',
    })
    subjectId: Id | null,
    @Args() { first, after }: PageArgs,
    @Staff() actor: StaffActor,
  ): Promise<AuditEventConnection> {
    if (!may(actor, 'organization.administer')) throw forbidden('Only administrators read the audit log; ask one of them.');
    if ((subjectId ?? null) !== null && !isId(subjectId)) throw notFound('subject');
    const { nodes, pageInfo } = await listAuditEvents(this.uow, actor.organizationId, subjectId ?? null, pageSize(first), after);
    return instance(AuditEventConnection, { nodes: nodes.map(toAuditEvent), pageInfo });
  }

  @ResolveField(() => Person, { nullable: true })
  async actor(@Parent() event: AuditEvent, @Context() context: RequestContext): Promise<Person | null> {
    if (event.actorKind !== ActorKind.STAFF || !event.actorId) return null;
    const row = await peopleLoader(context, this.uow).load(event.actorId);
    return row && toPerson(row);
  }
}
