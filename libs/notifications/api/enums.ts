import { registerEnumType } from '@nestjs/graphql';
import { MAIL_STATES, type MailState } from '../domain/mail-state.js';

export const MailStateEnum = Object.fromEntries(MAIL_STATES.map((state) => [state, state])) as { [S in MailState]: S };
registerEnumType(MailStateEnum, {
  name: 'MailState',
  description:
    'DECIDED, RELAYED and SENDING are on their way; IN_DOUBT may have arrived; BOUNCED came back; SKIPPED was decided against, SUPERSEDED taken back in time',
});

/** Who reads a mail; the database's words in GraphQL's capitals. */
export const AudienceEnum = { CANDIDATE: 'candidate', TEAM: 'team', PERSON: 'person' } as const;
registerEnumType(AudienceEnum, {
  name: 'MailAudience',
  description: 'CANDIDATE, the hiring TEAM, or a PERSON about their account',
});
