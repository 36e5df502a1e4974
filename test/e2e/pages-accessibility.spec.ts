// @needs chromium
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type Page, type Route, chromium } from 'playwright-core';
import { LOOK_FOR_HARM, makeHostile } from '../integration/pages/hostile-world.js';
import { World } from '../integration/pages/world.js';
import { type Stop, pagesTour } from '../integration/pages/tour.js';

const CHROMIUM = process.env.ROUNDS_TEST_CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
/** WCAG 2.2 AA and what axe holds for good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  readonly violations: { readonly id: string; readonly nodes: { readonly target: unknown }[] }[];
  /** Pixels that the page is wider than its window. */
  readonly tooWide_px: number;
}

describe('server-rendered pages in a browser', () => {
  let world: World;
  let stops: Stop[];
  let browser: Browser;
  const faults: string[] = [];
  beforeAll(async () => {
    world = await World.start();
    stops = await pagesTour(world);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  }, 30_000);

  /** One page for the whole tour, in which each stop signs in as whoever looks. */
  const tour = async (
    view: { width: number; colorScheme: 'light' | 'dark' },
    look: (page: Page, stop: Stop) => Promise<void>,
  ) => {
    const context = await browser.newContext({ viewport: { width: view.width, height: 900 }, colorScheme: view.colorScheme });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => void (faults.push(`a dialog: ${dialog.message()}`), dialog.dismiss()));
    page.on('request', (request) => {
      if (!request.url().startsWith(world.api.url)) faults.push(`asked for ${request.url()}`);
    });
    for (const stop of stops) {
      await context.clearCookies();
      if (stop.as) await context.addCookies([{ name: 'rounds_session', value: stop.as.token, url: world.api.url }]);
      await page.goto(world.api.url + stop.path);
      await stop.act?.(page);
      await look(page, stop);
    }
    await context.close();
  };

  const inspect = (page: Page, runOnly: object | readonly string[]) =>
    page.evaluate(`${axe.source}; axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) => ({
      violations, tooWide_px: document.documentElement.scrollWidth - document.documentElement.clientWidth }))`) as Promise<Found>;
  const list = (name: string, { violations }: Found) =>
    violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => String(target)).join(', ')}`);

  it('have no accessibility violation and fit into 360 px, in light colours', async () => {
    const found: string[] = [];
    await tour({ width: 360, colorScheme: 'light' }, async (page, { name }) => {
      const seen = await inspect(page, RULES);
      found.push(...list(name, seen), ...(seen.tooWide_px > 0 ? [`${name}: ${seen.tooWide_px} px too wide`] : []));
    });
    expect(found).toEqual([]);
  }, 120_000);

  it('can be read in dark colours at 1440 px, where columns stand side by side, and show hostile words as words', async () => {
    const found: string[] = [];
    let shown = 0;
    await makeHostile(world);
    await tour({ width: 1440, colorScheme: 'dark' }, async (page, { name }) => {
      const seen = await inspect(page, {
        type: 'rule',
        values: ['color-contrast', 'target-size', 'scrollable-region-focusable'],
      });
      const written = (await page.evaluate(LOOK_FOR_HARM)) as { shown: boolean; harm: string[] };
      found.push(...list(name, seen), ...(seen.tooWide_px > 0 ? [`${name}: ${seen.tooWide_px} px too wide`] : []));
      found.push(...written.harm.map((harm) => `${name}: ${harm}`));
      if (written.shown) shown += 1;
    });
    expect(found).toEqual([]);
    expect(shown).toBeGreaterThan(stops.length / 2);
  }, 120_000);

  it('say how much of a file has left, and lose neither it nor what was typed when the connection ends or something is to be mended', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const path = `/careers/tidal/${world.posting.slug}/apply`;
    await page.goto(world.api.url + path);
    await page.getByLabel('Name', { exact: true }).fill('Una Upload');
    await page.getByLabel('Mail address').fill('una@mail.example');
    const cv = page.getByLabel('CV (optional)');
    await cv.setInputFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from('Tides, since 2012. '.repeat(9)) });
    const send = page.getByRole('button', { name: 'Send application' });
    let answer = (_: Route): Promise<void> => Promise.resolve();
    await page.route(`**${path}`, async (route) => {
      expect(await page.getByText('All of it has arrived.').or(page.getByText('Sending …')).isVisible()).toBe(true);
      await answer(route);
    });
    answer = (route) => route.abort();
    await send.click();
    await page.getByText('That did not arrive.', { exact: false }).waitFor();
    answer = (route) => route.continue();
    await send.click();
    await page.getByRole('alert').waitFor();
    expect(await cv.evaluate((input) => (input as unknown as { files: { name: string }[] }).files[0]?.name)).toBe('cv.txt');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Una Upload');
    for (const field of await page.locator('textarea[name^=answers], input[name^="answers"]').all())
      await field.fill('https://code.example/una');
    await page.locator('#consent').check();
    await send.click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    const [file] = await world.rows<{ file_name: string }>(
      `SELECT f.file_name FROM attachments f JOIN applications a ON a.id = f.application_id JOIN candidates c ON c.id = a.candidate_id
        WHERE c.email = 'una@mail.example'`,
    );
    expect(file).toEqual({ file_name: 'cv.txt' });
    await context.close();
  }, 30_000);

  it('carry a candidate on by keyboard alone', async () => {
    const application = await world.application(null, { name: 'Kit Keyboard' });
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies([{ name: 'rounds_session', value: world.manager.token, url: world.api.url }]);
    const page = await context.newPage();
    await page.goto(`${world.api.url}/postings/${world.posting.id}/board`);
    await page.getByRole('link', { name: 'Kit Keyboard' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move to Screening call' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Moved. Who has to know gets a mail.').waitFor();
    await page.locator('summary', { hasText: 'Reject' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Rejected. The candidate gets a kind mail.').waitFor();
    expect((await world.standing(application.id)).status).toBe('REJECTED');
    await context.close();
  }, 30_000);

  it('never went against their policy, failed, or asked anybody else for anything', () => {
    expect(faults).toEqual([]);
  });
});
