import ts from 'typescript';

/** One import, export-from, `import()` or `require()` of a file. */
export interface ImportSeen {
  readonly specifier: string;
  readonly line: number;
  /** The names imported; "*" stands for the whole module. */
  readonly names: readonly string[];
}

/** Something that reads the world around a function: clock, environment, chance, network, the machine's zone. */
export interface ImpuritySeen {
  readonly what: string;
  readonly line: number;
  readonly instead: string;
}

export interface FileRead {
  readonly imports: readonly ImportSeen[];
  readonly impurities: readonly ImpuritySeen[];
}

const GIVE_NOW = 'take the instant as an argument';
const GIVE_CHANCE = 'take the value as an argument';
const AT_THE_EDGE = 'do it in a use case, a job or the platform';
const SAY_ZONE = 'name the zone: use the kernel’s zones, or the UTC methods';

/** `object.member` accesses that are refused, by object; "*" stands for any member. */
const REFUSED_MEMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Date: { now: GIVE_NOW },
  Math: { random: GIVE_CHANCE },
  performance: { now: GIVE_NOW, timeOrigin: GIVE_NOW },
  Temporal: { Now: GIVE_NOW },
  crypto: { randomUUID: GIVE_CHANCE, getRandomValues: GIVE_CHANCE },
  console: { '*': 'return what there is to say' },
  globalThis: { '*': AT_THE_EDGE },
  // Member by member: a variable may well be called `process` in a house about hiring processes.
  process: Object.fromEntries(
    [
      'env',
      'argv',
      'cwd',
      'hrtime',
      'nextTick',
      'exit',
      'stdin',
      'stdout',
      'stderr',
      'uptime',
      'pid',
      'platform',
      'on',
      'once',
    ].map((member) => [member, member === 'env' ? 'take the setting as an argument' : AT_THE_EDGE]),
  ),
};
const REFUSED_CALLS: Readonly<Record<string, string>> = {
  setTimeout: AT_THE_EDGE,
  setInterval: AT_THE_EDGE,
  setImmediate: AT_THE_EDGE,
  fetch: AT_THE_EDGE,
  Date: GIVE_NOW,
};
const MACHINE_ZONE = new Set(['getTimezoneOffset', 'getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes']);

/** Reads a file's imports and impurities from its syntax tree; comments and strings are not mistaken for code. */
export function readSource(path: string, text: string): FileRead {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: ImportSeen[] = [];
  const impurities: ImpuritySeen[] = [];
  const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const visit = (node: ts.Node): void => {
    const seen = importOf(node);
    if (seen !== null) imports.push({ ...seen, line: lineOf(node) });
    const impurity = impurityOf(node);
    if (impurity !== null) impurities.push({ what: impurity[0], instead: impurity[1], line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, impurities };
}

function importOf(node: ts.Node): Omit<ImportSeen, 'line'> | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, names: namesOf(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.exportClause;
    const named = clause !== undefined && ts.isNamedExports(clause);
    return {
      specifier: node.moduleSpecifier.text,
      names: named ? clause.elements.map((one) => (one.propertyName ?? one.name).text) : ['*'],
    };
  }
  if (ts.isCallExpression(node) && node.arguments.length >= 1) {
    const argument = node.arguments[0]!;
    const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || isNamed(node.expression, 'require');
    if (loads && ts.isStringLiteralLike(argument)) return { specifier: argument.text, names: ['*'] };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, names: ['*'] };
  }
  return null;
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  if (clause === undefined) return ['*'];
  const bindings = clause.namedBindings;
  const named =
    bindings !== undefined && ts.isNamedImports(bindings)
      ? bindings.elements.map((one) => (one.propertyName ?? one.name).text)
      : [];
  const whole = clause.name !== undefined || (bindings !== undefined && ts.isNamespaceImport(bindings));
  return whole ? ['*', ...named] : named;
}

function impurityOf(node: ts.Node): [string, string] | null {
  if (ts.isNewExpression(node)) return newOf(node);
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    const instead = Object.hasOwn(REFUSED_CALLS, name) ? REFUSED_CALLS[name] : undefined;
    return instead === undefined ? null : [`${name}()`, instead];
  }
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    MACHINE_ZONE.has(node.expression.name.text)
  ) {
    return [`${node.expression.name.text}(), which depends on the machine’s zone`, SAY_ZONE];
  }
  const member = memberOf(node);
  if (member === null || !Object.hasOwn(REFUSED_MEMBERS, member.object)) return null;
  const refused = REFUSED_MEMBERS[member.object]!;
  const instead = Object.hasOwn(refused, member.name) ? refused[member.name] : refused['*'];
  return instead === undefined ? null : [`${member.object}.${member.name}`, instead];
}

function newOf(node: ts.NewExpression): [string, string] | null {
  const given = node.arguments?.length ?? 0;
  if (isNamed(node.expression, 'Date')) {
    if (given === 0) return ['new Date() without an argument', GIVE_NOW];
    return given > 1 ? ['new Date(year, month, …), which depends on the machine’s zone', SAY_ZONE] : null;
  }
  const member = memberOf(node.expression);
  const format = member?.object === 'Intl' && member.name === 'DateTimeFormat';
  return format && given < 2 ? ['new Intl.DateTimeFormat() without a zone', SAY_ZONE] : null;
}

/** `object.name` and `object['name']`. */
function memberOf(node: ts.Node): { readonly object: string; readonly name: string } | null {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression))
    return { object: node.expression.text, name: node.name.text };
  if (!ts.isElementAccessExpression(node) || !ts.isIdentifier(node.expression)) return null;
  return ts.isStringLiteralLike(node.argumentExpression)
    ? { object: node.expression.text, name: node.argumentExpression.text }
    : null;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
