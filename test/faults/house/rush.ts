import { randomUUID } from 'node:crypto';
import { pdf } from '../../support/files.js';
import { Asking } from './asking.js';
import { APPLY, BOOK, MOVE, SLOTS, type Told } from './client.js';
import type { World } from './world.js';

/**
 * What every run meets, however short, over both processes: eight moves of which each is sent twice under one key, eight bookings of one time with three interviewers, four who
 * apply and eight files, at the same moment; and at the end the database dies when all of that has just been acknowledged.
 */
export async function rush(
  urls: readonly string[],
  world: World,
  told: Told,
  random: () => number,
  crash: () => void,
): Promise<void> {
  const end_ms = performance.now() + 30_000;
  const asking = () => new Asking(urls, world.token, random, () => performance.now() > end_ms);
  for (const [round, applicationIds] of world.rushIds.entries()) {
    const moved = async (applicationId: string) => {
      const input = { applicationId, expectedVersion: 0, idempotencyKey: randomUUID() };
      for (const again of [false, true]) {
        const answer = await asking().command(MOVE, input, false);
        const { version, stageId, status } = (answer?.application ?? {}) as { version?: number; stageId: string; status: string };
        if (version === 1 && !again) told.moves.push({ applicationId, version, stageId, status });
        if (answer !== null && version !== 1)
          told.strange.push(`a move of ${applicationId} sent twice: ${JSON.stringify(answer)}`);
      }
    };
    await Promise.all(applicationIds.map(moved));
    const found = await asking().ask(SLOTS, { id: applicationIds[0] });
    const startsAt = (found?.slots as { slots?: { startsAt: string }[] } | undefined)?.slots?.[0]?.startsAt;
    const { organization, slug } = world.posting;
    const applying = Array.from({ length: 4 }, async (_, at) => {
      const email = `rush-${round}-${at}@mail.example`;
      const contact = { name: `Rush ${round} ${at}`, email };
      const answer = await asking().command(APPLY, { organization, posting: slug, contact, consent: true });
      if (answer?.__typename === 'ApplyPayload') told.applied.push(email);
    });
    const booking = applicationIds.map(async (applicationId) => {
      const answer = startsAt === undefined ? null : await asking().command(BOOK, { applicationId, startsAt });
      if (answer?.__typename === 'InterviewPayload') told.bookings.push((answer.interview as { id: string }).id);
    });
    const sending = applicationIds.map(async (applicationId) => {
      const bytes = pdf(`Of ${applicationId}`);
      const kept = await asking().upload({ applicationId, kind: 'OTHER' }, 'work.pdf', bytes);
      if (typeof kept === 'string') told.strange.push(`a file: ${kept}`);
      else if (kept) told.files.push({ id: kept.id, size_bytes: bytes.length });
    });
    await Promise.all([...applying, ...booking, ...sending]);
  }
  crash();
}
