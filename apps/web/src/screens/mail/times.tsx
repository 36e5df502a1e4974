import { Button, Group, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { MailSettingsDocument, type MailSettingsQuery, SaveMailSettingsDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.mail.times;

/** When mails leave: how long they can be taken back, and the candidate's quiet hours. */
export function MailTimes() {
  const query = useQuery({
    queryKey: ['MailSettings'],
    queryFn: ({ signal }) => ask(MailSettingsDocument, {}, signal),
    refetchOnWindowFocus: false,
  });
  return <Shown query={query}>{({ mailSettings }) => <Form key={mailSettings?.version ?? 0} settings={mailSettings} />}</Shown>;
}

function Form({ settings }: { readonly settings: MailSettingsQuery['mailSettings'] }) {
  const [undoSeconds, setUndo] = useState<number | string>(settings?.undoSeconds ?? '');
  const [quietFrom, setFrom] = useState(settings?.quietFrom ?? '');
  const [quietUntil, setUntil] = useState(settings?.quietUntil ?? '');
  const queries = useQueryClient();
  const save = useCommand(SaveMailSettingsDocument, {
    onDone: () => {
      tellDone(WORDS.saved);
      void queries.invalidateQueries({ queryKey: ['MailSettings'] });
    },
  });
  return (
    <Paper withBorder p="md" maw={640} component="section" aria-labelledby="times">
      <Title order={2} id="times" mb="xs">
        {WORDS.title}
      </Title>
      {!settings && (
        <Text size="sm" c="dimmed" mb="xs">
          {WORDS.usual}
        </Text>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run({
            expectedVersion: settings?.version ?? 0,
            undoSeconds: Number(undoSeconds),
            quietFrom: quietFrom || null,
            quietUntil: quietUntil || null,
            undoByMail: settings?.undoByMail.map(({ key, seconds }) => ({ key, seconds })),
          });
        }}
      >
        <Stack>
          <NumberInput
            label={WORDS.undo}
            description={WORDS.undoNote}
            required
            min={0}
            max={86_400}
            value={undoSeconds}
            onChange={setUndo}
          />
          <Group grow align="flex-end">
            <TextInput
              type="time"
              label={`${WORDS.quietFrom} (${words.optional})`}
              value={quietFrom}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={`${WORDS.quietUntil} (${words.optional})`}
              value={quietUntil}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </Group>
          <Text size="sm" c="dimmed">
            {WORDS.quietNote}
          </Text>
          <Group justify="flex-end">
            <Button type="submit" loading={save.busy} disabled={undoSeconds === ''}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
