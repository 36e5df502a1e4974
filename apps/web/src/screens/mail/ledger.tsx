import { Anchor, Badge, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { AllMailsDocument, type MailSeenFragment, type MailState } from '../../graphql/generated';
import { Moment } from '../../ui/moment';
import { Empty, Shown } from '../../ui/states';
import { usePostingNames } from '../../ui/postings';
import { words } from '../../words';

const WORDS = words.mail.ledger;
const STATES = {
  waiting: ['DECIDED', 'RELAYED', 'SENDING'],
  sent: ['SENT'],
  wrong: ['FAILED', 'IN_DOUBT', 'BOUNCED'],
  not: ['SKIPPED', 'SUPERSEDED'],
} as const satisfies Record<string, readonly MailState[]>;
type Which = keyof typeof STATES;
const COLOURS: Readonly<Record<string, string>> = { SENT: 'tide', FAILED: 'red', BOUNCED: 'red', IN_DOUBT: 'yellow' };

/** Every mail of every posting one leads, the newest first. The filters live in the address. */
export function AllMails() {
  const [address, setAddress] = useSearchParams();
  const postings = usePostingNames();
  const wanted = address.get('state') ?? '';
  const which = wanted in STATES ? (wanted as Which) : null;
  const postingId = address.get('posting');
  const query = useInfiniteQuery({
    queryKey: ['AllMails', which, postingId],
    queryFn: ({ signal, pageParam }) =>
      ask(AllMailsDocument, { after: pageParam, filter: { states: which && [...STATES[which]], postingId } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ mails: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(address);
    if (value) next.set(name, value);
    else next.delete(name);
    setAddress(next, { replace: true });
  };
  return (
    <Stack maw={1100}>
      <Group align="flex-end">
        <NativeSelect
          label={WORDS.state}
          value={which ?? ''}
          onChange={(event) => set('state', event.currentTarget.value)}
          data={[{ value: '', label: WORDS.any }, ...Object.entries(WORDS.states).map(([value, label]) => ({ value, label }))]}
        />
        <NativeSelect
          label={WORDS.posting}
          value={postingId ?? ''}
          onChange={(event) => set('posting', event.currentTarget.value)}
          data={[
            { value: '', label: WORDS.all },
            ...(postings.data?.postings.nodes ?? []).map(({ id, title }) => ({
              value: id,
              label: title ?? words.postings.untitled,
            })),
          ]}
        />
      </Group>
      <Shown query={query}>
        {({ pages }) => {
          const mails = pages.flatMap(({ mails: { nodes } }) => nodes);
          if (mails.length === 0) return <Empty>{WORDS.none}</Empty>;
          return (
            <ul className="plain rows">
              {mails.map((mail) => (
                <Row key={mail.id} mail={mail} />
              ))}
            </ul>
          );
        }}
      </Shown>
      {query.hasNextPage && (
        <Button variant="default" w="fit-content" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {WORDS.more}
        </Button>
      )}
    </Stack>
  );
}

function Row({ mail }: { readonly mail: MailSeenFragment }) {
  return (
    <li>
      <div>
        <Anchor component={Link} href={`/applications/${mail.applicationId}?tab=mails`} fw={600}>
          {mail.subject || mail.template}
        </Anchor>
        <Text size="sm" c="dimmed">
          {mail.recipient ? words.application.mails.to(mail.recipient) : words.application.mails.toNobody}
        </Text>
      </div>
      <div>
        <Text size="sm">
          <Moment at={mail.sentAt ?? mail.decidedAt} />
        </Text>
        {(mail.skippedBecause ?? mail.error) && (
          <Text size="sm" c="dimmed">
            {mail.skippedBecause ?? mail.error}
          </Text>
        )}
      </div>
      <Badge variant="light" color={COLOURS[mail.state] ?? 'gray'} className={mail.state === 'IN_DOUBT' ? 'look' : undefined}>
        {words.application.mails.states[mail.state]}
      </Badge>
    </li>
  );
}
