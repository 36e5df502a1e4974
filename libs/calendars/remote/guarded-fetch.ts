import { lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

export interface GuardedRequest {
  readonly method: 'GET' | 'REPORT' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How many are followed. */
  readonly redirects?: number;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Why nothing could be read, in words for the calendar's owner; nothing of what the server said. */
export class Unreachable extends Error {}

export const FETCH_LIMITS = { bytes: 5_000_000, silence_ms: 10_000, whole_ms: 30_000, redirects: 3 } as const;

/**
 * Reads from a server that somebody named, and from no other: every address that the name resolves to is checked at the moment of connecting, so that neither a
 * name that changes its mind nor a redirect leads into this network. `hosts` (host or host:port) are the exceptions that the installation has opened.
 * @throws Unreachable
 */
export async function guardedFetch(address: string, wanted: GuardedRequest, hosts: readonly string[]): Promise<GuardedAnswer> {
  const deadline = AbortSignal.timeout(FETCH_LIMITS.whole_ms);
  const first = new URL(address);
  let url = first;
  for (let hop = 0; hop <= (wanted.redirects ?? FETCH_LIMITS.redirects); hop += 1) {
    // What opens one server is not shown to another.
    const headers = url.origin === first.origin ? wanted.headers : withoutSecrets(wanted.headers);
    const answer = await once(url, { ...wanted, headers }, hosts, deadline);
    const location = answer.headers.location;
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer;
    if (!URL.canParse(location, url.href)) throw new Unreachable('The server leads to an address that is none.');
    url = new URL(location, url.href);
  }
  throw new Unreachable('The server leads from one address to another more often than it may.');
}

function withoutSecrets({ authorization: _, ...headers }: Readonly<Record<string, string>>): Record<string, string> {
  return headers;
}

function once(url: URL, wanted: GuardedRequest, hosts: readonly string[], signal: AbortSignal): Promise<GuardedAnswer> {
  const opened = hosts.includes(url.host) || hosts.includes(url.hostname);
  if (url.protocol !== 'https:' && !(opened && url.protocol === 'http:'))
    return Promise.reject(new Unreachable('The server leads to an address without encryption.'));
  const name = url.hostname.replace(/^\[|\]$/g, '');
  if (!opened && isIP(name) !== 0 && !isPublicAddress(name)) return Promise.reject(new Unreachable(CLOSED));
  const { method, headers, body } = wanted;
  const options: RequestOptions = {
    method,
    headers: {
      'accept-encoding': 'identity',
      'user-agent': 'Rounds',
      ...headers,
      ...(body && { 'content-length': Buffer.byteLength(body) }),
    },
    timeout: FETCH_LIMITS.silence_ms,
    signal,
    agent: false,
    lookup: opened ? lookup : publicLookup,
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, options, (response) => read(response).then(resolve, reject));
    request.on('timeout', () => request.destroy(new Unreachable('The server did not answer in time.')));
    request.on('error', (error) => reject(unreachable(error)));
    request.end(body);
  });
}

const CLOSED = 'This address is inside a private network, which Rounds does not reach into. Use a public one.';

/** Resolves a name to its public addresses; one that has any other is not connected to at all. */
const publicLookup: NonNullable<RequestOptions['lookup']> = (name, options, callback) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(new Unreachable(CLOSED), '', 0);
    if (options.all) return (callback as unknown as (error: null, addresses: object[]) => void)(null, addresses);
    callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};

async function read(response: IncomingMessage): Promise<GuardedAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > FETCH_LIMITS.bytes)
        throw new Unreachable('What the server answers is larger than 5 MB, more than is read here. Let it answer with less.');
      chunks.push(chunk);
    }
  } catch (error) {
    response.destroy();
    throw unreachable(error as Error);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') };
}

function unreachable(error: Error): Unreachable {
  if (error instanceof Unreachable) return error;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return new Unreachable('The server took too long.');
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new Unreachable('There is no server of this name.');
  if (/CERT|TLS|SSL|SELF_SIGNED/.test(code)) return new Unreachable('The server’s certificate is not one that can be trusted.');
  return new Unreachable('The server cannot be reached.');
}
