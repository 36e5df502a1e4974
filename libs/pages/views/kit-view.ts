import { formatInZone } from '#libs/kernel/index.js';
import type { KitView as Kit } from '#libs/scorecards/index.js';
import type { KitView } from './interviewer-pages.js';

/** What the page of a kit is made of. `typed` are the form's fields when something has to be mended, so that nothing typed is lost. */
export interface KitData {
  readonly kit: Kit;
  readonly seat: { readonly role: string; readonly answer: KitView['answer']; readonly zone: string } | null;
  readonly organizationName: string;
  readonly cvHref: string;
  readonly now: Date;
  readonly said: KitView['said'];
  readonly typed: Readonly<Record<string, string>> | null;
}

/** The interviewer's page in words. */
export function kitView({ kit, seat, organizationName, cvHref, now, said, typed }: KitData): KitView {
  const { interview, myScorecard: card } = kit;
  const startsAt = interview ? new Date(interview.startsAt) : null;
  const comes = startsAt !== null && startsAt > now && (interview!.state === 'CONFIRMED' || interview!.state === 'HELD');
  return {
    organizationName,
    said,
    candidateName: kit.candidateName,
    postingTitle: kit.postingTitle,
    stageName: kit.stageName,
    when: startsAt && formatInZone(startsAt, seat?.zone ?? interview!.zone),
    meetingUrl: comes ? interview!.meetingUrl : null,
    role: seat?.role ?? 'reviewer',
    others: (interview?.seats ?? []).filter(({ mine }) => !mine).map(({ role, personName }) => `${role} (${personName})`),
    purpose: kit.purpose,
    questions: kit.questions,
    cvHref: kit.cvAttachmentId ? cvHref : null,
    answer: seat?.answer ?? 'PENDING',
    mayAnswer: comes,
    card: {
      submitted: card?.state === 'SUBMITTED',
      version: card?.version ?? 0,
      recommendation: typed?.recommendation ?? card?.recommendation ?? null,
      notes: typed?.notes ?? card?.notes ?? '',
      notYet: comes ? 'The interview has not begun: keep a draft now, hand in afterwards.' : null,
      attributes: kit.attributes.map(({ id, name, description }) => {
        const kept = card?.ratings.find(({ attributeId }) => attributeId === id);
        const rating = typed ? Number(typed[`rating.${id}`]) || null : (kept?.rating ?? null);
        return { id, name, description, rating, note: typed?.[`note.${id}`] ?? kept?.note ?? '' };
      }),
    },
  };
}
