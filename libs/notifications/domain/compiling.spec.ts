import { describe, expect, it } from '@jest/globals';
import { compileTemplate, type TemplateRefusal } from './compiling.js';
import type { MailTemplate } from './declaration.js';
import { defaults } from './default-templates.generated.js';
import { compileDefaults } from './default-templates.source.js';
import { examples } from './examples.js';
import { previewMail } from './preview.js';
import { renderMail } from './rendering.js';

const template = (over: Partial<MailTemplate> = {}): MailTemplate => ({
  subject: 'Your application',
  text: 'Hello {{ recipient.name }}, your page: {{ page.link }}',
  mjml: '<mj-text>Hello {{ recipient.name }}</mj-text><mj-button href="{{ page.link }}">Open</mj-button>',
  ...over,
});
const refusal = async (over: Partial<MailTemplate>): Promise<TemplateRefusal> => {
  const compiled = await compileTemplate('page-link', template(over));
  if (compiled.ok) throw new Error('the template was accepted');
  return compiled.refusal;
};

describe('the generated HTML of the default mails', () => {
  it('is what the declarations say now; else run node scripts/compile-mail-templates.mjs', async () => {
    expect(defaults).toEqual(await compileDefaults());
  }, 30_000);
});

describe('a template that is saved', () => {
  it('renders in the house’s layout, with the footer in both parts', async () => {
    const compiled = await compileTemplate('page-link', template());
    if (!compiled.ok) throw new Error(compiled.refusal.message);
    const mail = renderMail(compiled.value, examples['page-link']);
    expect(mail.subject).toBe('Your application');
    expect(mail.text).toMatch(/^Hello Noor, your page: https:\S+\n\n-- \nYou get this because/);
    expect(mail.html).toContain('You get this because');
    expect(mail.html).toContain(`href="${examples['page-link'].page.link}"`);
  });

  it('may bring a layout of its own', async () => {
    const compiled = await compileTemplate(
      'page-link',
      template({ mjml: `<mjml><mj-body><mj-section><mj-column>${template().mjml}</mj-column></mj-section></mj-body></mjml>` }),
    );
    expect(compiled.ok && compiled.value.html.includes('You get this because')).toBe(false);
    expect(compiled.ok).toBe(true);
  });

  it.each<[string, Partial<MailTemplate>, TemplateRefusal['code'], readonly string[] | undefined]>([
    ['a variable that does not exist', { text: '{{ page.link }} {{ recipient.nmae }}' }, 'UNKNOWN_VARIABLE', ['recipient.nmae']],
    ['a variable of another mail', { subject: '{{ interview.when }}' }, 'UNKNOWN_VARIABLE', ['interview.when']],
    ['a whole group', { subject: '{{ recipient }}' }, 'UNKNOWN_VARIABLE', ['recipient']],
    ['a part that times do not have', { subject: '{{ expires.at.year }}' }, 'UNKNOWN_VARIABLE', ['expires.at.year']],
    ['a computed name', { subject: '{{ recipient[posting.title] }}' }, 'UNKNOWN_VARIABLE', undefined],
    ['what objects inherit', { subject: '{{ recipient.constructor }}' }, 'UNKNOWN_VARIABLE', ['recipient.constructor']],
    ['no link, in a mail that exists for it', { text: 'Hello' }, 'MISSING_VARIABLE', ['page.link']],
    ['Liquid that does not close', { text: '{% if page.link %}' }, 'TEMPLATE_SYNTAX', undefined],
    ['a filter that does not exist', { text: '{{ page.link | shout }}' }, 'TEMPLATE_SYNTAX', undefined],
    ['an unescaped value', { mjml: '<mj-text>{{ page.link | raw }}</mj-text>' }, 'TEMPLATE_SYNTAX', undefined],
    ['a file', { text: "{% include '/etc/passwd' %} {{ page.link }}" }, 'TEMPLATE_SYNTAX', undefined],
    ['a file, otherwise', { text: "{% render 'x' %} {{ page.link }}" }, 'TEMPLATE_SYNTAX', undefined],
    ['a file, in MJML', { mjml: `<mj-include path="/etc/passwd" />${template().mjml}` }, 'TEMPLATE_LAYOUT', undefined],
    ['a script', { mjml: `<mj-raw><script>1</script></mj-raw>${template().mjml}` }, 'TEMPLATE_LAYOUT', undefined],
    ['an unknown element', { mjml: `<mj-marquee>x</mj-marquee>${template().mjml}` }, 'TEMPLATE_LAYOUT', undefined],
    ['nothing', { subject: '  ' }, 'TEMPLATE_EMPTY', undefined],
    ['a book', { text: 'x'.repeat(100_001) }, 'TEMPLATE_TOO_LONG', undefined],
    ['a loop without end', { text: '{{ page.link }}{% for i in (1..999999999) %}x{% endfor %}' }, 'TEMPLATE_FAILS', undefined],
    [
      'loops within loops',
      { text: `{{ page.link }}${'{% for i in (1..9999) %}'.repeat(3)}x${'{% endfor %}'.repeat(3)}` },
      'TEMPLATE_FAILS',
      undefined,
    ],
  ])('is refused with %s', async (_what, over, code, names) => {
    const refused = await refusal(over);
    expect(refused).toMatchObject({ code, message: expect.stringContaining('The template was not saved') });
    if (names !== undefined) expect(refused.names).toEqual(names);
  });

  it('may ask for what may be missing, and is tried without it', async () => {
    expect((await compileTemplate('page-link', template({ subject: 'Until {{ expires.at.short }}' }))).ok).toBe(false);
    expect(
      (
        await compileTemplate(
          'page-link',
          template({ subject: '{% if expires.at %}Until {{ expires.at.short }}{% else %}Your link{% endif %}' }),
        )
      ).ok,
    ).toBe(true);
  });
});

describe('a preview', () => {
  it('shows the default words, an organisation’s own, or what is wrong with them', async () => {
    expect(await previewMail('page-link')).toMatchObject({
      ok: true,
      value: { subject: 'Your link to your application for Senior Backend Engineer' },
    });
    expect(await previewMail('page-link', template())).toMatchObject({ ok: true, value: { subject: 'Your application' } });
    expect(await previewMail('page-link', template({ subject: '{{ x }}' }))).toMatchObject({
      ok: false,
      refusal: { code: 'UNKNOWN_VARIABLE' },
    });
  });
});
