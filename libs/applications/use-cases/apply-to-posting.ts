import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { findOrganizationId } from '#libs/identity/index.js';
import { FileStore, type Idempotency, UnitOfWork } from '#libs/platform/index.js';
import { ReceiveApplication, type ReceiveInput } from './receive-application.js';

/** Told to everybody who applied, the first time and every further time, so that nobody learns who has applied before. */
export const APPLIED =
  'Thank you, we have your application. A confirmation goes to your mail address once, with a link to your own page where you see how it stands.';

/** Slugs remembered by a process; the directory is append-only, so what was found stays true. */
const MOST_SLUGS = 10_000;

/** Applying in public: a visitor, an organisation's slug and a posting's slug. `ApplicationDoor` is asked first. */
@Injectable()
export class ApplyToPosting {
  private readonly organizations = new Map<string, Id>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly receive: ReceiveApplication,
    private readonly files: FileStore,
  ) {}

  async execute(organizationSlug: string, input: ReceiveInput, idempotency?: Idempotency): Promise<Result<null, Refusal>> {
    const organizationId = await this.organizationOf(organizationSlug);
    if (organizationId === null) {
      if (input.cv) await this.files.remove(input.cv.storageKey);
      return refuse('NOT_FOUND', 'There is no such posting, or it does not take applications now. Nothing was sent.');
    }
    const result = await this.receive.execute({ kind: 'visitor', organizationId }, input, idempotency);
    return result.ok ? ok(null) : result;
  }

  private async organizationOf(slug: string): Promise<Id | null> {
    const known = this.organizations.get(slug);
    if (known) return known;
    const found = slug.length > 64 ? null : await findOrganizationId(this.uow, slug);
    if (found !== null) {
      if (this.organizations.size >= MOST_SLUGS) this.organizations.clear();
      this.organizations.set(slug, found);
    }
    return found;
  }
}
