import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { newId } from '#libs/kernel/index.js';
import { prepareHome } from '../config/index.js';
import type { MailboxMessage } from './mailbox-message.js';
import { MailboxStore, type MailboxLimits } from './mailbox-store.js';

/** What goes wrong on purpose when a mail arrives, for tests. */
export interface MailFaults {
  /** Waits so long between the final dot and the reply. */
  readonly delay_ms?: number;
  /** Refuses the mail with this reply; it is not kept. */
  readonly answer?: { readonly code: number; readonly message: string } | null;
  /** Keeps the mail and closes the connection without a reply: the sender cannot know. */
  readonly dropAfterDot?: boolean;
  /** Neither keeps nor answers; the connection stays open. */
  readonly hang?: boolean;
}

/** The addresses of the SMTP envelope. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface MailSinkOptions {
  /** The mails are kept in `home`/mailbox. */
  readonly home: string;
  /** Loopback unless said otherwise: the sink takes mail from anybody. */
  readonly host?: string;
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  readonly limits?: MailboxLimits;
}

export interface MailSink {
  /** smtp://host:port */
  readonly url: string;
  readonly port: number;
  /** Newest last; every mail that was answered with 250 is there. */
  messages(): Promise<MailboxMessage[]>;
  message(id: string): Promise<MailboxMessage | null>;
  /** The mail as it was received, byte by byte; null for an unknown id. */
  source(id: string): Promise<Buffer | null>;
  /** Calls back for every mail from now on; answers how to end that. */
  onMessage(listener: (message: MailboxMessage) => void): () => void;
  /** Replaces the faults; `{}` is a good server again. A function decides mail by mail. */
  behave(faults: MailFaults | ((envelope: Envelope) => MailFaults)): void;
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** RFC 1870: announced, and enforced on those who do not ask. */
const MESSAGE_MAX_BYTES = 25_000_000;
const RECIPIENTS_MAX = 100;
const CLIENTS_MAX = 200;
const SOCKET_TIMEOUT_MS = 120_000;

/** Starts the mail server of the embedded default: it keeps every mail for the mailbox page and delivers none. */
export async function startMailSink(options: MailSinkOptions): Promise<MailSink> {
  const { home, host = '127.0.0.1', port = 0 } = options;
  await prepareHome(home);
  const store = await MailboxStore.open(join(home, 'mailbox'), options.limits);
  const sockets = new Map<number, Socket>();
  let behaviour: (envelope: Envelope) => MailFaults = () => ({});
  const receive = new Reception(
    store,
    (envelope) => behaviour(envelope),
    (session) => sockets.get(session.remotePort)?.destroy(),
  );
  const server = await listen(receive, host, port);
  server.server.on('connection', (socket: Socket) => {
    const remotePort = socket.remotePort ?? 0;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  const bound = (server.server.address() as AddressInfo).port;
  let stopped: Promise<void> | null = null;
  const stop = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets.values()) socket.destroy();
    await closed;
    await store.close();
  };
  return {
    url: `smtp://${host}:${bound}`,
    port: bound,
    messages: () => store.messages(),
    message: async (id) => (await store.messages()).find((message) => message.id === id) ?? null,
    source: (id) => store.source(id),
    onMessage: (listener) => store.listen(listener),
    behave: (faults) => void (behaviour = typeof faults === 'function' ? faults : () => faults),
    clear: () => store.clear(),
    stop: () => (stopped ??= stop()),
  };
}

/** What happens to one mail from its first byte to the reply. */
class Reception {
  constructor(
    private readonly store: MailboxStore,
    private readonly faultsOf: (envelope: Envelope) => MailFaults,
    private readonly cut: (session: SMTPServerSession) => void,
  ) {}

  async take(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    reply: (error?: Error | null, text?: string) => void,
  ): Promise<void> {
    const source = await collect(stream);
    const envelope = envelopeOf(session);
    const faults = this.faultsOf(envelope);
    if (faults.delay_ms) await sleep(faults.delay_ms);
    if (faults.hang) return;
    if (faults.answer) return reply(withCode(faults.answer.code, faults.answer.message));
    if (source === null) return reply(withCode(552, `A mail may have ${MESSAGE_MAX_BYTES} bytes at most`));
    const id = newId();
    const { from, to } = envelope;
    await this.store.add(source, { id, from, to: to.join(', '), receivedAt: new Date().toISOString() });
    if (faults.dropAfterDot) return this.cut(session);
    reply(null, `kept as ${id}`);
  }
}

async function listen(reception: Reception, host: string, port: number) {
  const { SMTPServer } = await import('smtp-server');
  const server = new SMTPServer({
    name: 'rounds-mailbox',
    banner: 'keeps mails and delivers none',
    size: MESSAGE_MAX_BYTES,
    maxClients: CLIENTS_MAX,
    socketTimeout: SOCKET_TIMEOUT_MS,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'anybody' }),
    onRcptTo: (_address, session, callback) =>
      callback(session.envelope.rcptTo.length < RECIPIENTS_MAX ? null : withCode(452, 'Too many recipients')),
    onData: (stream, session, callback) => {
      reception.take(stream, session, callback).catch((error: Error) => callback(withCode(451, `Not kept: ${error.message}`)));
    },
  });
  // Connections that break off are the sender's affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return server;
}

/** All bytes, or null when they are too many; the rest is read and dropped, so that the sender gets its answer. */
async function collect(stream: SMTPServerDataStream): Promise<Buffer | null> {
  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MESSAGE_MAX_BYTES) chunks.push(chunk);
    else chunks = [];
  }
  return length <= MESSAGE_MAX_BYTES ? Buffer.concat(chunks) : null;
}

function envelopeOf(session: SMTPServerSession): Envelope {
  const { mailFrom, rcptTo } = session.envelope;
  return { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
}

function withCode(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
