// @ts-check
import { send } from './graphql.js';

/**
 * @typedef {{ kind: string, name: string | null, ofType: TypeRef | null }} TypeRef
 * @typedef {{ name: string, description: string | null, type: TypeRef, defaultValue?: string | null }} Argument
 * @typedef {{ name: string, description: string | null, type: TypeRef, args: Argument[] }} Field
 * @typedef {{ kind: string, name: string, description: string | null, fields: Field[] | null, inputFields: Argument[] | null,
 *   enumValues: { name: string, description: string | null }[] | null, possibleTypes: { name: string }[] | null, interfaces: { name: string }[] | null }} Type
 */

const TYPE = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
const INTROSPECTION = `{ __schema { queryType { name } mutationType { name } subscriptionType { name } types {
  kind name description interfaces { name } possibleTypes { name } enumValues { name description }
  fields { name description type { ${TYPE} } args { name description defaultValue type { ${TYPE} } } }
  inputFields { name description defaultValue type { ${TYPE} } } } } }`;

/** @type {Map<string, Type>} */
const types = new Map();
const LISTED_MAX = 60;

/**
 * Reads the schema from the API and shows it: search, types, fields, and a button that writes an operation for a field.
 * @param {HTMLElement} place
 * @param {HTMLElement} search
 * @param {(query: string, variables: unknown, why: string) => void} use
 */
export async function showSchema(place, search, use) {
  const { body } = await send(INTROSPECTION);
  const schema = body.data?.__schema;
  if (!schema) return place.replaceChildren(make('p', {}, body.errors?.[0]?.message ?? 'The schema cannot be read.'));
  // By name, to be found; arguments and values stay in the order of the code, which tells something.
  const byName = (/** @type {{ name: string }} */ a, /** @type {{ name: string }} */ b) => (a.name < b.name ? -1 : 1);
  for (const type of schema.types.filter(({ name }) => !name.startsWith('__')).sort(byName))
    types.set(type.name, { ...type, fields: type.fields?.toSorted(byName) ?? null });
  const roots = [
    { kind: 'query', name: schema.queryType?.name },
    { kind: 'mutation', name: schema.mutationType?.name },
    { kind: 'subscription', name: schema.subscriptionType?.name },
  ].filter(({ name }) => name);
  const view = { place, use, roots };
  const input = /** @type {HTMLInputElement} */ (search);
  input.addEventListener('input', () =>
    input.value.trim() === '' ? showRoots(view) : showFound(view, input.value.trim().toLowerCase()),
  );
  showRoots(view);
}

/** @typedef {{ place: HTMLElement, use: (query: string, variables: unknown, why: string) => void, roots: { kind: string, name: string }[] }} View */

/** @param {View} view */
function showRoots(view) {
  view.place.replaceChildren(
    ...view.roots.flatMap(({ name }) => {
      const type = /** @type {Type} */ (types.get(name));
      return [make('h3', {}, typeButton(view, name), ` ${type.fields?.length ?? 0}`)];
    }),
    make('p', {}, 'Choose one, or search.'),
  );
}

/** @param {View} view @param {string} words */
function showFound(view, words) {
  const rows = [];
  for (const { name } of view.roots)
    for (const field of types.get(name)?.fields ?? [])
      if (field.name.toLowerCase().includes(words))
        rows.push(
          make(
            'li',
            {},
            link(`${name}.${field.name}`, () => showType(view, name, field.name)),
          ),
        );
  for (const type of types.values())
    if (type.name.toLowerCase().includes(words)) rows.push(make('li', {}, typeButton(view, type.name)));
  const more = rows.length - LISTED_MAX;
  view.place.replaceChildren(
    make('ul', {}, ...rows.slice(0, LISTED_MAX)),
    make('p', {}, rows.length === 0 ? 'Nothing has this in its name.' : more > 0 ? `${more} more; write more of the name.` : ''),
  );
}

/** @param {View} view @param {string} name @param {string} [only] */
function showType(view, name, only) {
  const type = types.get(name);
  if (!type) return;
  const root = view.roots.find((each) => each.name === name);
  const fields = (type.fields ?? []).filter((field) => !only || field.name === only);
  view.place.replaceChildren(
    make(
      'h3',
      {},
      link('Schema', () => showRoots(view)),
      ' › ',
      only ? typeButton(view, name) : name,
      only ? ` › ${only}` : '',
    ),
    make('p', {}, type.description && !only ? type.description : ''),
    make('ul', {}, ...fields.flatMap((field) => fieldRows(view, field, root))),
    make(
      'ul',
      {},
      ...(type.inputFields ?? []).map((field) => make('li', {}, `${field.name}: `, typeLink(view, field.type), describe(field))),
    ),
    make('ul', {}, ...(type.enumValues ?? []).map((value) => make('li', {}, value.name, describe(value)))),
    make('ul', {}, ...(type.possibleTypes ?? []).map((one) => make('li', {}, '| ', typeButton(view, one.name)))),
  );
}

/** @param {View} view @param {Field} field @param {{ kind: string } | undefined} root */
function fieldRows(view, field, root) {
  const args = field.args.flatMap((arg, index) => [index ? ', ' : '(', `${arg.name}: `, typeLink(view, arg.type)]);
  const use =
    root &&
    link('Write the operation', () =>
      view.use(operationText(root.kind, field), exampleVariables(field), field.description ?? ''),
    );
  if (use) use.className = 'use';
  return [
    make('li', {}, field.name, ...args, args.length ? ')' : '', ': ', typeLink(view, field.type), describe(field), use ?? ''),
  ];
}

/** @param {{ description: string | null }} thing */
function describe({ description }) {
  return description ? make('p', {}, description) : '';
}

/** @param {View} view @param {TypeRef} type @returns {Node} */
function typeLink(view, type) {
  if (type.kind === 'NON_NULL' && type.ofType) return make('span', {}, typeLink(view, type.ofType), '!');
  if (type.kind === 'LIST' && type.ofType) return make('span', {}, '[', typeLink(view, type.ofType), ']');
  return typeButton(view, type.name ?? '');
}

/** @param {View} view @param {string} name */
function typeButton(view, name) {
  return link(name, () => showType(view, name));
}

/** @param {string} text @param {() => void} act */
function link(text, act) {
  const button = /** @type {HTMLButtonElement} */ (make('button', {}, text));
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

/** @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children */
function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== ''));
  return node;
}

/** @param {TypeRef} type @returns {string} */
function written(type) {
  if (type.kind === 'NON_NULL' && type.ofType) return `${written(type.ofType)}!`;
  if (type.kind === 'LIST' && type.ofType) return `[${written(type.ofType)}]`;
  return type.name ?? '';
}

/** @param {TypeRef} type @returns {TypeRef} */
function inner(type) {
  return type.ofType ? inner(type.ofType) : type;
}

/**
 * An operation for a root field: its arguments as variables, its plain fields, and one level of what lies below.
 * @param {string} kind
 * @param {Field} field
 */
export function operationText(kind, field) {
  const declared = field.args.map(
    (arg) => `$${arg.name}: ${written(arg.type)}${arg.defaultValue ? ` = ${arg.defaultValue}` : ''}`,
  );
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`);
  const name = field.name[0]?.toUpperCase() + field.name.slice(1);
  const selection = selectionOf(inner(field.type).name ?? '', 2, '    ');
  return `${kind} ${name}${declared.length ? `(${declared.join(', ')})` : ''} {\n  ${field.name}${given.length ? `(${given.join(', ')})` : ''}${selection}\n}`;
}

/** @param {string} name @param {number} depth @param {string} indent @returns {string} */
function selectionOf(name, depth, indent) {
  const type = types.get(name);
  if (!type || ['SCALAR', 'ENUM'].includes(type.kind)) return '';
  const lines = type.kind === 'UNION' ? unionLines(type, depth, indent) : fieldLines(type, depth, indent);
  return ` {\n${lines.map((line) => indent + line).join('\n')}\n${indent.slice(2)}}`;
}

/** @param {Type} type @param {number} depth @param {string} indent */
function unionLines(type, depth, indent) {
  const members = (type.possibleTypes ?? []).map(({ name }) => /** @type {Type} */ (types.get(name)));
  const refusals = members.filter((member) => member.interfaces?.some(({ name }) => name === 'UserError'));
  const lines = members
    .filter((member) => !refusals.includes(member))
    .map((member) => `... on ${member.name}${selectionOf(member.name, depth, `${indent}  `)}`);
  return ['__typename', ...lines, ...(refusals.length ? ['... on UserError { code message }'] : [])];
}

/** @param {Type} type @param {number} depth @param {string} indent */
function fieldLines(type, depth, indent) {
  const lines = [];
  for (const field of type.fields ?? []) {
    if (field.args.some((arg) => arg.type.kind === 'NON_NULL' && !arg.defaultValue)) continue;
    const below = types.get(inner(field.type).name ?? '');
    if (!below || ['SCALAR', 'ENUM'].includes(below.kind)) lines.push(field.name);
    else if (depth > 0) lines.push(`${field.name}${selectionOf(below.name, depth - 1, `${indent}  `)}`);
  }
  return lines.length ? lines : ['__typename'];
}

/** @param {Field} field */
function exampleVariables(field) {
  return Object.fromEntries(field.args.filter((arg) => !arg.defaultValue).map((arg) => [arg.name, example(arg.type, 0)]));
}

/** @param {TypeRef} type @param {number} depth @returns {unknown} */
function example(type, depth) {
  if (type.kind !== 'NON_NULL') return null;
  const wanted = /** @type {TypeRef} */ (type.ofType);
  if (wanted.kind === 'LIST') return [];
  const named = types.get(wanted.name ?? '');
  if (named?.kind === 'ENUM') return named.enumValues?.[0]?.name ?? null;
  if (named?.kind === 'INPUT_OBJECT' && depth < 4)
    return Object.fromEntries(
      (named.inputFields ?? []).filter((each) => !each.defaultValue).map((each) => [each.name, example(each.type, depth + 1)]),
    );
  return { Int: 0, Float: 0, Boolean: false }[wanted.name ?? ''] ?? '';
}
