import pg from 'pg';
import { answerParent, childInput } from './child.js';
import { HttpConnection } from './http-connection.js';
import { type Rate, measureRate } from './rate.js';

export interface QueriesInput {
  /** GraphQL over HTTP, or the statement alone as the application's role. */
  readonly way: 'graphql' | 'statement';
  readonly databaseUrl: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly organizationId: string;
  /** The statement as the tables' owner, where the application's role may not see them. */
  readonly asOwner?: boolean;
  /** In turn; of one kind each for its way. */
  readonly bodies: readonly string[];
  readonly statement: { readonly text: string; readonly values: readonly (readonly unknown[])[] } | null;
  /** What must be in the first answer, or it is not measured. */
  readonly expects: string;
  readonly clients: number;
  readonly warmup_s: number;
  readonly seconds: number;
}

export interface QueriesAnswer extends Rate {
  readonly bytes: number;
}

/** Asks the same things again and again, through GraphQL or by hand: one prepared statement, its rows turned into JSON. */
const input = childInput<QueriesInput>();
let turn = 0;
let bytes = 0;

function throughGraphql(): (client: number) => Promise<boolean> {
  const headers: Record<string, string> = input.token === '' ? {} : { authorization: `Bearer ${input.token}` };
  const connections = Array.from({ length: input.clients }, () => new HttpConnection(input.apiUrl, '/graphql', headers));
  return async (client) => {
    const body = await connections[client]!.post(input.bodies[(turn += 1) % input.bodies.length]!);
    if (bytes === 0 && !body.includes(input.expects)) throw new Error(`unexpected answer: ${body.toString('utf8', 0, 500)}`);
    bytes = body.length;
    return true;
  };
}

function byHand(): (client: number) => Promise<boolean> {
  const role = input.asOwner ? '' : '-c role=rounds_app ';
  const options = `${role}-c timezone=UTC -c app.organization_id=${input.organizationId}`;
  const pool = new pg.Pool({ connectionString: input.databaseUrl, max: input.clients, options });
  const { text, values } = input.statement!;
  return async () => {
    const { rows } = await pool.query({ name: 'by-hand', text, values: values[(turn += 1) % values.length] as unknown[] });
    bytes = Buffer.byteLength(JSON.stringify(rows));
    return true;
  };
}

const step = input.way === 'graphql' ? throughGraphql() : byHand();
const rate = await measureRate(input.clients, input.warmup_s, input.seconds, step);
await answerParent({ ...rate, bytes } satisfies QueriesAnswer);
process.exit(0);
