import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Methods that take a statement's name and then its text. */
const TAKERS = new Set(['query', 'write', 'read']);
const NAME = /^[a-z]+(-[a-zA-Z0-9]+)+$/;

interface Named {
  readonly name: string;
  readonly text: string;
  readonly place: string;
}

/** The named statements of a source; a text that is not written where it is used stands for itself by its name in the source. */
function statementsOf(path: string, source: string): Named[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: Named[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && TAKERS.has(node.expression.name.text)) {
      const at = node.arguments.findIndex((argument) => ts.isStringLiteral(argument) && NAME.test(argument.text));
      const text = node.arguments[at + 1];
      if (at >= 0 && text) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push({ name: (node.arguments[at] as ts.StringLiteral).text, text: text.getText(), place: `${path}:${line + 1}` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Names with more than one text, each with where they stand. */
function doubled(statements: readonly Named[]): string[] {
  const byName = new Map<string, Named[]>();
  for (const each of statements) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return [...byName]
    .filter(([, uses]) => new Set(uses.map(({ text }) => text)).size > 1)
    .map(([name, uses]) => `${name}: ${uses.map(({ place }) => place).join(', ')}`);
}

function sources(): Named[] {
  return ['libs', 'apps'].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.spec)\.ts$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((path) => !path.startsWith(join('apps', 'web')))
      .flatMap((path) => statementsOf(path, readFileSync(join(ROOT, path), 'utf8'))),
  );
}

describe('prepared statements', () => {
  it('have one text a name: a connection that knows the name refuses another text, and only then', () => {
    const found = sources();
    expect(found.length).toBeGreaterThan(200);
    expect(doubled(found)).toEqual([]);
  });

  it('of one name and two texts are noticed', () => {
    const planted = [
      ...statementsOf('a.ts', "tx.write('end-it', 'DELETE')"),
      ...statementsOf('b.ts', "uow.read(id, 'end-it', `SELECT`)"),
    ];
    expect(doubled(planted)).toEqual(['end-it: a.ts:1, b.ts:1']);
  });
});
