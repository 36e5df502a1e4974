import pg from 'pg';
import utils from 'pg/lib/utils.js';

/**
 * Several prepared statements in one message to the server and one answer: Parse where needed, Bind and Execute for each, and a single Sync at the
 * end (https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-FLOW-PIPELINING). node-postgres ends every statement with a Sync of its own, even
 * in pipeline mode, and the server answers each in a packet of its own: measured, that is half of what a short transaction costs both sides.
 *
 * Without BEGIN the statements of a batch are one transaction, which ends at the Sync. After an error the server passes over the rest of the batch.
 */
export interface Statement {
  /** Identifies the text for the connection: one name, one text. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** The rows, and what the server says was done ("COMMIT", "UPDATE 1"). */
  answered(rows: object[], command: string): void;
  /** The error that ended the batch, this statement's or an earlier one's. */
  failed(error: unknown): void;
}

/** How the rows of a prepared statement read; the same for every execution, so it is asked for once a connection. */
interface Shape {
  readonly names: string[];
  readonly parsers: ((text: string) => unknown)[];
}

/** What of node-postgres's connection is used here. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Record<string, string | undefined>;
  parse(config: { name: string; text: string }): void;
  bind(config: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  describe(config: { type: 'P' }): void;
  execute(): void;
  sync(): void;
  on(event: 'parseComplete', listener: () => void): void;
  removeListener(event: 'parseComplete', listener: () => void): void;
}

const shapes = new WeakMap<Wire, Map<string, Shape | null>>();

/** How a batch ended: with an error or null, and whether the connection can be used further. */
export interface BatchEnd {
  readonly error: unknown;
  readonly lost: boolean;
}

/**
 * Sends the statements and answers when the server has; it never rejects. One batch at a time a connection: the next is sent when this one is
 * answered.
 */
export async function sendBatch(client: pg.ClientBase, statements: readonly Statement[]): Promise<BatchEnd> {
  return new Promise((resolve) => client.query(new Batch(statements, resolve)));
}

/** The pool's client takes it for one query: it answers to the messages of all its statements until ReadyForQuery. */
class Batch extends pg.Query {
  private at = 0;
  private found: object[] = [];
  private wire: Wire;
  private known: Map<string, Shape | null>;
  private shape: Shape | null = null;
  private unparsed: Statement[] = [];
  /** A fault found while sending: what follows was not sent. */
  private unsent: unknown = null;
  private readonly onParsed = () => {
    const { name, text } = this.unparsed.shift()!;
    this.wire.parsedStatements[name] = text;
  };

  constructor(
    private readonly statements: readonly Statement[],
    private readonly ended: (end: BatchEnd) => void,
  ) {
    super('');
    // Given anew to every query by the client otherwise; errors come through handleError.
    (this as { callback?: () => void }).callback = () => {};
  }

  override submit = (connection: unknown): void => {
    const wire = (this.wire = connection as Wire);
    const known = shapes.get(wire) ?? new Map<string, Shape | null>();
    shapes.set(wire, (this.known = known));
    wire.stream.cork();
    try {
      for (const statement of this.statements) this.send(statement);
    } catch (error) {
      this.unsent = error;
    } finally {
      if (this.unparsed.length > 0) wire.on('parseComplete', this.onParsed);
      wire.sync();
      wire.stream.uncork();
    }
  };

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    const parsers = fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text'));
    this.shape = { names: fields.map(({ name }) => name), parsers };
    this.known.set(this.statements[this.at]!.name, this.shape);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { names, parsers } = (this.shape ??= this.known.get(this.statements[this.at]!.name)!);
    const row: Record<string, unknown> = {};
    for (let i = 0; i < fields.length; i += 1) {
      const text = fields[i]!;
      row[names[i]!] = text === null ? null : parsers[i]!(text);
    }
    this.found.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const statement = this.statements[this.at]!;
    if (this.shape === null && !this.known.has(statement.name)) this.known.set(statement.name, null);
    const { found } = this;
    this.at += 1;
    this.found = [];
    this.shape = null;
    statement.answered(found, text);
  }

  handleError(error: unknown): void {
    this.finish(error);
  }

  handleReadyForQuery(): void {
    this.finish(this.unsent);
  }

  private send(statement: Statement): void {
    const { name, text, values } = statement;
    const { wire } = this;
    const parsed = wire.parsedStatements[name];
    if (parsed !== undefined && parsed !== text) throw new Error(`two statements are called ${name}`);
    if (parsed === undefined && !this.unparsed.some((other) => other.name === name)) {
      wire.parse({ name, text });
      this.unparsed.push(statement);
    }
    wire.bind({ statement: name, values, valueMapper: utils.prepareValue });
    if (!this.known.has(name)) wire.describe({ type: 'P' });
    wire.execute();
  }

  private finish(error: unknown): void {
    this.wire?.removeListener('parseComplete', this.onParsed);
    if (error !== null) for (const statement of this.statements.slice(this.at)) statement.failed(error);
    // The server's refusals and faults found here leave the connection sound; anything else is the connection's own end.
    this.ended({ error, lost: error !== null && error !== this.unsent && !(error instanceof pg.DatabaseError) });
  }
}
