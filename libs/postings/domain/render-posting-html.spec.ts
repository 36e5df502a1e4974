import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { renderPostingHtml } from './render-posting-html.js';

const ALLOWED: Record<string, readonly string[]> = Object.fromEntries(
  'p h2 h3 h4 h5 h6 ul ol li em strong code pre blockquote hr br a img table thead tbody tr th td'
    .split(' ')
    .map((tag) => [tag, []]),
);
Object.assign(ALLOWED, {
  a: ['href', 'title'],
  img: ['src', 'alt', 'title'],
  code: ['class'],
  ol: ['start'],
  th: ['align'],
  td: ['align'],
});

/** What a browser would make of the HTML: every element, attribute and address that must not be there. */
function offences(html: string): string[] {
  const found: string[] = [];
  const visit = (node: object): void => {
    const { tagName, attrs = [], childNodes = [], nodeName } = node as { tagName?: string; nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: object[] }; // prettier-ignore
    if (nodeName === '#comment') found.push('comment');
    if (tagName && !ALLOWED[tagName]) found.push(tagName);
    for (const { name, value } of attrs) {
      if (tagName && !ALLOWED[tagName]?.includes(name)) found.push(`${tagName} ${name}`);
      if ((name === 'href' || name === 'src') && /^[\s\u0000-\u001f]*(javascript|data|vbscript|file):/i.test(value))
        found.push(value);
    }
    childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found;
}

const sections = new Map([
  ['team', 'We are **six**.\n\n{{#include motto.md}}'],
  ['motto', 'Slow is smooth.'],
  ['evil', '<script>steal()</script>\n\n[x](javascript:alert(1))'],
]);

describe('a posting rendered for the careers page', () => {
  it('shows Markdown with headings below the page’s own', () => {
    const html = renderPostingHtml(
      '# Cook\n\nGood *soup*, [really](https://soup.example).\n\nOur kitchen\n-----------\n- pots\n- pans\n\n###### Small ######',
    );
    expect(html).toContain('<h2>Cook</h2>');
    expect(html).toContain('<h3>Our kitchen</h3>');
    expect(html).toContain('<h6>Small</h6>');
    expect(html).toContain('<p>Good <em>soup</em>, <a href="https://soup.example">really</a>.</p>');
    expect(html).toContain('<li>pots</li>');
  });

  it('leaves a first heading out that is the title of the page', () => {
    const document = '# [Cook & "Baker"](https://a.example)\n\nGood.\n\n# Cook & "Baker"\n';
    expect(renderPostingHtml(document, sections, 'Cook & "Baker"')).toBe('<p>Good.</p>\n<h2>Cook &amp; &quot;Baker&quot;</h2>');
    expect(renderPostingHtml(document, sections, 'Cook')).toMatch(/^<h2><a /);
  });

  it('does not show front matter or comments', () => {
    const html = renderPostingHtml(
      '---\ntitle: Secret title\nnotes: budget 90k\n---\n\nHello <!-- not yet\nagreed --> world\n\n<!-- salary: ask -->\n\nEnd',
    );
    expect(html).toMatch(/Hello\s+world/);
    expect(html).toContain('<p>End</p>');
    expect(html).not.toMatch(/Secret|budget|agreed|salary/);
    expect(renderPostingHtml('+++\nnotes = "budget 90k"\n+++\n\nHello')).toBe('<p>Hello</p>');
  });

  it('puts shared sections, and those inside them, where they are named', () => {
    expect(renderPostingHtml('## Team\n\n<common-section section-name="team"></common-section>', sections)).toBe(
      '<h3>Team</h3>\n<p>We are <strong>six</strong>.</p>\n<p>Slow is smooth.</p>',
    );
    expect(renderPostingHtml('{{#include team.md}}', sections)).toContain('<strong>six</strong>');
    expect(renderPostingHtml('Before\n\n{{#include gone.md}}\n\nAfter', sections)).toBe('<p>Before</p>\n<p>After</p>');
  });

  it('repairs text that was read in the wrong code page', () => {
    expect(renderPostingHtml('Pay ðŸ’° good')).toBe('<p>Pay 💰 good</p>');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](&#x1;javascript:alert(1))',
    '![x](data:text/html;base64,PHNjcmlwdD4=)',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '[x](vbscript:x "onmouseover=alert(1)")',
    '[a](https://e.example/"onmouseover="alert(1))',
    '<svg/onload=alert(1)>',
    '<iframe src="https://evil.example"></iframe>',
    '<!-- --><script>alert(1)</script><!-- -->',
    '<!-- <p> --!><img src=x onerror=alert(1)>',
    '<style>*{display:none}</style>',
    '```html"><script>alert(1)</script>\ncode\n```',
    '|a|\n|-|\n|<b onclick=x>|',
    '<common-section section-name="evil"></common-section>',
    '{{#include evil.md}}',
  ])('makes %j harmless', (text) => {
    expect(offences(renderPostingHtml(text, sections))).toEqual([]);
    expect(offences(renderPostingHtml(`- > ${text}\n\ntail`, sections))).toEqual([]);
  });

  it('never lets an element, attribute or address through that Markdown has not, whatever it is fed', () => {
    const piece = fc.constantFrom('<', '>', '"', "'", '`', '[', ']', '(', ')', '!', '\n', '\n\n', '- ', '# ', '|', '&', ';', ':', '<!--', '-->', '--!>', '<script', '</script>', 'javascript:', 'data:', '<img src=', ' onerror=x', '<div>', '</div>', '<a href="', '\\', '\t', '&#x3c;', '&lt;', 'a', 'x'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(offences(renderPostingHtml(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers nothing for what is not a document', () => {
    for (const text of ['', ' \n ', 'a\u0000b', '> '.repeat(400) + 'x', 'x'.repeat(2_000_000)])
      expect(renderPostingHtml(text)).toBe('');
  });
});
