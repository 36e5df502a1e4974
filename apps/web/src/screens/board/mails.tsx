import { Button, Popover, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { BoardMailsDocument, type BoardMailsQuery } from '../../graphql/generated';
import { useZone } from '../../ui/frame';
import { Icon } from '../../ui/icons';
import { moment } from '../../ui/time';
import { words } from '../../words';

const WORDS = words.board.mails;
/** Mails leave by themselves: one looks again when the next is due, no sooner and no later than this. */
const SOONEST_MS = 5_000;
const LATEST_MS = 60_000;
const SHOWN = 20;

type Mail = BoardMailsQuery['pendingMails']['nodes'][number];
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

/** What will go out, to whom and when. */
export function MailsWaitingList({ mails, more }: { readonly mails: readonly Mail[]; readonly more: boolean }) {
  const zone = useZone();
  if (mails.length === 0) return null;
  return (
    <Popover width={440} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<Icon name="mail" size={14} />}>
          {WORDS.waiting(mails.length, more)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={WORDS.title}>
        <Text size="sm" c="dimmed" mb="xs">
          {WORDS.note}
        </Text>
        <ul className="plain spaced">
          {mails.slice(0, SHOWN).map(({ id, applicationId, subject, recipient, notBefore }) => (
            <li key={id}>
              <Link href={`/applications/${applicationId}?tab=mails`}>{subject}</Link>
              <Text size="xs" c="dimmed">
                {[recipient, words.application.mails.waits(moment(notBefore, zone))].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
