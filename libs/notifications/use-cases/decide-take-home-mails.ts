import { Injectable } from '@nestjs/common';
import { Links } from '#libs/identity/index.js';
import type { Id, Language } from '#libs/kernel/index.js';
import type { StoredEvent, Tx } from '#libs/platform/index.js';
import { type HouseFacts, HouseFactsStore, type Occasion, factsAbout, zoneOr } from '../persistence/house-facts.js';
import {
  type TakeHomeFacts,
  type TakeHomeForCandidate,
  takeHomeFacts,
  takeHomeJustSent,
} from '../persistence/take-home-facts.js';
import { DecideMails, type Draft, draft, skipped, standing } from './decide-mails.js';
import { candidateZone, promised, toCandidate, toTeam } from './mail-variables.js';

type ToCandidate = 'take-home-brief' | 'take-home-extended' | 'take-home-reminder';
type Reviewer = TakeHomeFacts['reviewers'][number];

type FactsAbout = HouseFacts & { readonly occasion: Occasion };

interface Found {
  readonly takeHome: TakeHomeFacts;
  readonly facts: FactsAbout;
}

const BRIEF_ON_PAGE: Readonly<Record<Language, string>> = {
  en: 'You find the assignment on your page.',
  de: 'Die Aufgabe finden Sie auf Ihrer Seite.',
};

/** Mails about take-homes: sent, extended, due soon, handed in. */
@Injectable()
export class DecideTakeHomeMails {
  constructor(
    private readonly mails: DecideMails,
    private readonly houses: HouseFactsStore,
    private readonly links: Links,
  ) {}

  sent = (tx: Tx, event: StoredEvent): Promise<void> => this.toCandidate(tx, event, 'take-home-brief');
  extended = (tx: Tx, event: StoredEvent): Promise<void> => this.toCandidate(tx, event, 'take-home-extended');

  /** Decided in the worker's transaction that has found the reminder still wanted. */
  reminderDue = (tx: Tx, event: StoredEvent): Promise<void> => this.toCandidate(tx, event, 'take-home-reminder');

  /** Whoever is asked to review what is there already gets it at once; the others hear of it when it is handed in. */
  async reviewerAssigned(tx: Tx, event: StoredEvent): Promise<void> {
    const found = await this.read(tx, event);
    const reader = found?.takeHome.reviewers.find(({ personId }) => personId === (event.payload as { personId: Id }).personId);
    if (!found || !reader || found.takeHome.status !== 'SUBMITTED') return;
    await this.mails.decide(tx, event, found.facts, { zone: null }, [this.unlessDisabled(found, reader)]);
  }

  async submitted(tx: Tx, event: StoredEvent): Promise<void> {
    const found = await this.read(tx, event);
    if (!found) return;
    const { takeHome, facts } = found;
    const { application, title } = takeHome;
    const handedIn = { at: takeHome.submittedAt ?? tx.now, ...this.zones(takeHome, facts) };
    await this.mails.decide(tx, event, facts, { zone: null }, [
      this.unlessMerged('take-home-received', takeHome, () =>
        draft('take-home-received', application.applicationId, application.candidate.email, {
          ...toCandidate(tx, this.links, facts, application),
          ...promised(tx, facts, application),
          takeHome: { title, handedIn },
        }),
      ),
      ...this.toReviewers(found),
    ]);
  }

  private async toCandidate(tx: Tx, event: StoredEvent, template: ToCandidate): Promise<void> {
    const takeHome = takeHomeJustSent(event) ?? (await this.read(tx, event))?.takeHome;
    if (!takeHome) return;
    const facts = await this.factsOf(tx, takeHome);
    const { zone } = candidateZone(facts, takeHome.application);
    await this.mails.decide(tx, event, facts, { zone }, [this.forCandidate(tx, template, takeHome, facts)]);
  }

  private forCandidate(tx: Tx, template: ToCandidate, takeHome: TakeHomeForCandidate, facts: FactsAbout): Draft {
    const { application, title, dueAt } = takeHome;
    const { applicationId, candidate, linkEpoch } = application;
    const due = { at: dueAt, ...this.zones(takeHome, facts) };
    const link = this.links.candidate('take-home', tx.organizationId, applicationId, linkEpoch, tx.now);
    const variables = { ...toCandidate(tx, this.links, facts, application), takeHome: { title, due, link } };
    return this.unlessMerged(template, takeHome, () => {
      if (template !== 'take-home-brief') return draft(template, applicationId, candidate.email, variables);
      const assignment = {
        ...variables.takeHome,
        brief: takeHome.brief.trim() || BRIEF_ON_PAGE[facts.occasion.language],
        effort: effortInWords(takeHome.effortHours, facts.occasion.language),
      };
      const brief = draft(template, applicationId, candidate.email, { ...variables, takeHome: assignment });
      return { ...brief, tells: standing('ACTIVE', takeHome.stageId) };
    });
  }

  private unlessMerged(template: Draft['template'], { application }: TakeHomeForCandidate, make: () => Draft): Draft {
    const { merged, applicationId, candidate } = application;
    return merged
      ? skipped(template, applicationId, candidate.email, 'the candidate’s record was merged into another one')
      : make();
  }

  /** Its reviewers; where nobody was named, the posting's hiring managers and recruiters, who then name somebody. */
  private toReviewers(found: Found): Draft[] {
    const { takeHome, facts } = found;
    const readers = takeHome.reviewers.length > 0 ? takeHome.reviewers : facts.team;
    if (readers.length > 0) return readers.map((reader) => this.unlessDisabled(found, reader));
    const because = 'it has no reviewers, and nobody leads the hiring team';
    return [skipped('team-take-home-handed-in', takeHome.application.applicationId, '', because)];
  }

  private unlessDisabled({ takeHome, facts }: Found, reader: Reviewer): Draft {
    if (!reader.disabled) return handedInFor(this.links, facts, takeHome, reader);
    const because = 'the person’s account is disabled';
    return skipped('team-take-home-handed-in', takeHome.application.applicationId, reader.email, because);
  }

  private zones(takeHome: TakeHomeForCandidate, facts: HouseFacts) {
    return { zone: zoneOr(takeHome.dueZone, facts.organization.zone), otherZone: facts.organization.zone };
  }

  private async factsOf(tx: Tx, { application, title }: TakeHomeForCandidate): Promise<FactsAbout> {
    return factsAbout(await this.houses.get(tx, application.postingId), application, title);
  }

  private async read(tx: Tx, event: StoredEvent): Promise<Found | null> {
    const takeHome = await takeHomeFacts(tx, (event.payload as { takeHomeId: Id }).takeHomeId);
    return takeHome && { takeHome, facts: await this.factsOf(tx, takeHome) };
  }
}

/** The mail that asks one person to read what was handed in. */
export function handedInFor(links: Links, facts: HouseFacts, takeHome: TakeHomeFacts, reader: Reviewer): Draft {
  const { application, stageId, title } = takeHome;
  const variables = toTeam(links, facts, application, reader);
  return draft('team-take-home-handed-in', application.applicationId, reader.email, {
    ...variables,
    takeHome: { title },
    review: { link: links.absolute(`/kits/${application.applicationId}/${stageId}`) },
  });
}

function effortInWords(hours: number | null, language: Language): string | null {
  if (hours === null || hours <= 0) return null;
  if (language === 'de') return hours === 1 ? 'etwa eine Stunde' : `etwa ${hours.toLocaleString('de-DE')} Stunden`;
  return hours === 1 ? 'about one hour' : `about ${hours} hours`;
}
