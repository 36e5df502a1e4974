import { Anchor, Button, Group, Paper, Stack, Text, TextInput, Textarea, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import {
  DeleteSharedSectionDocument,
  SaveSharedSectionDocument,
  SharedSectionsDocument,
  type SharedSectionsQuery,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.postings.sections;
type Section = SharedSectionsQuery['sharedSections'][number];

/** Texts that several postings show; a change is read into all of them. */
export default function SectionsScreen() {
  const query = useQuery({
    queryKey: ['SharedSections'],
    queryFn: ({ signal }) => ask(SharedSectionsDocument, {}, signal),
    refetchOnWindowFocus: false,
  });
  const [name, setName] = useState('');
  const [text, setText, , drop] = useDraft('section.new', '');
  const create = useCommand(SaveSharedSectionDocument, {
    ...useSaved(() => {
      setName('');
      drop();
    }),
  });
  return (
    <Stack maw={1000}>
      <Title order={1}>{WORDS.title}</Title>
      <Text c="dimmed">{WORDS.intro}</Text>
      <Shown query={query}>
        {({ sharedSections }) => (
          <>
            {sharedSections.length === 0 && <Empty>{WORDS.none}</Empty>}
            {sharedSections.map((section) => (
              <SectionCard key={`${section.id} ${section.version}`} section={section} />
            ))}
          </>
        )}
      </Shown>
      <Paper withBorder p="md" component="section" aria-labelledby="new-section">
        <Title order={2} id="new-section" mb="xs">
          {WORDS.new}
        </Title>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.run({ name, text });
          }}
        >
          <Stack>
            <TextInput
              label={WORDS.name}
              description={WORDS.nameNote}
              required
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={100}
            />
            <Textarea
              className="editor"
              label={WORDS.text}
              required
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autosize
              minRows={4}
              maxRows={20}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={create.busy} disabled={name.trim() === '' || text.trim() === ''}>
                {words.save}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Stack>
  );
}

function useSaved(then: () => void) {
  const queries = useQueryClient();
  return {
    onDone: ({ shownIn }: { readonly shownIn: readonly { readonly planChanged: boolean }[] }) => {
      then();
      tellDone(WORDS.saved(shownIn.length));
      void queries.invalidateQueries({ queryKey: ['SharedSections'] });
      void queries.invalidateQueries({ queryKey: ['PostingEditor'] });
    },
  };
}

function SectionCard({ section: { id, name, text: stored, version, shownIn } }: { readonly section: Section }) {
  const [text, setText, changed, drop] = useDraft(`section.${id}.${version}`, stored);
  const queries = useQueryClient();
  const save = useCommand(SaveSharedSectionDocument, useSaved(drop));
  const remove = useCommand(DeleteSharedSectionDocument, {
    onDone: () => {
      tellDone(WORDS.deleted);
      void queries.invalidateQueries({ queryKey: ['SharedSections'] });
    },
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`section-${id}`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id={`section-${id}`}>
          {name}
        </Title>
        <Group gap="xs">
          {shownIn.length === 0 && (
            <Button
              size="xs"
              variant="default"
              loading={remove.busy}
              onClick={() => remove.run({ sectionId: id, expectedVersion: version })}
            >
              {WORDS.delete}
            </Button>
          )}
          {changed && (
            <Button size="xs" variant="default" onClick={drop}>
              {words.cancel}
            </Button>
          )}
          <Button
            size="xs"
            disabled={!changed}
            loading={save.busy}
            onClick={() => save.run({ name, text, expectedVersion: version })}
          >
            {words.save}
          </Button>
        </Group>
      </Group>
      <Textarea
        className="editor"
        aria-label={`${WORDS.text}: ${name}`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={20}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {shownIn.length === 0 ? WORDS.nowhere : `${WORDS.shownIn}: `}
        {shownIn.map(({ postingId, title }, at) => (
          <span key={postingId}>
            {at > 0 && ', '}
            <Anchor component={Link} href={`/postings/${postingId}`} size="sm">
              {title ?? words.postings.untitled}
            </Anchor>
          </span>
        ))}
      </Text>
    </Paper>
  );
}
