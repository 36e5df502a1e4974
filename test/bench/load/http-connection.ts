import { type Socket, connect } from 'node:net';

/**
 * One keep-alive connection that sends POSTs of JSON and reads answers with a Content-Length. It does as little as it can, since it shares the
 * machine's processors with what is measured.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private buffer: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | null = null;
  private readonly head: string;

  constructor(url: string, path: string, headers: Readonly<Record<string, string>>) {
    const { hostname, port, host } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const lines = Object.entries({ host, 'content-type': 'application/json', ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    this.head = `POST ${path} HTTP/1.1\r\n${lines.join('')}`;
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', (error) => this.waiting?.reject(error));
    this.socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
  }

  /** The answer's body; rejects when the status is not 200. */
  async post(body: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${this.head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
    const headEnds = this.buffer.indexOf('\r\n\r\n');
    if (headEnds === -1) return;
    const head = this.buffer.toString('latin1', 0, headEnds);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (this.buffer.length < headEnds + 4 + length) return;
    const body = this.buffer.subarray(headEnds + 4, headEnds + 4 + length);
    this.buffer = this.buffer.subarray(headEnds + 4 + length);
    const { waiting } = this;
    this.waiting = null;
    if (head.startsWith('HTTP/1.1 200')) waiting?.resolve(body);
    else waiting?.reject(new Error(`${head.split('\r\n')[0]}: ${body.toString('utf8', 0, 300)}`));
  }
}
