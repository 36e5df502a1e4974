import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '#libs/kernel/index.js';
import { CONFIG, type RunningConfig } from '#libs/platform/index.js';
import { type LinkPurpose, signLink } from './signed-link.js';

/** Where each kind of link leads; the pages behind them change nothing on GET. */
const PATHS: Record<LinkPurpose, string> = { application: '/a/', schedule: '/s/', 'take-home': '/t/', kit: '/k/' };
const YEAR_MS = 365 * 24 * 3600 * 1000;
/** How long a candidate's links open their pages. */
export const CANDIDATE_LINK_MS = YEAR_MS;

/** Addresses that go into mails and pages. */
@Injectable()
export class Links {
  constructor(@Inject(CONFIG) private readonly config: RunningConfig) {}

  /** The candidate's page for their application (a year), or the page of one purpose. `epoch` is the application's `link_epoch`. */
  candidate(
    purpose: Exclude<LinkPurpose, 'kit'>,
    organizationId: Id,
    applicationId: Id,
    epoch: number,
    now: Date,
    lifetime_ms = CANDIDATE_LINK_MS,
  ): string {
    const expiresAt = new Date(now.getTime() + lifetime_ms);
    return this.address(
      purpose,
      signLink(this.config.secret, { purpose, organizationId, subjectId: applicationId, epoch, expiresAt }),
    );
  }

  /** An interviewer's kit for the seat they hold in an interview (90 days). */
  kit(organizationId: Id, interviewSeatId: Id, now: Date): string {
    const expiresAt = new Date(now.getTime() + YEAR_MS / 4);
    return this.address(
      'kit',
      signLink(this.config.secret, { purpose: 'kit', organizationId, subjectId: interviewSeatId, epoch: 0, expiresAt }),
    );
  }

  /** An absolute address of this installation. */
  absolute(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  private address(purpose: LinkPurpose, token: string): string {
    return this.absolute(`${PATHS[purpose]}${token}`);
  }
}
