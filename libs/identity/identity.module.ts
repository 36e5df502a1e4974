import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { AccountResolver } from './api/account.resolver.js';
import { ApiTokensResolver } from './api/api-tokens.resolver.js';
import { AuditResolver } from './api/audit.resolver.js';
import { OrganizationResolver } from './api/organization.resolver.js';
import { PasskeysResolver } from './api/passkeys.resolver.js';
import { PeopleResolver } from './api/people.resolver.js';
import { SessionsResolver } from './api/sessions.resolver.js';
import { ViewerResolver } from './api/viewer.resolver.js';
import { Links } from './links/links.js';
import { nobodysHash } from './passwords/password-hash.js';
import { AcceptInvitation } from './use-cases/accept-invitation.js';
import { AdministerPerson } from './use-cases/administer-person.js';
import { ApiTokens } from './use-cases/api-tokens.js';
import { ChangePassword } from './use-cases/change-password.js';
import { EndSession } from './use-cases/end-session.js';
import { InvitePerson, ResendInvitation } from './use-cases/invite-person.js';
import { RequestPasswordReset, ResetPassword } from './use-cases/reset-password.js';
import { IdentityProvider } from './single-sign-on/identity-provider.js';
import { RelyingParty } from './passkeys/relying-party.js';
import { Passkeys } from './use-cases/passkeys.js';
import { SignInWithPasskey } from './use-cases/sign-in-with-passkey.js';
import { SignInByProvider } from './use-cases/sign-in-by-provider.js';
import { SignIn } from './use-cases/sign-in.js';
import { UpdateMyProfile } from './use-cases/update-my-profile.js';
import { UpdateOrganization } from './use-cases/update-organization.js';

const useCases = [
  SignIn,
  EndSession,
  ChangePassword,
  InvitePerson,
  ResendInvitation,
  AcceptInvitation,
  RequestPasswordReset,
  ResetPassword,
  AdministerPerson,
  UpdateMyProfile,
  UpdateOrganization,
  ApiTokens,
  SignInByProvider,
  IdentityProvider,
  Passkeys,
  RelyingParty,
  SignInWithPasskey,
];
const resolvers = [
  ViewerResolver,
  SessionsResolver,
  ApiTokensResolver,
  AccountResolver,
  PasskeysResolver,
  PeopleResolver,
  OrganizationResolver,
  AuditResolver,
];

/** People, sessions, roles and links. Global, since every door asks who is there. */
@Global()
@Module({ providers: [Links, ...useCases, ...resolvers], exports: [Links, ...useCases] })
export class IdentityModule implements OnModuleInit {
  /** Made before the first sign-in, which would otherwise take longer than the others. */
  async onModuleInit(): Promise<void> {
    await nobodysHash();
  }
}
