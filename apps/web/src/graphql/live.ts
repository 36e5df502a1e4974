import { type Client, createClient } from 'graphql-ws';
import { useEffect } from 'react';
import { BoardChangedDocument } from './generated';

let client: Client | null = null;

/** One socket for all screens, opened when something is first listened to and again whenever it broke. */
function socket(): Client {
  client ??= createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
  });
  return client;
}

/** For queries that are kept up to date by listening: what is known of before the listening began is read again. */
export const LIVE = { refetchOnMount: 'always' } as const;

/** Calls `onChange` whenever the board of the posting changed, and whenever the listening begins: something may have changed since the board was read. */
export function useBoardChanges(postingId: string, onChange: () => void): void {
  useEffect(() => {
    const stopHearing = socket().on('connected', onChange);
    const stop = socket().subscribe<{ boardChanged: { at: string } }>(
      {
        query: BoardChangedDocument.toString(),
        variables: { postingId },
      },
      { next: onChange, error: () => undefined, complete: () => undefined },
    );
    return () => {
      stop();
      stopHearing();
    };
  }, [postingId, onChange]);
}
