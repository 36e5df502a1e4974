import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  execute,
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { DateTime, type RequestContext } from '#libs/platform/index.js';

/**
 * Lists of many plain objects, which graphql-js would walk field by field: a board of 1,000 cards is 12,000 visits, more than all the rest of the
 * request. Where a query asks for such a list alone and plainly, the rest is executed as always and the list's objects are cut to what was asked
 * for in one go. The resolver hands its list over through `context.flat`. What is not plain (directives, other types) is executed as always; both
 * ways answer the same bytes.
 */
const FLAT_LISTS: Readonly<Record<string, string>> = { board: 'cards' };

/** What is prepared once an operation. */
interface Plan {
  /** The document with `__typename` alone under the list. */
  readonly document: DocumentNode;
  readonly rootKey: string;
  readonly listKey: string;
  readonly columns: readonly Column[];
}

interface Column {
  readonly key: string;
  /** The property; null for `__typename`. */
  readonly property: string | null;
  readonly value: (value: unknown) => unknown;
}

export function flatLists(): ApolloServerPlugin<RequestContext> {
  // Apollo keeps parsed documents by their text, so the same query comes with the same operation.
  const plans = new WeakMap<OperationDefinitionNode, Plan | null>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, schema, contextValue, request }) {
          // A document of several operations of which none is named has none; the types do not know it.
          if ((operation as OperationDefinitionNode | undefined) === undefined) return null;
          let plan = plans.get(operation);
          if (plan === undefined) plans.set(operation, (plan = planOf(schema, document, operation)));
          if (plan === null) return null;
          const flat: NonNullable<RequestContext['flat']> = { items: null };
          const context: RequestContext = Object.assign(Object.create(contextValue) as RequestContext, { flat });
          const { data, errors } = await execute({
            ...{ schema, document: plan.document, operationName: request.operationName },
            ...{ contextValue: context, variableValues: request.variables },
          });
          const parent = data?.[plan.rootKey] as Record<string, unknown> | null | undefined;
          // Anything but a whole answer is executed anew as always, with its errors masked as always; these are queries.
          if (errors || !data || !parent || flat.items === null) return null;
          parent[plan.listKey] = project(flat.items, plan.columns);
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
        },
      };
    },
  };
}

function project(items: readonly object[], columns: readonly Column[]): object[] {
  return items.map((item) => {
    const cut: Record<string, unknown> = {};
    for (const { key, property, value } of columns)
      cut[key] = value(property === null ? null : (item as Record<string, unknown>)[property]);
    return cut;
  });
}

function planOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan | null {
  const [root, ...others] = operation.selectionSet.selections;
  if (operation.operation !== 'query' || others.length > 0 || !isPlainField(root)) return null;
  const listName = FLAT_LISTS[root.name.value];
  const parentType = getNamedType(schema.getQueryType()?.getFields()[root.name.value]?.type);
  if (listName === undefined || !isObjectType(parentType) || !root.selectionSet) return null;
  const lists = root.selectionSet.selections.filter((node) => node.kind !== Kind.FIELD || node.name.value === listName);
  const [list] = lists;
  if (lists.length !== 1 || !isPlainField(list) || !list.selectionSet) return null;
  const itemType = getNamedType(parentType.getFields()[listName]?.type);
  if (!isObjectType(itemType)) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const columns = columnsOf(itemType, list.selectionSet, fragments);
  if (columns === null) return null;
  const bare: FieldNode = { ...list, selectionSet: { kind: Kind.SELECTION_SET, selections: [TYPENAME] } };
  const rest = root.selectionSet.selections.map((node) => (node === list ? bare : node));
  const changed: OperationDefinitionNode = {
    ...operation,
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [{ ...root, selectionSet: { kind: Kind.SELECTION_SET, selections: rest } }],
    },
  };
  return {
    document: {
      ...document,
      definitions: document.definitions.map((definition) => (definition === operation ? changed : definition)),
    },
    rootKey: keyOf(root),
    listKey: keyOf(list),
    columns: [...columns.values()],
  };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** What is asked of an item, by its key in the answer; null when something is not a plain leaf. Keys that come twice mean the same field (validated). */
function columnsOf(
  type: GraphQLObjectType,
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Map<string, Column> | null {
  const columns = new Map<string, Column>();
  for (const node of set.selections) {
    if ((node.directives?.length ?? 0) > 0) return null;
    if (node.kind === Kind.FIELD) {
      const column = columnOf(type, node);
      if (column === null) return null;
      if (!columns.has(column.key)) columns.set(column.key, column);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
    const condition = fragment?.typeCondition?.name.value ?? type.name;
    const inner = fragment && condition === type.name ? columnsOf(type, fragment.selectionSet, fragments) : null;
    if (inner === null) return null;
    for (const [key, column] of inner) if (!columns.has(key)) columns.set(key, column);
  }
  return columns;
}

function columnOf(type: GraphQLObjectType, node: FieldNode): Column | null {
  const name = node.name.value;
  if (name === '__typename') return { key: keyOf(node), property: null, value: () => type.name };
  const field = type.getFields()[name];
  const leaf = getNamedType(field?.type);
  // A list of leaves, an argument or an object would need more than this.
  if (!field || field.args.length > 0 || !isLeafType(leaf) || String(field.type).startsWith('[')) return null;
  return { key: keyOf(node), property: name, value: serializerOf(leaf) };
}

/** The leaf's own serialisation; what scalars leave as it is (texts), and an enum's few values, are not computed anew for every item. */
function serializerOf(type: GraphQLLeafType): (value: unknown) => unknown {
  if (isSpecifiedScalarType(type) || type === DateTime)
    return (value) => (value === null || typeof value === 'string' ? value : value === undefined ? null : type.serialize(value));
  if (!isEnumType(type)) return (value) => (value === null || value === undefined ? null : type.serialize(value));
  const known = new Map<unknown, unknown>();
  return (value) => {
    if (value === null || value === undefined) return null;
    if (!known.has(value)) known.set(value, type.serialize(value));
    return known.get(value);
  };
}

function isPlainField(node: SelectionNode | undefined): node is FieldNode {
  return node?.kind === Kind.FIELD && (node.directives?.length ?? 0) === 0;
}

function keyOf(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}
