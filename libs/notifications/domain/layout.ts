import type { Language } from '#libs/kernel/index.js';
import { grammarOf } from './grammar.js';

/** The one quiet layout of all mails, and the few pieces that their bodies are made of. Everything here is MJML with Liquid in it. */

const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** One colour per meaning; the second one is for readers whose mail program is dark. Contrast is at least 4.5:1 in both. */
const COLOURS = {
  page: ['#f3f4f1', '#161816'],
  card: ['#ffffff', '#1f2220'],
  edge: ['#e2e5df', '#343935'],
  ink: ['#20261f', '#e6e9e4'],
  quiet: ['#5d665b', '#a3aca0'],
  accent: ['#22594a', '#8fd0b8'],
  onAccent: ['#ffffff', '#10231c'],
} as const;

const LIGHT = (name: keyof typeof COLOURS): string => COLOURS[name][0];
const DARK = (name: keyof typeof COLOURS): string => COLOURS[name][1];

const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  .page > div { padding: 24px 0; }
  .ink a { color: ${LIGHT('accent')}; }
  .quiet a { color: ${LIGHT('quiet')}; }
  .action a:focus { outline: 3px solid ${LIGHT('ink')}; outline-offset: 2px; }
  @media only screen and (max-width: 479px) {
    .page > div { padding: 0 !important; }
    .card > table > tbody > tr > td { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; padding: 20px 0 12px !important; }
    .ink > div, .head > div { overflow-wrap: anywhere; }
    .action table, .action td, .action a { width: 100% !important; box-sizing: border-box; }
  }
  @media (prefers-color-scheme: dark) {
    body, .page, .page > div { background: ${DARK('page')} !important; background-color: ${DARK('page')} !important; }
    .card, .card > table, .card > table > tbody > tr > td { background: ${DARK('card')} !important; background-color: ${DARK('card')} !important; border-color: ${DARK('edge')} !important; }
    .ink > div, .head > div { color: ${DARK('ink')} !important; }
    .ink a { color: ${DARK('accent')} !important; }
    .ink .label, .quiet > div, .quiet a { color: ${DARK('quiet')} !important; }
    .rule > p { border-top-color: ${DARK('edge')} !important; }
    .action td[bgcolor], .action a { background: ${DARK('accent')} !important; color: ${DARK('onAccent')} !important; }
  }`;

/** What a declaration says of the mail's footer. */
export interface Footer {
  /** Liquid sentence: why the reader gets this mail. */
  readonly why: string;
  /** The reader may do without it: the footer has the link that ends mails of this kind. */
  readonly optional?: string;
}

/** What the layout itself says. */
const SAID: Readonly<Record<Language, { questions: string; noMore: string }>> = {
  en: { questions: 'Questions? Write to', noMore: 'No more mails of this kind' },
  de: { questions: 'Fragen? Schreiben Sie an', noMore: 'Keine Mails dieser Art mehr' },
};

/**
 * A whole MJML document around a body of `<mj-text>`, `<mj-button>` and the like.
 * @param body MJML with Liquid.
 */
export function layout(body: string, { why, optional }: Footer, language: Language = 'en'): string {
  const { questions, noMore } = SAID[language];
  const stop = `{% if mail.stop %} <a href="{{ mail.stop }}">${noMore}</a>{% endif %}`;
  return `<mjml lang="${language}" dir="ltr">
  <mj-head>
    <mj-title>{{ organization.name }}</mj-title>
    <mj-attributes>
      <mj-all font-family="${FONT}" />
      <mj-text css-class="ink" font-size="16px" line-height="1.55" color="${LIGHT('ink')}" padding="0 32px 16px" />
      <mj-button css-class="action" align="left" background-color="${LIGHT('accent')}" color="${LIGHT('onAccent')}" font-size="16px" font-weight="600" line-height="1.3" border-radius="8px" inner-padding="13px 24px" padding="4px 32px 20px" />
      <mj-class name="head" css-class="head" font-size="15px" font-weight="600" padding="0 32px 20px" />
      <mj-class name="quiet" css-class="quiet" font-size="13px" line-height="1.5" color="${LIGHT('quiet')}" padding="0 32px 8px" />
    </mj-attributes>
    <mj-style>${STYLE}</mj-style>
    <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /><meta name="format-detection" content="telephone=no, date=no, address=no, email=no" /></mj-raw>
  </mj-head>
  <mj-body css-class="page" width="600px" background-color="${LIGHT('page')}">
    <mj-section css-class="card" background-color="${LIGHT('card')}" border="1px solid ${LIGHT('edge')}" border-radius="12px" padding="28px 0 16px">
      <mj-column>
        <mj-text mj-class="head">{{ organization.name }}</mj-text>
        ${body}
        <mj-divider css-class="rule" border-width="1px" border-color="${LIGHT('edge')}" padding="8px 32px 16px" />
        <mj-text mj-class="quiet">${why} ${questions} {{ contact.name }}, <a href="mailto:{{ contact.email }}">{{ contact.email }}</a>.${optional === undefined ? '' : stop}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}

/** The text part with the same footer as the layout's. */
export function textLayout(text: string, { why, optional }: Footer, language: Language = 'en'): string {
  const { questions, noMore } = SAID[language];
  const stop = `{% if mail.stop %}${noMore}: {{ mail.stop }}\n{% endif %}`;
  return `${text.trim()}\n\n-- \n${why}\n${questions} {{ contact.name }}, {{ contact.email }}.\n${optional === undefined ? '' : stop}`;
}

/** One paragraph. */
export function says(paragraph: string): string {
  return `<mj-text>${paragraph}</mj-text>\n`;
}

const QUIET_LINE = (content: string): string =>
  `<span class="label" style="color:${LIGHT('quiet')};font-size:13px">${content}</span>`;

/** Facts that are looked up again later, one below the other; made by `fact`, `place` and `time`. */
export function facts(...rows: readonly string[]): string {
  return `<mj-text padding-bottom="6px">${rows.join('')}</mj-text>\n`;
}

/** A labelled value. */
export function fact(label: string, variable: string): string {
  return `<div style="padding-bottom:10px">${QUIET_LINE(label)}<br />{{ ${variable} }}</div>`;
}

/** A labelled place; where it is a web address it can be opened. */
export function place(label: string, variable: string): string {
  return fact(label, `${variable} | linked`);
}

/** A labelled moment or period: day, time, and below it the time where the others are, and clocks that change shortly before. */
export function time(label: string, variable: string, language: Language = 'en'): string {
  const below = (facet: string, said: string) => `{% if ${variable}.${facet} %}<br />${QUIET_LINE(said)}{% endif %}`;
  const other = below('other', `${grammarOf(language).whichIs}{{ ${variable}.other }}`);
  const clocks = below('clocks', `{{ ${variable}.clocks }}`);
  return `<div style="padding-bottom:10px">${QUIET_LINE(label)}<br />{{ ${variable}.day }}<br />{{ ${variable}.time }}${other}${clocks}</div>`;
}

/** A row that is shown only when the variable is there. */
export function maybe(variable: string, row: string): string {
  return `{% if ${variable} %}${row}{% endif %}`;
}

/** A moment within a sentence, with what matters set off. */
export function atTime(variable: string, language: Language = 'en'): string {
  const { whichIs } = grammarOf(language);
  return `<strong>{{ ${variable}.day }}, {{ ${variable}.time }}</strong>{% if ${variable}.other %}, ${whichIs}{{ ${variable}.other }}{% endif %}{% if ${variable}.clocks %}; {{ ${variable}.clocks }}{% endif %}`;
}

/** The one thing to do now. */
export function button(label: string, link: string): string {
  return `<mj-button href="{{ ${link} }}">${label}</mj-button>\n`;
}

/** A part that is shown only when the variable is there. */
export function when(condition: string, part: string): string {
  return `<mj-raw>{% if ${condition} %}</mj-raw>\n${part}<mj-raw>{% endif %}</mj-raw>\n`;
}
