import { Badge, Button, Paper, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../../graphql/ask';
import { ReplayWebhookDeliveryDocument, WebhookDeliveriesDocument, type WebhookDeliveriesQuery } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { Ago, Moment } from '../../ui/moment';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { useDoneOrLook } from './read-again';

const WORDS = words.settings.webhooks;
const COLOURS = { PENDING: 'gray', DELIVERED: 'tide', FAILED: 'red' } as const;
/** While something is under way it is looked at again. */
const LOOK_AGAIN_MS = 5_000;
type Delivery = WebhookDeliveriesQuery['webhookDeliveries']['nodes'][number];

/** What the program was told, the newest first, and telling it again. */
export function WebhookLog({ endpointId }: { readonly endpointId: string }) {
  const query = useInfiniteQuery({
    queryKey: ['WebhookDeliveries', endpointId],
    queryFn: ({ signal, pageParam }) => ask(WebhookDeliveriesDocument, { endpointId, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ webhookDeliveries: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      const waits = pages.some(({ webhookDeliveries: { nodes } }) => nodes.some((one) => one.state === 'PENDING'));
      return waits ? LOOK_AGAIN_MS : false;
    },
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="log">
      <Title order={3} id="log" mb={4}>
        {WORDS.log}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.logNote}
      </Text>
      <Shown query={query}>
        {({ pages }) => {
          const all = pages.flatMap(({ webhookDeliveries: { nodes } }) => nodes);
          if (all.length === 0) return <Text size="sm">{WORDS.logNone}</Text>;
          return (
            <ul className="plain rows">
              {all.map((delivery) => (
                <Row key={delivery.id} delivery={delivery} />
              ))}
            </ul>
          );
        }}
      </Shown>
      {query.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {WORDS.more}
        </Button>
      )}
    </Paper>
  );
}

function Row({ delivery }: { readonly delivery: Delivery }) {
  const { id, type, state, attempts, happenedAt, nextAt, lastStatus, lastProblem } = delivery;
  const replay = useCommand(ReplayWebhookDeliveryDocument, useDoneOrLook('WebhookDeliveries')(WORDS.replayed));
  const what = WORDS.events[type] ?? type;
  const told = [attempts > 0 && WORDS.tries(attempts), lastStatus !== null && WORDS.answered(lastStatus), lastProblem].filter(
    Boolean,
  );
  return (
    <li>
      <div>
        <Text size="sm" fw={600}>
          {what}{' '}
          <Badge variant="light" color={COLOURS[state]}>
            {WORDS.states[state]}
          </Badge>
        </Text>
        <Text size="xs" c="dimmed">
          <Moment at={happenedAt} /> · {WORDS.id} {id}
        </Text>
      </div>
      <Text size="sm">
        {told.join(' · ')}
        {state === 'PENDING' && nextAt && (
          <Text span size="sm" display="block">
            {WORDS.nextTry} <Ago at={nextAt} />
          </Text>
        )}
      </Text>
      {state === 'PENDING' ? (
        <span />
      ) : (
        <Button
          size="xs"
          variant="default"
          loading={replay.busy}
          aria-label={WORDS.replayOf(what)}
          onClick={() => replay.run({ id })}
        >
          {WORDS.replay}
        </Button>
      )}
    </li>
  );
}
