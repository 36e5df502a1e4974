import { type Server, type Socket, createServer } from 'node:net';

/** What the server does with one message. */
export type Fate = 'accept' | 'slow' | 'lose-reply' | 'drop' | 'hang' | 'later' | 'never';

export interface FaultyServer {
  readonly url: string;
  /** When each Message-ID was accepted, every time. */
  readonly accepted: ReadonlyMap<string, readonly number[]>;
  /** How often each fate befell a message. */
  readonly fates: Readonly<Record<Fate, number>>;
  /** No faults from now on. */
  calm(): void;
  stop(): Promise<void>;
}

const SLOW_MS = 400;
const END = Buffer.from('\r\n.\r\n');

/** An SMTP server in this process that keeps the time of every acceptance, and whose faults follow `fateOf`. */
export async function startFaultyServer(fateOf: (recipient: string) => Fate): Promise<FaultyServer> {
  const accepted = new Map<string, number[]>();
  const fates = { accept: 0, slow: 0, 'lose-reply': 0, drop: 0, hang: 0, later: 0, never: 0 };
  const sockets = new Set<Socket>();
  let calm = false;
  let count = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setNoDelay(true);
    const say = (line: string) => void socket.write(`${line}\r\n`);
    let buffer = Buffer.alloc(0);
    let inMessage = false;
    let recipient = '';
    const finish = (message: Buffer) => {
      const id = /^Message-ID: *(<[^>]+>)/im.exec(message.toString('latin1', 0, 4096))?.[1] ?? '';
      const fate = calm ? 'accept' : fateOf(recipient);
      fates[fate] += 1;
      if (fate === 'accept' || fate === 'slow' || fate === 'lose-reply')
        accepted.set(id, [...(accepted.get(id) ?? []), (count += 1)]);
      if (fate === 'accept') say('250 2.0.0 accepted');
      // Between the dot and this answer is the time to die in.
      else if (fate === 'slow') setTimeout(() => say('250 2.0.0 accepted'), SLOW_MS);
      else if (fate === 'later') say('451 4.3.0 later');
      else if (fate === 'never') say('550 5.1.1 nobody of that name');
      else if (fate !== 'hang') socket.destroy();
    };
    say('220 faulty');
    socket.on('data', (chunk) => {
      buffer = Buffer.concat([buffer, chunk]);
      for (;;) {
        if (inMessage) {
          const end = buffer.indexOf(END);
          if (end < 0) return;
          inMessage = false;
          const message = buffer.subarray(0, end);
          buffer = buffer.subarray(end + END.length);
          finish(message);
          continue;
        }
        const end = buffer.indexOf('\r\n');
        if (end < 0) return;
        const line = buffer.toString('latin1', 0, end);
        buffer = buffer.subarray(end + 2);
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === 'QUIT') return void socket.end('221 2.0.0 bye\r\n');
        if (verb === 'RCPT') recipient = /<([^>]*)>/.exec(line)?.[1] ?? '';
        inMessage = verb === 'DATA';
        say(inMessage ? '354 go on' : verb === 'EHLO' ? '250 faulty' : '250 2.0.0 ok');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`,
    accepted,
    fates,
    calm: () => void (calm = true),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
