// @needs chromium
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type Page, chromium } from 'playwright-core';
import { type TestApi, startTestApi } from '../support/api.js';
import { PASSWORD, newMember } from '../integration/identity/support.js';

const CHROMIUM = process.env.ROUNDS_TEST_CHROMIUM ?? '/usr/bin/chromium';

describe('the GraphQL explorer in a browser', () => {
  let api: TestApi;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    api = await startTestApi();
    const organizationId = await api.newOrganization('tidal');
    await newMember(api, organizationId, 'ADMIN', { email: 'ada@tidal.example', name: 'Ada Quay' });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(api.url)) faults.push(`asked for ${request.url()}`);
    });
    await page.goto(`${api.url}/explorer`);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await api.close();
  }, 30_000);

  /** Chooses a ready-made operation, runs it from the keyboard and waits for its answer. */
  const run = async (title: string): Promise<string> => {
    await page.getByRole('button', { name: title, exact: true }).click();
    await page.getByRole('textbox', { name: 'Operation' }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^HTTP \d+, \d+ ms$/).waitFor();
    return page.locator('#answer').innerText();
  };

  it('signs in with a form and carries a posting and a candidate through the main job with Ctrl-Enter', async () => {
    await page.getByLabel('Organisation').fill('tidal');
    await page.getByLabel('E-mail').fill('ada@tidal.example');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('do not belong together').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Ada Quay, ADMIN, at Organisation tidal').waitFor();
    expect(await page.evaluate('document.cookie')).toBe('');

    expect(JSON.parse(await run('Preview a posting')).data.previewPosting.reading.title).toBe('Backend Engineer');
    expect(JSON.parse(await run('Import it')).data.importPosting.posting).toMatchObject({ status: 'DRAFT' });
    expect(JSON.parse(await run('Publish it')).data.publishPosting).toMatchObject({ posting: { status: 'OPEN' } });
    expect(JSON.parse(await run('Apply as a candidate')).data.applyToPosting.__typename).toBe('ApplyPayload');
    expect(JSON.parse(await run('See the board')).data.board.cards).toMatchObject([
      { candidateName: 'Ines Fabre', status: 'ACTIVE' },
    ]);
    expect(JSON.parse(await run('Move on to the next stage')).data.moveApplication).toMatchObject({ __typename: 'MovePayload' });
    expect(JSON.parse(await run('Read the application')).data.application).toMatchObject({ status: 'ACTIVE' });
    expect(JSON.parse(await run('Find times for an interview')).data.slots.__typename).toBeDefined();
    expect(JSON.parse(await run('Hire into an opening')).data.hireApplication).toMatchObject({
      __typename: 'MovePayload',
      application: { status: 'HIRED' },
      postingClosed: true,
    });
    expect(JSON.parse(await run('See who did what')).data.auditEvents.nodes.length).toBeGreaterThan(1);
  }, 60_000);

  it('shows the schema and writes an operation that the API understands', async () => {
    await page.getByLabel('Find a field or type').fill('people');
    await page.getByRole('button', { name: 'Query.people' }).click();
    await page.getByRole('button', { name: 'Write the operation' }).click();
    expect(await page.getByRole('textbox', { name: 'Operation' }).inputValue()).toMatch(
      /^query People\(\$first: Int! = 50, \$after: String\)/,
    );
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^HTTP 200, \d+ ms$/).waitFor();
    expect(JSON.parse(await page.locator('#answer').innerText()).data.people.nodes).toMatchObject([{ name: 'Ada Quay' }]);
    await page.getByLabel('Find a field or type').fill('invitePerson');
    await page.getByRole('button', { name: 'Mutation.invitePerson' }).click();
    await page.getByRole('button', { name: 'Write the operation' }).click();
    expect(await page.getByRole('textbox', { name: 'Operation' }).inputValue()).toContain('... on UserError { code message }');
    expect(JSON.parse(await page.getByLabel('Variables, as JSON').inputValue())).toMatchObject({
      input: { role: 'ADMIN', email: '' },
    });
  }, 30_000);

  it('indents with Tab, and lets the keyboard out with Escape and Tab', async () => {
    const editor = page.getByRole('textbox', { name: 'Operation' });
    await editor.fill('');
    await editor.focus();
    await page.keyboard.press('Tab');
    expect(await editor.inputValue()).toBe('  ');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('variables');
  }, 30_000);

  it.each(['light', 'dark'] as const)(
    'has no accessibility violation in %s colours',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await run('See the board');
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
      )) as {
        violations: { id: string; nodes: { target: unknown }[] }[];
      };
      expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))).toEqual([]);
    },
    30_000,
  );

  it('never went against its policy, failed, or asked anybody else for anything', () => {
    expect(faults).toEqual([]);
  });
});
