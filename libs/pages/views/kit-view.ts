import { formatInZone } from '#libs/kernel/index.js';
import type { KitView as Kit } from '#libs/scorecards/index.js';
import { fromNow } from './from-now.js';
import type { KitView } from './interviewer-pages.js';
import type { StaffFrame } from './staff-layout.js';

/** What the page of a kit is made of. `typed` are the form's fields when something has to be mended, so that nothing typed is lost. */
export interface KitData {
  readonly kit: Kit;
  readonly seat: {
    readonly role: string;
    readonly answer: KitView['answer'];
    readonly zone: string;
    readonly proposedAt: Date | null;
  } | null;
  readonly organizationName: string;
  readonly fileHref: (attachmentId: string) => string;
  readonly frame: StaffFrame | null;
  readonly now: Date;
  readonly said: KitView['said'];
  readonly typed: Readonly<Record<string, string>> | null;
}

/** The interviewer's page in words. */
export function kitView({ kit, seat, organizationName, fileHref, frame, now, said, typed }: KitData): KitView {
  const { interview } = kit;
  const startsAt = interview ? new Date(interview.startsAt) : null;
  const comes = startsAt !== null && startsAt > now && (interview!.state === 'CONFIRMED' || interview!.state === 'HELD');
  const zone = seat?.zone ?? frame?.zone ?? interview?.zone ?? 'UTC';
  return {
    organizationName,
    frame,
    said,
    applicationHref: frame && `/applications/${kit.applicationId}`,
    candidateName: kit.candidateName,
    postingTitle: kit.postingTitle,
    stageName: kit.stageName,
    when: startsAt && `${formatInZone(startsAt, zone)} (${fromNow(startsAt, now)})`,
    meetingUrl: comes ? interview!.meetingUrl : null,
    role: seat?.role ?? (kit.mayWrite ? 'reviewer' : null),
    others: (interview?.seats ?? []).filter(({ mine }) => !mine).map(({ role, personName }) => `${role} (${personName})`),
    purpose: kit.purpose,
    questions: kit.questions,
    cvHref: kit.cvAttachmentId && fileHref(kit.cvAttachmentId),
    takeHome: frame && takeHomeOf(kit, zone, fileHref),
    answer: seat?.answer ?? 'PENDING',
    mayAnswer: comes && seat !== null,
    proposal: {
      said: seat?.proposedAt ? formatInZone(seat.proposedAt, zone) : null,
      zone: zone.replaceAll('_', ' '),
      typed: typed?.action === 'propose' ? typed : null,
    },
    card: kit.mayWrite ? cardOf(kit, comes, typed) : null,
  };
}

function takeHomeOf({ takeHome }: Kit, zone: string, fileHref: KitData['fileHref']): KitView['takeHome'] {
  if (!takeHome) return null;
  const { brief, dueAt, dueZone, submittedAt, late, submissionUrl, submissionAttachmentId, submissionFileName } = takeHome;
  return {
    brief,
    due: formatInZone(new Date(dueAt), dueZone),
    handedIn:
      submittedAt === null
        ? null
        : {
            when: formatInZone(new Date(submittedAt), zone),
            late,
            url: submissionUrl,
            file:
              submissionAttachmentId === null
                ? null
                : { href: fileHref(submissionAttachmentId), name: submissionFileName ?? 'file' },
            note: takeHome.submissionNote,
          },
  };
}

function cardOf(
  { myScorecard: card, attributes, interview, takeHome }: Kit,
  comes: boolean,
  typed: KitData['typed'],
): KitView['card'] {
  const unfinished = interview === null && takeHome !== null && takeHome.submittedAt === null;
  return {
    submitted: card?.state === 'SUBMITTED',
    version: card?.version ?? 0,
    recommendation: typed?.recommendation ?? card?.recommendation ?? null,
    notes: typed?.notes ?? card?.notes ?? '',
    notYet: comes
      ? 'The interview has not begun: keep a draft now, hand in afterwards.'
      : unfinished
        ? 'The work is not handed in yet: keep a draft now, hand in afterwards.'
        : null,
    attributes: attributes.map(({ id, name, description }) => {
      const kept = card?.ratings.find(({ attributeId }) => attributeId === id);
      const rating = typed ? Number(typed[`rating.${id}`]) || null : (kept?.rating ?? null);
      return { id, name, description, rating, note: typed?.[`note.${id}`] ?? kept?.note ?? '' };
    }),
  };
}
