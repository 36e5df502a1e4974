import type { TypedDocumentString } from './generated';

/** What went wrong on the way: nothing is known of what the server did. */
export class NoAnswer extends Error {}

/** What the server said against a request as a whole; its words are for the person. */
export class Answered extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

const PATIENCE_MS = 30_000;

/**
 * One operation over HTTP. Whoever has no session is led to the page for signing in and back to where they were.
 * @throws NoAnswer without a connection, Answered for a fault that the server names
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const body = await send(document.toString(), variables, signal);
  const fault = body.errors?.[0];
  if (fault) {
    const code = fault.extensions?.code ?? 'UNKNOWN';
    if (code === 'UNAUTHENTICATED') signInAgain();
    throw new Answered(fault.message, code);
  }
  if (body.data === undefined || body.data === null) throw new NoAnswer('The answer was empty.');
  return body.data as Data;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function send(query: string, variables: unknown, signal: AbortSignal | undefined): Promise<Body> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) : AbortSignal.timeout(PATIENCE_MS),
    });
    return (await response.json()) as Body;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NoAnswer('Rounds could not be reached.');
  }
}

/** Leaves the app for the sign-in page, which leads back here. */
export function signInAgain(): void {
  window.location.assign(`/sign-in?to=${encodeURIComponent(window.location.pathname + window.location.search)}`);
}
