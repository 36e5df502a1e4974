import { Injectable } from '@nestjs/common';
import type { ApplicationMoved } from '#libs/applications/index.js';
import { Links } from '#libs/identity/index.js';
import type { Id } from '#libs/kernel/index.js';
import type { StoredEvent, Tx } from '#libs/platform/index.js';
import type { ClocksShifted } from '#libs/scheduling/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import { attachToEnding, supersedeMeetingMails, untoldCancellations } from '../persistence/decided-mails.js';
import { StageFactsStore, applicationFacts } from '../persistence/application-facts.js';
import { HouseFactsStore, factsAbout } from '../persistence/house-facts.js';
import { meetingFacts } from '../persistence/meeting-facts.js';
import { takeHomeFacts } from '../persistence/take-home-facts.js';
import { proposalOf, remindersOf, shiftedClocksOf } from './coming-meeting-mails.js';
import { DecideMails, type Draft, draft, skipped, standing } from './decide-mails.js';
import { handedInFor } from './decide-take-home-mails.js';
import { MeetingMails } from './meeting-mails.js';
import { candidateZone, toCandidate } from './mail-variables.js';

interface InterviewEvent {
  readonly interviewId: Id;
  readonly applicationId: Id;
  readonly sequence: number;
  readonly removedSeatIds?: readonly Id[];
}

/** Somebody's own words travel with the event and are not kept in it. */
function reasonOf({ transient }: StoredEvent): string | null {
  return (transient as { reason?: string | null } | undefined)?.reason ?? null;
}

/** Whoever is about to join a meeting that is off is told at once, on its own. */
const NOTICE_MS = 2 * 3600_000;
/** The length said where a plan names none. */
const USUAL_LENGTH_MIN = 45;

/** Mails about interviews. Each attendee gets one message of their own, and its calendar part says the same as the ledger knows of them. */
@Injectable()
export class DecideInterviewMails {
  constructor(
    private readonly mails: DecideMails,
    private readonly houses: HouseFactsStore,
    private readonly stages: StageFactsStore,
    private readonly links: Links,
  ) {}

  /** The candidate may pick a time. A request that the team schedules is no news to the candidate. */
  async requested(tx: Tx, event: StoredEvent): Promise<void> {
    const asked = event.payload as { requestId: Id; applicationId: Id; stageId: Id; selfSchedule: boolean };
    if (!asked.selfSchedule) return;
    const about = await applicationFacts(tx, event, asked.applicationId);
    if (!about) return;
    const house = await this.houses.get(tx, about.postingId);
    const [request] = await tx.query<{ expires_at: Date; stage: string }>(
      'mail-schedule-request',
      `SELECT r.expires_at, st.name AS stage FROM schedule_requests r
         JOIN plan_stages st ON st.organization_id = r.organization_id AND st.id = r.stage_id WHERE r.organization_id = $1 AND r.id = $2`,
      [tx.organizationId, asked.requestId],
    );
    if (!request) return;
    const facts = factsAbout(house, about, request.stage);
    const stage = await this.stages.get(tx, asked.stageId);
    const lifetime_ms = Math.max(request.expires_at.getTime() - tx.now.getTime(), 1);
    const link = this.links.candidate('schedule', tx.organizationId, about.applicationId, about.linkEpoch, tx.now, lifetime_ms);
    const make = () =>
      draft('schedule-now', about.applicationId, about.candidate.email, {
        ...toCandidate(tx, this.links, facts, about),
        interview: { name: request.stage, length: stage.durationMin ?? USUAL_LENGTH_MIN, with: stage.roles },
        pick: { link, by: { at: request.expires_at, ...candidateZone(facts, about) } },
      });
    const merged = skipped(
      'schedule-now',
      about.applicationId,
      about.candidate.email,
      'the candidate’s record was merged into another one',
    );
    const { zone } = candidateZone(facts, about);
    const pick = { ...make(), tells: standing('ACTIVE', asked.stageId) };
    await this.mails.decide(tx, event, facts, { zone }, [about.merged ? merged : pick]);
  }

  async booked(tx: Tx, event: StoredEvent): Promise<void> {
    const meeting = await this.read(tx, event);
    if (!meeting) return;
    await this.mails.decide(tx, event, meeting.facts, { zone: null }, [meeting.toCandidate(null), ...meeting.toHolders(null)]);
  }

  /** Who was invited is told of the change, who is new is invited, who was taken off is told so; each by what the ledger says of them. */
  async rescheduled(tx: Tx, event: StoredEvent): Promise<void> {
    const meeting = await this.read(tx, event);
    if (!meeting) return;
    const { removedSeatIds = [] } = event.payload as InterviewEvent;
    const reason = reasonOf(event);
    await this.mails.decide(tx, event, meeting.facts, { zone: null }, [
      meeting.toCandidate(reason),
      ...meeting.toHolders(reason),
      ...meeting.toRemoved(removedSeatIds, reason),
    ]);
  }

  /**
   * Calendars must forget the meeting in any case. Where the application ended with it, the candidate is told once: the mail about the end
   * carries the cancellation for the calendar.
   */
  async cancelled(tx: Tx, event: StoredEvent): Promise<void> {
    const meeting = await this.read(tx, event);
    if (!meeting) return;
    const reason = reasonOf(event);
    const toCandidate = meeting.cancelledToCandidate(reason);
    const drafts = [await this.toldByEnding(tx, meeting, toCandidate), ...meeting.toRemoved(null, reason)];
    await this.mails.decide(tx, event, meeting.facts, { zone: null }, drafts);
  }

  private async toldByEnding(tx: Tx, meeting: MeetingMails, toCandidate: Draft): Promise<Draft> {
    const calendar: CalendarMessage | null = toCandidate.calendar;
    const { active, application, startsAt } = meeting.meeting;
    const inTime = new Date(startsAt.getTime() - NOTICE_MS);
    if (active || calendar === null || !(await attachToEnding(tx, application.applicationId, calendar, inTime)))
      return toCandidate;
    const because = 'the mail that tells how the application ended carries the cancellation';
    return skipped('interview-cancelled', application.applicationId, application.candidate.email, because);
  }

  /** An end that was taken back before anybody heard of it: the meetings it cancelled are cancelled still, and calendars must know. */
  async endTakenBack(tx: Tx, event: StoredEvent): Promise<void> {
    const moved = event.payload as ApplicationMoved;
    if (moved.fromStatus === moved.toStatus) return;
    for (const interviewId of await untoldCancellations(tx, moved.applicationId)) {
      const meeting = await this.meeting(tx, interviewId, 0);
      const draft = meeting?.cancelledToCandidate(null);
      if (draft?.calendar) await this.mails.decide(tx, event, meeting!.facts, { zone: null }, [draft]);
    }
  }

  /** Somebody cannot come and nobody else can: whoever leads the hiring decides what happens. */
  async seatVacant(tx: Tx, event: StoredEvent): Promise<void> {
    const { interviewId, interviewSeatId } = event.payload as InterviewEvent & { interviewSeatId: Id };
    const meeting = await this.meeting(tx, interviewId, 0);
    if (meeting) await this.mails.decide(tx, event, meeting.facts, { zone: null }, meeting.vacant(interviewSeatId));
  }

  /** A day before: everybody who comes, and has not said that they do not. */
  async reminderDue(tx: Tx, event: StoredEvent): Promise<void> {
    const meeting = await this.meeting(tx, (event.payload as InterviewEvent).interviewId, 0);
    if (!meeting) return;
    const { zone } = candidateZone(meeting.facts, meeting.meeting.application);
    await this.mails.decide(tx, event, meeting.facts, { zone }, remindersOf(tx, this.links, meeting));
  }

  /** Clocks show another time than was told: whose they are, and who leads the hiring. */
  async clocksShifted(tx: Tx, event: StoredEvent): Promise<void> {
    const { interviewId, allowed } = event.payload as ClocksShifted;
    const meeting = await this.meeting(tx, interviewId, 0);
    if (!meeting) return;
    const { zone } = candidateZone(meeting.facts, meeting.meeting.application);
    await this.mails.decide(tx, event, meeting.facts, { zone }, shiftedClocksOf(tx, this.links, meeting, allowed));
  }

  /** An interviewer proposes another time: whoever leads the hiring decides. */
  async timeProposed(tx: Tx, event: StoredEvent): Promise<void> {
    const { interviewId, ...proposal } = event.payload as InterviewEvent & { interviewSeatId: Id; startsAt: string };
    const meeting = await this.meeting(tx, interviewId, 0);
    if (!meeting) return;
    const { note = '' } = (event.transient ?? {}) as { note?: string };
    await this.mails.decide(tx, event, meeting.facts, { zone: null }, proposalOf(this.links, meeting, { ...proposal, note }));
  }

  /** A scorecard is expected: of an interviewer, or of somebody who reviews a take-home. */
  async scorecardDue(tx: Tx, event: StoredEvent): Promise<void> {
    const due = event.payload as { applicationId: Id; interviewId: Id | null; takeHomeId: Id | null; personId: Id };
    if (due.interviewId !== null) {
      const meeting = await this.meeting(tx, due.interviewId, 0);
      const reminder = meeting?.scorecardDue(due.personId);
      if (reminder) await this.mails.decide(tx, event, meeting!.facts, { zone: null }, [reminder]);
      return;
    }
    const takeHome = due.takeHomeId === null ? null : await takeHomeFacts(tx, due.takeHomeId);
    const reviewer = takeHome?.reviewers.find((each) => each.personId === due.personId);
    if (!takeHome || !reviewer) return;
    const facts = factsAbout(await this.houses.get(tx, takeHome.application.postingId), takeHome.application, takeHome.title);
    const disabled = () =>
      skipped('team-take-home-handed-in', due.applicationId, reviewer.email, 'the person’s account is disabled');
    await this.mails.decide(tx, event, facts, { zone: null }, [
      reviewer.disabled ? disabled() : handedInFor(this.links, facts, takeHome, reviewer),
    ]);
  }

  private async read(tx: Tx, event: StoredEvent): Promise<MeetingMails | null> {
    const { interviewId, applicationId, sequence = 0 } = event.payload as InterviewEvent;
    supersedeMeetingMails(tx, applicationId, interviewId);
    return this.meeting(tx, interviewId, sequence);
  }

  private async meeting(tx: Tx, interviewId: Id, sequence: number): Promise<MeetingMails | null> {
    const meeting = await meetingFacts(tx, interviewId);
    if (!meeting) return null;
    const { application, stageName, had } = meeting;
    const house = await this.houses.get(tx, application.postingId);
    const facts = factsAbout(house, application, stageName, { id: interviewId, had });
    return new MeetingMails(tx, this.links, this.mails.domain, facts, meeting, sequence);
  }
}
