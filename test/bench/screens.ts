import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import type { BenchOptions } from './moves.js';
import { startChild, stopChild } from './load/child.js';
import { median, round } from './load/rate.js';
import { type BenchWorld, addApplications, buildBenchWorld } from './load/world.js';

const API = new URL('./load/api-program.js', import.meta.url);
const CHROMIUM = process.env.ROUNDS_TEST_CHROMIUM ?? '/usr/bin/chromium';
const ROUNDS = 5;
const CARDS = 1000;

/** In the page: every task of more than 50 ms from now on. */
const WATCH_LONG_TASKS = `
  globalThis.seen = [];
  new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });`;

/** In the page: the time from the next key to the focused card in another column. */
const FEEL_MOVE = `globalThis.felt = new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('the card did not move')), 10_000);
  const onKey = () => {
    const began_ms = performance.now();
    const from = document.activeElement.closest('section');
    const { card } = document.activeElement.closest('[data-card]').dataset;
    const look = () => {
      if (document.querySelector('[data-card="' + card + '"]')?.closest('section') === from) requestAnimationFrame(look);
      else resolve(performance.now() - began_ms);
    };
    requestAnimationFrame(look);
  };
  document.addEventListener('keydown', onKey, { once: true, capture: true });
}); true`;

/** The board of 1,000 cards in Chromium: until it can be used with nothing cached, while it is scrolled and dragged over, and from the key of a move to the card in its column. */
export async function benchScreens(
  postgresUrl: string,
  { print = (line) => console.log(JSON.stringify(line)) }: BenchOptions = {},
): Promise<void> {
  if (!existsSync(CHROMIUM))
    return print({ name: `screens: board of ${CARDS} cards`, notRun: `${CHROMIUM} is not on this machine` });
  const world = await buildBenchWorld(postgresUrl);
  await addApplications(world, CARDS, true);
  const { child, answer } = await startChild<{ url: string }>(API, { databaseUrl: world.database.url, reactions: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const first: { usable_ms: number; scripts_kB: number }[] = [];
    for (let i = 0; i < ROUNDS; i += 1) first.push(await firstScreen(browser, answer.url, world));
    const context = await signedIn(browser, answer.url, world);
    const page = await openBoard(context, answer.url, world);
    const scrolling = await longTasks(page, scrollColumns);
    const dragging = await longTasks(page, dragAcross);
    const felt: number[] = [];
    for (let i = 0; i < ROUNDS; i += 1) felt.push(await feltMove(page));
    print({
      name: `screens: board of ${CARDS} cards`,
      usable_ms: round(median(first.map(({ usable_ms }) => usable_ms))),
      usableGoal_ms: 1000,
      scripts_kB: round(median(first.map(({ scripts_kB }) => scripts_kB))),
      scriptsGoal_kB: 250,
      longTasksScrolling: scrolling,
      longTasksDragging: dragging,
      moveFelt_ms: round(median(felt)),
      moveGoal_ms: 100,
    });
  } finally {
    await browser.close();
    await stopChild(child);
    await world.close();
  }
}

async function signedIn(browser: Browser, url: string, world: BenchWorld): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: 'rounds_session', value: world.token, url }]);
  return context;
}

async function openBoard(context: BrowserContext, url: string, world: BenchWorld): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/app/postings/${world.posting.id}/board`);
  await page.locator('[data-card]').first().waitFor();
  return page;
}

/** With a cold cache: until the first card is there, and the scripts that this took, as gzip would send them. */
async function firstScreen(browser: Browser, url: string, world: BenchWorld) {
  const context = await signedIn(browser, url, world);
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url().split('/').at(-1)!);
  });
  const began_ms = performance.now();
  await page.goto(`${url}/app/postings/${world.posting.id}/board`, { waitUntil: 'commit' });
  await page.locator('[data-card]').first().waitFor();
  const usable_ms = performance.now() - began_ms;
  const sizes = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(join('dist/web/assets', name))).byteLength),
  );
  await context.close();
  return { usable_ms, scripts_kB: sizes.reduce((sum, size) => sum + size, 0) / 1000 };
}

/** Tasks over 50 ms of the page's own while something is done, and the longest of them. */
async function longTasks(page: Page, act: (page: Page) => Promise<void>): Promise<{ count: number; longest_ms: number }> {
  await page.evaluate(WATCH_LONG_TASKS);
  await act(page);
  await page.waitForTimeout(200);
  const seen = (await page.evaluate('seen')) as number[];
  return { count: seen.length, longest_ms: round(Math.max(0, ...seen)) };
}

async function scrollColumns(page: Page): Promise<void> {
  const boxes = await Promise.all((await page.locator('section:has([data-card])').all()).map((column) => column.boundingBox()));
  for (const box of boxes) {
    if (!box) continue;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let i = 0; i < 40; i += 1) await page.mouse.wheel(0, i % 8 === 7 ? 4000 : 300);
  }
}

async function dragAcross(page: Page): Promise<void> {
  const columns = await page.locator('section:has([data-card])').all();
  const card = await page.locator('[data-card]').first().boundingBox();
  const last = await columns.at(-1)!.boundingBox();
  if (!card || !last) throw new Error('the board is empty');
  await page.mouse.move(card.x + 60, card.y + 40);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + 200, { steps: 60 });
  // Let go where it came from: nothing moves.
  await page.mouse.move(card.x + 60, card.y + 40, { steps: 60 });
  await page.mouse.up();
}

/** From the key to the card in the next column, as the page's own clock sees it. */
async function feltMove(page: Page): Promise<number> {
  await page.locator('section:has([data-card])').first().locator('[data-card] a').first().focus();
  await page.evaluate(FEEL_MOVE);
  await page.keyboard.press('n');
  const felt_ms = (await page.evaluate('felt')) as number;
  await page.waitForTimeout(400);
  return felt_ms;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchScreens(process.env.ROUNDS_TEST_POSTGRES_URL!);
