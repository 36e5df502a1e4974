import { LANGUAGES, LANGUAGE_NAMES } from '#libs/kernel/index.js';
import { type Html, PROOF_BITS, html, trusted } from '#libs/platform/index.js';
import { jobPostingScript } from './job-posting.js';
import { type HoursView, hoursOfTheWorld } from './hours-of-the-world.js';
import { notice, page } from './layout.js';
import { uploadProgress } from './upload-progress.js';

/** The organisation as the public sees it. */
export interface PublicOrganization {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  readonly contactEmail: string;
}

/** A posting's line in the list. */
export interface PostingLine {
  readonly slug: string;
  readonly title: string;
  readonly category: string | null;
  readonly places: string;
}

/** A posting as its page shows it. */
export interface PostingView {
  readonly slug: string;
  readonly title: string;
  readonly isOpen: boolean;
  /** From the posting's renderer, sanitised. */
  readonly documentHtml: string;
  /** What the document says, as pairs for a list; only what it says. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly stages: readonly { readonly name: string; readonly duration: string | null }[];
  /** How its hours fall around the world; null where it names none. */
  readonly hours: HoursView | null;
  /** The posting as search engines read it; null where its document does not say enough. */
  readonly job: object | null;
  /** For the team, before it is public: nobody can apply. The posting's id, to lead back to it. */
  readonly preview?: string;
}

export interface QuestionView {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly kind: 'TEXT' | 'LONG_TEXT' | 'LINK' | 'YES_NO';
}

/** What was typed, so that a fault does not cost it; and the fault. */
export interface ApplyForm {
  readonly values: Readonly<Record<string, string>>;
  readonly fault: { readonly field: string | null; readonly message: string } | null;
  /** By which the form is known when it comes back. */
  readonly ticket: string;
  /** What a proof of work begins with: the organisation's slug and this instant in milliseconds. */
  readonly workFor: string;
  /** How many days after the last of one's applications one is kept, where there is an end: in a country, or everywhere else (null), which comes first. */
  readonly kept: readonly { readonly place: string | null; readonly days: number }[];
}

/** The organisation's open postings. */
export function careersPage(organization: PublicOrganization, postings: readonly PostingLine[]): string {
  const groups = new Map<string, PostingLine[]>();
  for (const posting of postings) groups.set(posting.category ?? '', [...(groups.get(posting.category ?? '') ?? []), posting]);
  const list = [...groups].map(
    ([category, lines]) =>
      html`${category && groups.size > 1 ? html`<h2>${category}</h2>` : null}<ul class="plain postings">${lines.map(
        (line) =>
          html`<li><a class="card" href="/careers/${organization.slug}/${line.slug}"><strong>${line.title}</strong><span class="soft">${line.places}</span></a></li>`,
      )}</ul>`,
  );
  const nothing = html`<div class="card"><p>There is no open posting at the moment.</p><p class="soft">New ones appear here as soon as they open.</p></div>`;
  return page({
    ...frameOf(organization),
    title: `Careers at ${organization.name}`,
    indexed: true,
    head: html`<link rel="alternate" type="application/rss+xml" title="${`Careers at ${organization.name}`}" href="/careers/${organization.slug}/feed.xml">`,
    body: html`<h1>Careers at ${organization.name}</h1>
${organization.about ? html`<div class="lead prose">${organization.about}</div>` : null}
${postings.length > 0 ? list : nothing}`,
  });
}

/** One posting: the document itself, what it says at a glance, and how the process goes. */
export function postingPage(organization: PublicOrganization, posting: PostingView): string {
  const apply = posting.preview
    ? html`<div class="notice" role="status"><p><strong>A preview.</strong> So the careers page will look; applying works once the posting is open. <a href="/app/postings/${posting.preview}">Back to the posting</a>.</p></div>`
    : html`<p class="actions"><a class="button" href="/careers/${organization.slug}/${posting.slug}/apply">Apply</a><span class="soft">Takes a few minutes; no account needed.</span></p>`;
  const closed = html`<div class="notice" role="status"><p><strong>This posting is closed.</strong> It takes no more applications. <a href="/careers/${organization.slug}">See what is open</a>.</p></div>`;
  const facts =
    posting.facts.length > 0
      ? html`<dl class="facts card">${posting.facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
      : null;
  return page({
    ...frameOf(organization),
    title: `${posting.title} · ${organization.name}`,
    indexed: posting.isOpen && !posting.preview,
    head: posting.isOpen ? jobPostingScript(posting.job) : null,
    body: html`<h1>${posting.title}</h1>
${posting.isOpen ? apply : closed}
${facts}
<article class="document">${trusted(posting.documentHtml)}</article>
${posting.hours ? hoursOfTheWorld(posting.hours) : null}
${stagesList(posting)}
${posting.isOpen && !posting.preview ? apply : null}`,
  });
}

function stagesList(posting: PostingView): Html | null {
  if (posting.stages.length === 0) return null;
  return html`<section class="card" aria-labelledby="stages"><h2 id="stages">How the process goes</h2><ol>${posting.stages.map(
    ({ name, duration }) => html`<li>${name}${duration ? html` <span class="soft">· ${duration}</span>` : null}</li>`,
  )}</ol><p class="soft">After each step you get a mail, and your own page always shows where you stand.</p></section>`;
}

/** A field for programs that fill in whatever they find; out of sight, of the tab order and of what is read out, and a browser fills in nothing by itself. */
export const TRAP = 'fax_number';

/** The form. Values that were typed stand in it again when something has to be mended; only a file has to be chosen anew. */
export function applyPage(
  organization: PublicOrganization,
  posting: { slug: string; title: string; questions: readonly QuestionView[] },
  countries: readonly (readonly [code: string, name: string])[],
  form: ApplyForm,
): string {
  const field = fieldsOf(form);
  const { values } = form;
  return page({
    ...frameOf(organization),
    title: `Apply: ${posting.title} · ${organization.name}`,
    head: html`<script src="/assets/apply.js" defer></script>`,
    body: html`<p><a href="/careers/${organization.slug}/${posting.slug}">← ${posting.title}</a></p>
<h1>Apply</h1>
<p class="lead">${posting.title} at ${organization.name}. Fields without “optional” are needed.</p>
${notice('bad', form.fault?.message ?? null)}
<form method="post" enctype="multipart/form-data" novalidate>
<input type="hidden" name="zone" data-zone value="${values.zone ?? ''}"><input type="hidden" name="ticket" value="${form.ticket}"><input type="hidden" name="proof" data-work="${form.workFor}" data-bits="${PROOF_BITS}">
${field('name', 'Name', null, (attributes) => html`<input ${attributes} type="text" name="name" autocomplete="name" required maxlength="200" value="${values.name ?? ''}">`)}
${field('email', 'Mail address', 'Everything about your application goes here.', (attributes) => html`<input ${attributes} type="email" name="email" autocomplete="email" required maxlength="254" value="${values.email ?? ''}">`)}
${field('phone', 'Phone (optional)', null, (attributes) => html`<input ${attributes} type="tel" name="phone" autocomplete="tel" maxlength="60" value="${values.phone ?? ''}">`)}
${field('location', 'Where you live (optional)', 'City and country, as you would say it.', (attributes) => html`<input ${attributes} type="text" name="location" autocomplete="off" maxlength="200" value="${values.location ?? ''}">`)}
${field(
  'country',
  'Country of residence (optional)',
  'Shown to the team beside the posting’s residence line. Nobody is turned down by it automatically.',
  (attributes) =>
    html`<select ${attributes} name="country"><option value="">Choose …</option>${countries.map(
      ([code, name]) => html`<option value="${code}"${trusted(values.country === code ? ' selected' : '')}>${name}</option>`,
    )}</select>`,
)}
${field(
  'language',
  'Language of our mails',
  'You can change it later on your own page.',
  (attributes) =>
    html`<select ${attributes} name="language">${LANGUAGES.map(
      (each) =>
        html`<option value="${each}" lang="${each}"${trusted(values.language === each ? ' selected' : '')}>${LANGUAGE_NAMES[each]}</option>`,
    )}</select>`,
)}
${field('links', 'Links (optional)', 'Code, portfolio, profile: one address a line.', (attributes) => html`<textarea ${attributes} name="links" rows="3">${values.links ?? ''}</textarea>`)}
${field('cv', 'CV (optional)', 'PDF, DOCX or plain text, up to 10 MB.', (attributes) => html`<input ${attributes} type="file" name="cv" accept=".pdf,.docx,.txt,application/pdf,text/plain">`)}
${posting.questions.map((question) => questionField(question, form))}
<div class="field check"><input type="checkbox" id="consent" name="consent" value="yes" required${trusted(values.consent ? ' checked' : '')}${trusted(form.fault?.field === 'consent' ? ' aria-invalid="true" autofocus' : '')}><label for="consent">I agree that ${organization.name} keeps what I send for this application${keptFor(form.kept)}. I can withdraw at any time on my own page.</label></div>
<div class="unseen" aria-hidden="true"><label for="${TRAP}">Leave this empty</label><input id="${TRAP}" type="text" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
<p class="actions"><button type="submit">Send application</button></p>
${uploadProgress()}
</form>`,
  });
}

/** When what is agreed to ends by itself, as a part of the sentence; nothing where it does not. */
function keptFor(kept: ApplyForm['kept']): string {
  const places = kept.filter(({ place }) => place !== null).map(({ place, days }) => `${place}: ${days}`);
  const everywhere = kept.find(({ place }) => place === null);
  if (everywhere === undefined)
    return places.length === 0 ? '' : `, and after it has ended for so many days: ${places.join(', ')}`;
  return `, and for ${everywhere.days} days after it has ended${places.length === 0 ? '' : ` (${places.join(', ')})`}`;
}

/** After sending; the same for a first and a repeated application. */
export function appliedPage(organization: PublicOrganization, text: string): string {
  return page({
    ...frameOf(organization),
    title: `Application sent · ${organization.name}`,
    body: html`<h1>Thank you</h1><p class="lead">${text}</p><p><a href="/careers/${organization.slug}">Back to the postings</a></p>`,
  });
}

/** Asking for a fresh link to one's own page. */
export function askLinkPage(organization: PublicOrganization, sent: boolean, fault: string | null): string {
  const body = sent
    ? html`<h1>Look into your mailbox</h1><p class="lead">If there is an application with that address, a fresh link to its page is on the way.</p>`
    : html`<h1>Where does my application stand?</h1><p class="lead">Give the address you applied with; a link to your own page comes by mail.</p>
${notice('bad', fault)}<form method="post"><div class="field"><label for="email">Mail address</label><input id="email" type="email" name="email" autocomplete="email" required maxlength="254"></div><p class="actions"><button type="submit">Send me the link</button></p></form>`;
  return page({ ...frameOf(organization), title: `Your application · ${organization.name}`, body });
}

function frameOf(organization: PublicOrganization) {
  return { organization: { name: organization.name, home: `/careers/${organization.slug}` }, contact: organization.contactEmail };
}

function questionField(question: QuestionView, form: ApplyForm): Html {
  const name = `answers.${question.id}`;
  const value = form.values[name] ?? '';
  const label = question.required ? question.label : `${question.label} (optional)`;
  return fieldsOf(form)(name, label, null, (attributes) => {
    if (question.kind === 'LONG_TEXT') return html`<textarea ${attributes} name="${name}" maxlength="10000">${value}</textarea>`;
    if (question.kind === 'YES_NO')
      return html`<select ${attributes} name="${name}"><option value="">Choose …</option>${['yes', 'no'].map(
        (choice) =>
          html`<option value="${choice}"${trusted(value === choice ? ' selected' : '')}>${choice === 'yes' ? 'Yes' : 'No'}</option>`,
      )}</select>`;
    return html`<input ${attributes} type="${question.kind === 'LINK' ? 'url' : 'text'}" name="${name}" maxlength="500" value="${value}">`;
  });
}

/** A labelled field that shows the fault when it is its own; `input` gets the attributes that tie them together. */
function fieldsOf({ fault }: ApplyForm) {
  return (name: string, label: string, hint: string | null, input: (attributes: Html) => Html): Html => {
    const id = name.replaceAll('.', '-');
    const faulty = fault?.field === name;
    const described = [hint ? `${id}-hint` : null, faulty ? `${id}-fault` : null].filter(Boolean).join(' ');
    const attributes = html`id="${id}"${described ? html` aria-describedby="${described}"` : null}${faulty ? html` aria-invalid="true" autofocus` : null}`;
    return html`<div class="field"><label for="${id}">${label}</label>${hint ? html`<small id="${id}-hint">${hint}</small>` : null}${input(attributes)}${
      faulty ? html`<p class="fault" id="${id}-fault">${fault.message}</p>` : null
    }</div>`;
  };
}
