import { micromark, type Options } from 'micromark';
import { frontmatter, frontmatterHtml } from 'micromark-extension-frontmatter';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { htmlToMarkdown } from './html-lines.js';
import { expandSections } from './shared-sections.js';
import { prepareSource } from './source-text.js';

type HtmlExtension = NonNullable<Options['htmlExtensions']>[number];

const DEEPEST = 6;

/** The page has the title as its `h1`, so the document's own headings begin at `h2`. */
const headingsBelowTheTitle: HtmlExtension = {
  exit: {
    atxHeadingSequence(token) {
      // The closing marks of `## Title ##` are a sequence too.
      if (this.getData('headingRank')) return;
      const rank = Math.min(DEEPEST, this.sliceSerialize(token).length + 1);
      this.setData('headingRank', rank);
      this.lineEndingIfNeeded();
      this.tag(`<h${rank}>`);
    },
    setextHeadingLineSequence(token) {
      this.setData('headingRank', this.sliceSerialize(token).startsWith('=') ? 2 : 3);
    },
  },
};

/**
 * A posting as HTML that may stand in a page. In: the document, and the texts of shared sections by bare name. Out: HTML of CommonMark's and tables'
 * elements only. Raw HTML is shown as text (layout tags and comments are dropped), links lead to http, https, mailto or within the site, front matter
 * is not shown, includes are replaced by the sections they name. With `title`, which the page shows itself, a first heading of the same words is left out.
 * Empty for a document that cannot be read. Never throws.
 */
export function renderPostingHtml(
  document: string,
  sections: ReadonlyMap<string, string> = new Map(),
  title: string | null = null,
): string {
  const source = prepareSource(document);
  if (source.text === null) return '';
  const { lines } = expandSections(source.text.trimStart(), sections);
  const markdown = htmlToMarkdown(lines)
    // A mark without its space was meant as a heading and is read as one.
    .map(({ text }) => text.replace(/^(#{2,6})(?=[^\s#])/, '$1 '))
    .join('\n');
  // micromark escapes raw HTML and drops unsafe protocols unless told otherwise.
  const html = micromark(markdown, {
    extensions: [frontmatter(['yaml', 'toml']), gfmTable()],
    htmlExtensions: [frontmatterHtml(['yaml', 'toml']), gfmTableHtml(), headingsBelowTheTitle],
  }).trim();
  return title === null ? html : withoutTitle(html, title);
}

function withoutTitle(html: string, title: string): string {
  const first = /^<h[2-6]>(.*?)<\/h[2-6]>\n?/.exec(html);
  const words = first?.[1]?.replace(/<[^>]*>/g, '').trim();
  return words === encoded(title.trim()) ? html.slice(first![0].length) : html;
}

/** As micromark writes text. */
function encoded(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
