import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultTemplate } from './default-templates.js';
import { examples } from './examples.js';
import { declarationOf, MAIL_KEYS, type MailKey } from './mails/registry.js';
import { renderMail, type RenderedMail } from './rendering.js';
import { withoutOptional } from './variables.js';

const bare = (key: MailKey): RenderedMail => {
  const { variables } = declarationOf(key);
  return renderMail(defaultTemplate(key), withoutOptional(variables, examples[key]) as never);
};
const visible = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?(?:a|strong|span)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('every default mail', () => {
  it.each(MAIL_KEYS)('%s says its word in all parts, with everything and with the least', (key) => {
    for (const mail of [renderMail(defaultTemplate(key), examples[key]), bare(key)]) {
      expect(mail.subject).toMatch(/^\S.{5,110}$/);
      expect(mail.text).toMatch(/^Hello /);
      for (const part of [mail.subject, mail.text, visible(mail.html)]) {
        expect(part).not.toMatch(/\{\{|\{%|undefined|null|\[object|NaN/);
        expect(part).not.toMatch(/ [,.;]|\.\./);
      }
      expect(mail.text).not.toMatch(/\n{3}|[ \t]\n(?!You get)/);
      expect(mail.html.length).toBeLessThan(102_000);
    }
  });

  it.each(MAIL_KEYS)('%s says why it was sent and whom to ask', (key) => {
    const mail = bare(key);
    for (const part of [mail.text, visible(mail.html)]) {
      expect(part).toContain('You get this because');
      expect(part).toContain('Questions? Write to Mira Lindqvist, mira.lindqvist@kestrel.example');
    }
  });

  it.each(MAIL_KEYS)('%s gives the same links in text and HTML', (key) => {
    const mail = renderMail(defaultTemplate(key), examples[key]);
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
