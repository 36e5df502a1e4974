import type { Links } from '#libs/identity/index.js';
import type { Id } from '#libs/kernel/index.js';
import { parseAddress } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import { type CalendarMessage, calendarUid } from '../domain/calendar-message.js';
import type { CalendarAttendee } from '../domain/calendar.js';
import { type HouseFacts, zoneOr } from '../persistence/house-facts.js';
import type { MeetingFacts, MeetingSeatFacts } from '../persistence/meeting-facts.js';
import { type Draft, draft, skipped } from './decide-mails.js';
import { promised, toCandidate, toTeam } from './mail-variables.js';

const NO_CHANGE = 'neither the time nor the place changed for them';
const NEVER_INVITED = 'they were never invited to it';
const DISABLED = 'the person’s account is disabled';
const MERGED = 'the candidate’s record was merged into another one';
const PARTSTAT = { PENDING: 'NEEDS-ACTION', ACCEPTED: 'ACCEPTED', DECLINED: 'DECLINED', TENTATIVE: 'TENTATIVE' } as const;

interface Attendee {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly partstat: NonNullable<CalendarAttendee['partstat']>;
}

/** The mails of one meeting to its attendees, drafted from what it is now and what each was told before. */
export class MeetingMails {
  constructor(
    private readonly tx: Tx,
    private readonly links: Links,
    private readonly domain: string,
    readonly facts: HouseFacts,
    readonly meeting: MeetingFacts,
    private readonly sequence: number,
  ) {}

  /** Invited, or told that it has changed, or neither where nothing has. */
  toCandidate(reason: string | null): Draft {
    const { application, candidateZone } = this.meeting;
    const { applicationId, candidate } = application;
    const told = this.candidateInvitedAs();
    const template = told ? 'interview-changed' : 'interview-invitation';
    if (application.merged) return skipped(template, applicationId, candidate.email, MERGED);
    if (told && this.says(told)) return skipped(template, applicationId, candidate.email, NO_CHANGE);
    // Who picked the time has accepted it.
    const sameTime = told?.startsAt === this.meeting.startsAt.toISOString() && told.endsAt === this.meeting.endsAt.toISOString();
    const before = sameTime ? (told.attendee.partstat ?? 'NEEDS-ACTION') : 'NEEDS-ACTION';
    const partstat = this.tx.actor.kind === 'candidate' ? 'ACCEPTED' : before;
    const calendar = this.calendar(
      'REQUEST',
      this.candidate(partstat),
      `${this.facts.organization.name}: ${this.meeting.stageName}`,
    );
    const interview = this.interview(
      candidateZone,
      this.meeting.zone,
      this.holders().map(({ name }) => name),
    );
    const variables = { ...toCandidate(this.tx, this.links, this.facts, application), interview };
    if (!told) {
      const answered = { ...variables, ...promised(this.tx, this.facts, application, this.meeting.endsAt) };
      return draft('interview-invitation', applicationId, candidate.email, answered, calendar);
    }
    const wasAt = this.before(told, candidateZone, this.meeting.zone);
    return draft(
      'interview-changed',
      applicationId,
      candidate.email,
      { ...variables, interview: { ...interview, before: wasAt }, change: { reason } },
      calendar,
    );
  }

  /** Everybody who holds a seat: invited, or told that it has changed, or neither. */
  toHolders(reason: string | null): Draft[] {
    return this.holders().map((seat) => {
      const told = this.invitedAs(seat.personId);
      const template = told ? 'team-interview-changed' : 'team-interview-assigned';
      if (seat.disabled) return this.skippedFor(template, seat, DISABLED);
      if (told && this.says(told)) return this.skippedFor(template, seat, NO_CHANGE);
      return this.toHolder(seat, told, reason);
    });
  }

  private toHolder(seat: MeetingSeatFacts, told: CalendarMessage | null, reason: string | null): Draft {
    const { application, candidateZone, purpose } = this.meeting;
    const others = this.holders().filter(({ personId }) => personId !== seat.personId);
    const interview = this.interview(
      seat.zone,
      candidateZone,
      others.map(({ name }) => name),
    );
    const kit = { link: this.links.kit(this.tx.organizationId, seat.id, this.tx.now), focus: purpose };
    const variables = { ...toTeam(this.links, this.facts, application, seat), interview, kit };
    const calendar = this.calendar('REQUEST', this.attendee(seat), this.summaryForTeam());
    if (!told) return draft('team-interview-assigned', application.applicationId, seat.email, variables, calendar);
    const before = this.before(told, seat.zone, candidateZone);
    return draft(
      'team-interview-changed',
      application.applicationId,
      seat.email,
      { ...variables, interview: { ...interview, before }, change: { reason } },
      calendar,
    );
  }

  /** Those who had these seats (null: any seat) and hold none any more. */
  toRemoved(seatIds: readonly Id[] | null, reason: string | null): Draft[] {
    const holding = new Set(seatIds === null ? [] : this.holders().map(({ personId }) => personId));
    const gone = this.meeting.seats.filter((seat) => (seatIds?.includes(seat.id) ?? true) && !holding.has(seat.personId));
    return onePerPerson(gone).flatMap((seat) => {
      const told = this.meeting.told.get(seat.personId);
      // Whose calendar has forgotten it is not told again.
      if (told?.method === 'CANCEL') return [];
      if (told === undefined) return [this.skippedFor('team-interview-cancelled', seat, NEVER_INVITED)];
      if (seat.disabled) return [this.skippedFor('team-interview-cancelled', seat, DISABLED)];
      const { application, candidateZone } = this.meeting;
      const variables = {
        ...toTeam(this.links, this.facts, application, seat),
        interview: { name: this.meeting.stageName, when: this.period(told, seat.zone, candidateZone) },
        cancellation: { reason },
      };
      const calendar = this.cancellation(told, this.attendee(seat));
      return [draft('team-interview-cancelled', application.applicationId, seat.email, variables, calendar)];
    });
  }

  cancelledToCandidate(reason: string | null): Draft {
    const { application, candidateZone, zone } = this.meeting;
    const { applicationId, candidate } = application;
    const told = this.candidateInvitedAs();
    if (!told) return skipped('interview-cancelled', applicationId, candidate.email, NEVER_INVITED);
    if (application.merged) return skipped('interview-cancelled', applicationId, candidate.email, MERGED);
    const variables = {
      ...toCandidate(this.tx, this.links, this.facts, application),
      interview: { name: this.meeting.stageName, when: this.period(told, candidateZone, zone) },
      cancellation: { reason },
    };
    const calendar = this.cancellation(told, this.candidate(told.attendee.partstat ?? 'NEEDS-ACTION'));
    return draft('interview-cancelled', applicationId, candidate.email, variables, calendar);
  }

  /** To those who lead the hiring: whoever holds this seat cannot come. Nobody, when it is held by nobody any more. */
  vacant(seatId: Id): Draft[] {
    const seat = this.holders().find(({ id }) => id === seatId);
    if (!seat) return [];
    const { application, candidateZone, stageName } = this.meeting;
    const { team } = this.facts;
    if (team.length === 0)
      return [
        skipped(
          'team-seat-vacant',
          application.applicationId,
          '',
          'nobody on the hiring team is its hiring manager or recruiter',
        ),
      ];
    return team.map((reader) => {
      if (reader.disabled) return skipped('team-seat-vacant', application.applicationId, reader.email, DISABLED);
      return draft('team-seat-vacant', application.applicationId, reader.email, {
        ...toTeam(this.links, this.facts, application, reader),
        interview: { name: stageName, when: this.interview(reader.zone, candidateZone, []).when },
        interviewer: { name: seat.name },
      });
    });
  }

  /** A reminder to one interviewer; null when they hold no seat any more. */
  scorecardDue(personId: Id): Draft | null {
    const seat = this.holders().find((each) => each.personId === personId);
    if (!seat) return null;
    if (seat.disabled) return this.skippedFor('team-scorecard-due', seat, DISABLED);
    const { application, candidateZone, stageName } = this.meeting;
    return draft('team-scorecard-due', application.applicationId, seat.email, {
      ...toTeam(this.links, this.facts, application, seat),
      interview: { name: stageName, when: this.period(this.meeting, seat.zone, candidateZone) },
      scorecard: { link: this.links.kit(this.tx.organizationId, seat.id, this.tx.now) },
    });
  }

  /** Who sits in it, each once. */
  holders(): MeetingSeatFacts[] {
    return onePerPerson(this.meeting.seats.filter((seat) => !seat.cancelled));
  }

  private skippedFor(template: Draft['template'], seat: MeetingSeatFacts, because: string): Draft {
    return skipped(template, this.meeting.application.applicationId, seat.email, because);
  }

  /** The invitation that stands in the attendee's calendar. */
  private invitedAs(attendeeId: Id): CalendarMessage | null {
    const told = this.meeting.told.get(attendeeId);
    return told?.method === 'REQUEST' ? told : null;
  }

  /** The candidate's: whoever was told and never had a seat, since a merge may have given the application to another record of the person. */
  private candidateInvitedAs(): CalendarMessage | null {
    const holders = new Set(this.meeting.seats.map(({ personId }) => personId));
    const told = [...this.meeting.told.values()].find(({ attendeeId }) => !holders.has(attendeeId));
    return told?.method === 'REQUEST' ? told : null;
  }

  private candidate(partstat: Attendee['partstat']): Attendee {
    const { candidate } = this.meeting.application;
    return { ...candidate, id: this.candidateInvitedAs()?.attendeeId ?? candidate.id, partstat };
  }

  /** Whether the attendee's calendar says what is so now. */
  private says(told: CalendarMessage): boolean {
    const { startsAt, endsAt, meetingUrl } = this.meeting;
    return told.startsAt === startsAt.toISOString() && told.endsAt === endsAt.toISOString() && told.location === meetingUrl;
  }

  /** What it is and when, for a reader in `zone`. */
  interview(zone: string, otherZone: string, others: readonly string[]) {
    const { stageName, meetingUrl } = this.meeting;
    return { name: stageName, when: this.period(this.meeting, zone, otherZone), with: others, where: meetingUrl };
  }

  private period(time: { startsAt: Date | string; endsAt: Date | string }, zone: string, otherZone: string) {
    const organizationZone = this.facts.organization.zone;
    return {
      startsAt: new Date(time.startsAt),
      endsAt: new Date(time.endsAt),
      zone: zoneOr(zone, organizationZone),
      otherZone: zoneOr(otherZone, organizationZone),
    };
  }

  private before(told: CalendarMessage, zone: string, otherZone: string) {
    const { startsAt, endsAt } = this.meeting;
    const sameTime = told.startsAt === startsAt.toISOString() && told.endsAt === endsAt.toISOString();
    return sameTime ? null : this.period(told, zone, otherZone);
  }

  private attendee(seat: MeetingSeatFacts): Attendee {
    return { id: seat.personId, name: seat.name, email: seat.email, partstat: PARTSTAT[seat.answer] };
  }

  private summaryForTeam(): string {
    const { application, stageName } = this.meeting;
    return `${stageName}: ${application.candidate.name} (${application.postingTitle})`;
  }

  private calendar(method: 'REQUEST' | 'CANCEL', attendee: Attendee, summary: string): CalendarMessage | null {
    const { interviewId, startsAt, endsAt, meetingUrl } = this.meeting;
    const told = this.meeting.told.get(attendee.id);
    const email = parseAddress(attendee.email);
    if (!email.ok) return null;
    return {
      method,
      interviewId,
      attendeeId: attendee.id,
      uid: told?.uid ?? calendarUid(interviewId, attendee.id, this.domain),
      sequence: Math.max(this.sequence, told === undefined ? 0 : told.sequence + 1),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      summary,
      location: meetingUrl,
      // RFC 5546 §2.1.4: the organizer of a meeting stays the same.
      organizer: told?.organizer ?? this.organizer(),
      attendee: { name: attendee.name, email: email.value, partstat: attendee.partstat },
    };
  }

  /** The cancellation of what the calendar holds: its own times, not those that the meeting would have had. */
  private cancellation(told: CalendarMessage, attendee: Attendee): CalendarMessage | null {
    const message = this.calendar('CANCEL', attendee, told.summary);
    return message && { ...message, startsAt: told.startsAt, endsAt: told.endsAt, location: told.location };
  }

  /** The organisation, not one of its people: whoever organises would not be invited by calendar programs. */
  private organizer() {
    const address = parseAddress(this.facts.organizer);
    return { name: this.facts.organization.name, email: address.ok ? address.value : `no-reply@${this.domain}` };
  }
}

function onePerPerson(seats: readonly MeetingSeatFacts[]): MeetingSeatFacts[] {
  return [...new Map(seats.map((seat) => [seat.personId, seat])).values()];
}
