// @needs chromium
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import type { TestPerson } from '../support/api.js';
import { buildPlan } from '../support/builders.js';
import { HOSTILE, LOOK_FOR_HARM, makeHostile } from '../integration/pages/hostile-world.js';
import { NOW, World, at } from '../integration/pages/world.js';
import { type Stop, pagesTour } from '../integration/pages/tour.js';
import { settingsScreens } from './settings-screens.js';
import { type Settled, settle } from './settings-world.js';

const CHROMIUM = process.env.ROUNDS_TEST_CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another colour or width can break. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable'] };

/** The screens as `npm run build:web` made them, in a browser, on a server with all its parts. */
describe('the screens of the hiring team', () => {
  let world: World;
  let settled: Settled;
  let browser: Browser;
  const faults: string[] = [];
  beforeAll(async () => {
    if (!existsSync('dist/web/build.json') || !readFileSync('dist/web/build.json', 'utf8').includes('"documents"'))
      throw new Error('The screens, and the list of what they ask, are not built: npm run build:web');
    // Nothing that is not in that list is answered to them.
    world = await World.start('all', { graphqlTrusted: 'web' });
    settled = await settle(world);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  }, 30_000);

  /** A browser of somebody who is signed in; its clock is the world's. */
  const signIn = async (person: TestPerson, view: { width?: number; dark?: boolean } = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: { width: view.width ?? 1440, height: 900 },
      colorScheme: view.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    await context.clock.setFixedTime(NOW);
    await context.addCookies([{ name: 'rounds_session', value: person.token, url: world.api.url }]);
    context.on('page', watch);
    return context;
  };
  const watch = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => void (faults.push(`a dialog: ${dialog.message()}`), dialog.dismiss()));
    page.on('request', (request) => {
      if (!/^(?:blob:)?http:\/\/127\.0\.0\.1:/.test(request.url())) faults.push(`asked for ${request.url()}`);
    });
  };
  const open = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${world.api.url}/app${path}`);
    await page.locator('main h1').waitFor();
    return page;
  };
  const boardOf = () => `/postings/${world.posting.id}/board`;
  const card = (page: Page, name: string) => page.locator('[data-card]', { hasText: name });
  const column = (page: Page, name: string) =>
    page.locator('section', { has: page.getByRole('heading', { name, exact: false, level: 2 }) });
  const standsIn = async (id: string, stageId: string | null, status = 'ACTIVE') => {
    await expect(world.standing(id as never)).resolves.toMatchObject({ status, stage_id: stageId });
  };

  it('move a card by dragging, and the other browser sees it without being asked', async () => {
    await world.renewPosting();
    const application = await world.application(null, { name: 'Dragged Along' });
    const manager = await signIn(world.manager);
    const recruiter = await signIn(world.recruiter);
    const mine = await open(manager, boardOf());
    const theirs = await open(recruiter, boardOf());
    await card(mine, 'Dragged Along').dragTo(column(mine, 'Screening call'));
    await mine.getByText('Dragged Along is now in Screening call.').waitFor();
    await column(theirs, 'Screening call').getByRole('link', { name: 'Dragged Along' }).waitFor();
    await standsIn(application.id, world.screen.id);
    await manager.close();
    await recruiter.close();
  }, 60_000);

  it('tell who was slower that somebody else was faster, and show both where the card is', async () => {
    await world.renewPosting();
    const application = await world.application(null, { name: 'Wanted Twice' });
    // Neither browser hears of anything: the boards stay as they were read first.
    const pages = await Promise.all(
      [world.manager, world.recruiter].map(async (person) => {
        const context = await signIn(person);
        await context.routeWebSocket(/graphql/, () => undefined);
        return open(context, boardOf());
      }),
    );
    const stages = ['Screening call', 'Assignment'];
    for (const page of pages) await card(page, 'Wanted Twice').getByRole('button').click();
    await Promise.all(pages.map((page, at) => page.getByRole('menuitem', { name: stages[at]! }).click()));
    const first = await Promise.all(
      pages.map(async (page, at) => {
        const done = page.getByText(`Wanted Twice is now in ${stages[at]}.`);
        const late = page.getByText(`Wanted Twice was moved by somebody else and is now in ${stages[1 - at]}.`);
        await done.or(late).first().waitFor();
        return (await done.count()) > 0;
      }),
    );
    expect([...first].sort()).toEqual([false, true]);
    const winner = first.indexOf(true);
    for (const page of pages) await column(page, stages[winner]!).getByRole('link', { name: 'Wanted Twice' }).waitFor();
    await standsIn(application.id, [world.screen, world.work][winner]!.id);
    for (const page of pages) await page.context().close();
  }, 60_000);

  it('do everything from the palette: what can be done here, boards, people and settings, by their first letters and Enter', async () => {
    await world.renewPosting();
    const application = await world.application(null, { name: 'Paula Palette' });
    const admin = await world.api.newPerson(world.organizationId, 'ADMIN', { name: 'Pia Palette' });
    await world.rows(`UPDATE sessions SET expires_at = '2040-01-01'`);
    const context = await signIn(admin);
    const page = await open(context, '');
    const find = async (typed: string, found: string) => {
      await page.keyboard.press('Control+k');
      const dialog = page.getByRole('dialog', { name: 'Find anything' });
      await dialog.getByRole('textbox').fill(typed);
      await dialog.locator('[data-selected]', { hasText: found }).waitFor();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    await find('settings: ret', 'Settings: Retention');
    await page.waitForURL(/tab=retention$/);
    await find('paula', 'Paula Palette');
    await page.waitForURL(new RegExp(`${application.id}$`));
    await page.getByRole('heading', { name: 'Received', level: 2 }).waitFor();
    await find('rej', 'Reject …');
    await page
      .getByRole('dialog', { name: 'Reject Paula Palette' })
      .getByRole('region', { name: 'The mail that they get' })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await find('move to scr', 'Move to Screening call');
    await page.getByText('Now in Screening call.').waitFor();
    await standsIn(application.id, world.screen.id);
    await find('sign out', 'Sign out');
    await page.waitForURL(/sign-in/);
    await context.close();
  }, 60_000);

  it('move several at once, and all of them back', async () => {
    await world.renewPosting();
    const applications = [];
    for (const name of ['Ane', 'Bea', 'Cid']) applications.push(await world.application(null, { name }));
    const context = await signIn(world.manager);
    const page = await open(context, `${boardOf()}?view=table`);
    for (const name of ['Ane', 'Bea', 'Cid']) {
      await page.getByRole('link', { name }).focus();
      await page.keyboard.press('x');
    }
    await page.getByRole('link', { name: 'Bea' }).focus();
    await page.keyboard.press('n');
    await page.getByText('3 candidates moved to Screening call.').waitFor();
    for (const { id } of applications) await standsIn(id, world.screen.id);
    await page.keyboard.press('u');
    await page.getByText('Undone. 3 candidates stand where they were.').waitFor();
    for (const { id } of applications) await standsIn(id, null);
    await context.close();
  }, 60_000);

  it('put who is on an earlier plan on the present one, and book times for many together', async () => {
    await world.renewPosting();
    for (const name of ['Pia', 'Qasim']) await world.application(world.screen, { name });
    const seats = [{ role: 'engineer', poolId: world.poolId }];
    await buildPlan(
      world.api.owner,
      world.organizationId,
      world.posting.id,
      [{ name: 'First call', kind: 'SCREEN', durationMin: 45, seats }],
      2,
    );
    await world.rows('UPDATE postings SET plan_version = 2 WHERE id = $1', [world.posting.id]);
    const context = await signIn(world.manager);
    const page = await open(context, boardOf());
    await page.getByRole('link', { name: 'from an earlier plan' }).first().click();
    await page.getByLabel('Begin the stage anew', { exact: false }).check();
    await page.getByText('enters it; its work begins, and they are told').first().waitFor();
    await page.getByRole('button', { name: 'Move 2 candidates' }).click();
    await page.getByText('2 candidates moved to the present plan.').waitFor();
    await page.getByRole('link', { name: 'To the board' }).click();
    await page.getByRole('link', { name: 'times for 2' }).click();
    await page.getByRole('button', { name: 'Propose times for 2' }).click();
    await page.getByText('2 of 2 get a time. No plan gives more.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Book 2 interviews' }).click();
    await page.getByText('2 interviews booked. Everybody gets an invitation.').waitFor();
    const booked = await world.rows(
      `SELECT count(DISTINCT during)::int AS times FROM interviews i JOIN applications a ON a.id = i.application_id WHERE a.posting_id = $1 AND i.state = 'CONFIRMED'`,
      [world.posting.id],
    );
    expect(booked).toEqual([{ times: 2 }]);
    await context.close();
  }, 60_000);

  it('carry candidates on, back, and out by the keyboard alone', async () => {
    await world.renewPosting();
    const first = await world.application(null, { name: 'Kit Keyboard' });
    const context = await signIn(world.manager);
    const page = await open(context, boardOf());
    await page.getByRole('link', { name: 'Kit Keyboard' }).focus();
    await page.keyboard.press('n');
    await page.getByText('Kit Keyboard is now in Screening call.').waitFor();
    await standsIn(first.id, world.screen.id);
    await page.keyboard.press('u');
    await page.getByText('Undone. Kit Keyboard is where they were.').waitFor();
    await standsIn(first.id, null);
    await page.getByRole('link', { name: 'Kit Keyboard' }).focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Technical interview' }).waitFor();
    await page.keyboard.type('t');
    await page.getByRole('menuitem', { name: 'Technical interview' }).focus();
    await page.keyboard.press('Enter');
    await column(page, 'Technical interview').getByRole('link', { name: 'Kit Keyboard' }).waitFor();
    await page.getByRole('link', { name: 'Kit Keyboard' }).focus();
    await page.keyboard.press('r');
    // The dialog puts the focus there itself, a moment after it opens.
    await page.locator('select:focus').waitFor();
    await page.getByLabel('Why?').selectOption({ label: 'Not enough experience' });
    await page.getByRole('button', { name: 'Reject and send the mail' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Kit Keyboard is rejected and gets a kind mail.').waitFor();
    await standsIn(first.id, world.technical.id, 'REJECTED');
    await context.close();
  }, 60_000);

  it('keep the filters in the address and names out of it, and hold a thousand cards with few of them in the page', async () => {
    await world.renewPosting();
    await world.rows(
      `WITH people AS (
         INSERT INTO candidates (organization_id, id, name, email, zone)
         SELECT $1, gen_random_uuid(), 'Person ' || lpad(n::text, 4, '0'), 'p' || n || '@many.example', 'UTC' FROM generate_series(1, 1000) n
         RETURNING id)
       INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, status, version, applied_at, entered_stage_at, consented_at)
       SELECT $1, gen_random_uuid(), $2, people.id, $3, 'ACTIVE', 0, $4, $4, $4 FROM people`,
      [world.organizationId, world.posting.id, world.posting.planId, at(-24)],
    );
    const context = await signIn(world.manager);
    const page = await open(context, boardOf());
    await page.getByText('1,000 active candidates').waitFor();
    expect(await page.locator('[data-card]').count()).toBeLessThan(60);
    await page.getByRole('link', { name: 'Person', exact: false }).first().focus();
    await page.keyboard.press('End');
    await page.locator('[data-index="999"] a:focus').waitFor();
    await page.getByLabel('Find by name').fill('0007');
    await page.getByText('1 of 1000 shown').waitFor();
    await page.getByLabel('Over target only').check();
    await page.getByText('0 of 1000 shown').waitFor();
    expect(new URL(page.url()).search).toBe('?late=1');
    await page.reload();
    expect(await page.getByLabel('Over target only').isChecked()).toBe(true);
    await context.close();
  }, 60_000);

  it('show what strangers wrote as text', async () => {
    await world.renewPosting();
    const application = await world.application(null, { name: HOSTILE });
    const context = await signIn(world.manager);
    const page = await open(context, boardOf());
    await page.getByRole('link', { name: HOSTILE }).click();
    await page.getByRole('heading', { level: 1, name: HOSTILE }).waitFor();
    await page.getByRole('tab', { name: 'Notes' }).click();
    await page.getByLabel('A note for the team').fill(`${HOSTILE}\n**bold**`);
    await page.getByRole('button', { name: 'Add the note' }).click();
    await page.getByRole('article').getByText('**bold**').waitFor();
    expect(page.url()).toContain(application.id);
    await context.close();
  }, 60_000);

  it('find a time that suits everybody, lose no note on reload, move far ahead, and hire', async () => {
    await world.renewPosting();
    const application = await world.application(null, { name: 'Hedda Hired', zone: 'Asia/Kathmandu' });
    const context = await signIn(world.manager);
    const page = await open(context, `/applications/${application.id}`);
    await page.getByRole('button', { name: 'Move to Screening call' }).click();
    await page.getByRole('button', { name: 'Find a time' }).click();
    await page.getByRole('dialog').getByRole('radio').first().check();
    await page.getByRole('button', { name: /^Book / }).click();
    await page.getByText('Booked. Everybody gets an invitation.').waitFor();
    await page.getByRole('tab', { name: 'Interviews and work' }).click();
    await page.getByText('for the candidate:').waitFor();
    await page.getByRole('tab', { name: 'Notes' }).click();
    await page.getByLabel('A note for the team').fill('Half a thought');
    await page.reload();
    expect(await page.getByLabel('A note for the team').inputValue()).toBe('Half a thought');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Move further ahead' }).click();
    await page.getByLabel('To which stage?').selectOption({ label: 'Offer' });
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('Now in Offer.').waitFor();
    await page.getByRole('button', { name: 'Hire' }).click();
    await page.getByLabel('Into which opening?').selectOption({ index: 1 });
    await page.getByRole('dialog').getByRole('button', { name: 'Hire' }).click();
    await page.getByText('The hire fills an opening. Nothing is left to do here.').waitFor();
    await standsIn(application.id, world.offer.id, 'HIRED');
    await context.close();
  }, 60_000);

  it('show a week of all concerned, say why not, and book a time out of it', async () => {
    await world.renewPosting();
    const application = await world.application(world.screen, { name: 'Wanda Week', zone: 'Asia/Kathmandu' });
    const context = await signIn(world.manager);
    const page = await open(context, `/applications/${application.id}/time`);
    await page.getByRole('heading', { level: 1, name: 'Wanda Week: Screening call' }).waitFor();
    await page.getByLabel('Why not this time?').fill('2030-03-07T05:00');
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await page.getByText('it is outside the core hours', { exact: false }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe('2030-03-07T04:00:00.000Z');
    await page.getByRole('button', { name: 'Fri 8 Mar' }).click();
    await page.getByRole('group', { name: 'Times on Friday' }).getByRole('button', { name: '10:00' }).click();
    await page.getByText('Fri 8 Mar, 14:45 GMT+5:45').waitFor();
    await page.getByRole('button', { name: 'Book Fri 8 Mar, 10:00 CET' }).click();
    await page.getByText('Booked. Everybody gets an invitation.').waitFor();
    const [booked] = await world.rows('SELECT state FROM interviews WHERE application_id = $1 AND lower(during) = $2', [
      application.id,
      new Date('2030-03-08T09:00:00Z'),
    ]);
    expect(booked).toEqual({ state: 'CONFIRMED' });
    await context.close();
  }, 60_000);

  it('take a scorecard by keys, keep it while it is typed, and hand it in', async () => {
    await world.renewPosting();
    const application = await world.application(world.technical, { name: 'Sven Scored' });
    await world.interview(application, world.technical, at(-2), 'COMPLETED');
    const context = await signIn(world.interviewer, { width: 390 });
    const page = await open(context, `/kits/${application.id}/${world.technical.id}`);
    const attributes = page.locator('[data-attribute]');
    if ((await attributes.count()) > 0) {
      await attributes.first().locator('input').first().focus();
      await page.keyboard.press('3');
    }
    await page.getByLabel('Notes', { exact: true }).fill('Explained the tide table twice, better the second time.');
    await page.getByText('Draft saved').waitFor();
    await page.reload();
    expect(await page.getByLabel('Notes', { exact: true }).inputValue()).toContain('tide table');
    await page.getByLabel('Strong yes').check();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByText('It is in. Thank you.').waitFor();
    const [row] = await world.rows<{ state: string; recommendation: string }>(
      'SELECT state, recommendation FROM scorecards WHERE application_id = $1',
      [application.id],
    );
    expect(row).toEqual({ state: 'SUBMITTED', recommendation: 'STRONG_YES' });
    await context.close();
  }, 60_000);

  it('propose another time from the kit: nothing moves, and whoever coordinates sees it', async () => {
    await world.renewPosting();
    const application = await world.application(world.technical, { name: 'Odd Other' });
    const { seatId } = await world.interview(application, world.technical, at(24 * 14), 'CONFIRMED');
    const context = await signIn(world.interviewer, { width: 390 });
    const page = await open(context, `/kits/${application.id}/${world.technical.id}`);
    await page.getByRole('button', { name: 'Propose another time' }).click();
    await page.getByLabel('A time that suits you').fill(
      `${at(24 * 15)
        .toISOString()
        .slice(0, 10)}T10:30`,
    );
    await page.getByLabel('Why, for whoever coordinates').fill('The train comes at ten.');
    await page.getByRole('button', { name: 'Propose it' }).click();
    await page.getByText('Nothing has moved yet').waitFor();
    const [seat] = await world.rows<{ proposed: boolean; note: string; moved: boolean }>(
      `SELECT s.proposed_at IS NOT NULL AS proposed, s.proposal_note AS note, lower(i.during) = s.proposed_at AS moved
         FROM interview_seats s JOIN interviews i ON i.id = s.interview_id WHERE s.id = $1 AND i.application_id = $2`,
      [seatId, application.id],
    );
    expect(seat).toEqual({ proposed: true, note: 'The train comes at ten.', moved: false });
    await context.close();
  }, 60_000);

  it('take a scorecard on a phone from the link in the mail: digits rate, and nothing typed is lost', async () => {
    await world.renewPosting();
    const application = await world.application(world.technical, { name: 'Petra Phone' });
    const { seatId } = await world.interview(application, world.technical, at(-3), 'COMPLETED');
    const context = await signIn(world.stranger, { width: 390 });
    await context.clearCookies();
    const page = await context.newPage();
    await page.goto(`${world.api.url}${world.kitPath(seatId)}`);
    const fieldset = page.locator('fieldset').first();
    await fieldset.locator('input[type=radio]').first().focus();
    await page.keyboard.press('3');
    await page.getByLabel('Notes', { exact: true }).fill('Reads a tide table aloud.');
    await page.getByText('Draft kept.').waitFor();
    await page.reload();
    expect(await page.getByLabel('Notes', { exact: true }).inputValue()).toBe('Reads a tide table aloud.');
    expect(await fieldset.getByLabel('Meets').isChecked()).toBe(true);
    await page.getByLabel('Strong yes').check();
    await page.getByText('Draft kept.').waitFor();
    await page.getByRole('button', { name: 'Hand in the scorecard' }).click();
    await page.getByText('Your scorecard is in. Thank you.').waitFor();
    const [row] = await world.rows('SELECT state, recommendation, notes FROM scorecards WHERE application_id = $1', [
      application.id,
    ]);
    expect(row).toEqual({ state: 'SUBMITTED', recommendation: 'STRONG_YES', notes: 'Reads a tide table aloud.' });
    await context.close();
  }, 60_000);

  it('make a posting of a document, correct a fact of it and publish it', async () => {
    const context = await signIn(world.recruiter);
    const page = await open(context, '/postings/import');
    await page
      .getByLabel('Document (Markdown)')
      .fill(
        '# Lighthouse Engineer\n\nWe are Tidal, fully remote.\n\n## Process\n\n1. Screening call (30 min)\n2. Offer\n\nCore hours are 10:00 to 15:00 Europe/Oslo.\n',
      );
    await page.getByText('Lighthouse Engineer').last().waitFor();
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lighthouse Engineer' }).waitFor();
    await page.getByRole('button', { name: 'Correct: Category' }).click();
    await page.getByRole('textbox', { name: 'Category' }).fill('Operations');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('.understood').getByText('Operations').waitFor();
    await correctRounds(page);
    await page.getByRole('button', { name: /^Publish/ }).click();
    await page.getByText('Published. It is on the careers page').waitFor();
    expect((await world.get('/careers/tidal')).text).toContain('Lighthouse Engineer');
    await context.close();
  }, 60_000);

  settingsScreens(() => ({ world, settled, signIn, open }));

  describe('on every route', () => {
    let stops: readonly Pick<Stop, 'name' | 'path' | 'as'>[];
    beforeAll(async () => {
      await world.renewPosting();
      const tour = await pagesTour(world);
      const unbooked = await world.application(world.screen, { name: 'Ulla Unbooked', zone: 'Asia/Kathmandu' });
      const [first, second] = await world.rows<{ id: string }>(
        'SELECT id FROM candidates WHERE organization_id = $1 ORDER BY id LIMIT 2',
        [world.organizationId],
      );
      stops = [
        ...tour.filter(({ as, path }) => as && /^\/(?:applications|postings|kits)\//.test(path) && !path.includes('import')),
        ...[
          ...[
            '',
            '/postings',
            '/postings/import',
            '/postings/sections',
            '/mail?tab=times',
            '/candidates',
            `/candidates/${first!.id}/merge/${second!.id}`,
            '/schedule',
            '/mail',
            '/mail?template=rejected',
            '/mail?tab=ledger',
            '/mail?tab=suppressions',
            '/settings',
            '/settings?tab=pools',
            '/settings?tab=lists',
            '/nowhere',
          ],
          ...[
            `${boardOf()}?view=table`,
            `/postings/${world.posting.id}/insights`,
            `/postings/${world.posting.id}/plan-moves`,
            `/postings/${world.posting.id}/times/${world.screen.id}`,
            `/postings/${world.posting.id}?tab=plan`,
            `/postings/${world.posting.id}?tab=team`,
            `/postings/${world.posting.id}?tab=openings`,
            `/postings/${world.posting.id}?tab=revisions`,
            `/applications/${unbooked.id}/time`,
            `/applications/${unbooked.id}/time?zone=America/St_Johns&at=2030-03-08T09:00:00.000Z`,
            `/applications/${unbooked.id}/time?at=2030-03-07T04:00:00.000Z`,
          ],
        ].map((path) => ({ name: `app${path}`, path, as: world.recruiter })),
        ...[
          ...['calendars', 'tokens', 'organization', 'people', 'webhooks', 'retention', 'privacy', 'equality', 'audit'].map(
            (tab) => `/settings?tab=${tab}`,
          ),
          `/settings?tab=webhooks&endpoint=${settled.endpointId}`,
          `/candidates/${settled.candidateId}`,
          '/mail?tab=incoming',
          `/applications/${settled.applicationId}?tab=mails`,
        ].map((path) => ({ name: `app${path}`, path, as: settled.admin })),
        ...tour
          .filter(({ as, path }) => as === world.manager && /^\/applications\//.test(path))
          .slice(0, 1)
          .flatMap(({ path, as }) => ['feedback', 'work', 'notes'].map((tab) => ({ name: tab, path: `${path}?tab=${tab}`, as }))),
      ];
    }, 60_000);

    it.each<[string, { width: number; dark?: boolean }, object, boolean]>([
      ['light colours at 360 px', { width: 360 }, RULES, false],
      ['dark colours at 1440 px, with hostile words that are words', { width: 1440, dark: true }, COLOURS, true],
    ])(
      'have no accessibility violation and fit the window, in %s',
      async (_, view, rules, hostile) => {
        const found: string[] = [];
        let shown = 0;
        expect(stops.length).toBeGreaterThan(20);
        if (hostile) await makeHostile(world);
        for (const person of new Set(stops.map(({ as }) => as!))) {
          const context = await signIn(person, view);
          const page = await context.newPage();
          for (const { name, path } of stops.filter(({ as }) => as === person)) {
            await page.goto(`${world.api.url}/app${path}`);
            await page.locator('main h1').waitFor();
            await page.locator('[aria-label="Loading …"]').first().waitFor({ state: 'detached' });
            const { violations, wide_px } = (await page.evaluate(
              `${axe.source}; axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(({ violations }) => ({
              violations, wide_px: document.documentElement.scrollWidth - document.documentElement.clientWidth }))`,
            )) as { violations: { id: string; nodes: { target: unknown }[] }[]; wide_px: number };
            found.push(
              ...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => String(target)).join(', ')}`),
            );
            if (wide_px > 0) found.push(`${name}: ${wide_px} px too wide`);
            const written = (await page.evaluate(LOOK_FOR_HARM)) as { shown: boolean; harm: string[] };
            found.push(...written.harm.map((harm) => `${name}: ${harm}`));
            if (written.shown) shown += 1;
          }
          await context.close();
        }
        expect(found).toEqual([]);
        if (hostile) expect(shown).toBeGreaterThan(stops.length / 2);
      },
      180_000,
    );
  });

  it('never went against their policy, failed, or asked anybody else for anything', () => {
    expect(faults).toEqual([]);
  });
});

/** Changes, drops and adds single rounds by the keyboard: the focus stays in the list while it changes. */
async function correctRounds(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Correct: Process' }).click();
  const rounds = page.getByRole('dialog');
  const named = (name: string) => rounds.getByRole('button', { name });
  await named('Change Screening call').press('Enter');
  await rounds.getByLabel('Minutes, at least').fill('20');
  await rounds.getByLabel('Minutes, at most').fill('25');
  await rounds.getByLabel('Seats').fill('Head of light or keeper');
  await named('Save').press('Enter');
  await rounds.getByText('20–25 min · Head of light or keeper').waitFor();
  expect(
    await page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent'),
  ).toContain('Change Screening call');
  await named('Offer is no round').press('Enter');
  await named('Offer is no round').waitFor({ state: 'detached' });
  await named('Add a round').press('Enter');
  await rounds.getByLabel('Name').fill('A day at the lighthouse');
  await named('Save').press('Enter');
  await rounds.getByText('2. A day at the lighthouse').waitFor();
  await named('Close').last().press('Enter');
  await page.locator('.understood').getByText('2. A day at the lighthouse').waitFor();
}
