import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { AddWebhookDocument, type WebhookKind } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { FormFault, useFaults } from '../../ui/faults';
import { words } from '../../words';
import { EventChoice } from './event-choice';
import { useDone } from './read-again';
import type { Told } from './webhooks';

const WORDS = words.settings.webhooks;
const KINDS = ['SIGNED', 'CHAT'] as const satisfies readonly WebhookKind[];

/** Another program that is told what happens. */
export function AddWebhook({ told, onClose }: { readonly told: Told; readonly onClose: () => void }) {
  const [kind, setKind] = useState<WebhookKind>('SIGNED');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<string[]>([]);
  const faults = useFaults('url', 'events');
  const done = useDone('Webhooks');
  const add = useCommand(AddWebhookDocument, { ...done(WORDS.added, onClose), onRefusal: faults.onRefusal });
  return (
    <Dialog onClose={onClose} size="lg" title={WORDS.addTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          faults.clear();
          add.run({ kind, url, events });
        }}
      >
        <Stack>
          <Radio.Group label={WORDS.kind} value={kind} onChange={(value) => setKind(value as WebhookKind)}>
            <Stack gap="xs" mt={4}>
              {KINDS.map((value) => (
                <Radio key={value} value={value} label={WORDS.kinds[value]} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label={WORDS.url}
            description={WORDS.urlNote}
            required
            inputMode="url"
            autoComplete="off"
            value={url}
            error={faults.at('url')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <EventChoice told={told} value={events} error={faults.at('events')} onChange={setEvents} />
          <FormFault>{faults.rest}</FormFault>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={add.busy} disabled={events.length === 0}>
              {WORDS.addYes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
