import type { Language } from '#libs/kernel/index.js';
import type { MyTakeHomeView } from '#libs/take-home/index.js';
import type { CandidateFrame, StandingView, TakeHomeView } from './candidate-pages.js';
import { candidateWords } from './candidate-words.js';
import { fromNow } from './from-now.js';
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

const DAY_MS = 24 * 3600 * 1000;

/** The candidate's page in words; `link` makes the address of a page for one purpose. */
export function standingView(
  data: StandingData,
  now: Date,
  link: (purpose: 'schedule' | 'take-home') => string,
  said: Said,
): Omit<StandingView, 'mailsHref'> {
  const words = candidateWords(data.language);
  const zone = data.candidateZone;
  const day = (instant: string | Date) => words.day(new Date(instant), zone);
  const at = data.stages.findIndex(({ id }) => id === data.stageId);
  const stage = data.stages[at] ?? null;
  const coming = data.interviews.find(
    ({ stageId, state, startsAt }) => stageId === data.stageId && isComing(state, startsAt, now),
  );
  const { status, mayChooseTime, openTakeHome } = data;
  const comingInterview = coming ? words.when(new Date(coming.startsAt), zone) : null;
  const step = nextStep({ status, stage, mayChooseTime, openTakeHome, comingInterview }, words.step);
  const { openAssignment, changeTime, chooseTime } = words.standing;
  const label = step.leads === 'take-home' ? openAssignment : coming ? changeTime : chooseTime;
  const meant = stage?.targetDays ? new Date(new Date(data.enteredStageAt).getTime() + stage.targetDays * DAY_MS) : null;
  const promised = data.promisedBy === null ? null : new Date(data.promisedBy);
  return {
    ...frame(data, said),
    candidateName: data.candidateName,
    status: data.status,
    appliedOn: day(data.appliedAt),
    stages: data.stages.map(({ name }, i) => ({
      name,
      where: data.status === 'HIRED' || i < at ? 'done' : i === at ? 'here' : 'ahead',
    })),
    next: { text: step.text, link: step.leads ? { href: link(step.leads), label } : null },
    promise: promised === null ? null : { by: day(promised), broken: promised <= now },
    answerBy: meant && meant > now ? day(meant) : null,
    interviews: data.interviews.map(({ stageId, startsAt, state, meetingUrl }) => ({
      name: data.stages.find(({ id }) => id === stageId)?.name ?? words.interview,
      when: `${words.when(new Date(startsAt), zone)}${isComing(state, startsAt, now) ? ` (${fromNow(new Date(startsAt), now, data.language)})` : ''}`,
      state: words.standing.states[state] ?? '',
      meetingUrl: isComing(state, startsAt, now) ? meetingUrl : null,
    })),
    consentedOn: data.consentedAt === null ? null : day(data.consentedAt),
    keptDays: data.keptDays,
    requests: data.requests.map(({ kind, askedAt, outcome, answer }) => ({
      kind,
      open: outcome === null,
      text:
        outcome === null
          ? words.data.asked(day(askedAt), day(answerBy(new Date(askedAt))))
          : words.data.settled(outcome === 'DONE', answer),
    })),
  };
}

/** The take-home's page; `fields` are what was typed when something has to be mended. */
export function takeHomeView(
  data: StandingData,
  takeHome: MyTakeHomeView,
  said: Said,
  fields: Readonly<Record<string, string>>,
  now: Date,
): TakeHomeView {
  const { submittedAt, effortHours } = takeHome;
  const words = candidateWords(data.language);
  return {
    ...frame(data, said),
    stageName: takeHome.stageName,
    briefParagraphs: takeHome.brief
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter(Boolean),
    effort: effortHours === null ? null : words.takeHome.hours(effortHours),
    due: `${words.when(takeHome.dueAt, takeHome.dueZone)}${submittedAt ? '' : ` (${fromNow(takeHome.dueAt, now, data.language)})`}`,
    handedIn: submittedAt && {
      when: words.when(submittedAt, data.candidateZone),
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
  return { organization: data.organization, postingTitle: data.postingTitle, language: data.language, said };
}

/** Whether an interview is still to come. */
export function isComing(state: string, startsAt: string, now: Date): boolean {
  return (state === 'CONFIRMED' || state === 'HELD') && new Date(startsAt) > now;
}
