import { registerEnumType } from '@nestjs/graphql';
import { APPLICATION_STATUSES, type ApplicationStatus, COMMAND_KINDS, type CommandKind } from '#libs/pipeline/index.js';

export const ApplicationStatusEnum = named<ApplicationStatus>(APPLICATION_STATUSES);
registerEnumType(ApplicationStatusEnum, { name: 'ApplicationStatus', description: 'Where an application stands as a whole' });

export const CommandKindEnum = named<CommandKind>(COMMAND_KINDS);
registerEnumType(CommandKindEnum, { name: 'ApplicationCommand', description: 'What a person asked of an application' });

/** An enum for GraphQL out of a list of names. */
function named<T extends string>(names: readonly T[]): { [N in T]: N } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };
}
