import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Id } from '#libs/kernel/index.js';
import { buildPosting } from '../../support/builders.js';
import type { TestPerson } from '../../support/api.js';
import { World, at, multipart } from './world.js';

/** A page, who looks at it, and what they do there before it is judged. */
export interface Stop {
  readonly name: string;
  readonly path: string;
  readonly as: TestPerson | null;
  readonly act?: (page: Page) => Promise<unknown>;
}

const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Überlingen am Bodensee';

/** Every server-rendered page of a world in which all of them have something to show, with names that hardly fit. */
export async function pagesTour(world: World): Promise<Stop[]> {
  const { recruiter, manager, interviewer, reviewer } = world;
  const admin = await world.api.newPerson(world.organizationId, 'ADMIN', { name: LONG_NAME });
  await world.rows(`UPDATE sessions SET expires_at = '2040-01-01'`);
  const document = await readFile(join(process.cwd(), 'samples/postings/senior-backend-engineer.md'), 'utf8');
  const whole = document.replace(/^\{\{#include.*\}\}$/m, '');
  const imported = await world.post('/postings/import', multipart({ action: 'import', document: whole }), recruiter);
  const published = imported.location!.split('?')[0]!;
  await world.post(published, { action: 'publish', version: '1', confirm: 'yes' }, recruiter);
  const second = await world.post('/postings/import', multipart({ action: 'import', document }), recruiter);
  const draft = second.location!.split('?')[0]!;

  const full = await fullApplication(world);
  const seat = await world.interview(full, world.technical, at(-2), 'COMPLETED');
  const coming = await world.application(world.screen, { name: LONG_NAME, zone: 'Asia/Kathmandu' });
  const comingSeat = await world.interview(coming, world.screen, at(26));
  await world.interview(await world.application(world.screen, { name: 'Ada Lindqvist' }), world.screen);
  for (const name of ['Bo Ek', 'Chidinma Okafor', LONG_NAME]) await world.application(null, { name });
  const choosing = await world.application(null, { name: 'Dana Choosing', zone: 'Europe/Oslo' });
  await world.post(`/applications/${choosing.id}`, { action: 'advance', version: '0' }, manager);
  const working = await world.application(world.work, { name: 'Elif Working' });
  await world.takeHome(working, 'SENT');
  const rejected = await world.application(null, { name: 'Finn Rejected' });
  await world.post(`/applications/${rejected.id}`, { action: 'reject', version: '0', reason: world.reasonId }, manager);

  for (const action of ['ask-access', 'ask-erasure']) await world.post(world.candidatePath('application', coming.id), { action });
  await world.post('/privacy', { action: 'set-rule', country: '', least: '0', most: '300' }, admin);

  const careers = '/careers/tidal';
  const [{ slug }] = (await world.rows('SELECT slug FROM postings WHERE id = $1', [published.split('/').at(-1)])) as [
    { slug: string },
  ];
  const application = (id: Id) => `/applications/${id}`;
  return [
    { name: 'home', path: '/', as: null },
    { name: 'sign-in', path: '/sign-in?to=/desk', as: null },
    { name: 'sign-in-failed', path: '/sign-in', as: null, act: failToSignIn },
    { name: 'forgot', path: '/account/forgot', as: null },
    { name: 'link-ended', path: '/account/reset/nothing', as: null },
    { name: 'careers', path: careers, as: null },
    { name: 'careers-posting', path: `${careers}/${slug}`, as: null },
    { name: 'careers-closed', path: `${careers}/${await closedPosting(world)}`, as: null },
    { name: 'careers-unknown', path: `${careers}/nothing`, as: null },
    { name: 'apply', path: `${careers}/${world.posting.slug}/apply`, as: null },
    { name: 'apply-fault', path: `${careers}/${world.posting.slug}/apply`, as: null, act: applyBadly },
    { name: 'ask-link', path: `${careers}/my-application`, as: null },
    { name: 'candidate', path: world.candidatePath('application', coming.id), as: null },
    { name: 'candidate-mails', path: `${world.candidatePath('application', coming.id)}/mails`, as: null },
    { name: 'candidate-rejected', path: world.candidatePath('application', rejected.id), as: null },
    { name: 'candidate-times', path: world.candidatePath('schedule', choosing.id), as: null },
    { name: 'candidate-booked', path: world.candidatePath('schedule', coming.id), as: null },
    { name: 'candidate-take-home', path: world.candidatePath('take-home', working.id), as: null },
    { name: 'kit-by-link', path: world.kitPath(comingSeat.seatId), as: null },
    { name: 'kit-by-link-over', path: world.kitPath(seat.seatId), as: null },
    { name: 'desk-manager', path: '/desk', as: manager },
    { name: 'desk-interviewer', path: '/desk', as: interviewer },
    { name: 'desk-empty', path: '/desk', as: world.outsider },
    { name: 'privacy', path: '/privacy', as: admin, act: unfold },
    { name: 'application-admin', path: application(full.id), as: admin },
    { name: 'board', path: `/postings/${world.posting.id}/board`, as: manager },
    { name: 'application-full', path: application(full.id), as: manager, act: unfold },
    { name: 'application-choosing', path: application(choosing.id), as: manager, act: unfold },
    { name: 'application-coming', path: application(coming.id), as: manager },
    { name: 'application-working', path: application(working.id), as: recruiter, act: unfold },
    { name: 'application-rejected', path: application(rejected.id), as: manager },
    { name: 'application-interviewer', path: application(full.id), as: interviewer },
    { name: 'application-fault', path: application(full.id), as: manager, act: noteNothing },
    { name: 'kit-reviewer', path: `/kits/${full.id}/${world.work.id}`, as: reviewer },
    { name: 'kit-manager', path: `/kits/${full.id}/${world.technical.id}`, as: manager },
    { name: 'import', path: '/postings/import', as: recruiter },
    { name: 'preview', path: '/postings/import', as: recruiter, act: (page) => preview(page, document) },
    { name: 'posting-draft', path: draft, as: recruiter },
    { name: 'posting-open', path: `/postings/${world.posting.id}`, as: manager },
    { name: 'not-there', path: `/postings/${world.outsider.id}`, as: manager },
  ];
}

/** Somebody with everything: answers, files, cards, notes, mails, a long way behind them. */
async function fullApplication(world: World): Promise<{ id: Id; candidateId: Id }> {
  const { owner } = world.api;
  const { organizationId, manager } = world;
  const form = multipart(
    {
      ...{
        name: 'Cato Candidate',
        email: 'cato@mail.example',
        phone: '+47 555 01 234',
        location: 'Bergen, Norway',
        country: 'NO',
      },
      ...{ zone: 'Europe/Oslo', links: 'https://code.example/cato\nhttps://cato.example', consent: 'yes' },
      'answers.why': 'They come back.\n\nAlways.',
      'answers.code': 'https://code.example/tides',
    },
    { name: 'cato-candidate.txt', bytes: new TextEncoder().encode('I have measured tides for ten years.') },
  );
  await world.post(`/careers/tidal/${world.posting.slug}/apply`, form);
  const [row] = await world.rows<{ id: Id; candidate_id: Id }>(
    'SELECT id, candidate_id FROM applications WHERE posting_id = $1',
    [world.posting.id],
  );
  const { id } = row!;
  const path = `/applications/${id}`;
  await world.post(path, { action: 'note', text: `Read by ${LONG_NAME}.\nStrong on databases.` }, manager);
  await world.post(path, { action: 'advance', version: '0' }, manager);
  await owner.query(`UPDATE interviewer_pool_members SET target_per_week = 5 WHERE organization_id = $1`, [organizationId]);
  await world.interview({ id, candidateId: row!.candidate_id }, world.screen, at(-100), 'COMPLETED');
  await world.card({ id }, world.screen, world.interviewer, 'Calm and clear.\nAsks before she builds.');
  await world.post(path, { action: 'move', version: '1', stage: world.technical.id }, manager);
  await world.takeHome({ id }, 'SUBMITTED');
  return { id, candidateId: row!.candidate_id };
}

/** The short name of a posting that is closed. */
async function closedPosting(world: World): Promise<string> {
  const { id, slug } = await buildPosting(world.api.owner, world.organizationId, {
    title: 'Tide Gauge Keeper',
    status: 'CLOSED',
  });
  await world.rows('UPDATE postings SET closed_at = now() WHERE id = $1', [id]);
  return slug;
}

async function failToSignIn(page: Page): Promise<void> {
  await page.getByLabel('Organisation').fill('tidal');
  await page.getByLabel('Mail address').fill('nobody@org.example');
  await page.getByLabel('Password').fill('wrong wrong wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').waitFor();
}

async function applyBadly(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Cato Candidate');
  await page.getByLabel('Mail address').fill('not an address');
  await page.getByRole('button', { name: 'Send application' }).click();
  await page.getByRole('alert').waitFor();
}

async function noteNothing(page: Page): Promise<void> {
  await page.getByLabel('Add a note').fill('   ');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.getByRole('alert').waitFor();
}

async function preview(page: Page, document: string): Promise<void> {
  await page.getByLabel('Markdown').fill(document);
  await page.getByRole('button', { name: 'Show what is understood' }).click();
  await page.getByRole('button', { name: 'Import as draft' }).waitFor();
}

/** Opens everything that is folded away. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
}
