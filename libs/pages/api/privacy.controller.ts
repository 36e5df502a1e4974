import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EraseCandidate } from '#libs/applications/index.js';
import { ComplianceQuery, KeepByRule, PrivacyRequests } from '#libs/compliance/index.js';
import type { Refusal, Result, StaffActor } from '#libs/kernel/index.js';
import { privacyPage } from '../views/privacy-page.js';
import { COUNTRIES } from './country-choices.js';
import { readForm, sendPage } from './form.js';
import { type Said, StaffDoor, type Visit, back, nothingThere, saidIn, versionIn } from './staff-door.js';

const SHOWN = { requests: 50, due: 20, stalled: 50 } as const;

/** What administrators do about people's data. */
@Controller('privacy')
export class PrivacyController {
  constructor(
    private readonly door: StaffDoor,
    private readonly query: ComplianceQuery,
    private readonly requests: PrivacyRequests,
    private readonly rules: KeepByRule,
    private readonly erasing: EraseCandidate,
  ) {}

  @Get()
  async privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open(request, reply, (visit) => this.show(reply, visit, 200, saidIn(request, SAID)));
  }

  @Post()
  async change(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.act(request, reply, async (visit) => {
      const { fields } = await readForm(request);
      const result = await this.decide(visit.actor, fields);
      if (result?.ok) return back(reply, '/privacy', fields.action!);
      const text = result ? result.refusal.message : 'That form was not understood. Nothing was changed; please try again.';
      await this.show(reply, visit, result && 'presentVersion' in result.refusal ? 409 : 422, { kind: 'bad', text });
    });
  }

  private async decide(actor: StaffActor, fields: Readonly<Record<string, string>>): Promise<Result<unknown, Refusal> | null> {
    const { candidate = '', answer = '', outcome } = fields;
    switch (fields.action) {
      case 'answer':
        return outcome === 'DONE' || outcome === 'DECLINED'
          ? this.requests.answer(actor, fields.request ?? '', outcome, answer)
          : null;
      case 'erase':
        return fields.sure === 'yes' ? this.erasing.execute(actor, candidate, versionIn(fields.version)) : null;
      case 'release':
        return this.rules.release(actor, candidate);
      case 'remove-rule':
        return this.rules.remove(actor, fields.rule ?? '', versionIn(fields.version));
      case 'set-rule':
        return this.setRule(actor, fields);
      default:
        return null;
    }
  }

  /** The form changes the rule that stands when it arrives: it shows no version, because it is the same form for a rule that there is not yet. */
  private async setRule(actor: StaffActor, { country = '', least = '', most = '' }: Readonly<Record<string, string>>) {
    const standing = (await this.query.rules(actor))?.find((rule) => rule.country === (country || null));
    const wanted = { country: country || null, atLeastDays: daysIn(least), atMostDays: most.trim() === '' ? null : daysIn(most) };
    return this.rules.set(actor, wanted, standing?.version ?? 0);
  }

  private async show(reply: FastifyReply, visit: Visit, status: number, said: Said | null): Promise<void> {
    const { actor, frame } = visit;
    const [asked, rules, due, stalled, holds] = await Promise.all([
      this.query.requests(actor, true, SHOWN.requests, null),
      this.query.rules(actor),
      this.query.preview(actor, SHOWN.due),
      this.query.stalled(actor, SHOWN.stalled),
      this.query.holds(actor),
    ]);
    if (!asked || !rules || !due || !stalled || !holds) return nothingThere(reply, visit);
    const view = { frame, said, requests: asked.nodes, rules, due, stalled, holds, countries: COUNTRIES };
    await sendPage(reply, status, privacyPage(view));
  }
}

/** What is said after a form worked. */
const SAID: Record<string, string> = {
  answer: 'Answered. They read it on their page.',
  erase: 'Erased, in every table and file.',
  release: 'The hold is released.',
  'remove-rule': 'The rule is gone.',
  'set-rule': 'The rule stands. It erases nobody for a week; below is who would be next.',
};

/** Whole days as a form sends them; what is none is no number of days that a rule takes. */
function daysIn(text: string): number {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : -1;
}
