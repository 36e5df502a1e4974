import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { WebhooksDocument, type WebhooksQuery } from '../../graphql/generated';
import { settingsAddress } from '../../ui/places';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';
import { AddWebhook } from './add-webhook';
import { OneWebhook } from './one-webhook';

const WORDS = words.settings.webhooks;
export type Endpoint = WebhooksQuery['webhookEndpoints'][number];
export type Told = WebhooksQuery['webhookEvents'];

/** Programs elsewhere that are told what happens. `?endpoint=` leads to one of them. */
export function WebhookSettings() {
  const [address] = useSearchParams();
  const chosen = address.get('endpoint');
  const query = useQuery({ queryKey: ['Webhooks'], queryFn: ({ signal }) => ask(WebhooksDocument, {}, signal) });
  return (
    <Stack>
      <Title order={2}>{WORDS.title}</Title>
      <Shown query={query}>
        {({ webhookEndpoints, webhookEvents }) => {
          if (chosen === null) return <All endpoints={webhookEndpoints} told={webhookEvents} />;
          const endpoint = webhookEndpoints.find(({ id }) => id === chosen);
          return (
            <>
              <Anchor component={Link} href={settingsAddress('webhooks')} size="sm">
                ← {WORDS.back}
              </Anchor>
              {endpoint ? <OneWebhook key={endpoint.id} endpoint={endpoint} told={webhookEvents} /> : <Empty>{WORDS.gone}</Empty>}
            </>
          );
        }}
      </Shown>
    </Stack>
  );
}

function All({ endpoints, told }: { readonly endpoints: readonly Endpoint[]; readonly told: Told }) {
  const [adding, setAdding] = useState(false);
  const add = <Button onClick={() => setAdding(true)}>{WORDS.add}</Button>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {WORDS.intro}
      </Text>
      {endpoints.length === 0 ? <Empty action={add}>{WORDS.none}</Empty> : <Group justify="flex-end">{add}</Group>}
      <ul className="plain rows">
        {endpoints.map(({ id, url, kind, events, active }) => (
          <li key={id}>
            <div>
              <Anchor component={Link} href={`${settingsAddress('webhooks')}&endpoint=${id}`} fw={600}>
                {new URL(url).host}
              </Anchor>
              <Text size="sm" c="dimmed">
                {url}
              </Text>
            </div>
            <Text size="sm">{events.map((type) => WORDS.events[type] ?? type).join(', ')}</Text>
            <Group gap={4}>
              <Badge variant="light" color="gray">
                {WORDS.kindShort[kind]}
              </Badge>
              <Badge variant="light" color={active ? 'tide' : 'yellow'} className={active ? undefined : 'look'}>
                {active ? WORDS.active : WORDS.paused}
              </Badge>
            </Group>
          </li>
        ))}
      </ul>
      {adding && <AddWebhook told={told} onClose={() => setAdding(false)} />}
    </>
  );
}
