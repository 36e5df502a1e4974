import type { Links } from '#libs/identity/index.js';
import { formatInZone, type Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import { facesOf } from '#libs/scheduling/index.js';
import { zoneOr } from '../persistence/house-facts.js';
import { type Draft, draft, skipped } from './decide-mails.js';
import { toCandidate, toTeam } from './mail-variables.js';
import type { MeetingMails } from './meeting-mails.js';

const DISABLED = 'the person’s account is disabled';
const MERGED = 'the candidate’s record was merged into another one';
const OUTSIDE = 'It is not a time that the rules offer any more.';

/** Reminders of a meeting that is near: to the candidate, and to everybody in it who has not said that they do not come. */
export function remindersOf(tx: Tx, links: Links, mails: MeetingMails): Draft[] {
  const { facts, meeting } = mails;
  const { application, candidateZone, zone } = meeting;
  const { applicationId, candidate, merged } = application;
  const holders = mails.holders();
  const names = holders.map(({ name }) => name);
  const toThem = merged
    ? skipped('interview-reminder', applicationId, candidate.email, MERGED)
    : draft('interview-reminder', applicationId, candidate.email, {
        ...toCandidate(tx, links, facts, application),
        interview: mails.interview(candidateZone, zone, names),
      });
  const toHolders = holders
    .filter(({ answer }) => answer !== 'DECLINED')
    .map((seat) => {
      if (seat.disabled) return skipped('team-interview-reminder', applicationId, seat.email, DISABLED);
      const others = names.filter((name) => name !== seat.name);
      return draft('team-interview-reminder', applicationId, seat.email, {
        ...toTeam(links, facts, application, seat),
        interview: mails.interview(seat.zone, candidateZone, others),
        kit: { link: links.kit(tx.organizationId, seat.id, tx.now) },
      });
    });
  return [toThem, ...toHolders];
}

/** To the candidate when it is their clock that shows another time, to those in the meeting whose clock it is, and to whoever leads the hiring. */
export function shiftedClocksOf(tx: Tx, links: Links, mails: MeetingMails, allowed: boolean): Draft[] {
  const { facts, meeting } = mails;
  const { application, candidateZone, clockShifts, stageName, startsAt, zone } = meeting;
  const { applicationId, candidate, merged } = application;
  const start_ms = startsAt.getTime();
  const inZones = new Set(clockShifts.map((shift) => shift.zone));
  const theirs = clockShifts.find((shift) => shift.zone === candidateZone);
  const drafts: Draft[] = [];
  if (theirs && merged) drafts.push(skipped('interview-clocks-shifted', applicationId, candidate.email, MERGED));
  if (theirs && !merged)
    drafts.push(
      draft('interview-clocks-shifted', applicationId, candidate.email, {
        ...toCandidate(tx, links, facts, application),
        interview: { name: stageName, when: mails.interview(candidateZone, zone, []).when },
        clocks: { told: facesOf(theirs, start_ms).told },
      }),
    );
  const changed = clockShifts.map((shift) => {
    const { told, shown } = facesOf(shift, start_ms);
    return `${shown} instead of ${told} in ${shift.zone}`;
  });
  const concerned = [...mails.holders().filter((seat) => inZones.has(seat.zone)), ...facts.team];
  for (const reader of new Map(concerned.map((one) => [one.personId, one])).values()) {
    if (reader.disabled) {
      drafts.push(skipped('team-clocks-shifted', applicationId, reader.email, DISABLED));
      continue;
    }
    drafts.push(
      draft('team-clocks-shifted', applicationId, reader.email, {
        ...toTeam(links, facts, application, reader),
        interview: { name: stageName, when: mails.interview(reader.zone, candidateZone, []).when },
        clocks: { changed, outside: allowed ? null : OUTSIDE },
      }),
    );
  }
  return drafts;
}

/** What an interviewer proposes instead, to whoever leads the hiring, in their own zone. Nobody, when the seat is held by nobody any more. */
export function proposalOf(
  links: Links,
  mails: MeetingMails,
  { interviewSeatId, startsAt, note }: { readonly interviewSeatId: Id; readonly startsAt: string; readonly note: string },
): Draft[] {
  const { facts, meeting } = mails;
  const { application } = meeting;
  const seat = mails.holders().find(({ id }) => id === interviewSeatId);
  if (!seat) return [];
  return facts.team
    .filter(({ personId }) => personId !== seat.personId)
    .map((reader) => {
      if (reader.disabled) return skipped('team-answer', application.applicationId, reader.email, DISABLED);
      const at = formatInZone(new Date(startsAt), zoneOr(reader.zone, facts.organization.zone));
      const reply = {
        from: seat.name,
        what: `proposes another time: ${at}`,
        text: note || null,
        address: seat.email,
      };
      return draft('team-answer', application.applicationId, reader.email, {
        ...toTeam(links, facts, application, reader),
        reply,
      });
    });
}
