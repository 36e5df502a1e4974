import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readOrganization } from '#libs/identity/index.js';
import type { Clock, Id, Refusal, Result, StaffActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { AnswerSeat, ProposeTime } from '#libs/scheduling/index.js';
import { type CardWanted, type KitView, SaveScorecardDraft, SubmitScorecard } from '#libs/scorecards/index.js';
import { kitPage } from '../views/interviewer-pages.js';
import { kitView } from '../views/kit-view.js';
import type { StaffFrame } from '../views/staff-layout.js';
import { seatOf } from '../queries/seat.js';
import { sendPage } from './form.js';
import { instantOn } from './wall-time.js';
import type { Said } from './staff-door.js';

/** Whether the page's script asks, which keeps drafts and nothing else. */
export function askedByScript({ headers }: FastifyRequest, fields: Readonly<Record<string, string>>): boolean {
  return headers.accept === 'application/json' && fields.action === 'save';
}

type Fields = Readonly<Record<string, string>>;

/** A kit somebody has opened, by the link to their seat or signed in. */
export interface OpenedKit {
  readonly actor: StaffActor;
  /** The reader's own seat; null for who reviews work, or only reads. */
  readonly interviewSeatId: Id | null;
  readonly kit: KitView;
  /** Where the CV and what was handed in are read. */
  readonly fileHref: (attachmentId: Id) => string;
  /** The page is the team's, with its ways on top; null behind a link. */
  readonly frame: StaffFrame | null;
}

/** What the page of a kit can do, for both doors that lead to it. */
@Injectable()
export class KitForms {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly drafts: SaveScorecardDraft,
    private readonly submitting: SubmitScorecard,
    private readonly answering: AnswerSeat,
    private readonly proposing: ProposeTime,
  ) {}

  /** Carries a form out; null when it is none of the page's. */
  async decide({ actor, interviewSeatId, kit }: OpenedKit, fields: Fields): Promise<Result<unknown, Refusal> | null> {
    switch (fields.action) {
      case 'answer':
        if (interviewSeatId === null) return null;
        return this.answering.execute(actor, { interviewSeatId, answer: (fields.answer ?? '') as never });
      case 'propose': {
        const seat = interviewSeatId === null ? null : await seatOf(this.uow, actor, interviewSeatId);
        if (interviewSeatId === null || seat === null) return null;
        const startsAt = instantOn(fields.day?.trim() ?? '', fields.time?.trim() ?? '', seat.zone);
        return this.proposing.execute(actor, { interviewSeatId, startsAt, note: fields.why ?? null });
      }
      case 'save':
        return this.drafts.execute(actor, cardOf(kit, fields));
      case 'submit':
        return this.submitting.execute(actor, cardOf(kit, fields));
      default:
        return null;
    }
  }

  /** A draft that is kept while it is typed: the page's script asks for the card's next version, or why it was not kept, instead of a page. */
  async tellScript(reply: FastifyReply, result: Result<unknown, Refusal> | null): Promise<void> {
    const said = result?.ok
      ? { version: (result.value as { readonly version?: number }).version ?? 0 }
      : { message: result ? result.refusal.message : 'That form was not one of this page. Nothing was kept.' };
    await reply
      .status(result?.ok ? 200 : 422)
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(said);
  }

  /** Shows the page; `typed` are the fields of a form that has to be mended. */
  async show(reply: FastifyReply, opened: OpenedKit, said: Said | null, typed: Fields | null): Promise<void> {
    const { actor, interviewSeatId, kit, fileHref, frame } = opened;
    const [organization, seat] = await Promise.all([
      frame ? null : readOrganization(this.uow, actor.organizationId),
      interviewSeatId === null ? null : seatOf(this.uow, actor, interviewSeatId),
    ]);
    const organizationName = frame?.organizationName ?? organization?.name ?? 'Rounds';
    const view = kitView({ kit, seat, organizationName, fileHref, frame, now: this.clock.now(), said, typed });
    await sendPage(reply, said?.kind === 'bad' ? 422 : 200, kitPage(view));
  }
}

/** What is said after a form worked. */
export const KIT_SAID: Record<string, string> = {
  answer: 'Thank you, the team knows.',
  propose: 'Thank you. Whoever coordinates has your proposal; until they decide, the interview stays where it is.',
  save: 'Your draft is kept. Nobody else sees it.',
  submit: 'Your scorecard is in. Thank you.',
};

/** The card as the form says it; attributes without a rating are left out. */
function cardOf(kit: KitView, fields: Fields): CardWanted {
  const ratings = kit.attributes
    .filter(({ id }) => fields[`rating.${id}`])
    .map(({ id }) => ({ attributeId: id, rating: Number(fields[`rating.${id}`]), note: fields[`note.${id}`] ?? '' }));
  const version = /^\d{1,9}$/.test(fields.version ?? '') ? Number(fields.version) : 0;
  const { applicationId, stageId } = kit;
  return {
    applicationId,
    stageId,
    expectedVersion: version,
    recommendation: fields.recommendation || null,
    notes: fields.notes ?? '',
    ratings,
  };
}
