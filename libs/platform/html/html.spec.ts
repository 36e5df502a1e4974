import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { html, trusted } from './html.js';

describe('html', () => {
  it('escapes every value, in text and in attributes', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const { markup } = html`<a title="${value}">${value}</a>`;
        const [, attribute, text] = /^<a title="([^]*)">([^]*)<\/a>$/.exec(markup)!;
        expect(attribute).not.toMatch(/[<>"']/);
        expect(text).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('keeps markup that it made itself or that is trusted, joins lists and leaves out what is absent', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    const { markup } = html`<ul>${items}</ul>${null}${false}${trusted('<hr>')}${0}`;
    expect(markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>0');
  });
});
