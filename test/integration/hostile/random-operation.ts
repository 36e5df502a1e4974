import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Kind, rootField, rootFields } from './documents.js';

/** A stream of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Draws operations that are valid by the schema, or nearly: one to three fields of a root, any selection, ids of things that exist, and odd values. */
export class OperationDrawer {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
    private readonly ids: readonly string[],
    private readonly texts: readonly string[],
  ) {}

  draw(): RandomOperation {
    const kind: Kind = this.chance(0.45) ? 'query' : 'mutation';
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];
    const fields: string[] = [];
    for (let at = 0; at < 1 + Math.floor(this.random() ** 3 * 3); at += 1) {
      const field = rootField(this.schema, kind, this.one(rootFields(this.schema, kind)));
      const passed = field.args.flatMap((arg) => {
        const value = this.value(arg.type, 0);
        if (value === undefined) return [];
        if (this.chance(0.3)) return [`${arg.name}: ${literal(value, arg.type)}`];
        const variable = `v${declared.length}`;
        declared.push(`$${variable}: ${String(arg.type)}`);
        variables[variable] = value;
        return [`${arg.name}: $${variable}`];
      });
      fields.push(`f${at}: ${field.name}${passed.length > 0 ? `(${passed.join(', ')})` : ''} ${this.selection(field.type, 3)}`);
    }
    return { query: `${kind} ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${fields.join(' ')} }`, variables };
  }

  private selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isAbstractType(named)) {
      const members = this.schema.getPossibleTypes(named).filter(() => this.chance(0.8));
      return `{ __typename ${members.map((one) => `... on ${one.name} ${this.ofObject(one.getFields(), depth, one.name)}`).join(' ')} }`;
    }
    return isObjectType(named) ? this.ofObject(named.getFields(), depth, '') : '';
  }

  private ofObject(
    fields: Record<string, { name: string; type: GraphQLOutputType; args: readonly unknown[] }>,
    depth: number,
    prefix: string,
  ): string {
    const shown = Object.values(fields)
      .filter((field) => field.args.length === 0 && this.chance(0.6))
      .filter((field) => depth > 1 || !(isObjectType(getNamedType(field.type)) || isAbstractType(getNamedType(field.type))))
      .map((field) => `${prefix && `${prefix}_${field.name}: `}${field.name} ${this.selection(field.type, depth - 1)}`);
    return `{ __typename ${shown.join(' ')} }`;
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type))
      return this.value(type.ofType, depth) ?? (this.chance(0.97) ? this.present(type.ofType, depth) : null);
    if (this.chance(0.35)) return this.chance(0.5) ? undefined : null;
    return this.present(type, depth);
  }

  private present(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.present(type.ofType, depth);
    if (isListType(type))
      return Array.from({ length: Math.floor(this.random() * 3) }, () => this.present(type.ofType, depth + 1));
    if (isInputObjectType(type)) {
      if (depth > 4) return {};
      const entries = Object.values(type.getFields()).map(
        (field) => [field.name, field.name === 'idempotencyKey' ? this.key() : this.value(field.type, depth + 1)] as const,
      );
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    }
    if (isEnumType(type)) return this.one(type.getValues()).name;
    return this.scalar(type.name);
  }

  /** Mostly none, sometimes one that was used before, seldom a bad one. */
  private key(): string | undefined {
    return this.chance(0.7) ? undefined : this.one(['key-number-1', 'key-number-2', `key-${this.random()}`, 'short']);
  }

  private scalar(name: string): unknown {
    switch (name) {
      case 'ID':
        return this.chance(0.9) ? this.one(this.ids) : this.one(this.texts);
      case 'Int':
        return this.one([0, 1, 1, 1, 2, 3, 5, 30, 60, 100, -1, 2_147_483_647, -2_147_483_648]);
      case 'Float':
        return this.one([0, 1, 4.5, 100_000, -1, 1e300]);
      case 'Boolean':
        return this.chance(0.5);
      case 'DateTime':
        return this.one([
          '2031-03-05T14:00:00Z',
          '1999-12-31T23:59:59Z',
          '9999-12-31T23:59:59Z',
          new Date(Date.now() + 5e8).toISOString(),
        ]);
      default:
        return this.one(this.texts);
    }
  }

  private one<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)]!;
  }

  private chance(p: number): boolean {
    return this.random() < p;
  }
}

/** A value as GraphQL writes it; enums without quotes. */
function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (value === null || value === undefined) return 'null';
  if (isListType(type)) return `[${(value as unknown[]).map((one) => literal(one, type.ofType)).join(', ')}]`;
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return `{ ${Object.entries(value)
      .map(([name, one]) => `${name}: ${literal(one, fields[name]!.type)}`)
      .join(', ')} }`;
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value);
}
