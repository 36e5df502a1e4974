import { Controller, Get, Headers, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { APPLIED, ApplicationDoor, ApplyToPosting, StoreAttachment } from '#libs/applications/index.js';
import { keptAtMost } from '#libs/compliance/index.js';
import type { Clock, Id } from '#libs/kernel/index.js';
import { RequestPageLink } from '#libs/notifications/index.js';
import { CLOCK, CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { type PublicPostingPage, publicPosting, publicPostings, renderPostingHtml } from '#libs/postings/index.js';
import { Coverage } from '#libs/scheduling/index.js';
import {
  type ApplyForm,
  TRAP,
  type PublicOrganization,
  appliedPage,
  applyPage,
  askLinkPage,
  careersPage,
  postingPage,
} from '../views/careers-pages.js';
import { readHours } from './read-hours.js';
import { jobPosting } from '../views/job-posting.js';
import { placesOf, postingFacts } from '../views/posting-facts.js';
import { messagePage } from '../views/layout.js';
import { publicOrganization } from '../queries/public-organization.js';
import { publicStages } from '../queries/public-stages.js';
import { COUNTRIES } from './country-choices.js';
import { type Form, fromOurPages, readForm, sendPage } from './form.js';
import { preferredLanguage } from './preferred-language.js';

interface Found {
  readonly organizationId: Id;
  readonly organization: PublicOrganization;
}

/** Careers pages: readable and usable without a script. */
@Controller('careers/:organization')
export class CareersController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly door: ApplicationDoor,
    private readonly apply: ApplyToPosting,
    private readonly attachments: StoreAttachment,
    private readonly requestLink: RequestPageLink,
    private readonly coverage: Coverage,
  ) {}

  @Get()
  async list(@Param('organization') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.find(slug);
    if (!found) return notThere(reply);
    const postings = await publicPostings(this.uow, found.organizationId);
    const lines = postings.map((posting) => ({
      slug: posting.slug,
      title: posting.title,
      category: posting.category,
      places: placesOf(posting),
    }));
    await sendPage(reply, 200, careersPage(found.organization, lines), 'public, max-age=30');
  }

  @Get('my-application')
  async askLink(@Param('organization') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.find(slug);
    if (!found) return notThere(reply);
    await sendPage(reply, 200, askLinkPage(found.organization, false, null));
  }

  @Post('my-application')
  async sendLink(@Param('organization') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.find(slug);
    if (!found || !fromOurPages(request)) return notThere(reply);
    const { fields } = await readForm(request);
    const result = await this.requestLink.execute(slug, fields.email ?? '', request.ip);
    await sendPage(
      reply,
      result.ok ? 200 : 422,
      askLinkPage(found.organization, result.ok, result.ok ? null : result.refusal.message),
    );
  }

  /** A closed posting's page stays readable and says so; machines are told by 410 that it is gone from the list. */
  @Get(':posting')
  async posting(
    @Param('organization') slug: string,
    @Param('posting') postingSlug: string,
    @Query('zone') zone: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.find(slug);
    const posting = found && (await publicPosting(this.uow, found.organizationId, postingSlug));
    if (!posting) return notThere(reply, found);
    const documentHtml = renderPostingHtml(posting.document, posting.sections, posting.title);
    const { name } = found.organization;
    const isOpen = posting.status === 'OPEN';
    const view = {
      slug: posting.slug,
      title: posting.title,
      isOpen,
      documentHtml,
      facts: postingFacts(posting),
      stages: await publicStages(this.uow, found.organizationId, posting.id),
      hours: isOpen ? await readHours(this.coverage, found.organizationId, posting.id, zone) : null,
      job: jobPosting(posting, { name, url: `${this.config.publicUrl}/careers/${found.organization.slug}` }, documentHtml),
    };
    await sendPage(reply, view.isOpen ? 200 : 410, postingPage(found.organization, view), 'public, max-age=30');
  }

  @Get(':posting/apply')
  async form(
    @Param('organization') slug: string,
    @Param('posting') postingSlug: string,
    @Headers('accept-language') languages: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.find(slug);
    const posting = found && (await publicPosting(this.uow, found.organizationId, postingSlug));
    if (!posting || posting.status !== 'OPEN') return notThere(reply, found);
    await sendPage(
      reply,
      200,
      applyPage(found.organization, posting, COUNTRIES, {
        ...{ values: { language: preferredLanguage(languages) }, fault: null },
        ...(await this.given(found)),
      }),
    );
  }

  @Post(':posting/apply')
  async send(
    @Param('organization') slug: string,
    @Param('posting') postingSlug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.find(slug);
    const posting = found && (await publicPosting(this.uow, found.organizationId, postingSlug));
    if (!posting || posting.status !== 'OPEN' || !fromOurPages(request)) return notThere(reply, found);
    const form = await readForm(request);
    // A field that no person sees was filled: whoever did it learns nothing, and nothing is kept.
    if (form.fields[TRAP]) return sendPage(reply, 200, appliedPage(found.organization, APPLIED));
    const { ticket, proof } = form.fields;
    const turn = this.door.mayCome(request.ip, found.organization.slug, { ticket, proof });
    const fault = turn.ok
      ? await this.receive(slug, found.organizationId, posting, form)
      : { field: null, message: turn.refusal.message };
    if (fault === null) return sendPage(reply, 200, appliedPage(found.organization, APPLIED));
    const again = { values: form.fields, fault, ...(await this.given(found)) };
    await sendPage(reply, 422, applyPage(found.organization, posting, COUNTRIES, again));
  }

  /** Checks the file, then the rest; null when the application is in. */
  private async receive(slug: string, organizationId: Id, posting: PublicPostingPage, form: Form): Promise<ApplyForm['fault']> {
    const { fields, file } = form;
    if (form.tooLarge)
      return {
        field: 'cv',
        message: 'The file is larger than 10 MB. Choose a smaller one; everything else you typed is still here.',
      };
    const stored = file ? await this.attachments.execute(organizationId, file) : null;
    if (stored && !stored.ok) return { field: 'cv', message: stored.refusal.message };
    const result = await this.apply.execute(slug, {
      posting: { slug: posting.slug },
      contact: {
        name: fields.name ?? '',
        email: fields.email ?? '',
        phone: fields.phone ?? null,
        location: fields.location ?? null,
        country: fields.country ?? null,
        zone: fields.zone ?? null,
        language: fields.language ?? null,
        links: (fields.links ?? '').split(/\r?\n/),
      },
      answers: posting.questions.map(({ id }) => ({ questionId: id, text: fields[`answers.${id}`] ?? '' })),
      consent: fields.consent === 'yes',
      source: 'Careers page',
      cv: stored?.value ?? null,
    });
    if (result.ok) return null;
    const field = (result.refusal as { field?: string | null }).field?.replace(/^input\./, '') ?? null;
    return { field, message: result.refusal.message };
  }

  /** What a form carries to be known again, what the browser's work is done for, and for how long one agrees. */
  private async given({
    organizationId,
    organization: { slug },
  }: Found): Promise<Pick<ApplyForm, 'ticket' | 'workFor' | 'kept'>> {
    const kept = (await keptAtMost(this.uow, organizationId)).map(({ country, days }) => ({
      place: COUNTRIES.find(([code]) => code === country)?.[1] ?? country,
      days,
    }));
    return { ticket: this.door.ticket(slug), workFor: `${slug}:${this.clock.now().getTime()}`, kept };
  }

  private find(slug: string): Promise<Found | null> {
    return publicOrganization(this.uow, slug);
  }
}

/** For an unknown organisation or posting, and for one that is not public. */
async function notThere(reply: FastifyReply, found: Found | null = null): Promise<void> {
  const page = messagePage({
    title: 'Not found',
    organization: { name: found?.organization.name ?? 'Rounds', home: found ? `/careers/${found.organization.slug}` : null },
    heading: 'There is no such page',
    text: 'The posting may have been closed or moved, or the address has a slip in it.',
    link: found ? { href: `/careers/${found.organization.slug}`, label: 'See what is open' } : undefined,
  });
  await sendPage(reply, 404, page);
}
