import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChooseForms, PRESENT_FORMS, ReportQuery, SettingsQuery } from '#libs/self-identification/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { postingsToReport } from '../queries/postings-to-report.js';
import { impactPage } from '../views/impact-page.js';
import { readForm, sendPage } from './form.js';
import { type Said, StaffDoor, type Visit, back, nothingThere, saidIn, versionIn } from './staff-door.js';

/** What administrators choose to ask candidates, and how groups of them fared. */
@Controller('privacy/equal-opportunity')
export class SelfIdentificationReportController {
  constructor(
    private readonly door: StaffDoor,
    private readonly uow: UnitOfWork,
    private readonly settings: SettingsQuery,
    private readonly reports: ReportQuery,
    private readonly choosing: ChooseForms,
  ) {}

  @Get()
  async report(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open(request, reply, (visit) => this.show(request, reply, visit, 200, saidIn(request, SAID)));
  }

  @Post()
  async change(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.act(request, reply, async (visit) => {
      const { fields } = await readForm(request);
      const text = 'That form was not understood. Nothing was changed; please try again.';
      if (fields.action !== 'choose') return this.show(request, reply, visit, 422, { kind: 'bad', text });
      const forms = PRESENT_FORMS.map(({ id }) => id).filter((id) => fields[`form-${id}`] === 'on');
      const result = await this.choosing.execute(visit.actor, forms, versionIn(fields.version));
      if (result.ok) return back(reply, '/privacy/equal-opportunity', 'choose');
      const status = 'presentVersion' in result.refusal ? 409 : 422;
      await this.show(request, reply, visit, status, { kind: 'bad', text: result.refusal.message });
    });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    status: number,
    said: Said | null,
  ): Promise<void> {
    const { actor, frame } = visit;
    const settings = await this.settings.settings(actor);
    if (!settings) return nothingThere(reply, visit);
    const { posting } = request.query as { posting?: unknown };
    const postingId = typeof posting === 'string' ? posting : null;
    const [postings, report] = await Promise.all([
      postingsToReport(this.uow, actor),
      postingId === null ? null : this.reports.ofPosting(actor, postingId),
    ]);
    if (postingId !== null && !report) return nothingThere(reply, visit);
    const forms = PRESENT_FORMS.map((form) => ({ ...form, on: settings.forms.includes(form.id) }));
    await sendPage(reply, status, impactPage({ frame, said, forms, version: settings.version, postings, postingId, report }));
  }
}

/** What is said after a form worked. */
const SAID: Record<string, string> = { choose: 'Kept. Candidates see the questions on their own page, after they applied.' };
