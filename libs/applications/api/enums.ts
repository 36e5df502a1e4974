import { registerEnumType } from '@nestjs/graphql';
import { APPLICATION_STATUSES, type ApplicationStatus, TRANSITION_KINDS, type TransitionKind } from '#libs/pipeline/index.js';
import { ATTACHMENT_KINDS, type AttachmentKind } from '../domain/stored-file.js';
import { WAITING_FOR, WAITING_ON, type WaitingFor, type WaitingOn } from '../domain/waiting.js';

export const ApplicationStatusEnum = named<ApplicationStatus>(APPLICATION_STATUSES);
registerEnumType(ApplicationStatusEnum, { name: 'ApplicationStatus', description: 'Where an application stands as a whole' });

export const CommandKindEnum = named<TransitionKind>(TRANSITION_KINDS);
registerEnumType(CommandKindEnum, {
  name: 'ApplicationCommand',
  description: 'What a person asked of an application; CHANGE_PLAN stands in histories only',
});

/** An enum for GraphQL out of a list of names. */
function named<T extends string>(names: readonly T[]): { [N in T]: N } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };
}

export const ResidenceCheckEnum = { INSIDE: 'inside', OUTSIDE: 'outside', UNKNOWN: 'unknown' } as const;
registerEnumType(ResidenceCheckEnum, {
  name: 'ResidenceCheck',
  description: "Whether the country stated by the candidate is within the posting's residence; shown, never used to reject",
});

export const WaitingOnEnum = named<WaitingOn>(WAITING_ON);
registerEnumType(WaitingOnEnum, { name: 'WaitingOn', description: 'Whose turn it is' });

export const WaitingForEnum = named<WaitingFor>(WAITING_FOR);
registerEnumType(WaitingForEnum, { name: 'WaitingFor', description: 'What they are waited for to do' });

export const ReasonSideEnum = named(['WE_REJECTED', 'THEY_WITHDREW'] as const);
registerEnumType(ReasonSideEnum, { name: 'ReasonSide', description: 'Who ended it' });
export type ReasonSide = keyof typeof ReasonSideEnum;

export const AttachmentKindEnum = named<AttachmentKind>(ATTACHMENT_KINDS);
registerEnumType(AttachmentKindEnum, { name: 'AttachmentKind', description: 'What a file is for' });
