import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Schema } from './posting-schema.js';

/** What is wrong with a value, and where it stands in the YAML. */
export interface SchemaFault {
  readonly code: 'UNKNOWN_KEY' | 'VALUE_INVALID' | 'KEY_MISSING';
  /** "rounds.plan[2].kind". */
  readonly path: string;
  readonly message: string;
  readonly offset: number;
}

const MOST_FAULTS = 100;

type Found = { readonly node: Node; readonly path: string };

/** Reads YAML by the schema: plain data, what is unfit left out, with every fault named. */
export class SchemaReader {
  readonly faults: SchemaFault[] = [];
  /** Where each value stands, by its path: for the facts that rest on it. */
  readonly ranges = new Map<string, readonly [number, number]>();

  constructor(private readonly document: Document) {}

  /** The value as the schema has it; undefined when it is unfit. */
  read(given: unknown, schema: Schema, path: string, offset: number): unknown {
    const node = isAlias(given) ? given.resolve(this.document) : (given as Node | null | undefined);
    if (!node) return this.fault('VALUE_INVALID', path, 'is empty; write a value or leave the key out', offset);
    if (node.range) this.ranges.set(path, [node.range[0], node.range[1]]);
    const found = { node, path };
    if (schema.anyOf) return this.readAnyOf(found, schema.anyOf);
    if (schema.type === 'object') return this.readObject(found, schema);
    if (schema.type === 'array') return this.readArray(found, schema);
    return this.readScalar(found, schema);
  }

  /** Of the kinds that may stand here the one whose shape it has. */
  private readAnyOf({ node, path }: Found, kinds: readonly Schema[]): unknown {
    const shape = isMap(node) ? 'object' : isSeq(node) ? 'array' : 'string';
    const schema = kinds.find(({ type }) => type === shape) ?? kinds[0]!;
    return this.read(node, schema, path, startOf(node));
  }

  private readObject({ node, path }: Found, schema: Schema): unknown {
    if (!isMap(node)) return this.fault('VALUE_INVALID', path, 'must be a mapping of keys to values', startOf(node));
    const value: Record<string, unknown> = {};
    for (const { key, value: item } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const at = startOf(key as Node);
      const known = Object.hasOwn(schema.properties!, name) ? schema.properties![name] : undefined;
      if (Object.hasOwn(value, name)) this.fault('VALUE_INVALID', path, `has the key "${name}" twice`, at);
      else if (!known) this.unknownKey(name, path, at, Object.keys(schema.properties!));
      else value[name] = this.read(item, known, `${path}.${name}`, at);
    }
    for (const name of schema.required ?? [])
      if (!Object.hasOwn(value, name)) this.fault('KEY_MISSING', path, `misses the key "${name}"`, startOf(node));
    return value;
  }

  private unknownKey(name: string, path: string, offset: number, known: readonly string[]): void {
    if (this.faults.length >= MOST_FAULTS) return;
    const near = known.find((one) => one.toLowerCase() === name.toLowerCase().replace(/[_\s-]/g, '') || isNear(one, name));
    const advice = near ? `did you mean "${near}"?` : `the keys here are ${known.join(', ')}`;
    this.fault('UNKNOWN_KEY', path, `has no key "${name.slice(0, 60)}"; ${advice}`, offset);
  }

  private readArray({ node, path }: Found, schema: Schema): unknown {
    if (!isSeq(node)) return this.fault('VALUE_INVALID', path, 'must be a list', startOf(node));
    const { minItems = 0, maxItems = Infinity } = schema;
    if (node.items.length < minItems || node.items.length > maxItems) {
      const message = `has ${node.items.length} elements; ${minItems} to ${maxItems} are possible`;
      return this.fault('VALUE_INVALID', path, message, startOf(node));
    }
    const values = node.items.map((item, index) => this.read(item, schema.items!, `${path}[${index}]`, startOf(node)));
    return values.includes(undefined) ? undefined : values;
  }

  private readScalar({ node, path }: Found, schema: Schema): unknown {
    const value = isScalar(node) ? node.value : undefined;
    const wrong = isScalar(node) ? unfit(value, schema) : shouldBe(schema);
    if (wrong !== null) return this.fault('VALUE_INVALID', path, wrong, startOf(node));
    return typeof value === 'string' ? value.trim() : value;
  }

  private fault(code: SchemaFault['code'], path: string, message: string, offset: number): undefined {
    // More is noise.
    if (this.faults.length < MOST_FAULTS) this.faults.push({ code, path, message: `"${path}" ${message}`, offset });
    return undefined;
  }
}

function startOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

function shouldBe(schema: Schema): string {
  if (schema.const !== undefined) return `must be ${schema.const}`;
  if (schema.enum) return `must be one of ${schema.enum.join(', ')}`;
  const names = { string: 'text; put it in quotes', boolean: 'true or false', number: 'a number', integer: 'a whole number' };
  return `must be ${names[schema.type as keyof typeof names]}`;
}

/** Why a scalar is not what the schema says; null when it is. Lengths count code points, as JSON Schema does. */
function unfit(value: unknown, schema: Schema): string | null {
  if (schema.const !== undefined) return value === schema.const ? null : shouldBe(schema);
  if (schema.enum) return schema.enum.includes(value as string) ? null : shouldBe(schema);
  if (schema.type === 'boolean') return typeof value === 'boolean' ? null : shouldBe(schema);
  if (schema.type === 'string') return typeof value === 'string' ? unfitText(value, schema) : shouldBe(schema);
  if (typeof value !== 'number' || !Number.isFinite(value) || (schema.type === 'integer' && !Number.isInteger(value)))
    return shouldBe(schema);
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return value >= minimum && value <= maximum ? null : `must be ${minimum} to ${maximum}`;
}

function unfitText(value: string, { maxLength = Infinity, pattern }: Schema): string | null {
  const length = [...value].length;
  if (length > maxLength) return `has ${length} characters; at most ${maxLength} are possible`;
  if (value.trim() === '') return 'is empty; write a value or leave the key out';
  if (pattern === undefined || new RegExp(pattern, 'u').test(value)) return null;
  if (pattern.includes('[0-9]:[0-5]')) return 'must be a time as HH:MM, in quotes';
  return pattern.startsWith('^[^') ? 'must be one line of text' : 'is not written as the schema asks';
}

/** One letter wrong, missing, too many, or two in each other's place. */
function isNear(known: string, written: string): boolean {
  const [a, b] = [known.toLowerCase(), written.toLowerCase()];
  if (Math.abs(a.length - b.length) > 1 || b.length < 3) return false;
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - from && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [restA, restB] = [a.slice(from, a.length - tail), b.slice(from, b.length - tail)];
  return Math.max(restA.length, restB.length) <= 1 || (restA.length === 2 && restA === [...restB].reverse().join(''));
}
