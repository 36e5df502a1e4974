import { connect } from 'node:net';

/** What the scanner says of a file; `unknown` when it could not be asked, which is no leave to keep the file. */
export type Verdict = 'clean' | 'harmful' | 'unknown';

/** A file of 10 MB takes a clamd that is busy some seconds. */
const LONGEST_MS = 30_000;
const CHUNK_BYTES = 64 * 1024;

/**
 * Asks a clamd (ClamAV's daemon, INSTREAM of its protocol) about files before they are kept. It fails closed: where a scanner is configured, nothing is kept
 * that it has not called clean. Without one every file is clean as far as anybody knows.
 */
export class VirusScanner {
  /** `tcp://host:port`, or `unix:/path` of clamd's socket; null: there is none. */
  constructor(private readonly address: string | null) {}

  async scan(bytes: Buffer): Promise<Verdict> {
    if (this.address === null) return 'clean';
    const answer = await this.ask(bytes).catch(() => '');
    if (answer === 'stream: OK') return 'clean';
    return /^stream: .+ FOUND$/.test(answer) ? 'harmful' : 'unknown';
  }

  /** Sends the bytes in chunks, each with its length, and a chunk of none; answers clamd's one line. */
  private ask(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(placeOf(this.address!));
      let answer = '';
      socket.setTimeout(LONGEST_MS, () => socket.destroy(new Error('no answer')));
      socket.on('error', reject);
      socket.on('data', (part: Buffer) => (answer += part.toString('utf8')));
      socket.on('close', () => resolve(answer.replace(/\0$/, '').trim()));
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
          const chunk = bytes.subarray(at, at + CHUNK_BYTES);
          socket.write(lengthOf(chunk));
          socket.write(chunk);
        }
        socket.write(lengthOf(Buffer.alloc(0)));
      });
    });
  }
}

function lengthOf(chunk: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(chunk.length);
  return head;
}

function placeOf(address: string): { path: string } | { host: string; port: number } {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) };
}
