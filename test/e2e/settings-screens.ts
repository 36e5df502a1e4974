import { expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { TestPerson } from '../support/api.js';
import { at, type World } from '../integration/pages/world.js';
import { PASSWORD, type Settled } from './settings-world.js';

/** What the specs of the screens share: a world, and a browser for each of its people. */
export interface Stage {
  readonly world: World;
  readonly settled: Settled;
  readonly signIn: (person: TestPerson) => Promise<BrowserContext>;
  readonly open: (context: BrowserContext, path: string) => Promise<Page>;
}

/** What administrators and members keep: programs, calendars, and how long people are kept. */
export function settingsScreens(stage: () => Stage): void {
  const visit = async (path: string, work: (page: Page, stage: Stage) => Promise<void>) => {
    const here = stage();
    const context = await here.signIn(here.settled.admin);
    try {
      await work(await here.open(context, path), here);
    } finally {
      await context.close();
    }
  };
  const sure = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  it(
    'give a program a token that is shown once, works, and is refused when it has ended',
    () =>
      visit('/settings?tab=tokens', async (page, { world }) => {
        await page.getByLabel('What is it for?').fill('Nightly copy');
        await page.getByLabel('Your password, again').fill('not the password at all');
        await page.getByRole('button', { name: 'Make the token' }).click();
        await page.getByText('The password is not right; nothing was made.', { exact: false }).waitFor();
        expect(await page.getByLabel('What is it for?').inputValue()).toBe('Nightly copy');
        await page.getByLabel('Your password, again').fill(PASSWORD);
        await page.getByRole('button', { name: 'Make the token' }).click();
        const token = await page.getByLabel('Token', { exact: true }).inputValue();
        const asked = () => world.api.graphql('{ postings { nodes { id } } }', {}, { token });
        expect((await asked()).data.postings.nodes).toContainEqual({ id: world.posting.id });
        await page.getByRole('button', { name: 'I have kept it' }).click();
        await expect(page.getByText(token).count()).resolves.toBe(0);
        await page.getByRole('button', { name: 'End Nightly copy' }).click();
        await sure(page, 'End it');
        await page.getByRole('button', { name: 'End Nightly copy' }).waitFor({ state: 'detached' });
        expect((await asked()).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      }),
    60_000,
  );

  it(
    'tell a program what happens, and say where the address is wrong or somebody else was faster',
    () =>
      visit('/settings?tab=webhooks', async (page, { world, settled }) => {
        await page.getByRole('button', { name: 'Tell a program' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Address').fill('https://127.0.0.1/hook');
        await dialog.getByLabel('A posting opens').check();
        await dialog.getByRole('button', { name: 'Add it' }).click();
        await dialog.getByText('This address is inside a private network', { exact: false }).waitFor();
        await dialog.getByLabel('Address').fill('https://programs.example/hook');
        await dialog.getByRole('button', { name: 'Add it' }).click();
        await page.getByRole('link', { name: 'programs.example' }).waitFor();
        await page.getByRole('link', { name: 'hooks.tidal.example' }).click();
        await page.getByRole('button', { name: 'Show it' }).click();
        expect(await page.getByLabel('Signing secret').getByRole('textbox').inputValue()).toMatch(/^whsec_/);
        await world.rows('UPDATE webhook_endpoints SET version = version + 1, active = false WHERE id = $1', [
          settled.endpointId,
        ]);
        await page.getByRole('button', { name: 'Pause' }).click();
        await page.getByText('Somebody else changed this endpoint meanwhile.', { exact: false }).waitFor();
        await page.getByRole('button', { name: 'Resume' }).waitFor();
        await page.getByRole('button', { name: 'Tell it again: A posting closes' }).click();
        await page.getByText('It is told again, with the same id.').waitFor();
        const [told] = await world.rows<{ attempts: number }>(
          `SELECT attempts FROM webhook_deliveries WHERE endpoint_id = $1 AND type = 'posting.closed'`,
          [settled.endpointId],
        );
        expect(told!.attempts).toBeLessThan(10);
      }),
    60_000,
  );

  it(
    'keep people by rules, show who is next, and hold somebody whatever the rules say',
    () =>
      visit('/settings?tab=retention', async (page, { world, settled }) => {
        const next = page.getByRole('region', { name: 'Who is next' });
        await next.getByText('erased in 10 days').waitFor();
        await page.getByRole('button', { name: 'Add a rule' }).click();
        await page.getByLabel('For people who live in').selectOption({ label: 'Norway' });
        await page.getByLabel('Keep at least (days)').fill('400');
        await page.getByLabel('Erase after (days)').fill('300');
        await page.getByRole('button', { name: 'Let it stand' }).click();
        await page.getByText('Days to keep at most are 400 to', { exact: false }).waitFor();
        await page.getByLabel('Erase after (days)').fill('500');
        await page.getByRole('button', { name: 'Let it stand' }).click();
        await page.getByText('kept at least 400 days, erased after 500 days').waitFor();
        await next.getByText('erased in 10 days').waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'Release the hold on Henrik Held' }).click();
        await sure(page, 'Release it');
        await page.getByText('Nobody is under a hold.').waitFor();
        await page.goto(`${world.api.url}/app/candidates/${settled.candidateId}`);
        await page.getByRole('button', { name: 'Hold …' }).click();
        await page.getByLabel('Why?').fill('Case 13/2030');
        await page.getByRole('button', { name: 'Place the hold' }).click();
        // Until then the words stand in the dialog alone.
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.getByText('Case 13/2030').waitFor();
        await expect(
          world.rows('SELECT reason FROM legal_holds WHERE candidate_id = $1', [settled.candidateId]),
        ).resolves.toEqual([{ reason: 'Case 13/2030' }]);
      }),
    60_000,
  );

  it(
    'give out interviews at a private address until another one is made, and connect no calendar that cannot be read',
    () =>
      visit('/settings?tab=calendars', async (page, { world }) => {
        await page.getByRole('textbox', { name: 'Address' }).fill('https://127.0.0.1/calendar.ics');
        await page.getByRole('button', { name: 'Read and connect it' }).click();
        await page.getByText('Nothing was connected.', { exact: false }).waitFor();
        expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('https://127.0.0.1/calendar.ics');
        const mine = page.getByRole('region', { name: 'Your own interviews' });
        const made = async () => {
          await mine.getByRole('button', { name: 'Make a new one' }).click();
          await sure(page, 'Make it');
          await page.getByRole('dialog').waitFor({ state: 'detached' });
          const address = await mine.getByRole('textbox').inputValue();
          await mine.getByRole('button', { name: 'I have kept it' }).click();
          return new URL(address).pathname;
        };
        const first = await made();
        expect((await world.get(first)).text).toContain('BEGIN:VCALENDAR');
        const second = await made();
        expect([(await world.get(first)).status, (await world.get(second)).status]).toEqual([404, 200]);
        await mine.getByRole('button', { name: 'Close it' }).click();
        await sure(page, 'Close it');
        await mine.getByText('not given out').waitFor();
        expect((await world.get(second)).status).toBe(404);
      }),
    60_000,
  );

  it(
    'ask voluntary questions once somebody turns them on, and the log says who did',
    () =>
      visit('/settings?tab=equality', async (page, { world }) => {
        await page.getByText('Nothing is asked until you turn a form on.').waitFor();
        await page.getByLabel('Equal opportunity', { exact: true }).check();
        await page.getByRole('button', { name: 'Ask these' }).click();
        await page.getByText('It holds for everybody who applies from now on.').waitFor();
        await expect(world.rows('SELECT cardinality(forms) AS forms FROM self_identification_settings')).resolves.toEqual([
          { forms: 1 },
        ]);
        await page.getByRole('link', { name: 'Audit log' }).click();
        const entry = page.getByRole('listitem').filter({ hasText: 'self-identification.choose' });
        await entry.getByText('Ada Administrator').waitFor();
        await entry.getByRole('link', { name: 'All of this organization' }).click();
        await page.getByText('Only what was done to one thing is shown.').waitFor();
        await entry.getByText('Ada Administrator').waitFor();
      }),
    60_000,
  );

  it(
    'word a mail in German for one posting, refuse what cannot be sent, and fall back to wider words in its stages',
    () =>
      visit('/mail?template=stage-moved', async (page, { world }) => {
        await page.getByText('German', { exact: true }).click();
        await page.getByLabel('For mails about').selectOption(world.posting.id);
        await page.getByText('standard words').waitFor();
        const subject = page.getByLabel('Subject');
        await subject.fill('Nächster Schritt: {{ nothing.there }}');
        await page.getByRole('button', { name: 'Use these words' }).click();
        await page.getByRole('main').getByText('nothing.there', { exact: false }).first().waitFor();
        await subject.fill('Nächster Schritt für {{ posting.title }}');
        await page.getByRole('button', { name: 'Use these words' }).click();
        await page.getByText('Mails decided from now on use these words.').waitFor();
        await page.getByRole('link', { name: 'German, Backend Engineer' }).waitFor();
        await page.getByLabel('In the stage').selectOption('Screening call');
        await page.getByText('words of German, Backend Engineer').waitFor();
        expect(await subject.inputValue()).toBe('Nächster Schritt für {{ posting.title }}');
        expect(new URL(page.url()).searchParams.get('stage')).toBe('Screening call');
        await expect(world.rows('SELECT language, posting_id, stage FROM mail_templates WHERE active')).resolves.toEqual([
          { language: 'de', posting_id: world.posting.id, stage: null },
        ]);
      }),
    60_000,
  );

  it(
    'show answers under the mails that they answer, as text, and end the other sessions',
    () =>
      visit('/mail?tab=incoming&kind=REPLY', async (page, { world, settled }) => {
        await page.getByText('<img src=x onerror=alert(1)>{{7*7}}', { exact: false }).waitFor();
        await expect(page.getByText('Out of office').count()).resolves.toBe(0);
        await page.getByRole('link', { name: 'Application' }).click();
        await page.getByRole('list', { name: '3 answers' }).getByText('May I bring my dog?', { exact: false }).waitFor();
        const [here] = await world.rows<{ token_hash: Buffer }>('SELECT token_hash FROM sessions WHERE person_id = $1', [
          settled.admin.id,
        ]);
        for (const octet of [1, 2])
          await world.rows(
            `INSERT INTO sessions (organization_id, id, person_id, token_hash, expires_at) VALUES ($1, gen_random_uuid(), $2, $3, $4)`,
            [world.organizationId, settled.admin.id, Buffer.from(here!.token_hash).fill(octet), at(24)],
          );
        await page.goto(`${world.api.url}/app/settings`);
        await page.getByText('Firefox on Linux').waitFor();
        await page.getByRole('button', { name: 'End all others' }).click();
        await page.getByText('All others have ended.').waitFor();
        await page.getByRole('button', { name: 'End all others' }).waitFor({ state: 'detached' });
        await expect(page.getByText('this browser').count()).resolves.toBe(1);
      }),
    60_000,
  );
}
