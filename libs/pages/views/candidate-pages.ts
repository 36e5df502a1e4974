import { type Language, LANGUAGES, LANGUAGE_NAMES } from '#libs/kernel/index.js';
import { type Html, html, trusted } from '#libs/platform/index.js';
import { candidateWords } from './candidate-words.js';
import { notice, page } from './layout.js';
import { uploadProgress } from './upload-progress.js';

export interface CandidateFrame {
  readonly organization: { readonly name: string; readonly slug: string; readonly contactEmail: string };
  readonly postingTitle: string;
  /** In which they are written to, and in which the page is. */
  readonly language: Language;
  /** Said above the page after a form was sent. */
  readonly said?: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
}

export interface StandingView extends CandidateFrame {
  readonly candidateName: string;
  readonly status: 'ACTIVE' | 'HIRED' | 'REJECTED' | 'WITHDRAWN';
  readonly appliedOn: string;
  /** The stages of the candidate's own plan, in order. */
  readonly stages: readonly { readonly name: string; readonly where: 'done' | 'here' | 'ahead' }[];
  /** What is for the candidate to do, or what they wait for. */
  readonly next: { readonly text: string; readonly link: { readonly href: string; readonly label: string } | null };
  /** "by Tuesday 5 March 2030", when the team means to be done with the stage. */
  readonly answerBy: string | null;
  /** What was promised, which goes before what is meant; `broken`: it was not kept. */
  readonly promise: { readonly by: string; readonly broken: boolean } | null;
  readonly interviews: readonly {
    readonly name: string;
    readonly when: string;
    readonly state: string;
    readonly meetingUrl: string | null;
  }[];
  /** On which day they agreed that their data are kept; null when the team entered them. */
  readonly consentedOn: string | null;
  /** How many days after the last of their applications it ends by itself; null when it does not. */
  readonly keptDays: number | null;
  /** What they asked about their data, newest first. */
  readonly requests: readonly { readonly kind: 'ACCESS' | 'ERASURE'; readonly open: boolean; readonly text: string }[];
  /** Where voluntary questions are, if any are asked. */
  readonly questionsHref?: string | null;
  /** Where they read what they were sent. */
  readonly mailsHref: string;
}

/** The candidate's own page: the real stage, the next step, by when they hear. */
export function standingPage(view: StandingView): string {
  const { organization, postingTitle } = view;
  const { standing: words, mails } = candidateWords(view.language);
  const contact = html`<a href="mailto:${organization.contactEmail}">${organization.contactEmail}</a>`;
  return candidatePage(
    view,
    words.title,
    html`<h1>${postingTitle}</h1>
<p class="lead">${words.applied(view.candidateName, view.appliedOn)}</p>
<section class="card" aria-labelledby="next"><h2 id="next">${view.status === 'ACTIVE' ? words.next : words.ended}</h2>
<p>${view.next.text}</p>
${view.status === 'ACTIVE' ? answerBy(view) : null}
${view.next.link ? html`<p class="actions"><a class="button" href="${view.next.link.href}">${view.next.link.label}</a></p>` : null}</section>
<section aria-labelledby="stages"><h2 id="stages">${words.stages}</h2><ol class="stages"><li class="${receivedClass(view)}">${words.received}</li>${view.stages.map(
      ({ name, where }) =>
        html`<li class="${where}"${trusted(where === 'here' ? ' aria-current="step"' : '')}>${name}${where === 'done' ? hidden(words.done) : null}</li>`,
    )}</ol></section>
${interviewsOf(view)}
<p><a href="${view.mailsHref}">${mails.title}</a></p>
<section><h2>${words.more}</h2><p>${words.write(contact)}</p>
${languageForm(view)}
${view.status === 'ACTIVE' ? withdrawForm(view) : null}</section>
${view.questionsHref ? voluntary(view, view.questionsHref) : null}
${myData(view)}`,
  );
}

function answerBy({ promise, answerBy: meant, language }: StandingView): Html | null {
  const { standing: words } = candidateWords(language);
  if (promise?.broken) return html`<p>${words.broken(promise.by)}</p>`;
  if (promise) return html`<p>${words.promised(promise.by)}</p>`;
  return meant ? html`<p class="soft">${words.meant(meant)}</p>` : null;
}

function languageForm({ language }: StandingView): Html {
  const { standing: words } = candidateWords(language);
  return html`<form method="post" class="line"><input type="hidden" name="action" value="language"><div class="field"><label for="language">${words.language}</label><select id="language" name="language">${LANGUAGES.map(
    (each) =>
      html`<option value="${each}" lang="${each}"${trusted(each === language ? ' selected' : '')}>${LANGUAGE_NAMES[each]}</option>`,
  )}</select></div><p class="actions"><button class="quiet" type="submit">${words.useLanguage}</button></p></form>`;
}

function receivedClass(view: StandingView): string {
  return view.stages.some(({ where }) => where !== 'ahead') ? 'done' : 'here';
}

function interviewsOf({ interviews, language }: StandingView): Html | null {
  if (interviews.length === 0) return null;
  const { standing: words, join } = candidateWords(language);
  return html`<section aria-labelledby="interviews"><h2 id="interviews">${words.interviews}</h2>${interviews.map(
    ({ name, when, state, meetingUrl }) =>
      html`<div class="card"><p><strong>${name}</strong><br>${when}${state ? html` <span class="soft">· ${state}</span>` : null}</p>${
        meetingUrl ? html`<p><a href="${meetingUrl}">${join}</a></p>` : null
      }</div>`,
  )}</section>`;
}

function voluntary({ language }: StandingView, href: string): Html {
  const { voluntary: words } = candidateWords(language);
  return html`<section aria-labelledby="voluntary"><h2 id="voluntary">${words.heading}</h2>
<p>${words.about}</p>
<p class="actions"><a class="button quiet" href="${href}">${words.see}</a></p></section>`;
}

/** Fetching one's data, and asking for all of them or for their end. */
function myData({ requests, consentedOn, keptDays, organization, language }: StandingView): Html {
  const { data: words } = candidateWords(language);
  const asking = (kind: 'ACCESS' | 'ERASURE', action: string, label: string, why: string): Html | null =>
    requests.some((request) => request.kind === kind && request.open)
      ? null
      : html`<details><summary>${label}</summary><form method="post"><input type="hidden" name="action" value="${action}"><p>${why}</p>
<p class="actions"><button type="submit">${label}</button></p></form></details>`;
  return html`<section aria-labelledby="data"><h2 id="data">${words.heading}</h2>
${consentedOn === null ? null : html`<p>${words.consented(consentedOn, organization.name)}</p>`}
${keptDays === null ? null : html`<p>${words.kept(keptDays)}</p>`}
<form method="post"><input type="hidden" name="action" value="fetch-data"><p class="actions"><button class="quiet" type="submit">${words.download}</button></p></form>
${requests.map(({ kind, text }) => html`<p><strong>${kind === 'ACCESS' ? words.access : words.erasure}</strong><br>${text}</p>`)}
${asking('ACCESS', 'ask-access', words.askAccess, words.askAccessWhy)}
${asking('ERASURE', 'ask-erasure', words.askErasure, words.askErasureWhy)}</section>`;
}

function withdrawForm({ language }: StandingView): Html {
  const { standing: words } = candidateWords(language);
  return html`<details><summary>${words.withdraw}</summary><form method="post"><input type="hidden" name="action" value="withdraw">
<div class="field"><label for="reason">${words.why}</label><small>${words.whyHint}</small><textarea id="reason" name="reason" maxlength="4000" rows="3"></textarea></div>
<p class="actions"><button class="danger" type="submit">${words.withdrawNow}</button></p></form></details>`;
}

export interface TakeHomeView extends CandidateFrame {
  readonly stageName: string;
  readonly briefParagraphs: readonly string[];
  readonly effort: string | null;
  readonly due: string;
  readonly handedIn: {
    readonly when: string;
    readonly late: boolean;
    readonly url: string | null;
    readonly fileName: string | null;
    readonly note: string;
  } | null;
  readonly canSubmit: boolean;
  readonly cancelled: boolean;
  readonly version: number;
  readonly values: { readonly url: string; readonly note: string };
}

/** The take-home: what it is, by when, and handing it in. */
export function takeHomePage(view: TakeHomeView): string {
  const { takeHome: words } = candidateWords(view.language);
  return candidatePage(
    view,
    words.title,
    html`<h1>${view.stageName}</h1>
<p class="lead">${view.postingTitle}</p>
<dl class="facts card"><dt>${words.due}</dt><dd>${view.due}</dd>${view.effort ? html`<dt>${words.effort}</dt><dd>${view.effort}</dd>` : null}</dl>
${view.briefParagraphs.map((text) => html`<p>${text}</p>`)}
${view.cancelled ? html`<div class="notice"><p>${words.cancelled}</p></div>` : null}
${handedIn(view)}
${view.canSubmit ? submitForm(view) : null}`,
  );
}

function handedIn({ handedIn: done, language }: TakeHomeView): Html | null {
  if (!done) return null;
  const { takeHome: words } = candidateWords(language);
  return html`<div class="card"><h2>${words.handedIn}</h2><p>${done.when}${done.late ? html` <span class="soft">· ${words.late}</span>` : null}</p>${
    done.url ? html`<p><a href="${done.url}" rel="noopener noreferrer nofollow">${done.url}</a></p>` : null
  }${done.fileName ? html`<p>${done.fileName}</p>` : null}${done.note ? html`<p>${done.note}</p>` : null}</div>`;
}

function submitForm(view: TakeHomeView): Html {
  const { takeHome: words } = candidateWords(view.language);
  return html`<h2>${view.handedIn ? words.replace : words.handIn}</h2>
<form method="post" enctype="multipart/form-data"><input type="hidden" name="version" value="${view.version}">
<div class="field"><label for="url">${words.link}</label><small>${words.linkHint}</small><input id="url" type="url" name="url" maxlength="2000" value="${view.values.url}" placeholder="https://"></div>
<div class="field"><label for="file">${words.file}</label><small>${words.fileHint}</small><input id="file" type="file" name="file" accept=".pdf,.docx,.txt"></div>
<div class="field"><label for="note">${words.note}</label><textarea id="note" name="note" maxlength="10000">${view.values.note}</textarea></div>
<p class="actions"><button type="submit">${words.handIn}</button></p>${uploadProgress(view.language)}</form>`;
}

/** The frame of every page of a candidate's own. */
export function candidatePage(view: CandidateFrame, title: string, body: Html): string {
  const { organization, language } = view;
  return page({
    language,
    title: `${title} · ${organization.name}`,
    organization: { name: organization.name, home: `/careers/${organization.slug}` },
    contact: organization.contactEmail,
    body: html`${view.said ? notice(view.said.kind, view.said.text) : null}${body}`,
  });
}

function hidden(text: string): Html {
  return html`<span class="unseen">${text}</span>`;
}
