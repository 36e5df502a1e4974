import { type Html, html, trusted } from '#libs/platform/index.js';
import { FEWEST, NOT_ANSWERED, type QuestionReport, type ShownStep } from '#libs/self-identification/index.js';
import { moment } from './desk-words.js';
import { type StaffFrame, staffPage } from './staff-layout.js';

export interface ImpactPageView {
  readonly frame: StaffFrame;
  readonly said: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
  readonly forms: readonly {
    readonly id: string;
    readonly title: string;
    readonly country: string | null;
    readonly questions: readonly { readonly label: string }[];
    readonly on: boolean;
  }[];
  readonly version: number;
  readonly postings: readonly { readonly id: string; readonly title: string }[];
  readonly postingId: string | null;
  readonly report: { readonly asOf: Date; readonly questions: readonly QuestionReport[] } | null;
}

/** What is asked voluntarily, and how groups of applicants fared at a posting's stages. */
export function impactPage(view: ImpactPageView): string {
  return staffPage(view.frame, {
    title: 'Equal opportunity',
    said: view.said,
    body: html`<h1>Equal opportunity</h1><p><a href="/privacy">People’s data</a></p>${asking(view)}${choosing(view)}${report(view)}`,
  });
}

function asking({ forms, version }: ImpactPageView): Html {
  return html`<section aria-labelledby="asked"><h2 id="asked">What is asked</h2>
<p class="soft">On the candidate’s own page, after they applied; nobody has to answer. Nobody sees who did, or what one person said.</p>
<form method="post"><input type="hidden" name="action" value="choose"><input type="hidden" name="version" value="${version}">${forms.map(
    ({ id, title, country, questions, on }) =>
      html`<div class="field check"><input type="checkbox" id="form-${id}" name="form-${id}"${trusted(on ? ' checked' : '')}><label for="form-${id}">${title}, ${country === null ? 'everywhere else' : `for people in ${country}`}<small>${questions.map(({ label }) => label).join(' · ')}</small></label></div>`,
  )}<p class="actions"><button type="submit">Keep this choice</button></p></form></section>`;
}

function choosing({ postings, postingId }: ImpactPageView): Html {
  return html`<section aria-labelledby="fared"><h2 id="fared">How groups fared</h2><form method="get">
<div class="field"><label for="posting">Posting</label><select id="posting" name="posting">${postings.map(
    ({ id, title }) => html`<option value="${id}"${trusted(id === postingId ? ' selected' : '')}>${title}</option>`,
  )}</select></div><p class="actions"><button class="quiet" type="submit">Show</button></p></form></section>`;
}

function report({ report: shown, frame }: ImpactPageView): Html | null {
  if (!shown) return null;
  if (shown.questions.length === 0)
    return html`<p class="soft">Until ${moment(shown.asOf, frame.zone)} too few were decided on to say anything.</p>`;
  return html`<p class="soft">Everything until ${moment(shown.asOf, frame.zone)}. What would tell of fewer than ${FEWEST} people, or let them be computed, is withheld (–). A ratio is a group’s rate over the
highest one; below 0.80 is adverse impact by the four-fifths rule (29 CFR 1607.4 D), which proves nothing by itself, least of all with small numbers.</p>
${shown.questions.map(({ form, question, steps }) => html`<h3>${question.label} <span class="soft">(${form.title})</span></h3>${steps.map((step) => stepTable(step, question))}`)}`;
}

function stepTable(step: ShownStep, question: QuestionReport['question']): Html {
  const labelOf = (key: string) =>
    key === NOT_ANSWERED ? 'Not asked or not answered' : (question.categories.find((each) => each.key === key)?.label ?? key);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${step.stages.join(' and ')}"><table><caption>${step.stages.join(' and ')}: ${step.wentOn} of ${step.decided} went on</caption>
<thead><tr><th scope="col">Group</th><th scope="col">Decided on</th><th scope="col">Went on</th><th scope="col">Rate</th><th scope="col">Ratio</th></tr></thead>
<tbody>${step.categories.map(
    ({ key, decided, wentOn, rate, ratio }) =>
      html`<tr><th scope="row">${labelOf(key)}</th><td>${decided ?? '–'}</td><td>${wentOn ?? '–'}</td><td>${rate === null ? '–' : `${Math.round(rate * 100)} %`}</td><td>${ratio === null ? '–' : ratio.toFixed(2)}${ratio !== null && ratio < 0.8 ? html` <strong>below 0.80</strong>` : null}</td></tr>`,
  )}</tbody></table></div>`;
}
