import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, PageInfo, instance } from '#libs/platform/index.js';
import type { AuditEventRow } from '../queries/audit-events.js';
import { Person } from './person.type.js';

export enum ActorKind {
  STAFF = 'staff',
  CANDIDATE = 'candidate',
  VISITOR = 'visitor',
  SYSTEM = 'system',
}
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'A member, a candidate by their link, somebody not known yet, or Rounds itself',
});

@ObjectType({ description: 'One thing that somebody did. Append-only; without personal data.' })
export class AuditEvent {
  @Field(() => ID)
  id: Id;
  @Field(() => DateTime)
  at: Date;
  @Field(() => ActorKind)
  actorKind: ActorKind;
  @Field(() => String, { nullable: true, description: 'A person, a candidate, or a part of Rounds such as "worker"' })
  actorId: string | null;
  @Field(() => Person, { nullable: true, description: 'The member who did it' })
  actor?: Person | null;
  @Field(() => String, { description: 'Such as "person.invite"' })
  action: string;
  @Field(() => String)
  subjectKind: string;
  @Field(() => ID, { nullable: true })
  subjectId: Id | null;
  @Field(() => String, {
    description: 'What more is known, as JSON; `via` is the session, token or link by which a member did it',
  })
  detail: string;
  @Field(() => String, {
    nullable: true,
    description: 'Network and browser of the session that did it, as long as the session is kept: no part of what is sealed',
  })
  openedFrom: string | null;
}

@ObjectType()
export class AuditEventConnection {
  @Field(() => [AuditEvent])
  nodes: AuditEvent[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

export function toAuditEvent(row: AuditEventRow): AuditEvent {
  return instance(AuditEvent, {
    id: row.id,
    at: row.at,
    actorKind: row.actor_kind as ActorKind,
    actorId: row.actor_id,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    detail: JSON.stringify(row.detail),
    openedFrom: row.opened_from || null,
  });
}
