import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../../graphql/ask';
import { BoardMailsDocument, type BoardMailsQuery } from '../../graphql/generated';

/** Mails leave by themselves: one looks again when the next is due, no sooner and no later than this. */
const SOONEST_MS = 5_000;
const LATEST_MS = 60_000;

export type Mail = BoardMailsQuery['pendingMails']['nodes'][number];
/** How many mails of an application have not left yet. */
export type MailsWaiting = ReadonlyMap<string, number>;

/** The posting's mails that can still be taken back; none for who may not read them. */
export function useMailsWaiting(postingId: string): {
  readonly mails: readonly Mail[];
  readonly more: boolean;
  readonly of: MailsWaiting;
} {
  const { data } = useQuery({
    queryKey: ['Board', postingId, 'mails'],
    queryFn: ({ signal }) => ask(BoardMailsDocument, { postingId }, signal),
    refetchInterval: ({ state }) => {
      const mails = state.data?.pendingMails.nodes ?? [];
      if (mails.length === 0) return false;
      const next_ms = Math.min(...mails.map(({ notBefore }) => Date.parse(notBefore))) - Date.now();
      return Math.min(LATEST_MS, Math.max(SOONEST_MS, next_ms));
    },
  });
  return useMemo(() => {
    const mails = data?.pendingMails.nodes ?? [];
    const of = new Map<string, number>();
    for (const { applicationId } of mails) of.set(applicationId, (of.get(applicationId) ?? 0) + 1);
    return { mails, more: data?.pendingMails.pageInfo.hasNextPage ?? false, of };
  }, [data]);
}
