import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/**
 * What one operation may ask for. Introspection of the schema needs a depth of 13; a posting of 1 MiB, written as JSON, needs the body. `values` counts lists, objects
 * and scalars among the variables: for each of up to 50 unknown fields GraphQL writes down the whole object it is in. A socket only hears subscriptions.
 */
export const LIMITS = {
  tokens: 3000,
  depth: 16,
  aliases: 50,
  rootFields: 20,
  cost: 20_000,
  values: 2000,
  socketBytes: 64 * 1024,
  bodyBytes: 2.5 * 1024 * 1024,
} as const;

interface Measure {
  depth: number;
  aliases: number;
  cost: number;
}

/**
 * A validation rule that measures depth, aliases (`__typename` too) and cost of every operation. A field costs 1; a list asked for with `first`
 * multiplies what is below it. Fragments are measured once and remembered, so a chain of fragments cannot blow the measuring up.
 */
export function operationLimits(context: ValidationContext): ASTVisitor {
  return {
    Document: {
      enter(document: DocumentNode) {
        const meter = new Meter(document);
        for (const definition of document.definitions) {
          if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
          const roots = definition.selectionSet.selections.length;
          const { depth, aliases, cost } = meter.measure(definition.selectionSet);
          report(context, 'root fields', roots, LIMITS.rootFields);
          report(context, 'levels of depth', depth, LIMITS.depth);
          report(context, 'aliases', aliases, LIMITS.aliases);
          report(context, 'points of cost', cost, LIMITS.cost);
        }
        return undefined;
      },
    },
  };
}

function report(context: ValidationContext, what: string, found: number, most: number): void {
  if (found <= most) return;
  context.reportError(
    new GraphQLError(`The operation asks for more than ${most} ${what}. Ask for less at once.`, {
      extensions: { code: 'OPERATION_TOO_LARGE' },
    }),
  );
}

/** What an operation costs, in points. */
export function costOf(document: DocumentNode, { selectionSet }: OperationDefinitionNode): number {
  return new Meter(document).measure(selectionSet).cost;
}

class Meter {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Measure>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  measure(set: SelectionSetNode): Measure {
    const total: Measure = { depth: 0, aliases: 0, cost: 0 };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) add(total, this.ofField(selection));
      else if (selection.kind === Kind.INLINE_FRAGMENT) add(total, this.measure(selection.selectionSet));
      else add(total, this.ofFragment(selection.name.value));
    }
    return total;
  }

  private ofField(field: FieldNode): Measure {
    const below = field.selectionSet ? this.measure(field.selectionSet) : { depth: 0, aliases: 0, cost: 0 };
    return {
      depth: below.depth + 1,
      aliases: below.aliases + (field.alias ? 1 : 0),
      cost: Math.min(1 + below.cost * multiplier(field), 1e9),
    };
  }

  private ofFragment(name: string): Measure {
    const known = this.measured.get(name);
    if (known) return known;
    // A fragment in a cycle measures 0 here; the standard rule NoFragmentCycles refuses the document.
    this.measured.set(name, { depth: 0, aliases: 0, cost: 0 });
    const fragment = this.fragments.get(name);
    const measure = fragment ? this.measure(fragment.selectionSet) : { depth: 0, aliases: 0, cost: 0 };
    this.measured.set(name, measure);
    return measure;
  }
}

/** `first: 20` is 20; `first: $n` counts as 50, the default page; no `first` is 1. */
function multiplier(field: FieldNode): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first');
  if (!first) return 1;
  return first.value.kind === Kind.INT ? Math.max(1, Number(first.value.value)) : 50;
}

function add(total: Measure, more: Measure): void {
  total.depth = Math.max(total.depth, more.depth);
  total.aliases += more.aliases;
  total.cost = Math.min(total.cost + more.cost, 1e9);
}

/** The error for variables that hold more values than any operation takes, however deep; null for others. */
export function variablesTooLarge(variables: unknown): GraphQLError | null {
  const waiting: unknown[] = [variables];
  for (let counted = 0; waiting.length > 0; counted += 1) {
    if (counted > LIMITS.values || waiting.length > LIMITS.values) {
      const extensions = { code: 'OPERATION_TOO_LARGE', http: { status: 400 } };
      return new GraphQLError(`The variables hold more than ${LIMITS.values} values. Send less at once.`, { extensions });
    }
    const value = waiting.pop();
    // One by one: a list of a million elements is too many for the arguments of a call.
    if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) waiting.push(one);
  }
  return null;
}
