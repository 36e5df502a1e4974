import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApplicationQuery, type ApplicationView, ListsQuery } from '#libs/applications/index.js';
import { may, readPeople } from '#libs/identity/index.js';
import { newId } from '#libs/kernel/index.js';
import { MailLedger } from '#libs/notifications/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { openingsLoader } from '#libs/postings/index.js';
import { FindSlots, type InterviewSeen, Interviews } from '#libs/scheduling/index.js';
import { ScorecardSummaries, Scorecards } from '#libs/scorecards/index.js';
import { type TakeHomeRow, TakeHomes } from '#libs/take-home/index.js';
import { applicationPage } from '../views/application-page.js';
import type { ApplicationPageView } from '../views/application-view.js';
import { activeMembers } from '../queries/members.js';
import { ApplicationForms } from './application-forms.js';
import { readForm, sendPage } from './form.js';
import { type Said, StaffDoor, type Visit, back, nothingThere, saidIn } from './staff-door.js';

type Fields = Readonly<Record<string, string>>;

/** Times that are offered for booking; whoever wants another looks further by GraphQL. */
const TIMES = 12;

/** One application on one page. Every part of it is asked of the same queries as GraphQL's, so that nobody sees more here than there. */
@Controller('applications/:id')
export class ApplicationController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly door: StaffDoor,
    private readonly forms: ApplicationForms,
    private readonly applications: ApplicationQuery,
    private readonly lists: ListsQuery,
    private readonly interviews: Interviews,
    private readonly slots: FindSlots,
    private readonly takeHomes: TakeHomes,
    private readonly cards: Scorecards,
    private readonly summaries: ScorecardSummaries,
    private readonly ledger: MailLedger,
  ) {}

  @Get()
  async application(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open(request, reply, (visit) => this.show(reply, visit, id, 200, saidIn(request, SAID), {}));
  }

  @Post()
  async change(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.act(request, reply, async (visit) => {
      const { fields } = await readForm(request);
      if (!(await this.applications.isReadable(visit.actor, id))) return nothingThere(reply, visit);
      const result = await this.forms.decide(visit.actor, id, fields);
      if (result?.ok) return back(reply, `/applications/${id}`, fields.action!);
      const text = result ? result.refusal.message : 'That form was not understood. Nothing was changed; please try again.';
      const status = result && 'presentVersion' in result.refusal ? 409 : 422;
      await this.show(reply, visit, id, status, { kind: 'bad', text }, fields);
    });
  }

  private async show(
    reply: FastifyReply,
    visit: Visit,
    id: string,
    status: number,
    said: Said | null,
    typed: Fields,
  ): Promise<void> {
    const application = await this.applications.read(visit.actor, id);
    if (!application) return nothingThere(reply, visit);
    await sendPage(reply, status, applicationPage(await this.view(visit, application, said, typed)));
  }

  private async view(visit: Visit, application: ApplicationView, said: Said | null, typed: Fields): Promise<ApplicationPageView> {
    const { actor, frame, now, context } = visit;
    const { id, postingId, possibleCommands } = application;
    const relation = { teamRoles: application.teamRoles };
    const mayDo = {
      seeBoard: may(actor, 'board.read', relation),
      schedule: may(actor, 'interview.schedule', relation),
      manageTakeHome: may(actor, 'take-home.manage', relation),
      exportData: may(actor, 'candidates.export'),
    };
    const [[interviews], takeHomes, cards, summaries, mails, reasons, openings, times, members] = await Promise.all([
      this.interviews.ofApplications(actor, [id]),
      this.takeHomes.ofApplications(actor, [id]).then((found) => found.get(id) ?? []),
      this.cards.ofApplications(actor, [id]).then((found) => found.get(id) ?? []),
      this.summaries.ofApplications(actor, [id]).then((found) => found.get(id) ?? null),
      this.ledger.loader(actor).load(id),
      possibleCommands.length > 0 ? this.lists.rejectionReasons(actor.organizationId) : [],
      possibleCommands.includes('HIRE') ? openingsLoader(context, this.uow).load(postingId) : [],
      mayDo.schedule ? this.times(visit, application) : null,
      mayDo.manageTakeHome ? activeMembers(this.uow, actor.organizationId) : [],
    ]);
    const told = [...cards.map(({ authorId }) => authorId), ...takeHomes.flatMap(({ reviewer_ids }) => reviewer_ids)];
    const people = await readPeople(this.uow, actor.organizationId, [...new Set(told)]);
    return {
      ...{ frame, now, said, application, reasons, takeHomes, cards, summaries, mails, times, members, typed },
      ...{ personId: actor.personId, may: mayDo, interviews: interviews ?? [], noteKey: newId() },
      openOpenings: (openings ?? []).filter((opening) => opening.status === 'OPEN'),
      names: new Map(people.map((person) => [person.id, person.name])),
      myStages: stagesOf(actor.personId, interviews ?? [], takeHomes),
    };
  }

  /** Times for the present stage, while one is to be found. */
  private async times({ actor, frame }: Visit, { id, waiting }: ApplicationView): Promise<ApplicationPageView['times']> {
    if (waiting.for !== 'SCHEDULING' && waiting.for !== 'TIME_CHOICE') return null;
    const found = await this.slots.execute(actor, { applicationId: id, zone: frame.zone, limit: TIMES });
    if (!found.ok) return { slots: [], none: found.refusal.message };
    return { slots: found.value.slots, none: found.value.none?.message ?? null };
  }
}

/** What is said after a form worked. */
const SAID: Record<string, string> = {
  advance: 'Moved. Who has to know gets a mail.',
  move: 'Moved. Who has to know gets a mail.',
  skip: 'Skipped, with the reason on the timeline.',
  back: 'Sent back. Who has to know gets a mail.',
  reject: 'Rejected. The candidate gets a kind mail.',
  withdraw: 'Recorded: they withdrew.',
  reopen: 'Open again, in the stage where it ended.',
  hire: 'Hired. Congratulations to everybody.',
  note: 'The note is kept.',
  'cancel-interview': 'The interview is cancelled; everybody concerned gets a mail.',
  'no-show': 'Recorded: they did not come. Find another time, or decide.',
  ask: 'The candidate gets a mail with a link to choose a time.',
  book: 'Booked. The invitations are on their way.',
  'take-proposal': 'The interview is moved; everybody concerned gets a mail.',
  'leave-proposal': 'Set aside. The interview stays where it is.',
  extend: 'The candidate has more time and is told.',
  reviewer: 'Asked. They find the work on their desk once it is handed in.',
};

/** In which stages the person writes a scorecard. */
function stagesOf(personId: string, interviews: readonly InterviewSeen[], takeHomes: readonly TakeHomeRow[]): string[] {
  const sat = interviews.filter(
    ({ state, seats }) => state !== 'CANCELLED' && state !== 'NO_SHOW' && seats.some((seat) => seat.personId === personId),
  );
  const reviews = takeHomes.filter(({ status, reviewer_ids }) => status !== 'CANCELLED' && reviewer_ids.includes(personId));
  return [...sat, ...reviews].map(({ stage_id }) => stage_id);
}
