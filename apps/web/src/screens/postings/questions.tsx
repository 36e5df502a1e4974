import { ActionIcon, Button, Checkbox, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { type QuestionKind, SetPostingQuestionsDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { Icon } from '../../ui/icons';
import { words } from '../../words';
import { type Posting, useReadAgain } from './posting';

const WORDS = words.postings;
const TEXT = WORDS.question;
type Question = Posting['questions'][number];

/** What those who apply are asked besides how to reach them. A question keeps its id as long as it means the same. */
export function Questions({ posting }: { readonly posting: Posting }) {
  const [text, setText, changed, drop] = useDraft(
    `questions.${posting.id}.${posting.version}`,
    JSON.stringify(posting.questions.map(({ id, label, kind, required }) => ({ id, label, kind, required }))),
  );
  const questions = JSON.parse(text) as Question[];
  const set = (next: readonly Question[]) => setText(JSON.stringify(next));
  const readAgain = useReadAgain(posting.id);
  const save = useCommand(SetPostingQuestionsDocument, {
    onDone: () => {
      drop();
      tellDone(TEXT.saved);
      readAgain();
    },
  });
  const change = (at: number, next: Partial<Question>) =>
    set(questions.map((one, index) => (index === at ? { ...one, ...next } : one)));
  const mayEdit = posting.document !== null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="questions">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="questions">
          {WORDS.questionsTitle}
        </Title>
        {mayEdit && (
          <Button
            size="xs"
            disabled={!changed}
            loading={save.busy}
            onClick={() => save.run({ postingId: posting.id, expectedVersion: posting.version, questions })}
          >
            {TEXT.save}
          </Button>
        )}
      </Group>
      {questions.length === 0 && (
        <Text size="sm" c="dimmed">
          {WORDS.questionsNone}
        </Text>
      )}
      <Stack gap="sm">
        {questions.map((question, at) => (
          <Group key={question.id} align="flex-end" gap="sm">
            <TextInput
              label={`${TEXT.label} ${at + 1}`}
              value={question.label}
              readOnly={!mayEdit}
              onChange={(event) => change(at, { label: event.currentTarget.value })}
              style={{ flex: '1 1 16rem' }}
            />
            <NativeSelect
              label={TEXT.kind}
              value={question.kind}
              disabled={!mayEdit}
              onChange={(event) => change(at, { kind: event.currentTarget.value as QuestionKind })}
              data={Object.entries(TEXT.kinds).map(([value, label]) => ({ value, label }))}
            />
            <Checkbox
              mb={8}
              label={TEXT.required}
              checked={question.required}
              disabled={!mayEdit}
              onChange={(event) => change(at, { required: event.currentTarget.checked })}
            />
            {mayEdit && (
              <ActionIcon
                variant="default"
                size="lg"
                onClick={() => set(questions.filter((_, index) => index !== at))}
                aria-label={TEXT.remove(question.label)}
              >
                <Icon name="cross" size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
      </Stack>
      {mayEdit && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          onClick={() =>
            set([...questions, { id: `q-${crypto.randomUUID().slice(0, 8)}`, label: '', kind: 'LONG_TEXT', required: false }])
          }
        >
          {TEXT.add}
        </Button>
      )}
    </Paper>
  );
}
