import { Anchor, Button, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { IncomingMailsDocument, type IncomingMailKind } from '../../graphql/generated';
import { Incoming } from '../../ui/incoming';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.mail.incoming;

/** What came back on mails of postings one leads, the newest first. The filter lives in the address. */
export function IncomingMails() {
  const [address, setAddress] = useSearchParams();
  const wanted = address.get('kind') ?? '';
  const kind = wanted in WORDS.kinds ? (wanted as IncomingMailKind) : null;
  const query = useInfiniteQuery({
    queryKey: ['IncomingMails', kind],
    queryFn: ({ signal, pageParam }) => ask(IncomingMailsDocument, { after: pageParam, kinds: kind && [kind] }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ incomingMails: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const choose = (value: string) => setAddress({ tab: 'incoming', ...(value && { kind: value }) }, { replace: true });
  return (
    <Stack maw={1000}>
      <Text size="sm" c="dimmed">
        {WORDS.intro}
      </Text>
      <NativeSelect
        w="fit-content"
        label={WORDS.kind}
        value={kind ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[{ value: '', label: WORDS.any }, ...Object.entries(WORDS.kinds).map(([value, label]) => ({ value, label }))]}
      />
      <Shown query={query}>
        {({ pages }) => {
          const mails = pages.flatMap(({ incomingMails: { nodes } }) => nodes);
          if (mails.length === 0) return <Empty>{kind ? WORDS.noneOfKind : WORDS.none}</Empty>;
          return (
            <ul className="plain spaced">
              {mails.map((mail) => (
                <Paper key={mail.id} withBorder p="md" component="li">
                  <Incoming mail={mail} />
                  {mail.applicationId && (
                    <Anchor component={Link} href={`/applications/${mail.applicationId}?tab=mails`} size="sm">
                      {WORDS.application}
                    </Anchor>
                  )}
                </Paper>
              ))}
            </ul>
          );
        }}
      </Shown>
      {query.hasNextPage && (
        <Button variant="default" w="fit-content" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.mail.ledger.more}
        </Button>
      )}
    </Stack>
  );
}
