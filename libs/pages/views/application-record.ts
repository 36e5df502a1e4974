import type { LedgerRow } from '#libs/notifications/index.js';
import { type Html, html } from '#libs/platform/index.js';
import { type ApplicationPageView, stageName } from './application-view.js';
import { lower, moment, outside, prose } from './desk-words.js';

const RESIDENCE = {
  inside: 'within what the posting names',
  outside: 'outside what the posting names',
  unknown: 'cannot be told',
} as const;

/** Who they are and how they came, beside everything else. */
export function facts({ application, frame }: ApplicationPageView): Html {
  const { candidate } = application;
  const row = (label: string, value: Html | string | null) =>
    value === null || value === '' ? null : html`<dt>${label}</dt><dd>${value}</dd>`;
  const residence = `${RESIDENCE[application.residenceCheck]}${application.residence.length > 0 ? ` (${application.residence.join(', ')})` : ''}`;
  return html`<dl class="facts card">${row('Mail', html`<a href="mailto:${candidate.email}">${candidate.email}</a>`)}${row('Phone', candidate.phone)}${row('Lives', candidate.location)}${row('Country', application.country ?? candidate.country)}${row('Residence', residence)}${row('Time zone', candidate.zone.replaceAll('_', ' '))}${row('Links', candidate.links.length > 0 ? html`${candidate.links.map((link) => html`<span class="line">${outside(link)}</span>`)}` : null)}${row('Source', application.source)}${row('Applied', moment(application.appliedAt, frame.zone))}${row('Consent', moment(application.consentedAt, frame.zone))}</dl>
${application.statedContact ? stated(application.statedContact) : null}`;
}

function stated(contact: object): Html {
  const pairs = Object.entries(contact) as [string, unknown][];
  return html`<div class="card"><p>With this application they stated otherwise:</p><ul>${pairs.map(([key, value]) => html`<li>${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}</li>`)}</ul></div>`;
}

/** Files and answers that came with it. */
export function material({ application }: ApplicationPageView): Html | null {
  const { attachments, answers } = application;
  if (attachments.length + answers.length === 0) return null;
  const files = attachments.map(
    ({ id, fileName, kind, sizeBytes }) =>
      html`<li><a href="/files/${id}">${fileName}</a> <span class="soft">${kind === 'CV' ? 'CV' : lower(kind)}, ${Math.ceil(sizeBytes / 1024)} kB</span></li>`,
  );
  return html`<section aria-labelledby="material"><h2 id="material">What they sent</h2>${files.length > 0 ? html`<ul class="plain">${files}</ul>` : null}${answers.map(
    ({ label, kind, text }) =>
      html`<div class="answer"><h3>${label}</h3>${kind === 'LINK' ? html`<p>${outside(text)}</p>` : prose(text)}</div>`,
  )}</section>`;
}

/** Notes of the team, and a form for one more. */
export function notes({ application, frame, noteKey, typed }: ApplicationPageView): Html {
  const kept = typed.action === 'note' ? typed.text : '';
  return html`<section aria-labelledby="notes"><h2 id="notes">Notes</h2>${application.notes.map(
    ({ authorName, createdAt, text }) =>
      html`<article class="card"><p class="soft">${authorName}, ${moment(createdAt, frame.zone)}</p>${prose(text)}</article>`,
  )}<form method="post"><input type="hidden" name="action" value="note"><input type="hidden" name="key" value="${noteKey}"><div class="field"><label for="note">Add a note</label><small>For the team; the candidate never sees it.</small><textarea id="note" name="text" rows="3" required maxlength="20000">
${kept}</textarea></div><p class="actions"><button class="quiet" type="submit">Add the note</button></p></form></section>`;
}

const MAIL_STATES: Readonly<Record<LedgerRow['state'], string>> = {
  DECIDED: 'to be sent',
  RELAYED: 'to be sent',
  SENDING: 'being sent',
  IN_DOUBT: 'may have arrived',
  SENT: 'sent',
  BOUNCED: 'came back',
  FAILED: 'failed',
  SKIPPED: 'not sent',
  SUPERSEDED: 'taken back',
};

/** The ledger of mails about it: what went out, what will, and what did not and why. */
export function mails({ mails: rows, frame }: ApplicationPageView): Html | null {
  if (rows === null) return null;
  return html`<section aria-labelledby="mails"><h2 id="mails">Mails</h2>${
    rows.length === 0
      ? html`<p class="soft">None yet.</p>`
      : html`<ul class="rows">${rows.map(
          (mail) =>
            html`<li><strong>${mail.subject || lower(mail.template.replaceAll('-', ' '))}</strong><span>${mail.recipient ? `to ${mail.recipient}` : null}</span><span class="soft"><span class="pill" data-state="${mail.state}">${MAIL_STATES[mail.state]}</span> ${moment(mail.sent_at ?? (mail.skipped_because !== null ? mail.created_at : mail.not_before), frame.zone)}${mail.skipped_because ? html`: ${mail.skipped_because}` : null}${mail.error ? html`: ${mail.error}` : null}</span></li>`,
        )}</ul>`
  }</section>`;
}

const COMMANDS: Readonly<Record<string, (to: string) => string>> = {
  ADVANCE: (to) => `Moved to ${to}`,
  MOVE_TO_STAGE: (to) => `Moved to ${to}`,
  SKIP_STAGE: (to) => `Skipped a stage, to ${to}`,
  SEND_BACK: (to) => `Sent back to ${to}`,
  REJECT: () => 'Rejected',
  WITHDRAW: () => 'Withdrawn',
  REOPEN: (to) => `Reopened in ${to}`,
  HIRE: () => 'Hired',
  CHANGE_PLAN: (to) => `Put on the present plan, in ${to}`,
};
const ACTORS: Readonly<Record<string, string>> = { candidate: 'the candidate', system: 'Rounds', staff: 'a former member' };

/** Every move, the newest first. */
export function timeline({ application, frame }: ApplicationPageView): Html {
  const moves = [...application.transitions].reverse().map((move) => {
    const passed = move.passedOver.map((id) => stageName(application, id)).join(', ');
    const said = COMMANDS[move.command]!(move.toStageName ?? stageName(application, move.toStageId));
    return html`<li><strong>${said}</strong><small>${move.actorName ?? ACTORS[move.actorKind] ?? move.actorKind}, ${moment(move.at, frame.zone)}</small>${passed ? html`<small>passing over ${passed}</small>` : null}${move.reason ? prose(move.reason) : null}${move.evidence ? html`<p>${outside(move.evidence)}</p>` : null}</li>`;
  });
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2><ol class="timeline" reversed>${moves}<li><strong>Applied</strong><small>${moment(application.appliedAt, frame.zone)}</small></li></ol></section>`;
}
