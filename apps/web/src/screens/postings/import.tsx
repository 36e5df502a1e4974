import { Alert, Button, FileButton, Grid, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../../graphql/ask';
import { ImportPostingDocument, PreviewPostingDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { PlanSketch } from './plan-sketch';
import type { Fact } from './reading';
import { UnderstoodList } from './understood';

const WORDS = words.postings;
const READ_AFTER_MS = 350;

/** A document on one side, what is understood of it on the other while it is typed; nothing is kept until the draft is made. */
export default function ImportScreen() {
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [text, setText, , drop] = useDraft('import', '');
  const [fileName, setFileName] = useState<string | null>(null);
  const [document] = useDebouncedValue(text, READ_AFTER_MS);
  const area = useRef<HTMLTextAreaElement>(null);
  const preview = useQuery({
    queryKey: ['PreviewPosting', document],
    queryFn: ({ signal }) => ask(PreviewPostingDocument, { document, fileName }, signal),
    enabled: document.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const make = useCommand(ImportPostingDocument, {
    onDone: ({ posting }) => {
      drop();
      tellDone(WORDS.made);
      void queries.invalidateQueries({ queryKey: ['Postings'] });
      if (posting) navigate(`/postings/${posting.id}`);
    },
  });
  const open = async (file: File | null) => {
    if (!file) return;
    setFileName(file.name);
    setText(await file.text());
  };
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{WORDS.import}</Title>
        <Group gap="xs">
          <FileButton accept=".md,.markdown,.txt,text/markdown,text/plain" onChange={(file) => void open(file)}>
            {(props) => (
              <Button variant="default" {...props}>
                {WORDS.file}
              </Button>
            )}
          </FileButton>
          <Button disabled={text.trim() === ''} loading={make.busy} onClick={() => make.run({ document: text, fileName })}>
            {WORDS.make}
          </Button>
        </Group>
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Textarea
            ref={area}
            className="editor"
            label={WORDS.documentLabel}
            placeholder={WORDS.drop}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={18}
            maxRows={34}
            spellCheck={false}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Paper withBorder p="md" component="section" aria-labelledby="understood">
            <Title order={2} id="understood" mb="xs">
              {WORDS.understood}
            </Title>
            {text.trim() === '' ? (
              <Text c="dimmed">{WORDS.startHint}</Text>
            ) : (
              <Shown query={preview}>
                {({ previewPosting: { reading, stages } }) => (
                  <Stack>
                    {reading.planSource === 'DEFAULT' && (
                      <Alert variant="light" color="gray" p="xs">
                        {WORDS.planDefault}
                      </Alert>
                    )}
                    <UnderstoodList reading={reading} onShow={(fact) => area.current && select(area.current, fact)} />
                    <section>
                      <Title order={3} mb={4}>
                        {WORDS.plan}
                      </Title>
                      <PlanSketch stages={stages} />
                    </section>
                  </Stack>
                )}
              </Shown>
            )}
          </Paper>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

/** Selects the words of a fact and brings them into sight. */
function select(area: HTMLTextAreaElement, { line, text }: Fact): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const at = area.value.indexOf(text, start);
  const [from, to] = text !== '' && at >= 0 ? [at, at + text.length] : [start, start + (lines[line - 1]?.length ?? 0)];
  area.focus();
  area.setSelectionRange(from, to);
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 5);
}
