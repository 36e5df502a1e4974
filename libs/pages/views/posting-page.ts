import { type Html, html } from '#libs/platform/index.js';
import type { PlanRow, PoolRow, Posting, PublishProblem } from '#libs/postings/index.js';
import { lower, moment } from './desk-words.js';
import { postingFacts } from './posting-facts.js';
import { type StaffFrame, staffPage } from './staff-layout.js';

export interface PostingPageView {
  readonly frame: StaffFrame;
  readonly said: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
  readonly posting: Posting;
  readonly organizationSlug: string;
  readonly plan: PlanRow;
  readonly openings: readonly { readonly number: number; readonly status: string }[];
  readonly mayManage: boolean;
  readonly maySeeBoard: boolean;
  /** What stands in the way of opening it; empty for those who may not open it. */
  readonly problems: readonly PublishProblem[];
  readonly pools: ReadonlyMap<string, PoolRow>;
  readonly names: ReadonlyMap<string, string>;
  /** Who can be put into pools; null for those who may not. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly title: string }[] | null;
}

/** A posting for its team: where it stands, what keeps it from opening, its plan and who can take which seat. */
export function postingPage(view: PostingPageView): string {
  const { posting, frame } = view;
  const facts = postingFacts(posting);
  const isPublic = posting.status === 'OPEN' || posting.status === 'CLOSED';
  return staffPage(frame, {
    title: 'Posting',
    said: view.said,
    body: html`<h1>${posting.title ?? 'Untitled posting'}</h1>
<p class="lead"><span class="pill">${lower(posting.status)}</span>${view.maySeeBoard ? html` <a href="/postings/${posting.id}/board">Board</a>` : null}${isPublic ? html` · <a href="/careers/${view.organizationSlug}/${posting.slug}">Careers page</a>` : null}</p>
<div class="columns"><div>
${view.mayManage ? statusForms(view) : null}
${planOf(view)}</div>
<aside aria-label="Facts">${facts.length > 0 ? html`<dl class="facts card">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>` : null}
<dl class="facts card"><dt>Openings</dt><dd>${view.openings.map(({ number, status }) => `${number}: ${lower(status)}`).join(', ') || 'none'}</dd><dt>Document</dt><dd>revision ${posting.revision}</dd>${posting.openedAt ? html`<dt>First open</dt><dd>${moment(posting.openedAt, frame.zone)}</dd>` : null}${posting.closedAt ? html`<dt>Closed</dt><dd>${moment(posting.closedAt, frame.zone)}</dd>` : null}</dl></aside></div>`,
  });
}

function statusForms(view: PostingPageView): Html {
  const { posting, problems } = view;
  const version = html`<input type="hidden" name="version" value="${posting.version}">`;
  if (posting.status === 'OPEN')
    return html`<section class="card"><h2>Open</h2><p>It is on the careers page and takes applications.</p><details><summary>Close it</summary><form method="post">${version}<p>It takes no more applications; those that are there go on.</p><p class="actions"><button class="danger" type="submit" name="action" value="close">Close the posting</button></p></form></details></section>`;
  if (posting.status === 'ARCHIVED') return html`<section class="card"><h2>Archived</h2><p>It is out of the way.</p></section>`;
  const action = posting.status === 'DRAFT' ? 'publish' : 'reopen';
  const refused = problems.some(({ severity }) => severity === 'REFUSES');
  const confirm =
    problems.length > 0
      ? html`<div class="field check"><input type="checkbox" id="confirm" name="confirm" value="yes" required><label for="confirm">I have read this; open it as it is.</label></div>`
      : null;
  return html`<section class="card" aria-labelledby="publish"><h2 id="publish">${action === 'publish' ? 'Publish' : 'Open it again'}</h2>
${
  problems.length > 0
    ? html`<ul>${problems.map(({ severity, message }) => html`<li>${severity === 'REFUSES' ? html`<strong>Has to be mended first:</strong> ` : null}${message}</li>`)}</ul>`
    : html`<p>Nothing stands in the way.</p>`
}
${posting.title === null ? titleForm(posting) : null}
${refused ? null : html`<form method="post">${version}${confirm}<p class="actions"><button type="submit" name="action" value="${action}">${action === 'publish' ? 'Publish' : 'Open it again'}</button></p></form>`}</section>`;
}

function titleForm({ version }: Posting): Html {
  return html`<form method="post"><input type="hidden" name="action" value="title"><input type="hidden" name="version" value="${version}"><div class="field"><label for="title">Title</label><input id="title" name="title" required maxlength="200"></div><p class="actions"><button class="quiet" type="submit">Give it this title</button></p></form>`;
}

function planOf(view: PostingPageView): Html {
  const { plan } = view;
  return html`<section aria-labelledby="plan"><h2 id="plan">Interview plan</h2>
${plan.source === 'default' ? html`<p class="soft">The organisation’s default plan: the document tells no process.</p>` : null}
<ol class="plain">${plan.stages.map((stage) => html`<li class="card"><h3>${stage.name}</h3><p class="soft">${[lower(stage.kind), stage.durationMin && `${stage.durationMin} min`, stage.selfSchedule && 'the candidate chooses the time', stage.skippableIf && `may be skipped: ${stage.skippableIf}`, stage.targetDays && `${stage.targetDays} days planned`].filter(Boolean).join(' · ')}</p>${stage.seats.map(({ id, role, poolId }) => seat(view, id, role, poolId ? view.pools.get(poolId) : undefined))}</li>`)}</ol></section>`;
}

function seat({ names, members }: PostingPageView, seatId: string, role: string, pool: PoolRow | undefined): Html {
  if (!pool) return html`<p><strong>${role}</strong>: no interviewer pool is chosen.</p>`;
  const there = pool.members.map(({ personId }) => names.get(personId) ?? 'a former member');
  const others = members?.filter(({ id }) => !pool.members.some(({ personId }) => personId === id)) ?? [];
  const add =
    others.length > 0
      ? html`<form method="post" class="inline"><input type="hidden" name="action" value="add-member"><input type="hidden" name="pool" value="${pool.id}"><label for="person-${seatId}" class="unseen">Add somebody to the pool ${pool.name}</label><select id="person-${seatId}" name="person" required><option value="">Add somebody …</option>${others.map(({ id, name, title }) => html`<option value="${id}">${name}${title ? ` (${title})` : null}</option>`)}</select><button class="quiet" type="submit">Add</button></form>`
      : null;
  const shared = pool.name.toLowerCase() === role.toLowerCase() ? null : html` <span class="soft">pool “${pool.name}”</span>`;
  return html`<div class="seat"><p><strong>${role}</strong>${shared}: ${there.length > 0 ? there.join(', ') : html`<span class="fault">nobody yet</span>`}</p>${add}</div>`;
}
