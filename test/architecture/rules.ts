import { posix } from 'node:path';
import {
  IMPURE_ON_PURPOSE,
  LAYERS,
  PURE_CAPABILITIES,
  PURE_NODE_NAMES,
  PURE_PACKAGES,
  RANKS,
  SECOND_DOORS,
  type Layer,
} from './house.js';
import { readSource, type FileRead, type ImportSeen } from './reading.js';

export const RULES = ['rank', 'door', 'layer', 'purity', 'migrations', 'cycle'] as const;
export interface Violation {
  readonly rule: (typeof RULES)[number];
  readonly file: string;
  /** 1 for the first line. */
  readonly line: number;
  /** What is wrong and how to fix it. */
  readonly message: string;
}

/** Where a file lives, by its path from the root: "libs/scheduling/domain/search-slots.ts". */
interface Place {
  readonly path: string;
  readonly top: string;
  /** The capability in libs/, the app in apps/. */
  readonly name: string;
  readonly layer: Layer | null;
}

/** An import of the house's own files, resolved. */
interface Edge extends ImportSeen {
  readonly from: Place;
  readonly to: Place;
}

/**
 * Judges sources by the plan in `house.ts`. Specs and declarations of types are left out: specs may import as deep as they like.
 * @param sources text by path from the root, with "/"
 */
export function violations(sources: ReadonlyMap<string, string>): Violation[] {
  const found: Violation[] = [];
  const edges: Edge[] = [];
  for (const [path, text] of sources) {
    if (/\.(spec|d)\.ts$/.test(path)) continue;
    const from = placeOf(path);
    const read = readSource(path, text);
    for (const seen of read.imports) {
      const target = resolve(path, seen.specifier);
      if (target !== null) edges.push({ ...seen, from, to: placeOf(target) });
    }
    if (from.top === 'libs' && RANKS[from.name] === undefined) {
      const message = `libs/${from.name} has no rank. Give it one in docs/conventions.md and in test/architecture/house.ts.`;
      found.push({ rule: 'rank', file: path, line: 1, message });
    }
    found.push(...purity(from, read));
  }
  for (const edge of edges) {
    const message = judge(edge);
    if (message !== null) found.push({ rule: message[0], file: edge.from.path, line: edge.line, message: message[1] });
  }
  return [...found, ...cycles(edges)].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** The path that an import means, or null for a package. */
function resolve(importer: string, specifier: string): string | null {
  const own = /^#((?:libs|apps|migrations)\/.*)$/.exec(specifier)?.[1];
  const relative = specifier.startsWith('.') ? posix.join(posix.dirname(importer), specifier) : null;
  return (own ?? relative)?.replace(/\.js$/, '.ts') ?? null;
}

function placeOf(path: string): Place {
  const [top = '', name = '', folder = '', ...rest] = path.split('/');
  const inLayer = top === 'libs' && rest.length > 0 && Object.hasOwn(LAYERS, folder);
  return { path, top, name: top === 'libs' || top === 'apps' ? name : '', layer: inLayer ? (folder as Layer) : null };
}

type Judgement = readonly [Violation['rule'], string] | null;

function judge(edge: Edge): Judgement {
  const { from, to } = edge;
  if (from.top === 'migrations') {
    if (to.top === 'migrations') return null;
    return [
      'migrations',
      `A migration imports ${to.path}, which will change while the migration must not. Write the SQL or the value out here.`,
    ];
  }
  if (to.top === 'test') return ['rank', `${to.path} is for tests. Move what is needed into libs/, or the importer under test/.`];
  if (from.top === 'libs' && to.top === 'apps') {
    return [
      'rank',
      `libs/${from.name} imports an app. Apps put capabilities together and nobody imports them: hand what is needed in from the app.`,
    ];
  }
  if (to.top !== 'libs') return null;
  if (from.top === 'libs' && from.name === to.name) return withinCapability(edge);
  return (from.top === 'libs' ? rank(from, to) : null) ?? door(edge) ?? domainDown(from, to);
}

function rank(from: Place, to: Place): Judgement {
  const [mine, theirs] = [RANKS[from.name], RANKS[to.name]];
  if (mine === undefined || theirs === undefined || theirs < mine) return null;
  const relation = theirs === mine ? `has the same rank (${mine})` : `ranks higher (${theirs}, not below ${mine})`;
  return [
    'rank',
    `libs/${from.name} imports libs/${to.name}, which ${relation}. Calls go down, events go up: emit an event that ${to.name} reacts to, ` +
      'or move what both need into a lower folder.',
  ];
}

function door({ from, to, specifier }: Edge): Judgement {
  const index = `libs/${to.name}/index.ts`;
  if (to.path !== index && !(from.top === 'apps' && Object.hasOwn(SECOND_DOORS, to.path))) {
    return [
      'door',
      `${to.path} is inside libs/${to.name}. Import from '#libs/${to.name}/index.js', and export there what others may use.`,
    ];
  }
  if (specifier.startsWith('#')) return null;
  return ['door', `Another folder is imported by a relative path. Write '#libs/${to.name}/index.js'.`];
}

function domainDown(from: Place, to: Place): Judgement {
  if (from.layer !== 'domain' || to.name !== 'platform') return null;
  return [
    'layer',
    'domain/ imports the platform, which is I/O. Take what is needed as an argument, or move the file out of domain/.',
  ];
}

function withinCapability({ from, to, specifier }: Edge): Judgement {
  if (specifier.startsWith('#')) return ['door', `libs/${from.name} imports itself through '#libs'. Use a relative path.`];
  if (from.layer === null || from.layer === to.layer) return null;
  if (to.layer === null) {
    if (from.layer !== 'domain') return null;
    return ['layer', `domain/ imports ${to.path}, which is outside it. Move what is needed into domain/.`];
  }
  const allowed: readonly Layer[] = LAYERS[from.layer];
  if (allowed.includes(to.layer)) return null;
  const may = allowed.length === 0 ? 'only itself, kernel and lower capabilities' : `only ${allowed.join(', ')}`;
  return ['layer', `${from.layer}/ imports ${to.layer}/; of this capability it may import ${may}. ${LAYER_HELP[from.layer]}`];
}

const LAYER_HELP: Record<Layer, string> = {
  api: 'Go through a use case or a query.',
  jobs: 'Go through a use case or a query.',
  'use-cases': 'What api/ and jobs/ share belongs into use-cases/ or domain/.',
  queries: 'A query only reads: move the change into a use case, or the rule into domain/.',
  persistence: 'Move the rule into domain/, or the decision up into the use case.',
  domain: 'Take what is needed as an argument, or move the type into domain/.',
  views: 'A view gets all that it shows as an argument; the controller in api/ finds it.',
};

/** Packages and impurities in kernel, pipeline and every domain/. */
function purity(place: Place, read: FileRead): Violation[] {
  const whole = place.top === 'libs' ? PURE_CAPABILITIES[place.name] : undefined;
  if ((whole === undefined && place.layer !== 'domain') || Object.hasOwn(IMPURE_ON_PURPOSE, place.path)) return [];
  const where = whole === undefined ? 'domain/' : `libs/${place.name}`;
  const found: Violation[] = [];
  const report = (line: number, message: string): void => void found.push({ rule: 'purity', file: place.path, line, message });
  for (const { specifier, names, line } of read.imports) {
    if (specifier.startsWith('.') || specifier.startsWith('#')) continue;
    const pure = whole === undefined ? Object.hasOwn(PURE_PACKAGES, specifier) : whole.includes(specifier);
    const pureNames = PURE_NODE_NAMES[specifier];
    const impure = pureNames === undefined ? [] : names.filter((name) => !pureNames.includes(name));
    if (pure || (pureNames !== undefined && impure.length === 0)) continue;
    const what = impure.length === 0 ? `'${specifier}'` : `${impure.join(', ')} of '${specifier}'`;
    report(
      line,
      `${where} imports ${what}. It holds plain data and functions: do this in a use case, a job or persistence and hand the result in. ` +
        'A package that only computes is added to test/architecture/house.ts with its reason.',
    );
  }
  for (const { what, line, instead } of read.impurities) {
    report(line, `${where} uses ${what}, so the same arguments would not always give the same answer: ${instead}.`);
  }
  return found;
}

/** One violation for every knot of files that import each other, with the shortest way round. */
function cycles(edges: readonly Edge[]): Violation[] {
  const next = new Map<string, Edge[]>();
  const back = new Map<string, Edge[]>();
  for (const edge of edges) {
    next.set(edge.from.path, [...(next.get(edge.from.path) ?? []), edge]);
    back.set(edge.to.path, [...(back.get(edge.to.path) ?? []), { ...edge, from: edge.to, to: edge.from }]);
  }
  const found: Violation[] = [];
  const told = new Set<string>();
  for (const start of [...next.keys()].sort()) {
    if (told.has(start)) continue;
    const round = wayRound(start, next);
    if (round === null) continue;
    const leadsHere = reachedFrom(start, back);
    for (const path of reachedFrom(start, next)) if (leadsHere.has(path)) told.add(path);
    const way = [...round.map(({ from }) => from.path), start].join(' → ');
    const message = `These files import each other: ${way}. Move what both need into a file of its own that imports neither.`;
    found.push({ rule: 'cycle', file: start, line: round[0]!.line, message });
  }
  return found;
}

function reachedFrom(start: string, next: ReadonlyMap<string, readonly Edge[]>): Set<string> {
  const reached = new Set([start]);
  for (const path of reached) for (const { to } of next.get(path) ?? []) reached.add(to.path);
  return reached;
}

/** The shortest way from a file back to itself, by breadth. */
function wayRound(start: string, next: ReadonlyMap<string, readonly Edge[]>): Edge[] | null {
  const cameBy = new Map<string, Edge>();
  const queue = [start];
  for (const path of queue) {
    for (const edge of next.get(path) ?? []) {
      if (edge.to.path === start) return [...trail(path, start, cameBy), edge];
      if (cameBy.has(edge.to.path)) continue;
      cameBy.set(edge.to.path, edge);
      queue.push(edge.to.path);
    }
  }
  return null;
}

function trail(path: string, start: string, cameBy: ReadonlyMap<string, Edge>): Edge[] {
  const edges: Edge[] = [];
  for (let at = path; at !== start;) {
    const edge = cameBy.get(at)!;
    edges.unshift(edge);
    at = edge.from.path;
  }
  return edges;
}
