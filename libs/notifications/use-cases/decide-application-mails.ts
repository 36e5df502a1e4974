import { Injectable } from '@nestjs/common';
import type { ApplicationMoved, ApplicationReceived } from '#libs/applications/index.js';
import { CANDIDATE_LINK_MS, Links } from '#libs/identity/index.js';
import type { Id, Language } from '#libs/kernel/index.js';
import type { Happening } from '#libs/pipeline/index.js';
import type { StoredEvent, Tx } from '#libs/platform/index.js';
import { type ApplicationFacts, StageFactsStore, applicationFacts } from '../persistence/application-facts.js';
import type { HeldMails } from '../persistence/decided-mails.js';
import { type HouseFacts, HouseFactsStore, type Occasion, factsAbout } from '../persistence/house-facts.js';
import { DecideMails, type Draft, draft, skipped, standing } from './decide-mails.js';
import { answerBy, candidateZone, promised, toCandidate, toTeam } from './mail-variables.js';

/** "Received" to the candidate: nobody has decided anything yet. */
const BEFORE_FIRST_STAGE: Readonly<Record<Language, string>> = { en: 'In review', de: 'Wir lesen sie' };
/** The mails by which a candidate knows where the application stands. */
const TELLING: ReadonlySet<string> = new Set(['stage-moved', 'rejected', 'hired', 'withdrawn']);
type FactsAbout = HouseFacts & { readonly occasion: Occasion };

const MERGED = 'the candidate’s record was merged into another one';

/** Mails about applications themselves: received, moved, ended, and links asked for. */
@Injectable()
export class DecideApplicationMails {
  constructor(
    private readonly mails: DecideMails,
    private readonly houses: HouseFactsStore,
    private readonly stages: StageFactsStore,
    private readonly links: Links,
  ) {}

  async received(tx: Tx, event: StoredEvent): Promise<void> {
    const { applicationId } = event.payload as ApplicationReceived;
    const about = await applicationFacts(tx, event, applicationId);
    if (!about) return;
    const facts = factsAbout(await this.houses.get(tx, about.postingId), about);
    const forCandidate = () =>
      draft('application-received', applicationId, about.candidate.email, {
        ...toCandidate(tx, this.links, facts, about),
        ...promised(tx, facts, about),
        next: { stage: facts.firstStage },
      });
    const told = () => ({ ...forCandidate(), tells: standing('ACTIVE', null) });
    await this.mails.decide(tx, event, facts, { zone: candidateZone(facts, about).zone }, [
      unlessMerged('application-received', about, told),
      ...this.toLeads(tx, facts, about, 'team-new-application', (reader) =>
        draft('team-new-application', applicationId, reader.email, {
          ...toTeam(this.links, facts, about, reader),
          ...promised(tx, facts, about),
        }),
      ),
    ]);
  }

  async moved(tx: Tx, event: StoredEvent): Promise<void> {
    const moved = event.payload as ApplicationMoved;
    const notify = moved.effects.find((effect) => effect.kind === 'Notify');
    const about = notify && (await applicationFacts(tx, event, moved.applicationId));
    if (!about) return;
    const facts = factsAbout(await this.houses.get(tx, about.postingId), about);
    const { zone } = candidateZone(facts, about);
    const tells = standing(moved.toStatus, moved.toStageId);
    const drafts = await this.draftsFor(tx, moved, notify.what, facts, about);
    const told = drafts.map((each) => (TELLING.has(each.template) ? { ...each, tells } : each));
    const takesBack = (event.foreseen as Partial<HeldMails> | undefined)?.heldMails ?? true;
    await this.mails.decide(tx, event, facts, { zone, ...(takesBack && { takesBack: moved.applicationId }) }, told);
  }

  private async draftsFor(
    tx: Tx,
    moved: ApplicationMoved,
    what: Happening,
    facts: FactsAbout,
    about: ApplicationFacts,
  ): Promise<Draft[]> {
    const { applicationId } = moved;
    const variables = () => toCandidate(tx, this.links, facts, about);
    const stage = { name: about.stage?.name ?? BEFORE_FIRST_STAGE[facts.occasion.language] };
    const toThem = { email: about.candidate.email };
    switch (what) {
      case 'REJECTED':
        return [unlessMerged('rejected', about, () => draft('rejected', applicationId, toThem.email, { ...variables(), stage }))];
      case 'HIRED':
        return [unlessMerged('hired', about, () => draft('hired', applicationId, toThem.email, variables()))];
      case 'WITHDRAWN':
        return [
          unlessMerged('withdrawn', about, () => draft('withdrawn', applicationId, toThem.email, variables())),
          ...this.toLeads(tx, facts, about, 'team-candidate-withdrew', (reader) =>
            draft('team-candidate-withdrew', applicationId, reader.email, { ...toTeam(this.links, facts, about, reader), stage }),
          ),
        ];
      case 'MOVED':
      case 'SENT_BACK':
      case 'REOPENED':
        if (bringsItsOwnMail(tx, moved))
          return [skipped('stage-moved', applicationId, toThem.email, 'the stage sends its own mail')];
        return [await this.stageMoved(tx, facts, about)];
    }
  }

  private async stageMoved(tx: Tx, facts: FactsAbout, about: ApplicationFacts): Promise<Draft> {
    const targetDays = about.stage === null ? null : (await this.stages.get(tx, about.stage.id)).targetDays;
    return unlessMerged('stage-moved', about, () =>
      draft('stage-moved', about.applicationId, about.candidate.email, {
        ...toCandidate(tx, this.links, facts, about),
        answer: answerBy(tx, targetDays, candidateZone(facts, about)),
        stage: { name: about.stage?.name ?? BEFORE_FIRST_STAGE[facts.occasion.language] },
      }),
    );
  }

  /** A candidate who asked for a link to their page gets a fresh one. */
  async linkRequested(tx: Tx, event: StoredEvent): Promise<void> {
    const { applicationId } = event.payload as { applicationId: Id };
    const about = await applicationFacts(tx, event, applicationId);
    if (!about) return;
    const facts = factsAbout(await this.houses.get(tx, about.postingId), about);
    const expires = { at: { at: new Date(tx.now.getTime() + CANDIDATE_LINK_MS), ...candidateZone(facts, about) } };
    await this.mails.decide(tx, event, facts, { zone: null }, [
      unlessMerged('page-link', about, () =>
        draft('page-link', applicationId, about.candidate.email, { ...toCandidate(tx, this.links, facts, about), expires }),
      ),
    ]);
  }

  /** Somebody answered a mail: whoever leads the hiring reads it, with what they wrote. */
  async answered(tx: Tx, event: StoredEvent): Promise<void> {
    const { applicationId } = event.payload as { applicationId: Id };
    const news = event.transient as { what: string; text: string | null; fromTeam: boolean; fromName: string };
    const about = await applicationFacts(tx, event, applicationId);
    if (!about) return;
    const facts = factsAbout(await this.houses.get(tx, about.postingId), about);
    const { name, email } = about.candidate;
    const reply = {
      from: news.fromTeam ? news.fromName : name,
      what: news.what,
      text: news.text,
      address: news.fromTeam ? null : email,
    };
    const drafts = this.toLeads(tx, facts, about, 'team-answer', (reader) =>
      draft('team-answer', applicationId, reader.email, { ...toTeam(this.links, facts, about, reader), reply }),
    );
    await this.mails.decide(tx, event, facts, { zone: null }, drafts);
  }

  /** A promise to the candidate is due soon: whoever leads the hiring can still keep it. Decided in the worker's transaction that found it waiting. */
  async answerDueSoon(tx: Tx, timer: StoredEvent, applicationId: Id, dueAt: Date): Promise<void> {
    const about = await applicationFacts(tx, timer, applicationId);
    if (!about) return;
    const facts = factsAbout(await this.houses.get(tx, about.postingId), about);
    const drafts = this.toLeads(tx, facts, about, 'team-answer-due', (reader) =>
      draft('team-answer-due', applicationId, reader.email, {
        ...toTeam(this.links, facts, about, reader),
        promise: { by: { at: dueAt, zone: reader.zone } },
        stage: { name: about.stage?.name ?? null },
      }),
    );
    await this.mails.decide(tx, timer, facts, { zone: null }, drafts);
  }

  /** A promise to the candidate was not kept. Decided as above. */
  async answerLate(tx: Tx, timer: StoredEvent, applicationId: Id, dueAt: Date): Promise<void> {
    const about = await applicationFacts(tx, timer, applicationId);
    if (!about) return;
    const facts = factsAbout(await this.houses.get(tx, about.postingId), about);
    const { zone, otherZone } = candidateZone(facts, about);
    await this.mails.decide(tx, timer, facts, { zone }, [
      unlessMerged('answer-late', about, () =>
        draft('answer-late', applicationId, about.candidate.email, {
          ...toCandidate(tx, this.links, facts, about),
          promise: { by: { at: dueAt, zone, otherZone } },
        }),
      ),
    ]);
  }

  /** One draft for each hiring manager and recruiter of the posting; who did it knows. */
  private toLeads(
    tx: Tx,
    facts: HouseFacts,
    about: ApplicationFacts,
    template: 'team-new-application' | 'team-candidate-withdrew' | 'team-answer' | 'team-answer-due',
    make: (reader: HouseFacts['team'][number]) => Draft,
  ): Draft[] {
    if (facts.team.length === 0)
      return [skipped(template, about.applicationId, '', 'nobody on the hiring team is its hiring manager or recruiter')];
    return facts.team.map((reader) => {
      if (reader.disabled) return skipped(template, about.applicationId, reader.email, 'the person’s account is disabled');
      if (tx.actor.kind === 'staff' && tx.actor.personId === reader.personId)
        return skipped(template, about.applicationId, reader.email, 'they did it themselves');
      return make(reader);
    });
  }
}

function unlessMerged(template: Draft['template'], about: ApplicationFacts, make: () => Draft): Draft {
  return about.merged ? skipped(template, about.applicationId, about.candidate.email, MERGED) : make();
}

/**
 * Whether entering the stage has made something that writes to the candidate itself: a self-scheduling request or a take-home. Those folders
 * reacted before this one, and they make nothing where work that is done already is kept.
 */
function bringsItsOwnMail(tx: Tx, { applicationId, effects }: ApplicationMoved): boolean {
  const choosesTimes = effects.some((effect) => effect.kind === 'RequestInterview' && effect.selfSchedule);
  return (choosesTimes && tx.hasEmitted('InterviewRequested', applicationId)) || tx.hasEmitted('TakeHomeSent', applicationId);
}
