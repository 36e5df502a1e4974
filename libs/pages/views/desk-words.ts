import { momentInZone } from '#libs/kernel/index.js';
import { type Html, html } from '#libs/platform/index.js';

const DAY_MS = 24 * 3600 * 1000;

/** A moment in the reader's zone, short enough for lists: "Tue 5 March 2030, 14:00". Machines find the instant. */
export function moment(at: Date | string, zone: string): Html {
  const instant = new Date(at);
  const { weekday, date, time } = momentInZone(instant, zone);
  return html`<time datetime="${instant.toISOString()}">${weekday.slice(0, 3)} ${date}, ${time}</time>`;
}

/** How long something has been so: "today", "1 day", "12 days". */
export function daysSince(at: Date | string, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - new Date(at).getTime()) / DAY_MS));
  return days === 0 ? 'today' : plural(days, 'day');
}

/** "1 card", "2 cards" */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "SENT" → "sent" */
export function lower(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

export interface WaitingSeen {
  readonly on: 'TEAM' | 'CANDIDATE' | 'BOTH' | 'NOBODY';
  readonly for: string;
  readonly until: string | null;
}

/** Who is waited for, and for what; nothing when nobody is. */
export function waitingInWords({ on, for: what, until }: WaitingSeen, zone: string, now: Date): Html | null {
  if (on === 'NOBODY') return null;
  const when = until && moment(until, zone);
  const late = until !== null && new Date(until) <= now;
  switch (what) {
    case 'REVIEW':
      return html`to be read by the team`;
    case 'SCHEDULING':
      return html`the team finds a time`;
    case 'TIME_CHOICE':
      return late ? html`the time to choose ran out` : html`the candidate chooses a time${when && html` until ${when}`}`;
    case 'INTERVIEW':
      return late ? html`the interview is under way` : html`interview on ${when}`;
    case 'FEEDBACK':
      return html`the team gives feedback`;
    case 'TAKE_HOME':
      return late ? html`the work was due ${when}` : html`the candidate works until ${when}`;
    case 'OFFER':
      return html`the team prepares the offer`;
    default:
      return null;
  }
}

/** A link to what somebody gave as an address; shown as text where it is none that a browser should open. */
export function outside(address: string): Html {
  return /^https?:\/\//i.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer nofollow">${address}</a>`
    : html`${address}`;
}

/** Text of several lines, as it was typed. */
export function prose(text: string): Html {
  return html`<p class="prose">${text}</p>`;
}
