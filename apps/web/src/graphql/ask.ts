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
  const text = document.toString();
  const body = await (askedBefore(text, variables) ?? send(text, variables, signal));
  const fault = body.errors?.[0];
  if (fault) {
    const code = fault.extensions?.code ?? 'UNKNOWN';
    if (code === 'UNAUTHENTICATED') signInAgain();
    throw new Answered(fault.message, code);
  }
  if (body.data === undefined || body.data === null) throw new NoAnswer('The answer was empty.');
  return body.data as Data;
}

/** What was asked before there was anybody to show it to. */
const early = new Map<string, Promise<Body>>();

/** Sends a question that the page is about to ask: the first to ask the same has this answer, whoever asks again a new one. */
export function askEarly<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): void {
  const text = document.toString();
  const answer = send(text, variables, undefined);
  // Whoever takes it hears of what went wrong.
  answer.catch(() => undefined);
  early.set(nameOf(text, variables), answer);
}

function askedBefore(text: string, variables: unknown): Promise<Body> | undefined {
  const name = nameOf(text, variables);
  const answer = early.get(name);
  early.delete(name);
  return answer;
}

function nameOf(text: string, variables: unknown): string {
  return JSON.stringify([text, variables]);
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
