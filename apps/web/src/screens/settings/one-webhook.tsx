import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ChangeWebhookDocument, RemoveWebhookDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { settingsAddress } from '../../ui/places';
import { Sure } from '../../ui/sure';
import { words } from '../../words';
import { EventChoice } from './event-choice';
import { useDoneOrLook } from './read-again';
import { WebhookLog } from './webhook-log';
import { WebhookSecret } from './webhook-secret';
import type { Endpoint, Told } from './webhooks';

const WORDS = words.settings.webhooks;

/** One program: what it is told, what signs, and what became of each telling. */
export function OneWebhook({ endpoint, told }: { readonly endpoint: Endpoint; readonly told: Told }) {
  const { id, version, url, active, kind } = endpoint;
  const [removing, setRemoving] = useState(false);
  const [, navigate] = useLocation();
  const done = useDoneOrLook('Webhooks');
  const pause = useCommand(ChangeWebhookDocument, done(active ? WORDS.pausedDone : WORDS.resumed));
  const remove = useCommand(
    RemoveWebhookDocument,
    done(WORDS.removed, () => navigate(settingsAddress('webhooks'))),
  );
  return (
    <Stack>
      <Group justify="space-between">
        <div>
          <Text fw={600}>
            {new URL(url).host}{' '}
            <Badge variant="light" color={active ? 'tide' : 'yellow'} className={active ? undefined : 'look'}>
              {active ? WORDS.active : WORDS.paused}
            </Badge>
          </Text>
          <Text size="sm" c="dimmed">
            {url} · {WORDS.kindShort[kind]}
          </Text>
          {!active && <Text size="sm">{WORDS.pausedNote}</Text>}
        </div>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={pause.busy}
            onClick={() => pause.run({ id, expectedVersion: version, active: !active, rotateSecret: false })}
          >
            {active ? WORDS.pause : WORDS.resume}
          </Button>
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {WORDS.remove}
          </Button>
        </Group>
      </Group>
      <WebhookLog endpointId={id} />
      <WebhookSecret endpoint={endpoint} />
      <Events key={version} endpoint={endpoint} told={told} />
      {removing && (
        <Sure
          title={WORDS.removeTitle}
          note={WORDS.removeNote}
          yes={WORDS.removeYes}
          busy={remove.busy}
          onYes={() => remove.run({ id })}
          onClose={() => setRemoving(false)}
        />
      )}
    </Stack>
  );
}

function Events({ endpoint, told }: { readonly endpoint: Endpoint; readonly told: Told }) {
  const [events, setEvents] = useState<readonly string[]>(endpoint.events);
  const change = useCommand(ChangeWebhookDocument, useDoneOrLook('Webhooks')());
  const same = events.length === endpoint.events.length && events.every((type) => endpoint.events.includes(type));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="events">
      <Title order={3} id="events" className="unseen">
        {WORDS.what}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.run({ id: endpoint.id, expectedVersion: endpoint.version, events: [...events], rotateSecret: false });
        }}
      >
        <EventChoice told={told} value={events} error={undefined} onChange={setEvents} />
        <Group justify="flex-end" mt="sm">
          <Button type="submit" size="xs" loading={change.busy} disabled={same || events.length === 0}>
            {WORDS.saveEvents}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
