import { Button, Group, NativeSelect, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { MailSettingsDocument, type MailSettingsQuery, SaveMailSettingsDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { FormFault, useFaults } from '../../ui/faults';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { PostingTimes } from './posting-times';

const WORDS = words.mail.times;
/** What an organisation that never said begins with. */
const USUAL_UNDO_SECONDS = 30;

/** When mails leave: how long they can be taken back, and the candidate's quiet hours; their language, and by when candidates are answered. */
export function MailTimes() {
  const query = useQuery({
    queryKey: ['MailSettings'],
    queryFn: ({ signal }) => ask(MailSettingsDocument, {}, signal),
    refetchOnWindowFocus: false,
  });
  return (
    <Stack>
      <Shown query={query}>{({ mailSettings }) => <Form key={mailSettings?.version ?? 0} settings={mailSettings} />}</Shown>
      <PostingTimes />
    </Stack>
  );
}

function Form({ settings }: { readonly settings: MailSettingsQuery['mailSettings'] }) {
  const [undoSeconds, setUndo] = useState<number | string>(settings?.undoSeconds ?? USUAL_UNDO_SECONDS);
  const [quietFrom, setFrom] = useState(settings?.quietFrom ?? '');
  const [quietUntil, setUntil] = useState(settings?.quietUntil ?? '');
  const [language, setLanguage] = useState(settings?.language ?? 'en');
  const [answerDays, setAnswer] = useState<number | string>(settings?.answerDays ?? '');
  const faults = useFaults('undoSeconds', 'quietFrom', 'quietUntil', 'language', 'answerDays');
  const queries = useQueryClient();
  const save = useCommand(SaveMailSettingsDocument, {
    onDone: () => {
      tellDone(WORDS.saved);
      void queries.invalidateQueries({ queryKey: ['MailSettings'] });
    },
    onRefusal: faults.onRefusal,
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
          faults.clear();
          save.run({
            language,
            answerDays: answerDays === '' ? null : Number(answerDays),
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
            error={faults.at('undoSeconds')}
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
          <NativeSelect
            label={WORDS.language}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
            data={Object.entries(words.languages).map(([value, label]) => ({ value, label }))}
          />
          <NumberInput
            label={`${WORDS.answer} (${words.optional})`}
            description={WORDS.answerNote}
            min={1}
            max={60}
            allowDecimal={false}
            value={answerDays}
            error={faults.at('answerDays')}
            onChange={setAnswer}
          />
          <FormFault>{faults.rest}</FormFault>
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
