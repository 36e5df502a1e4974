// @needs chromium
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import type { TestPerson } from '../support/api.js';
import { type Company, foundCompany, linkIn } from './company.js';
import { Keys } from './keys.js';

const CHROMIUM = process.env.ROUNDS_TEST_CHROMIUM ?? '/usr/bin/chromium';
const CANDIDATE = 'noor@mail.example';
const DOCUMENT = `# Senior Backend Engineer

You can be located anywhere in the world, as long as you can be available between 1 PM and 5 PM UTC, Monday to Thursday: these are our core hours.

## Interview Process

1. Round 1: Interview with our engineering lead (30 minutes)
2. Round 2: We'll ask you to contribute a small feature to Almanac, which takes about 4 hours and can be handed in within 10 days
3. Round 3: Interview with our frontend engineer and designer (45 minutes)
`;

/** The product's main job in browsers, without a pointer: a recruiter and a hiring manager in the screens, interviewers behind their links, and a candidate whose browser runs no script. */
describe('the whole pipeline by the keyboard alone', () => {
  let home: string;
  let company: Company;
  let browser: Browser;
  let recruiter: Keys;
  let manager: Keys;
  let candidate: Keys;
  let ownPage: string;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  const open = async (options: { as?: TestPerson; scripts?: boolean } = {}): Promise<Keys> => {
    const { as, scripts = true } = options;
    const context = await browser.newContext({ javaScriptEnabled: scripts, reducedMotion: 'reduce' });
    if (scripts) await context.clock.setFixedTime(company.clock.now());
    if (as) await context.addCookies([{ name: 'rounds_session', value: as.token, url: company.api.url }]);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
    });
    if (scripts) contexts.push(context);
    return new Keys(page);
  };
  const go = (keys: Keys, path: string) => keys.page.goto(company.api.url + path);
  const advanceTo = async (at: Date) => {
    company.clock.set(at);
    for (const context of contexts) await context.clock.setFixedTime(at);
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rounds-e2e-'));
    company = await foundCompany(home, null);
    const { lead, frontend, designer } = company.interviewers;
    for (const [name, person] of [
      ['engineering lead', lead],
      ['frontend engineer', frontend],
      ['designer', designer],
    ] as const) {
      const made = await company.ask(
        'mutation ($input: CreatePoolInput!) { createPool(input: $input) { ... on PoolPayload { pool { id } } } }',
        { input: { name } },
        company.recruiter,
      );
      await company.ask(
        'mutation ($input: AddPoolMemberInput!) { addPoolMember(input: $input) { __typename } }',
        { input: { poolId: made.createPool.pool.id, personId: person.id } },
        company.recruiter,
      );
    }
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    recruiter = await open({ as: company.recruiter });
    manager = await open({ as: company.manager });
    candidate = await open({ scripts: false });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await company?.close();
    await rm(home, { recursive: true, force: true });
  });

  it('makes a posting of its document and publishes it', async () => {
    const { page } = recruiter;
    await go(recruiter, '/app');
    await page.locator('main h1').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await recruiter.press(page.getByRole('link', { name: 'Import a posting' }));
    await recruiter.type(page.getByLabel('Document (Markdown)'), DOCUMENT);
    await page.locator('.sketch').getByText('frontend engineer').first().waitFor();
    await recruiter.press(page.getByRole('button', { name: 'Make the draft' }));
    await page.getByRole('heading', { level: 1, name: 'Senior Backend Engineer' }).waitFor();
    await recruiter.press(page.getByRole('tab', { name: 'Document' }), 'ArrowRight');
    await page.keyboard.press('ArrowRight');
    await recruiter.to(page.getByLabel('Who?'));
    await page.keyboard.type('Hana');
    await recruiter.press(page.getByRole('button', { name: 'Add to the team' }));
    await page.getByText('They may see what their role in the team allows.').waitFor();
    await recruiter.press(page.getByRole('button', { name: /^Publish/ }));
    await page.getByText('Published. It is on the careers page').waitFor();
  });

  it('takes an application from somebody without scripts, who then has a page of their own', async () => {
    const { page } = candidate;
    await go(candidate, `/careers/${company.slug}`);
    await candidate.press(page.getByRole('link', { name: 'Senior Backend Engineer' }));
    await page.getByText('13:00–17:00 UTC').waitFor();
    await candidate.press(page.getByRole('link', { name: 'Apply' }).first());
    await candidate.type(page.getByLabel('Name', { exact: true }), 'Noor Haddad');
    await candidate.type(page.getByLabel('Mail address'), CANDIDATE);
    // The dialog in which a file is chosen is the system's own.
    const cv = page.getByLabel('CV (optional)');
    await candidate.to(cv);
    await cv.setInputFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from('PostgreSQL, Go, since 2012.') });
    await candidate.press(page.getByRole('checkbox'), 'Space');
    await candidate.press(page.getByRole('button', { name: 'Send application' }));
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    ownPage = linkIn(await company.mail(CANDIDATE, /application|received/i), '/a/');
    await go(candidate, ownPage);
    await page.getByText('We are reading your application').waitFor();
  });

  /** The candidate opens the link in their mail and takes the first time; the interviewers have mails with kits. */
  const chooseTime = async (interviewers: readonly TestPerson[]): Promise<{ startsAt: Date; kits: string[] }> => {
    const { page } = candidate;
    await go(candidate, linkIn(await company.mail(CANDIDATE, /time|schedule|pick|choose/i), '/s/'));
    const first = page.locator('input[name=startsAt]').first();
    const startsAt = new Date((await first.getAttribute('value'))!);
    await candidate.pick(first);
    await candidate.press(page.getByRole('button', { name: 'Book this time' }));
    await page.getByRole('heading', { name: 'Booked' }).waitFor();
    const mails = await Promise.all(interviewers.map(({ email }) => company.mail(email, /interview/i)));
    return { startsAt, kits: mails.map((mail) => linkIn(mail, '/k/')) };
  };
  /** An interviewer rates by keys and hands the card in. */
  const rate = async (interviewer: Keys, kit: string) => {
    const { page } = interviewer;
    await go(interviewer, kit);
    for (const radio of await page.getByLabel('Meets', { exact: true }).all()) await interviewer.pick(radio);
    await interviewer.type(page.getByLabel('Notes', { exact: true }), 'Explains clearly and listens.');
    await interviewer.pick(page.getByLabel('Strong yes'));
    await interviewer.press(page.getByRole('button', { name: 'Hand in the scorecard' }));
    await page.getByText('Your scorecard is in. Thank you.').waitFor();
  };

  it('moves on from the board; the candidate chooses a time, and the interviewer answers and rates', async () => {
    const { page } = manager;
    await go(manager, '/app');
    await manager.press(page.locator('main').getByRole('link', { name: 'Senior Backend Engineer' }).first());
    await manager.to(page.getByRole('link', { name: 'Noor Haddad' }));
    await page.keyboard.press('n');
    await page.getByText(/^Noor Haddad is now in /).waitFor();
    const { startsAt, kits } = await chooseTime([company.interviewers.lead]);
    const lead = await open();
    await go(lead, kits[0]!);
    await lead.press(lead.page.getByRole('button', { name: 'I will be there' }));
    await lead.page.getByText('You said that you will be there.').waitFor();
    await advanceTo(new Date(startsAt.getTime() + 3600_000));
    await rate(lead, kits[0]!);
    await lead.page.context().close();
    contexts.pop();
  });

  it('sends work to do, which the candidate hands in', async () => {
    const { page } = manager;
    await manager.press(page.getByRole('link', { name: 'Noor Haddad' }));
    await manager.press(page.getByRole('button', { name: /^Move to / }));
    await page.getByText(/^Now in /).waitFor();
    await go(candidate, linkIn(await company.mail(CANDIDATE, /take-home|assignment|contribut/i), '/t/'));
    await candidate.type(candidate.page.getByLabel('Link to your work'), 'https://code.example/pulls/7');
    await candidate.press(candidate.page.getByRole('button', { name: 'Hand in' }));
    await candidate.page.getByRole('heading', { name: 'Handed in', exact: true }).waitFor();
    await manager.press(page.getByRole('tab', { name: 'CV and answers' }), 'ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByText('https://code.example/pulls/7').waitFor();
  });

  it('holds a panel of two, one of them without scripts, and hires', async () => {
    const { page } = manager;
    const { frontend, designer } = company.interviewers;
    await manager.press(page.getByRole('button', { name: /^Move to / }));
    const { startsAt, kits } = await chooseTime([frontend, designer]);
    await advanceTo(new Date(startsAt.getTime() + 2 * 3600_000));
    for (const [at, scripts] of [true, false].entries()) {
      const interviewer = await open({ scripts });
      await rate(interviewer, kits[at]!);
      await interviewer.page.context().close();
    }
    contexts.pop();
    await manager.press(page.getByRole('button', { name: 'Move to Offer' }));
    await manager.press(page.getByRole('button', { name: 'Hire', exact: true }));
    await manager.press(page.getByLabel('Into which opening?'), 'ArrowDown');
    await manager.press(page.getByRole('dialog').getByRole('button', { name: 'Hire' }));
    await page.getByText('The hire fills an opening. Nothing is left to do here.').waitFor();
    await company.mail(CANDIDATE, /./);
    await go(candidate, ownPage);
    await candidate.page.getByRole('heading', { name: 'How it ended' }).waitFor();
  });

  it('has every mail in the ledger, and no page was at fault', async () => {
    const { page } = recruiter;
    await recruiter.press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mail', exact: true }));
    await recruiter.press(page.getByRole('tab', { name: 'Needs a person' }), 'ArrowRight');
    await page.getByText(CANDIDATE).first().waitFor();
    expect(faults).toEqual([]);
  });
});
