import { type Html, html } from '#libs/platform/index.js';
import { moment } from './desk-words.js';
import { type StaffFrame, staffPage } from './staff-layout.js';

export interface PrivacyPageView {
  readonly frame: StaffFrame;
  readonly said: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
  readonly requests: readonly {
    readonly id: string;
    readonly candidateId: string;
    readonly candidateName: string;
    readonly candidateVersion: number;
    readonly applicationId: string;
    readonly kind: 'ACCESS' | 'ERASURE';
    readonly askedAt: Date;
    readonly answerBy: Date;
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly country: string | null;
    readonly version: number;
    readonly atLeastDays: number;
    readonly atMostDays: number | null;
  }[];
  readonly due: readonly {
    readonly id: string;
    readonly name: string;
    readonly country: string | null;
    readonly due_at: Date;
    readonly held: boolean;
  }[];
  readonly stalled: readonly {
    readonly applicationId: string;
    readonly name: string;
    readonly posting: string;
    readonly since: Date;
  }[];
  readonly holds: readonly {
    readonly candidateId: string;
    readonly candidateName: string;
    readonly reason: string;
    readonly placedAt: Date;
  }[];
  readonly countries: readonly (readonly [code: string, name: string])[];
}

/** What administrators do about people's data: answer who asked, say how long people are kept, see who is next. */
export function privacyPage(view: PrivacyPageView): string {
  return staffPage(view.frame, {
    title: 'Privacy',
    said: view.said,
    body: html`<h1>People’s data</h1><p><a href="/privacy/equal-opportunity">Equal opportunity: what candidates are asked voluntarily, and how groups fare</a></p>${requests(view)}${rules(view)}${due(view)}${stalled(view)}${holds(view)}`,
  });
}

function requests({ requests: open, frame }: PrivacyPageView): Html {
  return html`<section aria-labelledby="requests"><h2 id="requests">Asked about their data</h2>${
    open.length === 0 ? html`<p class="soft">Nobody waits for an answer.</p>` : null
  }${open.map(
    (each) => html`<div class="card"><h3><a href="/applications/${each.applicationId}">${each.candidateName}</a></h3>
<p>${each.kind === 'ERASURE' ? 'Wants everything to be erased.' : 'Wants a copy of everything.'} <span class="soft">Asked ${moment(each.askedAt, frame.zone)}; to be answered by ${moment(each.answerBy, frame.zone)}.</span></p>
${each.kind === 'ERASURE' ? eraseForm(each) : html`<form method="post" action="/candidates/${each.candidateId}/data"><input type="hidden" name="action" value="fetch-data"><p class="actions"><button class="quiet" type="submit">Download all of their data</button></p></form>`}
${answerForm(each)}</div>`,
  )}</section>`;
}

function eraseForm({ id, candidateId, candidateVersion }: PrivacyPageView['requests'][number]): Html {
  return html`<details><summary>Erase this person</summary><form method="post"><input type="hidden" name="action" value="erase"><input type="hidden" name="candidate" value="${candidateId}"><input type="hidden" name="version" value="${candidateVersion}">
<div class="field check"><input type="checkbox" id="sure-${id}" name="sure" value="yes" required><label for="sure-${id}">What they sent and what was written about them goes for good.</label></div>
<p class="actions"><button class="danger" type="submit">Erase</button></p></form></details>`;
}

function answerForm({ id, kind }: PrivacyPageView['requests'][number]): Html {
  return html`<details><summary>${kind === 'ACCESS' ? 'Say that it is done, or decline' : 'Decline'}</summary><form method="post"><input type="hidden" name="action" value="answer"><input type="hidden" name="request" value="${id}">
<div class="field"><label for="answer-${id}">What they read on their page</label><textarea id="answer-${id}" name="answer" maxlength="4000" rows="3"></textarea></div>
<p class="actions">${kind === 'ACCESS' ? html`<button type="submit" name="outcome" value="DONE">It is done</button>` : null}<button class="danger" type="submit" name="outcome" value="DECLINED">Decline</button></p></form></details>`;
}

function rules({ rules: standing, countries }: PrivacyPageView): Html {
  const nameOf = (code: string | null) =>
    code === null ? 'Everywhere else' : (countries.find(([each]) => each === code)?.[1] ?? code);
  return html`<section aria-labelledby="rules"><h2 id="rules">How long people are kept</h2>
<p class="soft">After their last application ended. Without a rule nobody is erased; a new one erases nobody for a week.</p>
${
  standing.length > 0
    ? html`<ul class="rows">${standing.map(
        (rule) =>
          html`<li><span>${nameOf(rule.country)}</span><span>at least ${rule.atLeastDays} days${rule.atMostDays === null ? '' : `, at most ${rule.atMostDays}`}</span><form method="post"><input type="hidden" name="action" value="remove-rule"><input type="hidden" name="rule" value="${rule.id}"><input type="hidden" name="version" value="${rule.version}"><button class="quiet" type="submit">Remove<span class="unseen"> the rule for ${nameOf(rule.country)}</span></button></form></li>`,
      )}</ul>`
    : null
}
<details><summary>Add or change a rule</summary><form method="post"><input type="hidden" name="action" value="set-rule">
<div class="field"><label for="country">Where they live</label><select id="country" name="country"><option value="">Everywhere else</option>${countries.map(([code, name]) => html`<option value="${code}">${name}</option>`)}</select></div>
<div class="field"><label for="least">At least, in days</label><input id="least" type="number" name="least" min="0" max="3660" value="60" required></div>
<div class="field"><label for="most">At most, in days</label><small>Empty: nobody is erased.</small><input id="most" type="number" name="most" min="1" max="3660"></div>
<p class="actions"><button type="submit">Keep this rule</button></p></form></details></section>`;
}

function due({ due: next, frame }: PrivacyPageView): Html {
  return html`<section aria-labelledby="due"><h2 id="due">Who is erased next</h2>${
    next.length === 0
      ? html`<p class="soft">Nobody within a year.</p>`
      : html`<ul class="rows">${next.map((each) => html`<li><span>${each.name}</span><span class="soft">${each.held ? 'stays, under a hold' : moment(each.due_at, frame.zone)}</span></li>`)}</ul>`
  }</section>`;
}

/** A rule counts from the end of an application; where there is none it never begins. */
function stalled({ stalled: waiting, frame }: PrivacyPageView): Html | null {
  if (waiting.length === 0) return null;
  return html`<section aria-labelledby="stalled"><h2 id="stalled">Under way, and still for longer than anybody is kept</h2>
<p class="soft">They agreed to be kept for an application. Decide on it: then the rule begins to count.</p><ul class="rows">${waiting.map(
    (each) =>
      html`<li><a href="/applications/${each.applicationId}">${each.name}</a><span>${each.posting}</span><span class="soft">since ${moment(each.since, frame.zone)}</span></li>`,
  )}</ul></section>`;
}

function holds({ holds: standing, frame }: PrivacyPageView): Html | null {
  if (standing.length === 0) return null;
  return html`<section aria-labelledby="holds"><h2 id="holds">Kept whatever the rule says</h2><ul class="rows">${standing.map(
    (each) =>
      html`<li><span>${each.candidateName}</span><span class="soft">${each.reason} · since ${moment(each.placedAt, frame.zone)}</span><form method="post"><input type="hidden" name="action" value="release"><input type="hidden" name="candidate" value="${each.candidateId}"><button class="quiet" type="submit">Release<span class="unseen"> ${each.candidateName}</span></button></form></li>`,
  )}</ul></section>`;
}
