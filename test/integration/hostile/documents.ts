import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isEnumType,
} from 'graphql';

import type { GraphqlAnswer } from '../../support/api.js';

export type Kind = 'query' | 'mutation';

/** A document that asks for a root field with every argument as a variable of the same name and shows all of the answer, down to `depth`. */
export function documentOf(schema: GraphQLSchema, kind: Kind, name: string, depth = 3): string {
  const field = rootField(schema, kind, name);
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}${defaultOf(arg)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const head = declared ? `${kind} (${declared})` : kind;
  return `${head} { result: ${name}${passed ? `(${passed})` : ''} ${selectionOf(schema, field.type, depth)} }`;
}

export function rootField(schema: GraphQLSchema, kind: Kind, name: string): GraphQLField<unknown, unknown> {
  const root = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  return root.getFields()[name]!;
}

export function rootFields(schema: GraphQLSchema, kind: Kind): string[] {
  return Object.keys((kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!).getFields());
}

function defaultOf({ defaultValue }: { defaultValue?: unknown }): string {
  return defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`;
}

/** Every field that needs no arguments, objects down to `depth`; a union shows each of its members. Empty for scalars. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isScalarType(named) || isEnumType(named)) return '';
  if (isAbstractType(named)) {
    const members = schema.getPossibleTypes(named).map((member) => {
      // Members may name a field alike with different types; each gets its own alias.
      const fields = fieldsOf(schema, member, depth, `${member.name}_`);
      return `... on ${member.name} { __typename ${fields} }`;
    });
    return `{ __typename ... on UserError { code message } ${members.join(' ')} }`.replace(
      '... on UserError { code message }',
      schema.getPossibleTypes(named).some((member) => member.getInterfaces().some((i) => i.name === 'UserError'))
        ? '... on UserError { code message }'
        : '',
    );
  }
  return isObjectType(named) ? `{ __typename ${fieldsOf(schema, named, depth, '')} }` : '';
}

function fieldsOf(
  schema: GraphQLSchema,
  type: { getFields(): Record<string, GraphQLField<unknown, unknown>> },
  depth: number,
  prefix: string,
): string {
  return Object.values(type.getFields())
    .filter((field) => field.args.every((arg) => !isNonNullType(arg.type)))
    .map((field) => {
      const leaf = isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type));
      if (!leaf && depth <= 1) return '';
      const alias = prefix ? `${prefix}${field.name}: ` : '';
      return `${alias}${field.name} ${selectionOf(schema, field.type, depth - 1)}`;
    })
    .join(' ');
}

/** A place among the variables of an operation: which value stands there and what the schema calls its type. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly type: string;
  readonly nullable: boolean;
}

/** Every place of a scalar or enum type among the variables that are given, and `absent` ones that could be. */
export function placesIn(schema: GraphQLSchema, kind: Kind, name: string, variables: Record<string, unknown>): Place[] {
  return rootField(schema, kind, name).args.flatMap((arg) => walk(arg.type, variables[arg.name], [arg.name]));
}

function walk(type: GraphQLInputType, value: unknown, path: (string | number)[], nullable = true): Place[] {
  if (isNonNullType(type)) return walk(type.ofType, value, path, false);
  if (isListType(type)) {
    const values = Array.isArray(value) ? value : [];
    return values.length > 0
      ? values.flatMap((one, at) => walk(type.ofType, one, [...path, at]))
      : walk(type.ofType, undefined, [...path, 0]);
  }
  if (isInputObjectType(type)) {
    if (path.length > 7) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      walk(field.type, (value as Record<string, unknown> | null | undefined)?.[field.name], [...path, field.name]),
    );
  }
  return [{ path, type: getNamedType(type).name, nullable }];
}

/** The value at a place; undefined when it or something above it is left out. */
export function valueAt(variables: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key], variables);
}

/** The variables with another value at a place; what is above it must be there. */
export function withValue<T>(variables: T, path: readonly (string | number)[], value: unknown): T {
  const copy = structuredClone(variables);
  const above = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  above[path.at(-1)!] = value;
  return copy;
}

/** How an operation ended: DONE, EMPTY (nothing to show), or the code of the refusal or error. */
export interface Outcome {
  readonly code: string;
  readonly message: string;
  readonly refused: boolean;
}

/** Reads the answer to a document of `documentOf`. */
export function outcomeOf(answer: GraphqlAnswer): Outcome {
  const [error] = answer.errors ?? [];
  if (error) return { code: error.extensions?.code ?? 'NONE', message: error.message, refused: true };
  const result = answer.data?.result as { code?: string; message?: string; nodes?: unknown[]; __typename?: string } | null;
  if (result === null || (Array.isArray(result) && result.length === 0) || result?.nodes?.length === 0)
    return { code: 'EMPTY', message: '', refused: false };
  const code = result.code;
  return typeof code === 'string'
    ? { code, message: result.message ?? '', refused: true }
    : { code: 'DONE', message: '', refused: false };
}
