import { Button, Checkbox, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  AddRejectionReasonDocument,
  AddSourceDocument,
  ListsDocument,
  type ListsQuery,
  SetRejectionReasonActiveDocument,
} from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { useDone } from './read-again';

const WORDS = words.settings.lists;

/** What the team chooses from when an application ends or begins. */
export function ListSettings() {
  const query = useQuery({ queryKey: ['Lists'], queryFn: ({ signal }) => ask(ListsDocument, {}, signal) });
  return (
    <Shown query={query}>
      {(data) => (
        <Stack>
          <Reasons title={WORDS.rejected} side="WE_REJECTED" reasons={data.rejectionReasons} />
          <Reasons title={WORDS.withdrew} side="THEY_WITHDREW" reasons={data.rejectionReasons} />
          <Sources sources={data.sources} />
        </Stack>
      )}
    </Shown>
  );
}

function Reasons({
  title,
  side,
  reasons,
}: {
  readonly title: string;
  readonly side: 'WE_REJECTED' | 'THEY_WITHDREW';
  readonly reasons: ListsQuery['rejectionReasons'];
}) {
  const done = useDone('Lists', 'RejectionReasons');
  const add = useCommand(AddRejectionReasonDocument, { ...done(), keyed: false });
  const set = useCommand(SetRejectionReasonActiveDocument, { ...done(), keyed: false });
  return (
    <List title={title} busy={add.busy} onAdd={(label) => add.run({ label, side })}>
      {reasons
        .filter((reason) => reason.side === side)
        .map(({ id, label, active }) => (
          <Group component="li" key={id} justify="space-between">
            <Text size="sm">{label}</Text>
            <Checkbox
              size="sm"
              label={WORDS.active}
              checked={active}
              onChange={(event) => set.run({ reasonId: id, active: event.currentTarget.checked })}
            />
          </Group>
        ))}
    </List>
  );
}

function Sources({ sources }: { readonly sources: ListsQuery['sources'] }) {
  const add = useCommand(AddSourceDocument, { ...useDone('Lists')(), keyed: false });
  return (
    <List title={WORDS.sources} busy={add.busy} onAdd={(name) => add.run({ name })}>
      {sources.map(({ id, name }) => (
        <Text component="li" key={id} size="sm">
          {name}
        </Text>
      ))}
    </List>
  );
}

function List({
  title,
  busy,
  onAdd,
  children,
}: {
  readonly title: string;
  readonly busy: boolean;
  readonly onAdd: (text: string) => void;
  readonly children: ReactNode;
}) {
  const [text, setText] = useState('');
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <ul className="plain spaced">{children}</ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(text);
          setText('');
        }}
      >
        <Group align="flex-end" mt="sm">
          <TextInput
            label={WORDS.label}
            aria-label={`${title}: ${WORDS.label}`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={100}
          />
          <Button type="submit" variant="default" loading={busy} disabled={text.trim() === ''}>
            {WORDS.add}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
