import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { type Clock, type Id, type StaffActor, isId } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, type RunningConfig } from '#libs/platform/index.js';
import { CHALLENGE_LIFETIME_MS, isOurChallenge, makeChallenge } from './challenge.js';

/** A key as it is kept. */
export interface PublicKey {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** Somebody's answer to a challenge, before it is known whether it is right. */
export interface Assertion {
  readonly organizationId: Id;
  readonly personId: Id;
  readonly credentialId: Buffer;
  readonly challenge: Buffer;
  readonly response: AuthenticationResponseJSON;
}

const LONGEST_ANSWER = 20_000;
const SIGN_IN = 'sign-in';

/** The installation as browsers and devices see it (Web Authentication, Level 3): it asks for keys that the device finds by itself and whose holder it has verified. */
@Injectable()
export class RelyingParty {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What a browser needs to make a key for the person, as JSON. */
  async creationOptions(actor: StaffActor, person: { name: string; email: string }, present: readonly Buffer[]): Promise<string> {
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const options = await generateRegistrationOptions({
      ...{ rpName: 'Rounds', rpID: this.host, userName: person.email, userDisplayName: person.name },
      userID: new Uint8Array(Buffer.from((actor.organizationId + actor.personId).replaceAll('-', ''), 'hex')),
      challenge: new Uint8Array(this.challenge(purposeOf(actor))),
      timeout: CHALLENGE_LIFETIME_MS,
      excludeCredentials: present.map((id) => ({ id: id.toString('base64url') })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return JSON.stringify(options);
  }

  /** The key that the browser made, and the challenge that it answered; null when anything about it is not right. */
  async readCreated(actor: StaffActor, answer: string): Promise<(PublicKey & { challenge: Buffer }) | null> {
    const response = parsed<RegistrationResponseJSON>(answer);
    const challenge = response && challengeIn(response.response?.clientDataJSON);
    if (!response || !challenge || !this.isOurs(purposeOf(actor), challenge)) return null;
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const checked = await verifyRegistrationResponse({ response, ...this.expected(challenge) }).catch(() => null);
    if (!checked?.verified) return null;
    const { id, publicKey, counter } = checked.registrationInfo.credential;
    return { credentialId: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), counter, challenge };
  }

  /** What a browser needs to ask for any key of this installation, as JSON. */
  async requestOptions(): Promise<string> {
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const options = await generateAuthenticationOptions({
      ...{ rpID: this.host, userVerification: 'required', timeout: CHALLENGE_LIFETIME_MS },
      challenge: new Uint8Array(this.challenge(SIGN_IN)),
    });
    return JSON.stringify(options);
  }

  /** Who an answer says that it is from; null when it has not the form of one, or answers no challenge of ours. */
  readAssertion(answer: string): Assertion | null {
    const response = parsed<AuthenticationResponseJSON>(answer);
    const handle = bytesOf(response?.response?.userHandle)?.toString('hex') ?? '';
    const [organizationId, personId] = [idOf(handle.slice(0, 32)), idOf(handle.slice(32))];
    const credentialId = bytesOf(response?.id);
    const challenge = challengeIn(response?.response?.clientDataJSON);
    if (!response || !organizationId || !personId || !credentialId || !challenge || !this.isOurs(SIGN_IN, challenge)) return null;
    return { organizationId, personId, credentialId, challenge, response };
  }

  /** How often the device says that it signed, if the answer is signed by the key, here, by its holder, and counted on; null otherwise. */
  async verify({ response, challenge }: Assertion, { credentialId, publicKey, counter }: PublicKey): Promise<number | null> {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const credential = { id: credentialId.toString('base64url'), publicKey: new Uint8Array(publicKey), counter };
    const checked = await verifyAuthenticationResponse({ response, credential, ...this.expected(challenge) }).catch(() => null);
    return checked?.verified ? checked.authenticationInfo.newCounter : null;
  }

  private get host(): string {
    return new URL(this.config.publicUrl).hostname;
  }

  private expected(challenge: Buffer) {
    const { origin, hostname } = new URL(this.config.publicUrl);
    const expectedChallenge = challenge.toString('base64url');
    return { expectedChallenge, expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
  }

  private challenge(purpose: string): Buffer {
    return makeChallenge(this.config.secret, purpose, randomBytes(16), this.clock.now());
  }

  private isOurs(purpose: string, challenge: Buffer): boolean {
    return isOurChallenge(this.config.secret, purpose, challenge, this.clock.now());
  }
}

function purposeOf({ organizationId, personId }: StaffActor): string {
  return `new key ${organizationId} ${personId}`;
}

/** What a browser sent, as far as it is an object; what is in it is looked at before it is believed. */
function parsed<T>(answer: string): T | null {
  if (answer.length > LONGEST_ANSWER) return null;
  try {
    const value = JSON.parse(answer) as unknown;
    return typeof value === 'object' && value !== null ? (value as T) : null;
  } catch {
    return null;
  }
}

function challengeIn(clientDataJSON: unknown): Buffer | null {
  const data = parsed<{ challenge?: unknown }>(bytesOf(clientDataJSON)?.toString() ?? '');
  return bytesOf(data?.challenge);
}

function bytesOf(text: unknown): Buffer | null {
  return typeof text === 'string' && /^[\w-]{1,8000}$/.test(text) ? Buffer.from(text, 'base64url') : null;
}

function idOf(hex: string): Id | null {
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : null;
}
