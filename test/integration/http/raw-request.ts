import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request exactly as written: the path is not normalised and no header is added but Host and the length. */
export function ask(
  url: string,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body?: string | Buffer,
): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const asked = request({ hostname, port, method, path, headers: { ...length, ...headers }, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts).toString('utf8') }),
      );
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** A GraphQL request by POST. */
export function post(url: string, query: string, more: object = {}, headers: OutgoingHttpHeaders = {}): Promise<RawResponse> {
  const body = JSON.stringify({ query, ...more });
  return ask(url, 'POST', '/graphql', { 'content-type': 'application/json', ...headers }, body);
}

/** Writes a head and then bytes for as long as the server reads them; what it answered, and how many bytes it took before that. */
export function pour(
  url: string,
  head: string,
  chunk: Buffer,
  most_bytes: number,
): Promise<{ answer: string; poured_bytes: number }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    let poured_bytes = 0;
    let over = false;
    const finish = (): void => {
      over = true;
      socket.destroy();
      resolve({ answer, poured_bytes });
    };
    const more = (): void => {
      while (!over && poured_bytes < most_bytes) {
        poured_bytes += chunk.length;
        if (!socket.write(chunk)) return void socket.once('drain', more);
      }
      // Everything is sent: whoever has not answered by now waits for more.
      if (!over) setTimeout(finish, 500).unref();
    };
    socket.on('data', (part) => {
      answer += part.toString('latin1');
      setTimeout(finish, 50);
    });
    socket.on('error', finish);
    socket.on('close', finish);
    socket.write(head, more);
  });
}
