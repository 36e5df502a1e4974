import { type Html, html } from '#libs/platform/index.js';
import type { CoreHours, Fact, Preview, Round, Salary } from '#libs/postings/index.js';
import { lower } from './desk-words.js';
import { notice } from './layout.js';
import { coreHoursOf, placeName, salaryOf } from './posting-facts.js';
import { type StaffFrame, staffPage } from './staff-layout.js';

export interface ImportForm {
  readonly document: string;
  /** A title that a person gives to a document without one. */
  readonly title: string;
  readonly fault: string | null;
}

/** Where a Markdown document is pasted. */
export function importPage(frame: StaffFrame, form: ImportForm): string {
  return staffPage(frame, {
    title: 'Import a posting',
    body: html`<h1>Import a posting</h1><p class="lead">Paste the Markdown document as it is. You see what is understood of it before anything is kept.</p>
${notice('bad', form.fault)}
<form method="post" enctype="multipart/form-data">${documentField(form.document)}
<p class="actions"><button type="submit" name="action" value="preview">Show what is understood</button></p></form>`,
  });
}

function documentField(document: string): Html {
  return html`<div class="field"><label for="document">Markdown</label><small>At most 1 MiB. Front matter, includes and shared sections are understood.</small><textarea id="document" name="document" class="document" rows="18" required spellcheck="false">
${document}</textarea></div>`;
}

/** What was understood of a document, with its lines, and what importing it would make. */
export function previewPage(frame: StaffFrame, form: ImportForm, preview: Preview, key: string): string {
  const { posting } = preview;
  const title = posting.title
    ? null
    : html`<div class="field"><label for="title">Title</label><small>The document names none; a posting needs one before it is published.</small><input id="title" name="title" required maxlength="200" value="${form.title}"></div>`;
  return staffPage(frame, {
    title: 'What is understood',
    body: html`<h1>${posting.title ?? 'A posting without a title'}</h1>
<p class="lead">Nothing is kept yet. What the document does not say stays empty.</p>
${notice('bad', form.fault)}
${diagnostics(preview)}
${facts(preview)}
${stages(preview)}
<form method="post" enctype="multipart/form-data"><input type="hidden" name="key" value="${key}">${title}
<p class="actions"><button type="submit" name="action" value="import">Import as draft</button><span class="soft">A draft is seen by the hiring team only.</span></p>
<details><summary>Change the document and look again</summary>${documentField(form.document)}
<p class="actions"><button class="quiet" type="submit" name="action" value="preview" formnovalidate>Show what is understood now</button></p></details></form>`,
  });
}

function diagnostics({ posting }: Preview): Html | null {
  if (posting.diagnostics.length === 0) return null;
  return html`<section aria-labelledby="diagnostics"><h2 id="diagnostics">To look at</h2><ul class="rows told">${posting.diagnostics.map(
    ({ severity, line, message }) =>
      html`<li data-severity="${severity}"><strong>${severity === 'info' ? 'Note' : severity === 'warning' ? 'Unsure' : 'Problem'}</strong><span>${message}</span><span class="soft">line ${line}</span></li>`,
  )}</ul></section>`;
}

const FIELDS: Readonly<Record<Fact['field'], string>> = {
  title: 'Title',
  company: 'Company',
  status: 'Status',
  category: 'Category',
  locations: 'Place',
  remote: 'Remote',
  residence: 'Residence',
  employmentTypes: 'Contract',
  salary: 'Salary',
  coreHours: 'Core hours',
  onCall: 'On call',
  levels: 'Level',
  rounds: 'Round',
  processDuration: 'Length of the process',
  candidateTime: 'Your time',
  salaryRanges: 'Pays',
  equity: 'Equity',
  residencePreferred: 'Preferred residence',
  overlap: 'Shared hours',
  otherHours: 'Other hours',
};

function facts({ posting }: Preview): Html {
  if (posting.facts.length === 0)
    return html`<section><h2>What is understood</h2><p class="card">Nothing: the document states no fact that Rounds knows.</p></section>`;
  return html`<section><h2 id="facts">What is understood</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="facts"><table><thead><tr><th scope="col">What</th><th scope="col">Understood as</th><th scope="col">In the words of the document</th><th scope="col">Line</th><th scope="col">Sure</th></tr></thead><tbody>${posting.facts.map(
    (fact) =>
      html`<tr><th scope="row">${FIELDS[fact.field]}</th><td>${factValue(fact)}</td><td class="soft">${fact.text}${fact.sharedSection ? ` (shared section “${fact.sharedSection}”)` : null}</td><td>${fact.line}</td><td>${Math.round(fact.confidence * 100)} %</td></tr>`,
  )}</tbody></table></div></section>`;
}

/** A fact's value in words; every kind of fact has one shape of value. */
export function factValue({ field, value }: Pick<Fact, 'field' | 'value'>): string {
  switch (field) {
    case 'remote':
      return value === true ? 'yes' : 'no';
    case 'residence':
    case 'locations':
      return placeName(String(value));
    case 'salary':
      return salaryOf(value as Salary) ?? '';
    case 'coreHours':
      return coreHoursOf(value as CoreHours);
    case 'rounds':
      return roundInWords(value as Round);
    case 'levels': {
      const level = value as { name: string; extends: string | null };
      return level.extends ? `${level.name}, building on ${level.extends}` : level.name;
    }
    default:
      return String(value);
  }
}

function roundInWords({ name, kind, durationMin, seats, skippableIf }: Round): string {
  const parts = [lower(kind), durationMin && `${durationMin} min`, seats.map(({ role }) => role).join(' and ')];
  return [`${name} (${parts.filter(Boolean).join(', ')})`, skippableIf && `may be skipped: ${skippableIf}`]
    .filter(Boolean)
    .join('; ');
}

function stages({ posting, stages: drafts, pools }: Preview): Html {
  const missing = pools.filter(({ pool }) => pool === null || pool.members === 0).map(({ role }) => role);
  return html`<section aria-labelledby="stages"><h2 id="stages">The stages it becomes</h2>
${posting.planSource === 'default' ? html`<p class="soft">The document tells no process, so this is the organisation’s default plan.</p>` : null}
<ol class="rows">${drafts.map(
    ({ name, kind, durationMin, seats, skippableIf, targetDays }) =>
      html`<li><strong>${name}</strong><span>${[lower(kind), durationMin && `${durationMin} min`, seats.map(({ role }) => role).join(' and ')].filter(Boolean).join(' · ')}</span><span class="soft">${[skippableIf && `may be skipped: ${skippableIf}`, targetDays && `${targetDays} days`].filter(Boolean).join(' · ')}</span></li>`,
  )}</ol>
${missing.length > 0 ? html`<p>To fill after the import: ${missing.join(', ')}.</p>` : null}</section>`;
}
