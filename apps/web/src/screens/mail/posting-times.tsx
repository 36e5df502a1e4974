import { Button, Group, NativeSelect, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  PostingMailSettingsDocument,
  type PostingMailSettingsQuery,
  SavePostingMailSettingsDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { FormFault, useFaults } from '../../ui/faults';
import { Shown } from '../../ui/states';
import { PostingSelect } from '../../ui/postings';
import { words } from '../../words';

const WORDS = words.mail.times;

/** What one posting says in place of its organisation: the language of its mails, and by when its candidates are answered. */
export function PostingTimes() {
  const [postingId, setPosting] = useState('');
  const query = useQuery({
    queryKey: ['PostingMailSettings', postingId],
    queryFn: ({ signal }) => ask(PostingMailSettingsDocument, { postingId }, signal),
    enabled: postingId !== '',
    refetchOnWindowFocus: false,
  });
  return (
    <Paper withBorder p="md" maw={640} component="section" aria-labelledby="of-posting">
      <Title order={2} id="of-posting" mb={4}>
        {WORDS.ofPosting}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.ofPostingNote}
      </Text>
      <PostingSelect label={WORDS.posting} value={postingId} onChange={setPosting} />
      {postingId !== '' && (
        <Shown query={query}>
          {({ postingMailSettings }) => (
            <Form key={`${postingId} ${postingMailSettings.version}`} postingId={postingId} settings={postingMailSettings} />
          )}
        </Shown>
      )}
    </Paper>
  );
}

function Form({
  postingId,
  settings,
}: {
  readonly postingId: string;
  readonly settings: PostingMailSettingsQuery['postingMailSettings'];
}) {
  const [language, setLanguage] = useState(settings.language ?? '');
  const [answerDays, setAnswer] = useState<number | string>(settings.answerDays ?? '');
  const faults = useFaults('language', 'answerDays');
  const queries = useQueryClient();
  const save = useCommand(SavePostingMailSettingsDocument, {
    onDone: () => {
      tellDone(WORDS.saved);
      void queries.invalidateQueries({ queryKey: ['PostingMailSettings'] });
    },
    onRefusal: faults.onRefusal,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        faults.clear();
        save.run({
          postingId,
          expectedVersion: settings.version,
          language: language || null,
          answerDays: answerDays === '' ? null : Number(answerDays),
        });
      }}
    >
      <Stack mt="sm">
        <NativeSelect
          label={WORDS.language}
          value={language}
          error={faults.at('language')}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={[
            { value: '', label: WORDS.asOrganization },
            ...Object.entries(words.languages).map(([value, label]) => ({ value, label })),
          ]}
        />
        <NumberInput
          label={`${WORDS.answer} (${words.optional})`}
          description={WORDS.postingAnswerNote}
          min={0}
          max={60}
          allowDecimal={false}
          value={answerDays}
          error={faults.at('answerDays')}
          onChange={setAnswer}
        />
        <FormFault>{faults.rest}</FormFault>
        <Group justify="flex-end">
          <Button type="submit" loading={save.busy}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
