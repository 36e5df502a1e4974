import { type Language, LANGUAGES, LANGUAGE_NAMES } from '#libs/kernel/index.js';
import { type Html, html, trusted } from '#libs/platform/index.js';
import { notice, page } from './layout.js';

export interface CandidateFrame {
  readonly organization: { readonly name: string; readonly slug: string; readonly contactEmail: string };
  readonly postingTitle: string;
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
  /** In which they are written to. */
  readonly language: Language;
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
}

/** The candidate's own page: the real stage, the next step, by when they hear. */
export function standingPage(view: StandingView): string {
  const { organization, postingTitle } = view;
  return candidatePage(
    view,
    'Your application',
    html`<h1>${postingTitle}</h1>
<p class="lead">${view.candidateName}, applied on ${view.appliedOn}.</p>
<section class="card" aria-labelledby="next"><h2 id="next">${view.status === 'ACTIVE' ? 'What comes next' : 'How it ended'}</h2>
<p>${view.next.text}</p>
${view.status === 'ACTIVE' ? answerBy(view) : null}
${view.next.link ? html`<p class="actions"><a class="button" href="${view.next.link.href}">${view.next.link.label}</a></p>` : null}</section>
<section aria-labelledby="stages"><h2 id="stages">Where you stand</h2><ol class="stages"><li class="${receivedClass(view)}">Application received</li>${view.stages.map(
      ({ name, where }) =>
        html`<li class="${where}"${trusted(where === 'here' ? ' aria-current="step"' : '')}>${name}${where === 'done' ? hidden(' (done)') : null}</li>`,
    )}</ol></section>
${interviewsOf(view)}
<section><h2>Anything else?</h2><p>Write to <a href="mailto:${organization.contactEmail}">${organization.contactEmail}</a>; a person reads it.</p>
${languageForm(view)}
${view.status === 'ACTIVE' ? withdrawForm() : null}</section>
${view.questionsHref ? voluntary(view.questionsHref) : null}
${myData(view)}`,
  );
}

function answerBy({ promise, answerBy: meant }: StandingView): Html | null {
  if (promise?.broken)
    return html`<p>We promised you an answer by ${promise.by} and have not kept that. We are sorry; the team knows that it is your turn.</p>`;
  if (promise) return html`<p>You hear from us by <strong>${promise.by}</strong>, whatever we decide.</p>`;
  return meant ? html`<p class="soft">We mean to answer by ${meant}.</p>` : null;
}

function languageForm({ language }: StandingView): Html {
  return html`<form method="post" class="line"><input type="hidden" name="action" value="language"><div class="field"><label for="language">Language of our mails</label><select id="language" name="language">${LANGUAGES.map(
    (each) =>
      html`<option value="${each}" lang="${each}"${trusted(each === language ? ' selected' : '')}>${LANGUAGE_NAMES[each]}</option>`,
  )}</select></div><p class="actions"><button class="quiet" type="submit">Use this language</button></p></form>`;
}

function receivedClass(view: StandingView): string {
  return view.stages.some(({ where }) => where !== 'ahead') ? 'done' : 'here';
}

function interviewsOf({ interviews }: StandingView): Html | null {
  if (interviews.length === 0) return null;
  return html`<section aria-labelledby="interviews"><h2 id="interviews">Your interviews</h2>${interviews.map(
    ({ name, when, state, meetingUrl }) =>
      html`<div class="card"><p><strong>${name}</strong><br>${when}${state ? html` <span class="soft">· ${state}</span>` : null}</p>${
        meetingUrl ? html`<p><a href="${meetingUrl}">Join the meeting</a></p>` : null
      }</div>`,
  )}</section>`;
}

function voluntary(href: string): Html {
  return html`<section aria-labelledby="voluntary"><h2 id="voluntary">Voluntary questions</h2>
<p>A few questions about equal opportunity. Nobody who decides on your application sees your answers, and none are needed.</p>
<p class="actions"><a class="button quiet" href="${href}">See the questions</a></p></section>`;
}

/** Fetching one's data, and asking for all of them or for their end. */
function myData({ requests, consentedOn, keptDays, organization }: StandingView): Html {
  const asking = (kind: 'ACCESS' | 'ERASURE', action: string, label: string, why: string): Html | null =>
    requests.some((request) => request.kind === kind && request.open)
      ? null
      : html`<details><summary>${label}</summary><form method="post"><input type="hidden" name="action" value="${action}"><p>${why}</p>
<p class="actions"><button type="submit">${label}</button></p></form></details>`;
  return html`<section aria-labelledby="data"><h2 id="data">Your data</h2>
${consentedOn === null ? null : html`<p>You agreed on ${consentedOn} that ${organization.name} keeps what you send.</p>`}
${keptDays === null ? null : html`<p>${keptDays} days after the last of your applications here has ended, everything is erased by itself, unless you are hired or a law asks for it to be kept.</p>`}
<form method="post"><input type="hidden" name="action" value="fetch-data"><p class="actions"><button class="quiet" type="submit">Download what you sent and were sent</button></p></form>
${requests.map(({ kind, text }) => html`<p><strong>${kind === 'ACCESS' ? 'A copy of everything' : 'Erasing'}</strong><br>${text}</p>`)}
${asking('ACCESS', 'ask-access', 'Ask for a copy of everything', 'What was written about you too. A person looks through it first, because others have rights in it as well.')}
${asking('ERASURE', 'ask-erasure', 'Ask for your data to be erased', 'Everything you sent and everything that was written about you. An application that is still active ends with it.')}</section>`;
}

function withdrawForm(): Html {
  return html`<details><summary>Withdraw my application</summary><form method="post"><input type="hidden" name="action" value="withdraw">
<div class="field"><label for="reason">Why? (optional)</label><small>It helps the team; leave it empty if you like.</small><textarea id="reason" name="reason" maxlength="4000" rows="3"></textarea></div>
<p class="actions"><button class="danger" type="submit">Withdraw</button></p></form></details>`;
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
  return candidatePage(
    view,
    'Your take-home',
    html`<h1>${view.stageName}</h1>
<p class="lead">${view.postingTitle}</p>
<dl class="facts card"><dt>Due</dt><dd>${view.due}</dd>${view.effort ? html`<dt>Effort</dt><dd>${view.effort}</dd>` : null}</dl>
${view.briefParagraphs.map((text) => html`<p>${text}</p>`)}
${view.cancelled ? html`<div class="notice"><p>This assignment is not open any more. Your own page shows what comes next.</p></div>` : null}
${handedIn(view)}
${view.canSubmit ? submitForm(view) : null}`,
  );
}

function handedIn({ handedIn: done }: TakeHomeView): Html | null {
  if (!done) return null;
  return html`<div class="card"><h2>Handed in</h2><p>${done.when}${done.late ? html` <span class="soft">· after it was due; that is all right</span>` : null}</p>${
    done.url ? html`<p><a href="${done.url}" rel="noopener noreferrer nofollow">${done.url}</a></p>` : null
  }${done.fileName ? html`<p>${done.fileName}</p>` : null}${done.note ? html`<p>${done.note}</p>` : null}</div>`;
}

function submitForm(view: TakeHomeView): Html {
  return html`<h2>${view.handedIn ? 'Replace what you handed in' : 'Hand in'}</h2>
<form method="post" enctype="multipart/form-data"><input type="hidden" name="version" value="${view.version}">
<div class="field"><label for="url">Link to your work</label><small>A repository or a pull request.</small><input id="url" type="url" name="url" maxlength="2000" value="${view.values.url}" placeholder="https://"></div>
<div class="field"><label for="file">Or a file (optional)</label><small>PDF, DOCX or plain text, up to 10 MB.</small><input id="file" type="file" name="file" accept=".pdf,.docx,.txt"></div>
<div class="field"><label for="note">What the reviewers should know (optional)</label><textarea id="note" name="note" maxlength="10000">${view.values.note}</textarea></div>
<p class="actions"><button type="submit">Hand in</button></p></form>`;
}

/** The frame of every page of a candidate's own. */
export function candidatePage(view: CandidateFrame, title: string, body: Html): string {
  const { organization } = view;
  return page({
    title: `${title} · ${organization.name}`,
    organization: { name: organization.name, home: `/careers/${organization.slug}` },
    contact: organization.contactEmail,
    body: html`${view.said ? notice(view.said.kind, view.said.text) : null}${body}`,
  });
}

function hidden(text: string): Html {
  return html`<span class="unseen">${text}</span>`;
}
