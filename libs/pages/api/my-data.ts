import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ExportPerson, type ExportedPerson, PrivacyRequests, personArchive } from '#libs/compliance/index.js';
import type { CandidateActor, Refusal, Result } from '#libs/kernel/index.js';

/** What a candidate does with their data on their page: fetches them, or asks for all of them or for their end. */
@Injectable()
export class MyData {
  constructor(
    private readonly exports: ExportPerson,
    private readonly requests: PrivacyRequests,
  ) {}

  /** Answers null for an action that is none of these; `sent` when the reply is the download itself. */
  async decide(
    actor: CandidateActor,
    action: string | undefined,
    reply: FastifyReply,
  ): Promise<{ result: Result<unknown, Refusal>; said: string | 'sent' } | null> {
    switch (action) {
      case 'fetch-data': {
        const result = await this.exports.own(actor);
        if (result.ok) await sendArchive(reply, result.value);
        return { result, said: 'sent' };
      }
      case 'ask-access':
        return { result: await this.requests.ask(actor, 'ACCESS'), said: 'asked-access' };
      case 'ask-erasure':
        return { result: await this.requests.ask(actor, 'ERASURE'), said: 'asked-erasure' };
      default:
        return null;
    }
  }
}

/** A person's data as a download that nobody keeps on the way. */
export async function sendArchive(reply: FastifyReply, exported: ExportedPerson): Promise<void> {
  const { fileName, bytes } = personArchive(exported);
  await reply
    .status(200)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .type('application/zip')
    .send(bytes);
}
