import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ChangeWebhookDocument, RevealWebhookKeyDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { ShownOnce } from '../../ui/shown-once';
import { Sure } from '../../ui/sure';
import { words } from '../../words';
import { useDoneOrLook } from './read-again';
import type { Endpoint } from './webhooks';

const WORDS = words.settings.webhooks;

/** What signs, shown when it is asked for, and another one in its place. */
export function WebhookSecret({ endpoint: { id, version, kind } }: { readonly endpoint: Endpoint }) {
  const [secret, setSecret] = useState<string | null>(null);
  const [rotating, setRotating] = useState(false);
  const reveal = useCommand(RevealWebhookKeyDocument, { onDone: ({ signingKey }) => setSecret(signingKey) });
  const rotate = useCommand(
    ChangeWebhookDocument,
    useDoneOrLook('Webhooks')(WORDS.rotated, () => {
      setRotating(false);
      setSecret(null);
    }),
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="secret">
      <Title order={3} id="secret" mb={4}>
        {WORDS.secret}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {kind === 'CHAT' ? WORDS.chatNote : WORDS.secretNote}
      </Text>
      {kind === 'SIGNED' && (
        <>
          {secret && (
            <ShownOnce
              title={WORDS.secretTitle}
              label={WORDS.secret}
              value={secret}
              note={WORDS.secretKeep}
              onKept={() => setSecret(null)}
            />
          )}
          <Group gap="xs" mt={secret ? 'sm' : 0}>
            {!secret && (
              <Button size="xs" variant="default" loading={reveal.busy} onClick={() => reveal.run({ id })}>
                {WORDS.show}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setRotating(true)}>
              {WORDS.rotate}
            </Button>
          </Group>
        </>
      )}
      {rotating && (
        <Sure
          title={WORDS.rotateTitle}
          note={WORDS.rotateNote}
          yes={WORDS.rotateYes}
          busy={rotate.busy}
          onYes={() => rotate.run({ id, expectedVersion: version, rotateSecret: true })}
          onClose={() => setRotating(false)}
        />
      )}
    </Paper>
  );
}
