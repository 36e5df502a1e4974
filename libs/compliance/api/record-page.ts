import { type Html, html } from '#libs/platform/index.js';
import type { ApplicationRecord, PersonRecord } from '../domain/person-record.js';

/** The record as one page that is read from a disk: no script, nothing from elsewhere. */
export function recordPage(
  { person, organization, applications, files, requests, saidVoluntarily = [] }: PersonRecord,
  at: Date,
): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Your data at ${organization.name}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem}li{margin-bottom:.4rem}pre{white-space:pre-wrap;font:inherit}</style>
</head><body><h1>What ${organization.name} keeps of ${person.name}</h1>
<p>As of ${at.toISOString()}. Questions: ${organization.contactEmail}.</p>
<h2>You</h2>${facts([
    ['Name', person.name],
    ['E-mail', person.email],
    ['Phone', person.phone],
    ['Place', person.location],
    ['Country', person.country],
    ['Time zone', person.zone],
    ['Links', person.links.join(', ')],
    ['Known since', person.knownSince],
  ])}
${applications.map(applicationPart)}
${list('What you said voluntarily, which nobody else can read', saidVoluntarily, (each) => `${each.question} ${each.answer} (${each.answeredAt})`)}
${list('Files you sent', files, (file) => `${file.fileName} (${file.sizeBytes} bytes, ${file.sentAt})`)}
${list('What you asked about your data', requests, (each) => `${each.kind.toLowerCase()}, ${each.askedAt}: ${each.outcome?.toLowerCase() ?? 'open'} ${each.answer}`)}
</body></html>`.toString();
}

function applicationPart(application: ApplicationRecord): Html {
  const { written } = application;
  return html`<h2>${application.posting}</h2>${facts([
    ['Status', application.status],
    ['Stage', application.stage],
    ['Applied', application.appliedAt],
    ['Ended', application.endedAt],
    ['You agreed to this', application.consentedAt],
    ['Came by', application.source],
    ['Country', application.country],
    ['Residence against the posting', application.residenceCheck],
    ['Stated differently', application.statedContact === null ? null : JSON.stringify(application.statedContact)],
  ])}
${list('Answers', application.answers, (each) => JSON.stringify(each))}
${list('What happened', application.moves, (move) => `${move.at}: ${move.command.toLowerCase()}, ${move.toStage ?? move.toStatus.toLowerCase()}`)}
${list('Interviews', application.interviews, (each) => `${each.stage}: ${each.startsAt} to ${each.endsAt}, ${each.state.toLowerCase()}`)}
${list('Times you named', application.namedTimes, (each) => `${each.saidAt} (${each.zone}) ${JSON.stringify(each.windows)} ${each.note}`)}
${list('Take-homes', application.takeHomes, (each) => `sent ${each.sentAt}, due ${each.dueAt}${each.submittedAt ? `, handed in ${each.submittedAt}` : ''}: ${each.url ?? ''} ${each.note}\n${each.brief}`)}
${list('Mails to you', application.mailsToYou, (mail) => `${mail.at}: ${mail.subject} (${mail.state.toLowerCase()})`)}
${list('Mails from you', application.mailsFromYou, (mail) => `${mail.receivedAt}: ${mail.subject}\n${mail.text}`)}
${
  written
    ? html`${list('Notes of the team', written.notes, (note) => `${note.at}: ${note.text}`)}${list('Reasons', written.reasons, (reason) => reason)}${list(
        'Assessments',
        written.assessments,
        (each) =>
          `${each.stage}, ${each.at}: ${each.recommendation}\n${each.notes}\n${each.ratings.map((rating) => `${rating.attribute}: ${rating.rating} of 4 ${rating.note}`).join('\n')}`,
      )}`
    : null
}`;
}

function facts(pairs: readonly (readonly [string, string | null])[]): Html {
  return html`<dl>${pairs.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function list<T>(title: string, items: readonly T[], text: (item: T) => string): Html | null {
  if (items.length === 0) return null;
  return html`<h3>${title}</h3><ul>${items.map((item) => html`<li><pre>${text(item)}</pre></li>`)}</ul>`;
}
