import { Inject, Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import {
  type CandidateActor,
  type Clock,
  type Refusal,
  type Result,
  type StaffActor,
  isId,
  ok,
  refuse,
} from '#libs/kernel/index.js';
import { OwnAnswers } from '#libs/self-identification/index.js';
import { CLOCK, FileStore, UnitOfWork, bucketKey, takeTurns } from '#libs/platform/index.js';
import type { PersonRecord } from '../domain/person-record.js';
import { type ReadRecord, readPersonRecord } from '../queries/person-record.js';

/** The record of a person with the bytes of its files, in its order. */
export interface ExportedPerson {
  readonly record: PersonRecord;
  readonly files: readonly Buffer[];
  readonly at: Date;
}

/** An archive reads every file of a person: six at once, then one every ten minutes. */
const TURNS = { burst: 6, drip_ms: 600_000 } as const;

/** Gives out what is known of a person. Who fetched it stands in the audit log. */
@Injectable()
export class ExportPerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly answers: OwnAnswers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything, what the team wrote too: for administrators, who answer for the rights of others in it. */
  async everything(actor: StaffActor, candidateId: string): Promise<Result<PersonRecord, Refusal>> {
    const read = await this.readAll(actor, candidateId);
    return read.ok ? ok(read.value.record) : read;
  }

  /** The same with the files. */
  async withFiles(actor: StaffActor, candidateId: string): Promise<Result<ExportedPerson, Refusal>> {
    const read = await this.readAll(actor, candidateId);
    return read.ok ? ok(await this.pack(read.value)) : read;
  }

  /** What a candidate sent and was sent, for the one application of their link. */
  async own(actor: CandidateActor): Promise<Result<ExportedPerson, Refusal>> {
    const { organizationId, candidateId, applicationId } = actor;
    if (!may(actor, 'privacy.ask', { isOwn: true })) return noSuchPerson();
    const read = await readPersonRecord(this.uow, organizationId, candidateId, { everything: false, applicationId });
    if (!read) return noSuchPerson();
    const counted = await this.uow.run<null, Refusal>(actor, async (tx) => {
      const turn = await takeTurns(tx, [{ key: bucketKey('export', candidateId), ...TURNS }]);
      if (turn.ok) tx.audit('candidate.export', 'candidate', candidateId, { own: true });
      return turn;
    });
    if (!counted.ok) return counted;
    const saidVoluntarily = (await this.answers.said(actor)).map(({ question, answer, answeredAt }) => ({
      ...{ question, answer, answeredAt },
    }));
    return ok(await this.pack({ ...read, record: { ...read.record, saidVoluntarily } }));
  }

  private async readAll(actor: StaffActor, candidateId: string): Promise<Result<ReadRecord, Refusal>> {
    if (!isId(candidateId) || !may(actor, 'candidates.export')) return noSuchPerson();
    const read = await readPersonRecord(this.uow, actor.organizationId, candidateId, { everything: true });
    if (!read) return noSuchPerson();
    await this.uow.run(actor, async (tx) => {
      tx.audit('candidate.export', 'candidate', candidateId);
      return ok(null);
    });
    return ok(read);
  }

  private async pack({ record, storageKeys }: ReadRecord): Promise<ExportedPerson> {
    const files: Buffer[] = [];
    for (const key of storageKeys) files.push(await this.files.get(key));
    return { record, files, at: this.clock.now() };
  }
}

function noSuchPerson() {
  return refuse('NOT_FOUND', 'There is no such candidate, or you may not have their data.');
}
