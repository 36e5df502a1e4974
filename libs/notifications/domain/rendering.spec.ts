import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Language, LANGUAGES } from '#libs/kernel/index.js';
import { defaultTemplate } from './default-templates.js';
import { examples } from './examples.js';
import { declarationOf, MAIL_KEYS, type MailKey } from './mails/registry.js';
import { declarationIn, languagesOf } from './mails/translations.js';
import { renderMail, type RenderedMail } from './rendering.js';
import { withoutOptional } from './variables.js';

const bare = (key: MailKey, language: Language = 'en'): RenderedMail => {
  const { variables } = declarationOf(key);
  return renderMail(defaultTemplate(key, language), withoutOptional(variables, examples[key]) as never);
};
const visible = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?(?:a|strong|span)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const SAID: Readonly<Record<Language, { hello: string; because: string; questions: string }>> = {
  en: {
    hello: 'Hello ',
    because: 'You get this because',
    questions: 'Questions? Write to Mira Lindqvist, mira.lindqvist@kestrel.example',
  },
  de: {
    hello: 'Guten Tag ',
    because: 'Sie bekommen diese Mail, weil',
    questions: 'Fragen? Schreiben Sie an Mira Lindqvist, mira.lindqvist@kestrel.example',
  },
};
const EVERY = MAIL_KEYS.flatMap((key) => languagesOf(key).map((language) => [key, language] as const));

describe('every default mail', () => {
  it('to a candidate is there in every language, and every other in English', () => {
    for (const key of MAIL_KEYS)
      expect([key, languagesOf(key)]).toEqual([key, declarationOf(key).audience === 'candidate' ? LANGUAGES : ['en']]);
  });

  it('that its reader may do without is named in the language that it is in', () => {
    const optional = MAIL_KEYS.filter((key) => declarationOf(key).optional !== undefined && languagesOf(key).includes('de'));
    expect(optional.length).toBeGreaterThan(0);
    for (const key of optional) expect(declarationIn(key, 'de').optional).not.toBe(declarationOf(key).optional);
  });

  it.each(EVERY)('%s in %s says its word in all parts, with everything and with the least', (key, language) => {
    for (const mail of [renderMail(defaultTemplate(key, language), examples[key]), bare(key, language)]) {
      expect(mail.subject).toMatch(/^\S.{5,115}$/);
      expect(mail.text.startsWith(SAID[language].hello)).toBe(true);
      for (const part of [mail.subject, mail.text, visible(mail.html)]) {
        expect(part).not.toMatch(/\{\{|\{%|undefined|null|\[object|NaN/);
        expect(part).not.toMatch(/ [,.;]|\.\./);
      }
      expect(mail.text).not.toMatch(/\n{3}|[ \t]\n(?!You get|Sie bekommen)/);
      expect(mail.html.length).toBeLessThan(102_000);
    }
  });

  it.each(EVERY)('%s in %s says why it was sent and whom to ask', (key, language) => {
    const mail = bare(key, language);
    for (const part of [mail.text, visible(mail.html)]) {
      expect(part).toContain(SAID[language].because);
      expect(part).toContain(SAID[language].questions);
    }
  });

  it.each(EVERY)('%s in %s gives the same links in text and HTML', (key, language) => {
    const mail = renderMail(defaultTemplate(key, language), examples[key]);
    const links = (part: string): Set<string> => new Set([...part.matchAll(/https:\/\/[\w./-]*[\w/]/g)].map(([link]) => link));
    const inHtml = links([...mail.html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link).join(' '));
    expect([...inHtml].sort()).toEqual([...links(mail.text)].sort());
  });

  it('names, in a rejection, the stage that was reached', () => {
    expect(bare('rejected').text).toContain('reached the stage “Technical interview”');
  });
});

describe('rendering', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='alert(1)",
      '{{ contact.email }}',
      '{% include "/etc/passwd" %}',
      'x\r\nBcc: eve@x.org',
      '&lt;b&gt;',
      'win.example/x',
      'https://evil.example',
    ),
  );

  it('lets nothing that people write become markup, a second template or a header', () => {
    const reference = renderMail(defaultTemplate('team-candidate-withdrew'), {
      ...examples['team-candidate-withdrew'],
      withdrawal: { reason: 'x' },
    });
    const tags = (html: string): string[] =>
      [...html.matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag).filter((tag) => tag !== '<br />');
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, title, reason) => {
        const mail = renderMail(defaultTemplate('team-candidate-withdrew'), {
          ...examples['team-candidate-withdrew'],
          candidate: { name },
          posting: { title },
          withdrawal: { reason: `x${reason}` },
        });
        expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f\u2028\u2029]/);
        expect(tags(mail.html)).toEqual(tags(reference.html));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a candidate’s name from becoming a link in somebody’s mail program', () => {
    const named = (name: string): string =>
      renderMail(defaultTemplate('application-received'), {
        ...examples['application-received'],
        recipient: { name },
      }).text.split('\n')[0]!;
    expect(named('www.win.example/free')).toBe('Hello www. win. example free,');
    expect(named('https://win.example')).toBe('Hello https win. example,');
    expect(named('J.R. O’Neill-Sørensen')).toBe('Hello J. R. O’Neill-Sørensen,');
    expect(named('@@@')).toBe('Hello …,');
    expect(named('x'.repeat(500)).length).toBeLessThan(100);
  });

  it('opens web addresses in what the organisation wrote, and only those', () => {
    const html = renderMail(defaultTemplate('interview-invitation'), {
      ...examples['interview-invitation'],
      interview: {
        ...examples['interview-invitation'].interview,
        where: 'See https://x.example/a?b=1&c="2". Or javascript:alert(1)',
      },
    }).html;
    expect(html).toContain('<a href="https://x.example/a?b=1&amp;c=&#34;2&#34">https://x.example/a?b=1&amp;c=&#34;2&#34</a>');
    expect(html).not.toContain('href="javascript');
  });

  it('is told which variable is missing or is not what it should be', () => {
    const { page: _page, ...without } = examples['page-link'];
    expect(() => renderMail(defaultTemplate('page-link'), without as never)).toThrow(/page\.link/);
    expect(() =>
      renderMail(defaultTemplate('page-link'), { ...examples['page-link'], page: { link: 'javascript:alert(1)' } }),
    ).toThrow(/page\.link/);
    expect(() =>
      renderMail(defaultTemplate('page-link'), { ...examples['page-link'], contact: { name: 'x', email: 'x' } }),
    ).toThrow(/contact\.email/);
  });

  it('knows the variables of every mail when it is compiled', () => {
    // @ts-expect-error a rejection names the stage
    const rejection: Parameters<typeof renderMail<'rejected'>>[1] = { ...examples['withdrawn'] };
    // @ts-expect-error a link is text
    const link: Parameters<typeof renderMail<'page-link'>>[1] = { ...examples['page-link'], page: { link: 1 } };
    expect([rejection, link]).toHaveLength(2);
  });
});
