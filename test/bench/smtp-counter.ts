import { createServer, type Socket } from 'node:net';

/**
 * The least an SMTP server can be, for measuring who writes to it: run as a child process, it tells its parent the port it listens on and, in
 * batches, when it accepted which Message-ID. It keeps nothing. Its argument, if any, is how long it takes to accept a mail, in milliseconds.
 */

export type FromCounter =
  { readonly port: number } | { readonly accepted: readonly (readonly [messageId: string, at_ms: number])[] };

const TAKES_MS = Number(process.argv[2] ?? 0);
const END = Buffer.from('\r\n.\r\n');
let accepted: [string, number][] = [];

function serve(socket: Socket): void {
  let buffer = Buffer.alloc(0);
  let chunks: Buffer[] | null = null;
  const say = (line: string) => void socket.write(`${line}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.setNoDelay(true);
  say('220 counter');
  socket.on('data', (chunk) => {
    buffer = buffer.length === 0 ? Buffer.from(chunk) : Buffer.concat([buffer, chunk]);
    for (;;) {
      if (chunks !== null) {
        const end = buffer.indexOf(END);
        if (end < 0) return;
        const head = buffer.toString('latin1', 0, Math.min(end, 4096));
        accepted.push([/^Message-ID: *(<[^>]+>)/im.exec(head)?.[1] ?? '', Date.now()]);
        buffer = buffer.subarray(end + END.length);
        chunks = null;
        if (TAKES_MS === 0) say('250 accepted');
        else setTimeout(() => say('250 accepted'), TAKES_MS);
        continue;
      }
      const end = buffer.indexOf('\r\n');
      if (end < 0) return;
      const verb = buffer.toString('latin1', 0, Math.min(end, 4)).toUpperCase();
      buffer = buffer.subarray(end + 2);
      if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      if (verb === 'DATA') chunks = [];
      say(verb === 'DATA' ? '354 go on' : verb === 'EHLO' ? '250 counter' : '250 ok');
    }
  });
}

if (process.send) {
  const server = createServer(serve);
  server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port } satisfies FromCounter));
  setInterval(() => {
    if (accepted.length === 0) return;
    process.send!({ accepted } satisfies FromCounter);
    accepted = [];
  }, 20);
  process.on('disconnect', () => process.exit(0));
}
