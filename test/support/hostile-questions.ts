/** Bodies that ask `/graphql` for more than anybody needs, by what is too much of them. None may reach the database. */
export const HOSTILE_QUESTIONS: Readonly<Record<string, string>> = {
  depth: query(`{ __schema { types { ${'fields { type { '.repeat(20)} name ${'} }'.repeat(20)} } } }`),
  cost: query(
    '{ postings(first: 100) { nodes { id } } applications(postingId: "x", first: 100) { nodes { id candidateName status } } people(first: 100000) { nodes { id name email } } }',
  ),
  'a page of a million': query('{ postings(first: 1000000) { nodes { id title } } }'),
  aliases: query(`{ ${repeated(51, (at) => `a${at}: __typename`)} }`),
  'fields at the root': query(`{ ${repeated(21, () => 'viewer { id }')} }`),
  tokens: query(`{ ${'__typename '.repeat(3_000)} }`),
  'a million tokens': query(`{ ${'x '.repeat(1_000_000)} }`),
  'brackets without an end': query(`{ postings(first: ${'['.repeat(100_000)}`),
  'fragments that double': query(
    `{ ...f0 } ${repeated(60, (at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`)} fragment f60 on Query { ${repeated(60, (at) => `b${at}: __typename`)} }`,
  ),
  'fragments in a circle': query('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
  'names that nobody knows': query(`{ ${repeated(900, (at) => `postingz${at}`)} }`),
  directives: query(`{ __typename ${'@include(if: true) '.repeat(400)} }`),
  values: JSON.stringify({
    query: 'query ($a: [Int!]) { __typename }',
    variables: { a: Array.from({ length: 100_000 }, () => 1) },
  }),
  'values in values': `{"query":"query ($a: [Int!]) { __typename }","variables":{"a":${'['.repeat(3_000)}${']'.repeat(3_000)}}}`,
  batch: JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ __typename }' }))),
  'a body of 3 MB': query(`{ __typename } # ${'x'.repeat(3_000_000)}`),
};

function query(text: string): string {
  return JSON.stringify({ query: text });
}

function repeated(times: number, one: (at: number) => string): string {
  return Array.from({ length: times }, (_, at) => one(at)).join(' ');
}
