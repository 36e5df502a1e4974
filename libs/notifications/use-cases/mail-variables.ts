import { type Links } from '#libs/identity/index.js';
import type { Tx } from '#libs/platform/index.js';
import { promisedAnswer } from '../domain/answer-promise.js';
import { type ApplicationFacts } from '../persistence/application-facts.js';
import { type HouseFacts, zoneOr } from '../persistence/house-facts.js';

/** The reader's zone, and the organisation's where clocks differ. */
export interface ReaderZone {
  readonly zone: string;
  readonly otherZone: string;
}

/** What every mail to the candidate of an application knows. */
export function toCandidate(tx: Tx, links: Links, facts: HouseFacts, application: ApplicationFacts) {
  return {
    organization: { name: facts.organization.name },
    recipient: { name: application.candidate.name },
    contact: facts.contact,
    posting: { title: application.postingTitle },
    page: { link: links.candidate('application', tx.organizationId, application.applicationId, application.linkEpoch, tx.now) },
  };
}

/** What every mail to a member of the hiring team knows. */
export function toTeam(links: Links, facts: HouseFacts, application: ApplicationFacts, reader: { readonly name: string }) {
  return {
    organization: { name: facts.organization.name },
    recipient: { name: reader.name },
    contact: facts.contact,
    posting: { title: application.postingTitle },
    candidate: { name: application.candidate.name },
    application: { link: links.absolute(`/applications/${application.applicationId}`) },
  };
}

export function candidateZone(facts: HouseFacts, application: ApplicationFacts): ReaderZone {
  return { zone: zoneOr(application.candidate.zone, facts.organization.zone), otherZone: facts.organization.zone };
}

const DAY_MS = 86_400_000;

/** The answer that is promised after what the candidate does at `since`; nothing where nothing is promised. */
export function promised(tx: Tx, facts: HouseFacts, application: ApplicationFacts, since: Date = tx.now) {
  if (facts.answerDays === null) return {};
  const { dueAt } = promisedAnswer(since, facts.answerDays, facts.organization.zone);
  return { answer: { by: { at: dueAt, ...candidateZone(facts, application) } } };
}

/** By when the team means to be done with a stage that begins now; absent where the plan does not say. */
export function answerBy(tx: Tx, targetDays: number | null, zone: ReaderZone) {
  return targetDays === null ? {} : { by: { at: new Date(tx.now.getTime() + targetDays * DAY_MS), ...zone } };
}
