import {
  Badge,
  Button,
  Grid,
  Group,
  NavLink,
  Paper,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
  Textarea,
  Title,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  MailTemplatesDocument,
  type MailTemplatesQuery,
  PreviewMailDocument,
  ResetMailTemplateDocument,
  SaveMailTemplateDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.mail;
const PREVIEW_AFTER_MS = 400;
type Template = MailTemplatesQuery['mailTemplates'][number];
interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly mjml: string;
}

/** Every mail, its words, and how it looks while they are written. */
export function Templates({ chosen, choose }: { readonly chosen: string | null; readonly choose: (key: string) => void }) {
  const query = useQuery({ queryKey: ['MailTemplates'], queryFn: ({ signal }) => ask(MailTemplatesDocument, {}, signal) });
  return (
    <Shown query={query}>
      {({ mailTemplates }) => {
        const template = mailTemplates.find(({ key }) => key === chosen);
        return (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 4, xl: 3 }}>
              <nav aria-label={WORDS.tabs.templates}>
                {mailTemplates.map(({ key, event, audience, ownWords }) => (
                  <NavLink
                    key={key}
                    component="button"
                    label={inWords(event)}
                    description={`${WORDS.audience[audience]}${ownWords ? ` · ${WORDS.own}` : ''}`}
                    active={key === chosen}
                    onClick={() => choose(key)}
                  />
                ))}
              </nav>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 8, xl: 9 }}>
              {template ? (
                <Editor key={`${template.key} ${template.ownWords?.version ?? 0}`} template={template} />
              ) : (
                <Text c="dimmed">{WORDS.choose}</Text>
              )}
            </Grid.Col>
          </Grid>
        );
      }}
    </Shown>
  );
}

/** "ApplicationRejected" → "Application rejected" */
function inWords(event: string): string {
  const spaced = event.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function Editor({ template }: { readonly template: Template }) {
  const { key, ownWords, defaultWords } = template;
  const version = ownWords?.version ?? 0;
  const { subject, text, mjml } = ownWords ?? defaultWords;
  const [kept, setKept, changed, drop] = useDraft(`mail.${key}.${version}`, JSON.stringify({ subject, text, mjml }));
  const typed = JSON.parse(kept) as MailWords;
  const queries = useQueryClient();
  const done = (said: string) => ({
    onDone: () => {
      drop();
      tellDone(said);
      void queries.invalidateQueries({ queryKey: ['MailTemplates'] });
    },
  });
  const save = useCommand(SaveMailTemplateDocument, done(WORDS.saved));
  const reset = useCommand(ResetMailTemplateDocument, done(WORDS.resetDone));
  const set = (change: Partial<MailWords>) => setKept(JSON.stringify({ ...typed, ...change }));
  return (
    <Stack>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={2}>{inWords(template.event)}</Title>
          <Badge variant="light" color="gray">
            {ownWords ? WORDS.own : WORDS.standard}
          </Badge>
        </Group>
        <Group gap="xs">
          {changed && (
            <Button size="xs" variant="default" onClick={drop}>
              {words.cancel}
            </Button>
          )}
          {ownWords && !changed && (
            <Button size="xs" variant="default" loading={reset.busy} onClick={() => reset.run({ key, expectedVersion: version })}>
              {WORDS.reset}
            </Button>
          )}
          <Button
            size="xs"
            disabled={!changed}
            loading={save.busy}
            onClick={() => save.run({ key, expectedVersion: version, ...typed })}
          >
            {WORDS.save}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {changed ? WORDS.kept : ''}
      </Text>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, xl: 6 }}>
          <Stack>
            <TextInput
              label={WORDS.subject}
              value={typed.subject}
              onChange={(event) => set({ subject: event.currentTarget.value })}
              maxLength={300}
            />
            <Textarea
              className="editor"
              label={WORDS.text}
              value={typed.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
              autosize
              minRows={8}
              maxRows={18}
            />
            <Textarea
              className="editor"
              label={WORDS.mjml}
              value={typed.mjml}
              onChange={(event) => set({ mjml: event.currentTarget.value })}
              autosize
              minRows={8}
              maxRows={18}
              spellCheck={false}
            />
            <Variables variables={template.variables} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, xl: 6 }}>
          <Preview templateKey={key} typed={typed} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Preview({ templateKey, typed }: { readonly templateKey: string; readonly typed: MailWords }) {
  const [view, setView] = useState('html');
  const [wanted] = useDebouncedValue(typed, PREVIEW_AFTER_MS);
  const query = useQuery({
    queryKey: ['PreviewMail', templateKey, wanted],
    queryFn: ({ signal }) => ask(PreviewMailDocument, { input: { key: templateKey, ...wanted } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview">
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={3} id="preview">
            {WORDS.preview}
          </Title>
          <Text size="sm" c="dimmed">
            {WORDS.previewNote}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={WORDS.preview}
          value={view}
          onChange={setView}
          data={[
            { value: 'html', label: WORDS.views.html },
            { value: 'text', label: WORDS.views.text },
          ]}
        />
      </Group>
      <Shown query={query}>
        {({ previewMail }) => {
          if (previewMail.__typename !== 'MailPreview')
            return (
              <Text className="bad prose" role="alert">
                {previewMail.message}
              </Text>
            );
          return (
            <>
              <Text fw={600} mb="xs">
                {previewMail.subject}
              </Text>
              {view === 'html' ? (
                <MailFrame html={previewMail.html} />
              ) : (
                <Text className="prose paper-text">{previewMail.text}</Text>
              )}
            </>
          );
        }}
      </Shown>
    </Paper>
  );
}

/** A mail's HTML in a page of no origin: it can run nothing and reach nothing of ours. */
function MailFrame({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const show = () => frame.current?.contentWindow?.postMessage(html, '*');
    const onReady = (event: MessageEvent) => {
      if (event.source === frame.current?.contentWindow) show();
    };
    window.addEventListener('message', onReady);
    show();
    return () => window.removeEventListener('message', onReady);
  }, [html]);
  return <iframe ref={frame} className="paper" src="/app/mail-frame" title={WORDS.frame} sandbox="allow-scripts" />;
}

function Variables({ variables }: { readonly variables: Template['variables'] }) {
  return (
    <section>
      <Title order={3}>{WORDS.variables}</Title>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {variables.map(({ name, meaning, essential, optional }) => (
            <Table.Tr key={name}>
              <Table.Td>
                <code>{`{{ ${name} }}`}</code>
              </Table.Td>
              <Table.Td>
                {meaning}
                {essential && ` (${WORDS.essential})`}
                {optional && ` (${WORDS.maybe})`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
