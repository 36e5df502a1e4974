import { randomBytes } from 'node:crypto';
import { hashPassword } from '#libs/identity/passwords/password-hash.js';
import { type Id, newId } from '#libs/kernel/index.js';
import type { TestPerson } from '../support/api.js';
import { type World, at } from '../integration/pages/world.js';

export const PASSWORD = 'lamp river sixteen anvil';
const HOSTILE = '<img src=x onerror=alert(1)>{{7*7}}';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
const LONG = 'Kalender der Abteilung für Gezeitenmessung, Hochwasserschutz und Donaudampfschifffahrt';

export interface Settled {
  readonly admin: TestPerson;
  readonly endpointId: Id;
  /** Whose last application ended, and who is under a hold. */
  readonly candidateId: Id;
  /** On whose mail something came back. */
  readonly applicationId: Id;
}

/** An organisation in which every section of the settings, and what came back by mail, has something to show. */
export async function settle(world: World): Promise<Settled> {
  const admin = await world.api.newPerson(world.organizationId, 'ADMIN', { name: 'Ada Administrator', zone: 'Europe/Oslo' });
  const hash = await hashPassword(PASSWORD);
  if (!hash.ok) throw new Error(hash.refusal.message);
  await world.rows('UPDATE people SET password_hash = $2 WHERE id = $1', [admin.id, hash.value]);
  await world.rows(`UPDATE sessions SET expires_at = '2040-01-01', user_agent = $1`, [FIREFOX]);
  await calendars(world, admin.id);
  await tokens(world, admin.id);
  const endpointId = await webhooks(world);
  return { admin, endpointId, ...(await people(world, admin.id)) };
}

/** Writes a row of the organisation with an id of its own. */
async function insert(world: World, table: string, fields: Readonly<Record<string, unknown>>): Promise<Id> {
  // Rows are as old as their ids say; what is older than the world's own days is cleared away.
  const id = newId(at(0).getTime());
  const row = { organization_id: world.organizationId, ...(table !== 'legal_holds' && { id }), ...fields };
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  await world.rows(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')})`, Object.values(row));
  return id;
}

async function calendars(world: World, personId: Id): Promise<void> {
  const calendar = { person_id: personId, sealed: randomBytes(40), created_at: at(-240), tried_at: at(-0.2) };
  await insert(world, 'calendar_sources', {
    ...calendar,
    ...{ kind: 'ICS', name: 'Work', host: 'calendar.example', fetched_at: at(-0.2), next_at: at(0.05) },
  });
  await insert(world, 'calendar_sources', {
    ...calendar,
    ...{ kind: 'CALDAV', name: LONG, host: 'dav.calendar.example:8443', fetched_at: at(-30), next_at: at(4), failures: 5 },
    problem: 'The server did not take the password. Make a new one for Rounds and connect the calendar again.',
  });
  await insert(world, 'calendar_feeds', { owner_id: personId, token_hash: randomBytes(32), created_at: at(-48) });
}

async function tokens(world: World, personId: Id): Promise<void> {
  const token = { created_at: at(-24 * 60), scopes: ['READ'] };
  const hash = () => randomBytes(32);
  await insert(world, 'api_tokens', {
    ...{ ...token, person_id: personId, name: 'Monthly report', token_hash: hash(), expires_at: at(24 * 9) },
    last_used_at: at(-3),
  });
  await insert(world, 'api_tokens', {
    ...{ ...token, person_id: world.recruiter.id, name: 'Import of postings', token_hash: hash(), expires_at: at(24 * 200) },
    scopes: ['READ', 'HIRING', 'POSTINGS', 'MAIL'],
  });
}

async function webhooks(world: World): Promise<Id> {
  const endpointId = await insert(world, 'webhook_endpoints', {
    ...{ kind: 'SIGNED', url: 'https://hooks.tidal.example/rounds', events: ['take-home.submitted', 'interview.rescheduled'] },
  });
  await insert(world, 'webhook_endpoints', {
    ...{ kind: 'CHAT', url: `https://chat.example/hooks/${'T0KEN'.repeat(12)}`, events: ['interview.booked'], active: false },
  });
  const told = (fields: Readonly<Record<string, unknown>>) =>
    insert(world, 'webhook_deliveries', {
      ...{ endpoint_id: endpointId, event_id: newId(), type: 'application.moved', happened_at: at(-1), data: '{}', ...fields },
    });
  await told({ state: 'DELIVERED', attempts: 1, last_status: 204, delivered_at: at(-1) });
  await told({ state: 'FAILED', attempts: 10, last_status: 503, type: 'posting.closed' });
  await told({ state: 'PENDING', attempts: 2, last_problem: 'The name could not be resolved.', next_at: at(0.4) });
  return endpointId;
}

async function people(world: World, adminId: Id): Promise<{ candidateId: Id; applicationId: Id }> {
  const rule = { changed_at: at(-24 * 30), at_least_days: 60 };
  await insert(world, 'retention_rules', { ...rule, country: null, at_most_days: 180 });
  await insert(world, 'retention_rules', { ...rule, country: 'DE', at_most_days: null });
  const ended = await world.application(null, { name: 'Greta Gone' });
  const kept = await world.application(null, { name: 'Henrik Held' });
  const close = `UPDATE applications SET status = 'REJECTED', ended_at = $2 WHERE id = ANY ($1)`;
  await world.rows(close, [[ended.id, kept.id], at(-24 * 170)]);
  const hold = { candidate_id: kept.candidateId, placed_by: adminId, placed_at: at(-50) };
  await insert(world, 'legal_holds', { ...hold, reason: 'Case 12/2030 at the labour court of Bergen.' });
  return { candidateId: kept.candidateId, applicationId: await cameBack(world) };
}

/** Mails to a candidate, and what came back on them. */
async function cameBack(world: World): Promise<Id> {
  const { id: applicationId } = await world.application(world.screen, { name: 'Annika Answers' });
  const mailId = await insert(world, 'mails', {
    ...{ event_id: newId(), template: 'stage-moved', audience: 'candidate', recipient: 'annika@mail.example', state: 'BOUNCED' },
    ...{ application_id: applicationId, message_id: `<${newId()}@rounds.example>`, subject: 'Your next step' },
    ...{ created_at: at(-30), not_before: at(-30), sent_at: at(-30), bounced_at: at(-29), message: Buffer.from('Subject: x') },
    error: '5.1.1 no such mailbox',
  });
  const back = { mail_id: mailId, application_id: applicationId, sender: 'annika@mail.example' };
  await insert(world, 'incoming_mails', {
    ...{ ...back, digest: randomBytes(32), kind: 'REPLY', subject: `Re: Your next step ${HOSTILE}`, received_at: at(-28) },
    text: 'Thank you!\n\nMay I bring my dog? She is quiet, and asleep for most of the day.\n\nAnnika',
    outcome: 'the candidate answered',
  });
  await insert(world, 'incoming_mails', {
    ...{ ...back, digest: randomBytes(32), kind: 'AUTO_REPLY', subject: 'Out of office', received_at: at(-30) },
    text: 'I am away until Monday.',
    outcome: 'a machine answered; nobody was told',
  });
  await insert(world, 'incoming_mails', {
    ...{ ...back, digest: randomBytes(32), kind: 'BOUNCE', subject: '', sender: '', received_at: at(-29), text: '' },
    outcome: 'it came back: 5.1.1 no such mailbox; no more mails go to this address',
  });
  return applicationId;
}
