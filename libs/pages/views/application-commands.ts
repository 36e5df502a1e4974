import type { CommandKind } from '#libs/pipeline/index.js';
import { type Html, html, trusted } from '#libs/platform/index.js';
import { type ApplicationPageView, nextStageOf } from './application-view.js';

/** The one thing that is usually next, as a button; null when nothing is, or when it is not the reader's to do. */
export function mainCommand(view: ApplicationPageView): Html | null {
  const { application } = view;
  const next = nextStageOf(application);
  if (!next || !application.possibleCommands.includes('ADVANCE')) return null;
  return html`<form method="post">${expected(view)}<p class="actions"><button type="submit" name="action" value="advance">Move to ${next.name}</button></p></form>`;
}

const FORMS: Readonly<Record<Exclude<CommandKind, 'ADVANCE'>, (view: ApplicationPageView) => Html | null>> = {
  MOVE_TO_STAGE: moveTo,
  SKIP_STAGE: skip,
  HIRE: hire,
  SEND_BACK: sendBack,
  REJECT: reject,
  WITHDRAW: withdraw,
  REOPEN: reopen,
};

/** Everything else that can be done now, each folded away under what it does. */
export function otherCommands(view: ApplicationPageView): Html | null {
  const kinds = (Object.keys(FORMS) as (keyof typeof FORMS)[]).filter((kind) => view.application.possibleCommands.includes(kind));
  const forms = kinds.map((kind) => FORMS[kind](view)).filter((form) => form !== null);
  return forms.length > 0 ? html`<div class="commands">${forms}</div>` : null;
}

/** A form under its own summary; open while what was typed into it has to be mended, or when it is what comes next. */
export function folded(view: ApplicationPageView, action: string, summary: string, body: Html, isNext = false): Html {
  return html`<details${trusted(isNext || view.typed.action === action ? ' open' : '')}><summary>${summary}</summary><form method="post"><input type="hidden" name="action" value="${action}">${body}</form></details>`;
}

function expected({ application }: ApplicationPageView): Html {
  return html`<input type="hidden" name="version" value="${application.version}">`;
}

/** What was typed into a field of this form before, when it has to be mended. */
function typedIn({ typed }: ApplicationPageView, action: string, name: string): string {
  return typed.action === action ? (typed[name] ?? '') : '';
}

/** A text field; `note` says who reads it. */
function text(
  view: ApplicationPageView,
  action: string,
  name: string,
  label: string,
  { note = null, required = true }: { note?: string | null; required?: boolean } = {},
): Html {
  const id = `${action}-${name}`;
  return html`<div class="field"><label for="${id}">${label}</label>${note ? html`<small>${note}</small>` : null}<textarea id="${id}" name="${name}" rows="2" maxlength="4000"${trusted(required ? ' required' : '')}>
${typedIn(view, action, name)}</textarea></div>`;
}

function choice(
  view: ApplicationPageView,
  action: string,
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  required = true,
): Html {
  const id = `${action}-${name}`;
  const chosen = typedIn(view, action, name);
  return html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}"${trusted(required ? ' required' : '')}><option value="">${required ? 'Choose …' : 'Not said'}</option>${options.map(
    ([value, name]) => html`<option value="${value}"${trusted(value === chosen ? ' selected' : '')}>${name}</option>`,
  )}</select></div>`;
}

function button(label: string, danger = false): Html {
  return html`<p class="actions"><button type="submit"${trusted(danger ? ' class="danger"' : '')}>${label}</button></p>`;
}

function hire(view: ApplicationPageView): Html {
  const options = view.openOpenings.map(({ id, number }) => [id, `Opening ${number}`] as const);
  if (options.length === 0)
    return html`<details><summary>Hire</summary><p>No opening of this posting is open. Add one first.</p></details>`;
  const last = options.length === 1 ? html`<p class="soft">It is the last open one, so the posting closes with it.</p>` : null;
  return folded(
    view,
    'hire',
    'Hire',
    html`${expected(view)}${choice(view, 'hire', 'opening', 'Into which opening?', options)}${last}${button('Hire')}`,
    nextStageOf(view.application) === undefined,
  );
}

function moveTo(view: ApplicationPageView): Html | null {
  const next = nextStageOf(view.application);
  const later = view.application.stages.filter(({ position }) => position > (next?.position ?? Infinity));
  if (later.length === 0) return null;
  const options = later.map(({ id, name }) => [id, name] as const);
  return folded(
    view,
    'move',
    'Move further ahead',
    html`${expected(view)}${choice(view, 'move', 'stage', 'To which stage?', options)}<p class="soft">Stages between are recorded as passed over.</p>${button('Move')}`,
  );
}

function skip(view: ApplicationPageView): Html {
  const { stages, stageId } = view.application;
  const rule = stages.find(({ id }) => id === stageId)?.skippableIf;
  return folded(
    view,
    'skip',
    'Skip this stage',
    html`${expected(view)}<p class="soft">The posting allows it: ${rule}.</p>${text(view, 'skip', 'reason', 'Why?')}${text(view, 'skip', 'evidence', 'What shows it?', { note: 'A link or some words.' })}${button('Skip')}`,
  );
}

function sendBack(view: ApplicationPageView): Html {
  const { stages, stageId } = view.application;
  const position = stages.find(({ id }) => id === stageId)?.position ?? 0;
  const earlier = stages.filter((stage) => stage.position < position).map(({ id, name }) => [id, name] as const);
  return folded(
    view,
    'back',
    'Send back',
    html`${expected(view)}${choice(view, 'back', 'stage', 'To which stage?', [['received', 'Received'], ...earlier])}${text(view, 'back', 'reason', 'Why?')}${button('Send back')}`,
  );
}

function reject(view: ApplicationPageView): Html {
  return folded(
    view,
    'reject',
    'Reject',
    html`${expected(view)}${choice(view, 'reject', 'reason', 'Why?', reasonsFor(view, 'WE_REJECTED'))}${text(view, 'reject', 'note', 'Note (optional)', { note: 'For the team. The candidate gets a kind mail without it.', required: false })}${button('Reject', true)}`,
  );
}

function withdraw(view: ApplicationPageView): Html {
  return folded(
    view,
    'withdraw',
    'They withdrew',
    html`${expected(view)}${choice(view, 'withdraw', 'reason', 'Reason (optional)', reasonsFor(view, 'THEY_WITHDREW'), false)}${text(view, 'withdraw', 'note', 'What they said (optional)', { required: false })}${button('Record that they withdrew', true)}`,
  );
}

function reopen(view: ApplicationPageView): Html {
  const freed = view.application.status === 'HIRED' ? html`<p class="soft">Their opening is free again.</p>` : null;
  return folded(
    view,
    'reopen',
    'Reopen',
    html`${expected(view)}<p class="soft">They go on in the stage where it ended.</p>${freed}${text(view, 'reopen', 'reason', 'Why?')}${button('Reopen')}`,
  );
}

function reasonsFor({ reasons }: ApplicationPageView, side: string) {
  return reasons.filter((reason) => reason.side === side && reason.active).map(({ id, label }) => [id, label] as const);
}
