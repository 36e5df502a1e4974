import { Inject, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, NetworkTurns, ProofsOfWork, type RunningConfig, Turns, isThisMachine } from '#libs/platform/index.js';

/** Of one network: a room full of people at once, then 120 an hour. */
const NETWORK = { burst: 30, drip_ms: 30_000 } as const;
/** Of one organisation, from everywhere: more at once than a posting that is spoken of brings, then 1,800 forms an hour. Beyond it work is asked for. */
const ORGANIZATION = { burst: 300, drip_ms: 2_000 } as const;
/** Turns of the organisation's that a sending takes: one where a form was looked at as long as a person needs, more for a program or who is as quick as one. */
const COST = { form: 1, program: 5 } as const;
const FORM_AGE = { least_ms: 3_000, most_ms: 24 * 3600_000 } as const;

/** What is longer names no organisation, and is not remembered. */
const LONGEST_SLUG = 64;

/** What a sending shows for itself. */
export interface Shown {
  /** The ticket that its form was given with. */
  readonly ticket?: string | null;
  /** Work that was done for it (`ProofsOfWork`), with the organisation's slug as subject. */
  readonly proof?: string | null;
}

/**
 * Who may apply now, to be asked before anything is read or kept. Nobody is asked who they are, and no third party is asked anything: a network has turns, an
 * organisation has turns, and where those are spent it takes work to come in, which a person's browser does while they type. What comes from this machine is not
 * counted, as with the networks.
 */
@Injectable()
export class ApplicationDoor {
  private readonly networks = new NetworkTurns(NETWORK.burst, NETWORK.drip_ms);
  private readonly organizations = new Turns(ORGANIZATION.burst, ORGANIZATION.drip_ms);
  private readonly proofs = new ProofsOfWork();

  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For a form that is given out now. */
  ticket(organizationSlug: string): string {
    const given = String(this.clock.now().getTime());
    return `${given}.${this.tagOf(organizationSlug, given)}`;
  }

  /** Takes a turn of the network's and of the organisation's, or says what to do. */
  mayCome(ip: string, organizationSlug: string, { ticket, proof }: Shown): Result<null, Refusal> {
    const now = this.clock.now();
    const turn = this.networks.take(ip, now);
    if (!turn.ok || isThisMachine(ip) || organizationSlug.length > LONGEST_SLUG) return turn;
    const cost = this.wasLookedAt(organizationSlug, ticket ?? '', now) ? COST.form : COST.program;
    const wait_ms = this.organizations.take(organizationSlug, now, cost);
    if (wait_ms === 0 || (proof && this.proofs.spend(proof, organizationSlug, now))) return ok(null);
    return refuse(
      'PROOF_NEEDED',
      `Very many applications arrive at this moment, so each has to show that somebody waits for it. Nothing was kept. Send it again after a few seconds, in which your browser computes something; without scripts, in ${Math.ceil(wait_ms / 1000)} seconds.`,
    );
  }

  private wasLookedAt(organizationSlug: string, ticket: string, now: Date): boolean {
    const match = /^(\d{1,15})\.([\w-]{22})$/.exec(ticket);
    if (!match) return false;
    const age_ms = now.getTime() - Number(match[1]);
    const known = timingSafeEqual(Buffer.from(match[2]!), Buffer.from(this.tagOf(organizationSlug, match[1]!)));
    return known && age_ms >= FORM_AGE.least_ms && age_ms <= FORM_AGE.most_ms;
  }

  private tagOf(organizationSlug: string, given: string): string {
    const tag = createHmac('sha256', this.config.secret).update(`application form ${organizationSlug} ${given}`).digest();
    return tag.subarray(0, 16).toString('base64url');
  }
}
