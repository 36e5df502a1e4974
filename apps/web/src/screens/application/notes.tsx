import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { AddNoteDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { Moment } from '../../ui/moment';
import { words } from '../../words';
import { type Application, useReadAgain } from './application';

const WORDS = words.application.notes;

/** What the team has written down; the next note is kept in this browser while it is typed. */
export function Notes({ application: { id, notes } }: { readonly application: Application }) {
  const [text, setText, , drop] = useDraft(`note.${id}`, '');
  const readAgain = useReadAgain(id);
  const { run, busy } = useCommand(AddNoteDocument, {
    onDone: () => {
      drop();
      readAgain();
      tellDone(words.application.done.note);
    },
  });
  return (
    <Stack>
      {notes.length === 0 && <Text c="dimmed">{WORDS.none}</Text>}
      {notes.map(({ id, authorName, createdAt, text }) => (
        <Paper key={id} withBorder p="md" component="article">
          <Text size="sm" c="dimmed" mb={4}>
            {authorName} · <Moment at={createdAt} />
          </Text>
          <Text className="prose">{text}</Text>
        </Paper>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run({ applicationId: id, text });
        }}
      >
        <Textarea
          label={WORDS.write}
          description={WORDS.private}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={20_000}
        />
        <Group justify="flex-end" mt="xs">
          <Button type="submit" loading={busy} disabled={text.trim() === ''}>
            {WORDS.add}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
