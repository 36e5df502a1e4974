import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BoardQuery } from '#libs/applications/index.js';
import { may, readOrganization, readPeople } from '#libs/identity/index.js';
import { type Id, type Refusal, type Result, isId, newId } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import {
  ChangePostingStatus,
  ChangeReading,
  ImportPosting,
  InterviewerPools,
  POSTING_LIMITS,
  type PoolRow,
  type PostingRow,
  type StatusChange,
  openingsLoader,
  poolLoader,
  postingLoader,
  presentPlanLoader,
  previewPosting,
  problemsLoader,
  toPosting,
  postingAsPublic,
  renderPostingHtml,
} from '#libs/postings/index.js';
import { Coverage } from '#libs/scheduling/index.js';
import { boardPage } from '../views/board-page.js';
import { type ImportForm, importPage, previewPage } from '../views/import-pages.js';
import { postingPage as publicPostingPage } from '../views/careers-pages.js';
import { postingFacts } from '../views/posting-facts.js';
import { postingPage } from '../views/posting-page.js';
import { staffMessage } from '../views/staff-layout.js';
import { activeMembers } from '../queries/members.js';
import { readHours } from './read-hours.js';
import { publicStages } from '../queries/public-stages.js';
import { readForm, sendPage } from './form.js';
import { type Said, StaffDoor, type Visit, back, nothingThere, saidIn, versionIn } from './staff-door.js';

type Fields = Readonly<Record<string, string>>;

/** Interviews a week that somebody new in a pool means to hold. */
const USUAL_TARGET = 3;

/** Postings for their teams: importing one, opening it, filling its seats, and its board. */
@Controller('postings')
export class PostingsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly door: StaffDoor,
    private readonly boards: BoardQuery,
    private readonly imports: ImportPosting,
    private readonly readings: ChangeReading,
    private readonly statuses: ChangePostingStatus,
    private readonly pools: InterviewerPools,
    private readonly coverage: Coverage,
  ) {}

  @Get('import')
  async importForm(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open(request, reply, async (visit) => {
      if (!visit.frame.mayImport) return mayNotImport(reply, visit);
      await sendPage(reply, 200, importPage(visit.frame, { document: '', title: '', fault: null }));
    });
  }

  @Post('import')
  async importOrPreview(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.act(request, reply, async (visit) => {
      if (!visit.frame.mayImport) return mayNotImport(reply, visit);
      const { fields } = await readForm(request, 2 * POSTING_LIMITS.bytes);
      // Browsers send line ends as CRLF, whatever the document had.
      const document = (fields.document ?? '').replaceAll('\r\n', '\n');
      const form: ImportForm = { document, title: fields.title?.trim() ?? '', fault: null };
      const fault = documentFault(document);
      if (fault) return sendPage(reply, 422, importPage(visit.frame, { ...form, fault }));
      if (fields.action !== 'import') return this.preview(reply, visit, form, newId());
      const key = isId(fields.key) ? fields.key : newId();
      const result = await this.import(visit, form, key);
      if (!result.ok) return this.preview(reply, visit, { ...form, fault: result.refusal.message }, newId());
      await back(reply, `/postings/${result.value.postingId}`, 'imported');
    });
  }

  @Get(':id')
  async posting(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open(request, reply, (visit) => this.show(reply, visit, id, saidIn(request, SAID)));
  }

  @Post(':id')
  async change(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.act(request, reply, async (visit) => {
      const { fields } = await readForm(request);
      const result = await this.decide(visit, id, fields);
      if (result?.ok) return back(reply, `/postings/${id}`, fields.action!);
      const text = result ? result.refusal.message : 'That form was not understood. Nothing was changed; please try again.';
      await this.show(reply, visit, id, { kind: 'bad', text });
    });
  }

  @Get(':id/board')
  async board(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open(request, reply, async (visit) => {
      const board = await this.boards.read(visit.actor, id);
      if (!board) return nothingThere(reply, visit);
      await sendPage(reply, 200, boardPage(visit.frame, board, visit.now));
    });
  }

  /** The careers page as it would be, for those who prepare it; nothing of it can be sent. */
  @Get(':id/careers')
  async careers(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open(request, reply, async (visit) => {
      const { actor, context } = visit;
      const row = isId(id) ? await postingLoader(context, this.uow).load(id) : null;
      const mayManage = row !== null && may(actor, 'posting.manage', { teamRoles: row.team_roles });
      const posting = mayManage ? await postingAsPublic(this.uow, actor.organizationId, row.id) : null;
      const organization = await readOrganization(this.uow, actor.organizationId);
      if (!posting || !organization) return nothingThere(reply, visit);
      const { slug, name, about, contact_email: contactEmail } = organization;
      const view = {
        slug: posting.slug,
        title: posting.title ?? 'Untitled posting',
        isOpen: true,
        documentHtml: renderPostingHtml(posting.document, posting.sections, posting.title ?? ''),
        facts: postingFacts(posting),
        stages: await publicStages(this.uow, actor.organizationId, posting.id),
        hours: await readHours(this.coverage, actor.organizationId, posting.id, null),
        job: null,
        preview: posting.id,
      };
      await sendPage(reply, 200, publicPostingPage({ slug, name, about, contactEmail }, view));
    });
  }

  private async preview(reply: FastifyReply, { actor, frame }: Visit, form: ImportForm, key: Id): Promise<void> {
    const preview = await previewPosting(this.uow, actor.organizationId, form.document, '');
    await sendPage(reply, form.fault ? 422 : 200, previewPage(frame, form, preview, key));
  }

  private import({ actor }: Visit, { document, title }: ImportForm, key: Id) {
    const corrections = title ? { title } : {};
    const request = { document, corrections };
    return this.imports.execute(actor, { ...request, fileName: '' }, { key, operation: 'importPosting', request });
  }

  private async decide({ actor }: Visit, postingId: Id, fields: Fields): Promise<Result<unknown, Refusal> | null> {
    const { action = '' } = fields;
    if (action === 'add-member') {
      const { pool: poolId = '', person: personId = '' } = fields;
      return this.pools.putMember(actor, { poolId, personId, targetPerWeek: USUAL_TARGET });
    }
    const expectedVersion = versionIn(fields.version);
    if (action === 'title') {
      const corrections = { title: fields.title?.trim() ?? '' };
      return this.readings.correct(actor, { postingId, expectedVersion, corrections });
    }
    if (!isStatusChange(action)) return null;
    const change = { postingId, expectedVersion, change: action, confirm: fields.confirm === 'yes' };
    return this.statuses.execute(actor, change);
  }

  private async show(reply: FastifyReply, visit: Visit, id: string, said: Said | null): Promise<void> {
    const row = isId(id) ? await postingLoader(visit.context, this.uow).load(id) : null;
    if (!row) return nothingThere(reply, visit);
    await sendPage(reply, said?.kind === 'bad' ? 422 : 200, postingPage(await this.view(visit, row, said)));
  }

  private async view({ actor, frame, context }: Visit, row: PostingRow, said: Said | null) {
    const { uow } = this;
    const relation = { teamRoles: row.team_roles };
    const mayManage = may(actor, 'posting.manage', relation);
    const [organization, plan, openings, problems, members] = await Promise.all([
      readOrganization(uow, actor.organizationId),
      presentPlanLoader(context, uow).load(row.id),
      openingsLoader(context, uow).load(row.id),
      mayManage ? problemsLoader(context, uow).load(row.id) : [],
      may(actor, 'pools.manage') ? activeMembers(uow, actor.organizationId) : null,
    ]);
    const poolIds = plan!.stages.flatMap(({ seats }) => seats.flatMap(({ poolId }) => poolId ?? []));
    const loaded = await Promise.all([...new Set(poolIds)].map((poolId) => poolLoader(context, uow).load(poolId)));
    const pools = new Map(loaded.filter((pool): pool is PoolRow => pool !== null).map((pool) => [pool.id, pool]));
    const inPools = [...pools.values()].flatMap(({ members: all }) => all.map(({ personId }) => personId));
    const people = await readPeople(uow, actor.organizationId, [...new Set(inPools)]);
    return {
      ...{ frame, said, plan: plan!, mayManage, pools, members },
      posting: toPosting(row, actor),
      organizationSlug: organization!.slug,
      openings: openings ?? [],
      maySeeBoard: may(actor, 'board.read', relation),
      problems: problems ?? [],
      names: new Map(people.map((person) => [person.id, person.name])),
    };
  }
}

const SAID: Record<string, string> = {
  imported: 'Imported as a draft. Nobody outside the team sees it before you publish it.',
  publish: 'Published: it is on the careers page and takes applications.',
  reopen: 'Open again: it is on the careers page and takes applications.',
  title: 'It has its title now.',
  close: 'Closed: it takes no more applications; those that are there go on.',
  'add-member': 'Added to the pool.',
};

function isStatusChange(action: string): action is StatusChange {
  return action === 'publish' || action === 'close' || action === 'reopen';
}

/** What the use case would refuse, said before the document is read for the preview. */
function documentFault(document: string): string | null {
  if (document.trim() === '') return 'Paste the document first; there is nothing to read yet.';
  if (Buffer.byteLength(document) > POSTING_LIMITS.bytes)
    return 'The document is larger than 1 MiB, so it was not read. A posting is a few pages: remove what is not text.';
  return null;
}

async function mayNotImport(reply: FastifyReply, { frame }: Visit): Promise<void> {
  const text = 'Your role does not allow you to import postings. Ask an administrator, a recruiter or a hiring manager.';
  await sendPage(reply, 403, staffMessage(frame, 'Importing postings', text));
}
