import { type Language, formatInZone, momentInZone } from '#libs/kernel/index.js';
import type { MyTakeHomeView } from '#libs/take-home/index.js';
import type { CandidateFrame, StandingView, TakeHomeView } from './candidate-pages.js';
import { nextStep } from './next-step.js';
import { answerBy } from '#libs/compliance/index.js';

/** What the pages need of where the candidate stands. */
export interface StandingData {
  readonly organization: CandidateFrame['organization'];
  readonly postingTitle: string;
  readonly candidateName: string;
  readonly candidateZone: string;
  readonly language: Language;
  readonly promisedBy: string | Date | null;
  readonly status: StandingView['status'];
  readonly appliedAt: string | Date;
  readonly consentedAt: string | Date | null;
  readonly keptDays: number | null;
  readonly enteredStageAt: string | Date;
  readonly stageId: string | null;
  readonly stages: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly durationMin: number | null;
    readonly targetDays: number | null;
  }[];
  readonly mayChooseTime: boolean;
  readonly openTakeHome: boolean;
  readonly interviews: readonly {
    readonly id: string;
    readonly stageId: string;
    readonly state: string;
    readonly startsAt: string;
    readonly meetingUrl: string | null;
  }[];
  readonly requests: readonly {
    readonly kind: 'ACCESS' | 'ERASURE';
    readonly askedAt: string;
    readonly outcome: 'DONE' | 'DECLINED' | null;
    readonly answer: string;
  }[];
}

type Said = CandidateFrame['said'];

const STATES: Record<string, string> = {
  CONFIRMED: '',
  HELD: 'held for you',
  COMPLETED: 'took place',
  NO_SHOW: 'did not take place',
};
const DAY_MS = 24 * 3600 * 1000;

/** The candidate's page in words; `link` makes the address of a page for one purpose. */
export function standingView(
  data: StandingData,
  now: Date,
  link: (purpose: 'schedule' | 'take-home') => string,
  said: Said,
): StandingView {
  const at = data.stages.findIndex(({ id }) => id === data.stageId);
  const stage = data.stages[at] ?? null;
  const coming = data.interviews.find(
    ({ stageId, state, startsAt }) => stageId === data.stageId && isComing(state, startsAt, now),
  );
  const step = nextStep({
    status: data.status,
    stage,
    mayChooseTime: data.mayChooseTime,
    openTakeHome: data.openTakeHome,
    comingInterview: coming ? formatInZone(new Date(coming.startsAt), data.candidateZone) : null,
  });
  const label = step.leads === 'take-home' ? 'Open the assignment' : coming ? 'See or change the time' : 'Choose a time';
  const meant = stage?.targetDays ? new Date(new Date(data.enteredStageAt).getTime() + stage.targetDays * DAY_MS) : null;
  const promised = data.promisedBy === null ? null : new Date(data.promisedBy);
  return {
    ...frame(data, said),
    candidateName: data.candidateName,
    status: data.status,
    appliedOn: dayOf(new Date(data.appliedAt), data.candidateZone),
    stages: data.stages.map(({ name }, i) => ({
      name,
      where: data.status === 'HIRED' || i < at ? 'done' : i === at ? 'here' : 'ahead',
    })),
    next: { text: step.text, link: step.leads ? { href: link(step.leads), label } : null },
    promise: promised === null ? null : { by: dayOf(promised, data.candidateZone), broken: promised <= now },
    answerBy: meant && meant > now ? dayOf(meant, data.candidateZone) : null,
    language: data.language,
    interviews: data.interviews.map(({ stageId, startsAt, state, meetingUrl }) => ({
      name: data.stages.find(({ id }) => id === stageId)?.name ?? 'Interview',
      when: formatInZone(new Date(startsAt), data.candidateZone),
      state: STATES[state] ?? '',
      meetingUrl: isComing(state, startsAt, now) ? meetingUrl : null,
    })),
    consentedOn: data.consentedAt === null ? null : dayOf(new Date(data.consentedAt), data.candidateZone),
    keptDays: data.keptDays,
    requests: data.requests.map(({ kind, askedAt, outcome, answer }) => ({
      kind,
      open: outcome === null,
      text:
        outcome === null
          ? `You asked on ${dayOf(new Date(askedAt), data.candidateZone)}; you are answered by ${dayOf(answerBy(new Date(askedAt)), data.candidateZone)}.`
          : `${outcome === 'DONE' ? 'Done' : 'Declined'}: ${answer || 'see your mail.'}`,
    })),
  };
}

/** The take-home's page; `fields` are what was typed when something has to be mended. */
export function takeHomeView(
  data: StandingData,
  takeHome: MyTakeHomeView,
  said: Said,
  fields: Readonly<Record<string, string>>,
): TakeHomeView {
  const { submittedAt, effortHours } = takeHome;
  return {
    ...frame(data, said),
    stageName: takeHome.stageName,
    briefParagraphs: takeHome.brief
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter(Boolean),
    effort: effortHours === null ? null : `about ${effortHours} hours`,
    due: formatInZone(takeHome.dueAt, takeHome.dueZone),
    handedIn: submittedAt && {
      when: formatInZone(submittedAt, data.candidateZone),
      late: takeHome.late,
      url: takeHome.submissionUrl,
      fileName: takeHome.submissionFileName,
      note: takeHome.submissionNote,
    },
    canSubmit: takeHome.canSubmit,
    cancelled: takeHome.status === 'CANCELLED',
    version: takeHome.version,
    values: { url: fields.url ?? takeHome.submissionUrl ?? '', note: fields.note ?? takeHome.submissionNote },
  };
}

/** What every page of a candidate's begins with. */
export function frame(data: StandingData, said: Said): CandidateFrame {
  return { organization: data.organization, postingTitle: data.postingTitle, said };
}

/** Whether an interview is still to come. */
export function isComing(state: string, startsAt: string, now: Date): boolean {
  return (state === 'CONFIRMED' || state === 'HELD') && new Date(startsAt) > now;
}

function dayOf(at: Date, zone: string): string {
  const { weekday, date } = momentInZone(at, zone);
  return `${weekday} ${date}`;
}
