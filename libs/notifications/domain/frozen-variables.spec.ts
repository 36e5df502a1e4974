import { describe, expect, it } from '@jest/globals';
import { defaultTemplate } from './default-templates.js';
import { examples } from './examples.js';
import { reviveVariables, withoutTokens } from './frozen-variables.js';
import { MAIL_KEYS } from './mails/registry.js';
import { renderMail } from './rendering.js';

const TOKEN = 'aB3_-'.repeat(16);

describe('variables that were frozen as JSON', () => {
  it.each(MAIL_KEYS)('%s reads the same after it', (key) => {
    const frozen = JSON.parse(JSON.stringify(examples[key])) as object;
    expect(renderMail(defaultTemplate(key), reviveVariables(key, frozen))).toEqual(
      renderMail(defaultTemplate(key), examples[key]),
    );
  });

  it.each([
    `https://jobs.kestrel.example/a/${TOKEN}`,
    `https://jobs.kestrel.example/k/${TOKEN}?from=mail`,
    `https://jobs.kestrel.example/account/reset?token=${TOKEN}`,
  ])('lose the token of %s when somebody else looks', (link) => {
    const shown = withoutTokens('page-link', { ...examples['page-link'], page: { link } });
    expect(shown.page.link).not.toContain(TOKEN);
    expect(shown.page.link).toContain('hidden');
    const { text, html } = renderMail(defaultTemplate('page-link'), shown);
    expect(text + html).not.toContain(TOKEN);
  });

  it('keep links that open nothing by themselves', () => {
    const link = 'https://jobs.kestrel.example/applications/0190f6a2-1111-7000-8000-000000000001';
    const variables = { ...examples['team-new-application'], application: { link } };
    expect(withoutTokens('team-new-application', variables).application.link).toBe(link);
  });
});
