import { type Html, html, trusted } from '#libs/platform/index.js';
import { type LoopSectionView, loopSection } from './loop-section.js';
import { type CandidateFrame, candidatePage } from './candidate-pages.js';
import { candidateWords } from './candidate-words.js';

export interface ScheduleView extends CandidateFrame {
  /** All rounds that are left, if they may be chosen as one. */
  readonly loop: LoopSectionView | null;
  /** Their interviews of other rounds to come, and where each is moved or cancelled. */
  readonly otherRounds: readonly { readonly stageName: string; readonly when: string; readonly href: string }[];
  readonly stageName: string;
  readonly durationMin: number | null;
  readonly zone: string;
  readonly zones: readonly string[];
  /** Times by day, in the candidate's zone. */
  readonly days: readonly {
    readonly day: string;
    /** Which day it is for the team, where that is another one: "Thursday 28 March 2030 in America/New York". */
    readonly elsewhere: string | null;
    readonly slots: readonly { readonly startsAt: string; readonly time: string }[];
  }[];
  /** Why there are no times to choose from, in words for the candidate. */
  readonly nothing: string | null;
  /** Clock changes among the days: on which, and what it means for the times. */
  readonly clockChanges: readonly string[];
  /** A time that is kept for them while they make up their mind. */
  readonly held: { readonly startsAt: string; readonly when: string; readonly until: string } | null;
  /** The times they named; null while they have not. */
  readonly named: readonly string[] | null;
  /** Whether they may name times of their own. */
  readonly mayName: boolean;
  /** What was typed into the form for own times when it has to be mended. */
  readonly typed: Readonly<Record<string, string>>;
  /** Today on the candidate's calendar, YYYY-MM-DD. */
  readonly today: string;
  /** The interview that is booked already. */
  readonly booked: {
    readonly id: string;
    readonly version: number;
    readonly when: string;
    readonly meetingUrl: string | null;
    readonly mayCancel: boolean;
  } | null;
}

/** Choosing a time, or another one. */
export function schedulePage(view: ScheduleView): string {
  const { schedule: words, join } = candidateWords(view.language);
  const { contactEmail } = view.organization;
  const length = view.durationMin === null ? null : html`, ${words.minutes(view.durationMin)}`;
  const booked = view.booked
    ? html`<div class="card"><h2>${words.booked}</h2><p><strong>${view.booked.when}</strong></p>${view.booked.meetingUrl ? html`<p><a href="${view.booked.meetingUrl}">${join}</a></p>` : null}<p class="soft">${words.inYourMail}</p></div>`
    : null;
  const times =
    view.nothing && view.loop
      ? null
      : view.nothing
        ? html`<div class="card"><p>${view.nothing}</p><p class="soft">${words.writeInstead(html`<a href="mailto:${contactEmail}">${contactEmail}</a>`)}</p></div>`
        : slotsForm(view);
  return candidatePage(
    view,
    view.booked ? words.titleBooked : words.title,
    html`<h1>${view.stageName}</h1>
<p class="lead">${view.postingTitle}${length}</p>
${booked}
${view.booked && !view.nothing ? html`<h2>${words.another}</h2>` : null}
${heldCard(view)}
${zoneForm(view)}
${namedCard(view)}
${view.loop && loopSection(view.loop, view.zone, view.language)}
${times}
${nameForm(view)}
${view.booked?.mayCancel ? cancelForm(view, view.booked) : null}
${otherRounds(view)}`,
  );
}

function otherRounds({ otherRounds: rounds, language }: ScheduleView): Html | null {
  if (rounds.length === 0) return null;
  const { schedule: words } = candidateWords(language);
  return html`<h2>${words.others}</h2><ul>${rounds.map(({ stageName, when, href }) => html`<li><a href="${href}">${stageName}</a>: ${when}</li>`)}</ul>`;
}

function zoneForm(view: ScheduleView): Html {
  const { schedule: words } = candidateWords(view.language);
  return html`<form method="post"><input type="hidden" name="action" value="zone"><div class="field"><label for="zone">${words.zone}</label><select id="zone" name="zone" data-zone-choice="${view.zone}" aria-describedby="zone-here">${view.zones.map(
    (zone) =>
      html`<option value="${zone}"${trusted(zone === view.zone ? ' selected' : '')}>${zone.replaceAll('_', ' ')}</option>`,
  )}</select><p class="soft" id="zone-here" data-zone-here hidden>${words.zoneHere(view.zone.replaceAll('_', ' '))}</p></div><p class="actions"><button class="quiet" type="submit">${words.showZone}</button></p></form>`;
}

/** Days whose times are shown at once; the later ones are folded away under their date. */
const OPEN_DAYS = 3;

function slotsForm(view: ScheduleView): Html {
  const { schedule: words } = candidateWords(view.language);
  const moves = view.booked
    ? html`<input type="hidden" name="interview" value="${view.booked.id}"><input type="hidden" name="version" value="${view.booked.version}">`
    : null;
  return html`<form method="post">${moves}
${view.clockChanges.map((text) => html`<p><strong>${text}</strong></p>`)}
${view.days.map(({ day, elsewhere, slots }, at) => {
  const there = elsewhere && html` <span class="soft">${elsewhere}</span>`;
  const times = html`<div class="slots">${slots.map(
    ({ startsAt, time }) => html`<label><input type="radio" name="startsAt" value="${startsAt}" required>${time}</label>`,
  )}</div>`;
  return at < OPEN_DAYS
    ? html`<fieldset><legend>${day}${there}</legend>${times}</fieldset>`
    : html`<details><summary>${day}${there}</summary><fieldset><legend class="unseen">${day}</legend>${times}</fieldset></details>`;
})}
<p class="soft">${words.timesIn(view.zone.replaceAll('_', ' '))}</p>
${view.booked ? html`<div class="field"><label for="reason">${words.whyChange}</label><input id="reason" name="reason" maxlength="500"></div>` : null}
<p class="actions">${
    view.booked
      ? html`<button type="submit" name="action" value="move">${words.move}</button>`
      : html`<button type="submit" name="action" value="book">${words.book}</button><button class="quiet" type="submit" name="action" value="hold">${words.keep}</button>`
  }</p></form>`;
}

function heldCard({ held, language }: ScheduleView): Html | null {
  if (!held) return null;
  const { schedule: words } = candidateWords(language);
  return html`<div class="card"><h2>${words.keptUntil(held.until)}</h2><p><strong>${held.when}</strong></p><p class="soft">${words.keptNote}</p>
<form method="post"><input type="hidden" name="startsAt" value="${held.startsAt}"><p class="actions"><button type="submit" name="action" value="book">${words.bookKept}</button><button class="quiet" type="submit" name="action" value="release">${words.letGo}</button></p></form></div>`;
}

function namedCard({ named, language }: ScheduleView): Html | null {
  if (!named) return null;
  const { schedule: words } = candidateWords(language);
  return html`<div class="card"><h2>${words.named}</h2><ul>${named.map((when) => html`<li>${when}</li>`)}</ul><p class="soft">${words.namedNote}</p>
<form method="post"><p class="actions"><button class="quiet" type="submit" name="action" value="take-back">${words.showAll}</button></p></form></div>`;
}

/** How many times can be named at once on the page. */
export const NAMED_ROWS = 3;

function nameForm(view: ScheduleView): Html | null {
  if (!view.mayName) return null;
  const { typed } = view;
  const { schedule: words } = candidateWords(view.language);
  const rows = Array.from({ length: NAMED_ROWS }, (_, at) => {
    const field = (name: string) => typed[`${name}${at}`] ?? '';
    return html`<fieldset><legend>${at === 0 ? words.aTime : words.anotherTime}</legend><div class="slots"><label>${words.dayLabel} <input type="date" name="day${at}" min="${view.today}" value="${field('day')}"></label><label>${words.from} <input type="time" name="from${at}" value="${field('from')}"></label><label>${words.until} <input type="time" name="until${at}" value="${field('until')}"></label></div></fieldset>`;
  });
  return html`<details${trusted(typed.day0 === undefined ? '' : ' open')}><summary>${words.noneSuit}</summary><form method="post"><input type="hidden" name="action" value="name-times">
<p class="soft">${words.tellUs(view.zone.replaceAll('_', ' '))}</p>
${rows}
<div class="field"><label for="note">${words.note}</label><input id="note" name="note" maxlength="500" value="${typed.note ?? ''}"></div>
<p class="actions"><button type="submit">${words.sendTimes}</button></p></form></details>`;
}

function cancelForm({ language }: ScheduleView, booked: { id: string; version: number }): Html {
  const { schedule: words } = candidateWords(language);
  return html`<details><summary>${words.cancel}</summary><form method="post"><input type="hidden" name="action" value="cancel"><input type="hidden" name="interview" value="${booked.id}"><input type="hidden" name="version" value="${booked.version}">
<div class="field"><label for="cancel-reason">${words.whyCancel}</label><input id="cancel-reason" name="reason" maxlength="500"></div>
<p class="soft">${words.cancelNote}</p><p class="actions"><button class="danger" type="submit">${words.cancelNow}</button></p></form></details>`;
}
