import ts from 'typescript';

/** Attributes and properties whose text people read or hear. */
const SAID = new Set([
  ...['label', 'title', 'description', 'placeholder', 'error', 'alt', 'aria-label', 'aria-description', 'aria-roledescription'],
  ...['message', 'nothingFoundMessage', 'nothingFound', 'group', 'note', 'said', 'yes'],
]);
/** Functions whose arguments people read. */
const SAYING = new Set(['tellDone', 'tellFault']);
/** Two letters beside each other, in any script: a word. Addresses are the same in every language. */
const WORD = /\p{L}{2}/u;
const ADDRESS = /^https?:/;

const EITHER = new Set([ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken]);

/** What a file of screens says past the catalogue: texts between tags, in what is read or heard of them, and in messages. */
export function spokenIn(file: string, source: string): string[] {
  const spoken: string[] = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const said = (text: string) => {
    if (WORD.test(text) && !ADDRESS.test(text)) spoken.push(`${file}: ${text.trim()}`);
  };
  /** The texts that an expression may become, without what it calls or names. */
  const heard = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) said(node.text);
    else if (ts.isTemplateExpression(node))
      said([node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' '));
    else if (ts.isParenthesizedExpression(node)) heard(node.expression);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(heard);
    else if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (EITHER.has(kind)) heard(node.left);
      if (EITHER.has(kind) || kind === ts.SyntaxKind.AmpersandAmpersandToken) heard(node.right);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) said(node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) heard(node.expression);
    else if (ts.isJsxAttribute(node) && SAID.has(node.name.getText()) && node.initializer)
      heard(ts.isJsxExpression(node.initializer) ? (node.initializer.expression ?? node.initializer) : node.initializer);
    else if (ts.isPropertyAssignment(node) && SAID.has(node.name.getText().replaceAll("'", ''))) heard(node.initializer);
    else if (ts.isCallExpression(node) && SAYING.has(node.expression.getText())) node.arguments.forEach(heard);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return spoken;
}
