import { ActionIcon, Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { EditKitDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Icon } from '../../ui/icons';
import { words } from '../../words';
import { type Posting, useReadAgain } from './posting';

const WORDS = words.postings.kit;
type Stage = Posting['plan']['stages'][number];

/** What the interviewers of a stage assess; what somebody has been rated by is kept. */
export function KitDialog({
  posting,
  stage,
  onClose,
}: {
  readonly posting: Posting;
  readonly stage: Stage;
  readonly onClose: () => void;
}) {
  const { kit } = stage;
  const [purpose, setPurpose] = useState(kit?.purpose ?? '');
  const [questions, setQuestions] = useState((kit?.questions ?? []).join('\n'));
  const [attributes, setAttributes] = useState<readonly { id?: string; name: string; description: string }[]>(
    (kit?.attributes ?? []).map(({ id, name, description }) => ({ id, name, description })),
  );
  const readAgain = useReadAgain(posting.id);
  const edit = useCommand(EditKitDocument, {
    onDone: ({ kept }) => {
      tellDone(kept.length > 0 ? `${WORDS.saved} ${WORDS.kept(kept.map(({ name }) => name).join(', '))}` : WORDS.saved);
      readAgain();
      onClose();
    },
  });
  const change = (at: number, next: object) =>
    setAttributes(attributes.map((one, index) => (index === at ? { ...one, ...next } : one)));
  return (
    <Dialog onClose={onClose} title={WORDS.title(stage.name)} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          edit.run({
            stageId: stage.id,
            purpose,
            questions: questions
              .split('\n')
              .map((one) => one.trim())
              .filter(Boolean),
            attributes: [...attributes],
          });
        }}
      >
        <Stack>
          <Textarea
            label={WORDS.purpose}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
            autosize
            minRows={2}
            data-autofocus
          />
          <Textarea
            label={WORDS.questions}
            value={questions}
            onChange={(event) => setQuestions(event.currentTarget.value)}
            autosize
            minRows={3}
          />
          <Text size="sm" fw={600}>
            {WORDS.attributes}
          </Text>
          {attributes.map((one, at) => (
            <Group key={one.id ?? at} align="flex-end" gap="sm" wrap="nowrap">
              <TextInput
                label={WORDS.attribute}
                required
                value={one.name}
                onChange={(event) => change(at, { name: event.currentTarget.value })}
              />
              <TextInput
                label={WORDS.description}
                value={one.description}
                onChange={(event) => change(at, { description: event.currentTarget.value })}
                style={{ flex: 1 }}
              />
              <ActionIcon
                variant="default"
                size="lg"
                onClick={() => setAttributes(attributes.filter((_, index) => index !== at))}
                aria-label={WORDS.remove(one.name)}
              >
                <Icon name="cross" size={16} />
              </ActionIcon>
            </Group>
          ))}
          <Group justify="space-between">
            <Button variant="default" onClick={() => setAttributes([...attributes, { name: '', description: '' }])}>
              {WORDS.add}
            </Button>
            <Button type="submit" loading={edit.busy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
