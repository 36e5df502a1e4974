import MarkdownIt, { type Token } from 'markdown-it';

/** A mark or a stretch of text inside a block, in its order: CommonMark's inline tokens. */
export interface InlineToken {
  readonly type: string;
  readonly content: string;
}

/** A block of Markdown with the blocks inside it. Lines count from 1, those of its last line included. */
export interface MarkdownNode {
  readonly type: 'root' | 'heading' | 'paragraph' | 'list' | 'item' | 'quote' | 'table' | 'row' | 'cell';
  /** Rank of a heading. */
  readonly rank: number;
  /** Whether a list is numbered. */
  readonly ordered: boolean;
  readonly line: number;
  readonly endLine: number;
  inline: readonly InlineToken[];
  readonly children: MarkdownNode[];
}

/** CommonMark and tables. Addresses are not looked at here, so none is refused; what is shown is rendered apart. */
const markdown = new MarkdownIt('commonmark', { maxNesting: 250 }).enable('table');
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
/** A token as a plain object: markdown-it's own class defines each of its fields apart, which takes a twentieth of a reading. */
function plainToken(type: string, tag: string, nesting: Token['nesting'], content = ''): Token {
  return { type, tag, nesting, content, attrs: null, map: null, level: 0, children: null, markup: '', info: '', meta: null, block: false, hidden: false } as unknown as Token; // prettier-ignore
}
markdown.block.State = class extends markdown.block.State {
  override push(type: string, tag: string, nesting: Token['nesting']): Token {
    const token = plainToken(type, tag, nesting);
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }
};
// Most lines have no mark at all; what has none is its own text, and nothing has to be looked for in it.
const MARK = /[\\`*_[<&\n]/;
markdown.core.ruler.at('inline', (state) => {
  for (const token of state.tokens) {
    if (token.type !== 'inline') continue;
    token.children = [];
    if (MARK.test(token.content)) state.md.inline.parse(token.content, state.md, state.env, token.children);
    else if (token.content !== '') token.children.push(plainToken('text', '', 0, token.content));
  }
});

const BLOCKS: Readonly<Record<string, MarkdownNode['type'] | undefined>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  list_item_open: 'item',
  blockquote_open: 'quote',
  table_open: 'table',
  tr_open: 'row',
  th_open: 'cell',
  td_open: 'cell',
};
/** What counts as nesting: containers, and marks around marks. */
const NESTING: ReadonlySet<string> = new Set(['item', 'quote', 'em_open', 'strong_open', 'link_open']);
const CLOSES: ReadonlySet<string> = new Set(['em_close', 'strong_close', 'link_close']);

function deepestMarks(inline: readonly InlineToken[]): number {
  let depth = 0;
  let deepest = 0;
  for (const { type } of inline) {
    if (NESTING.has(type)) deepest = Math.max(deepest, ++depth);
    else if (CLOSES.has(type)) depth--;
  }
  return deepest;
}

/**
 * Parses Markdown into a tree of its blocks; code and raw HTML are left out. In: the text, and how deep containers and marks may nest. Out: the root, or
 * the line where they nest deeper.
 */
export function markdownTree(text: string, nesting: number): { root: MarkdownNode } | { tooDeepAt: number } {
  const root: MarkdownNode = { type: 'root', rank: 0, ordered: false, line: 1, endLine: 1, inline: [], children: [] };
  const open: MarkdownNode[] = [root];
  let containers = 0;
  for (const token of markdown.parse(text, {})) {
    const within = open.at(-1)!;
    const type = BLOCKS[token.type];
    if (type) {
      const [from, to] = token.map ?? [within.line - 1, within.endLine];
      const node = { type, rank: type === 'heading' ? Number(token.tag.slice(1)) : 0, ordered: token.type === 'ordered_list_open', line: from + 1, endLine: Math.max(from + 1, to), inline: [], children: [] }; // prettier-ignore
      if (NESTING.has(type)) containers++;
      if (containers > nesting) return { tooDeepAt: node.line };
      within.children.push(node);
      open.push(node);
    } else if (token.type === 'inline') {
      const inline = token.children ?? [];
      if (containers + deepestMarks(inline) > nesting) return { tooDeepAt: within.line };
      within.inline = inline;
    } else if (token.nesting < 0 && BLOCKS[token.type.replace(/_close$/, '_open')]) {
      if (NESTING.has(within.type)) containers--;
      open.pop();
    }
  }
  return { root };
}
