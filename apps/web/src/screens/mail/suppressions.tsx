import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../graphql/ask';
import { LiftMailSuppressionDocument, MailSuppressionsDocument, type MailSuppressionsQuery } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Ago } from '../../ui/moment';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.mail.suppressions;

/** Addresses that mails do not go to any more: the mailbox is not there, or its owner said no. */
export function Suppressions() {
  const query = useInfiniteQuery({
    queryKey: ['MailSuppressions'],
    queryFn: ({ signal, pageParam }) => ask(MailSuppressionsDocument, { after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ mailSuppressions: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  return (
    <Stack maw={1000}>
      <Text c="dimmed">{WORDS.intro}</Text>
      <Shown query={query}>
        {({ pages }) => {
          const all = pages.flatMap(({ mailSuppressions: { nodes } }) => nodes);
          if (all.length === 0) return <Empty>{WORDS.none}</Empty>;
          return (
            <ul className="plain rows">
              {all.map((one) => (
                <Row key={`${one.address} ${one.template}`} suppression={one} />
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

function Row({
  suppression: { address, template, because, since },
}: {
  readonly suppression: MailSuppressionsQuery['mailSuppressions']['nodes'][number];
}) {
  const queries = useQueryClient();
  const lift = useCommand(LiftMailSuppressionDocument, {
    onDone: () => {
      tellDone(WORDS.lifted(address));
      void queries.invalidateQueries({ queryKey: ['MailSuppressions'] });
    },
  });
  return (
    <li>
      <div>
        <Text fw={600}>{address}</Text>
        <Text size="sm" c="dimmed">
          {template ? WORDS.without(template) : WORDS.nothing}
        </Text>
      </div>
      <Text size="sm">
        {because}{' '}
        <Text span c="dimmed">
          <Ago at={since} />
        </Text>
      </Text>
      <Button size="xs" variant="default" loading={lift.busy} onClick={() => lift.run({ address, template: template || null })}>
        {WORDS.lift}
      </Button>
    </li>
  );
}
