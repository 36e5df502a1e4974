import { Inject, Injectable } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { type Clock, type Id, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, type RunningConfig } from '#libs/platform/index.js';
import { type BegunSignOn, openBegun, sealBegun } from './begun-sign-on.js';

/** Whom the provider says that somebody is. */
export interface Claimed {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case, and only if the provider has verified it and may speak for its domain. */
  readonly email: string | null;
}

export type SignOnRefusal = Refusal<'SIGN_ON_UNAVAILABLE' | 'SIGN_ON_FAILED'>;

/** Where the provider sends browsers back to. */
export const CALLBACK_PATH = '/sign-in/sso/callback';
/** As long as somebody may take at the provider. */
const LIFETIME_MS = 10 * 60_000;
const TIMEOUT_S = 10;

/** The identity provider of the installation: OpenID Connect's code flow with PKCE, state and nonce (RFC 9700 §2.1). */
@Injectable()
export class IdentityProvider {
  private found: Promise<Configuration> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get isThere(): boolean {
    return Boolean(this.config.singleSignOn);
  }

  /** Where to send the browser, and the cookie's value that it brings back. `to` is a path of this installation. */
  async begin(organizationId: Id, to: string): Promise<Result<{ address: string; sealed: string }, SignOnRefusal>> {
    const client = await import('openid-client');
    const provider = await this.find();
    if (!provider) return unavailable();
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
    const endsAt_ms = this.clock.now().getTime() + LIFETIME_MS;
    const sealed = sealBegun(this.config.secret, { organizationId, state, nonce, verifier, to, endsAt_ms });
    const address = client.buildAuthorizationUrl(provider, {
      ...{ redirect_uri: this.config.publicUrl + CALLBACK_PATH, scope: 'openid email', state, nonce },
      ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    return ok({ address: address.href, sealed });
  }

  /** Whom the provider means by its answer, the query of the address that the browser came back to; only in the browser that began. */
  async finish(sealed: string | undefined, query: string): Promise<Result<BegunSignOn & Claimed, SignOnRefusal>> {
    const begun = openBegun(this.config.secret, sealed, this.clock.now());
    if (!begun) return failed();
    const provider = await this.find();
    if (!provider) return unavailable();
    try {
      return ok({ ...begun, ...(await this.redeem(provider, begun, query)) });
    } catch {
      // A code that is not its own, used or old, a wrong state, nonce or signature, or a provider that says no: all the same to whoever comes.
      return failed();
    }
  }

  private async redeem(provider: Configuration, { state, nonce, verifier }: BegunSignOn, query: string): Promise<Claimed> {
    const client = await import('openid-client');
    const address = new URL(`${this.config.publicUrl}${CALLBACK_PATH}?${query}`);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await client.authorizationCodeGrant(provider, address, checks);
    const { iss: issuer, sub: subject, ...said } = tokens.claims()!;
    const { email, email_verified } = 'email' in said ? said : await client.fetchUserInfo(provider, tokens.access_token, subject);
    return { issuer, subject, email: this.believed(email, email_verified) };
  }

  private believed(email: unknown, verified: unknown): string | null {
    if (typeof email !== 'string' || verified !== true) return null;
    const address = email.trim().toLowerCase();
    const { domains } = this.config.singleSignOn!;
    return domains.length === 0 || domains.includes(address.slice(address.lastIndexOf('@') + 1)) ? address : null;
  }

  /** What the provider says of itself, asked once; null while it cannot be asked. */
  private async find(): Promise<Configuration | null> {
    this.found ??= this.discover();
    try {
      return await this.found;
    } catch {
      this.found = null;
      return null;
    }
  }

  private async discover(): Promise<Configuration> {
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.config.singleSignOn!;
    const server = new URL(issuer);
    // Plain HTTP stays on this machine; the configuration lets nothing else through.
    const execute = server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    return client.discovery(server, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_S,
      execute: [...execute, client.enableNonRepudiationChecks],
    });
  }
}

function unavailable() {
  return refuse(
    'SIGN_ON_UNAVAILABLE',
    'Your organisation’s sign-on cannot be reached now. Nothing was changed; try again in a minute, or sign in with a password.',
  );
}

function failed() {
  return refuse('SIGN_ON_FAILED', 'Your organisation’s sign-on did not vouch for you in time. Nothing was changed; begin again.');
}
