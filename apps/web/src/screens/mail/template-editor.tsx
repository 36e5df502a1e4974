import { Badge, Button, Grid, Group, Stack, Table, Text, TextInput, Textarea, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../graphql/ask';
import {
  MailTemplatesDocument,
  type MailTemplatesQuery,
  ResetMailTemplateDocument,
  SaveMailTemplateDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { FormFault, useFaults } from '../../ui/faults';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { type Place, placeName, widerWords } from './template-place';
import { Preview } from './template-preview';

const WORDS = words.mail;
export type Template = MailTemplatesQuery['mailTemplates'][number];
export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly mjml: string;
}

/** The words of one mail in one place. Where it has none of its own, those that hold there are what one begins with. */
export function TemplateEditor({ template, place }: { readonly template: Template; readonly place: Place }) {
  const wider = template.ownWords ? null : widerWords(template.places, place);
  const query = useQuery({
    queryKey: ['MailTemplates', wider],
    queryFn: ({ signal }) => ask(MailTemplatesDocument, wider!, signal),
    enabled: wider !== null,
  });
  if (!wider) return <Editor template={template} place={place} holds={template.ownWords ?? template.defaultWords} from={null} />;
  return (
    <Shown query={query}>
      {({ mailTemplates }) => {
        const own = mailTemplates.find(({ key }) => key === template.key)?.ownWords;
        return <Editor template={template} place={place} holds={own ?? template.defaultWords} from={own ? wider : null} />;
      }}
    </Shown>
  );
}

function Editor({
  template,
  place,
  holds,
  from,
}: {
  readonly template: Template;
  readonly place: Place;
  readonly holds: MailWords;
  /** The wider place whose words hold here; null: those of this place, or of the software. */
  readonly from: Place | null;
}) {
  const { key, ownWords, places } = template;
  const version = ownWords?.version ?? 0;
  const { subject, text, mjml } = holds;
  const at = [key, place.language, place.postingId, place.stage, version].join('.');
  const [kept, setKept, changed, drop] = useDraft(`mail.${at}`, JSON.stringify({ subject, text, mjml }));
  const typed = JSON.parse(kept) as MailWords;
  const faults = useFaults('subject', 'text', 'mjml');
  const queries = useQueryClient();
  const done = (said: string) => ({
    onDone: () => {
      drop();
      faults.clear();
      tellDone(said);
      void queries.invalidateQueries({ queryKey: ['MailTemplates'] });
    },
    onRefusal: faults.onRefusal,
  });
  const save = useCommand(SaveMailTemplateDocument, done(WORDS.saved));
  const reset = useCommand(ResetMailTemplateDocument, done(WORDS.resetDone));
  const set = (change: Partial<MailWords>) => setKept(JSON.stringify({ ...typed, ...change }));
  const field = (name: keyof MailWords) => ({
    value: typed[name],
    error: faults.at(name),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <Stack>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={2}>{inWords(template.event)}</Title>
          <Badge variant="light" color="gray">
            {ownWords ? WORDS.own : from ? WORDS.of(placeName(from, places)) : WORDS.standard}
          </Badge>
        </Group>
        <Group gap="xs">
          {changed && (
            <Button size="xs" variant="default" onClick={drop}>
              {words.cancel}
            </Button>
          )}
          {ownWords && !changed && (
            <Button
              size="xs"
              variant="default"
              loading={reset.busy}
              onClick={() => reset.run({ key, ...place, expectedVersion: version })}
            >
              {WORDS.reset}
            </Button>
          )}
          <Button
            size="xs"
            disabled={!changed}
            loading={save.busy}
            onClick={() => save.run({ key, ...place, expectedVersion: version, ...typed })}
          >
            {WORDS.save}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {changed ? WORDS.kept : ''}
      </Text>
      <FormFault>{faults.rest}</FormFault>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, xl: 6 }}>
          <Stack>
            <TextInput label={WORDS.subject} maxLength={300} {...field('subject')} />
            <Textarea className="editor" label={WORDS.text} autosize minRows={8} maxRows={18} {...field('text')} />
            <Textarea
              className="editor"
              label={WORDS.mjml}
              autosize
              minRows={8}
              maxRows={18}
              spellCheck={false}
              {...field('mjml')}
            />
            <Variables variables={template.variables} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, xl: 6 }}>
          <Preview templateKey={key} place={place} typed={typed} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

/** "ApplicationRejected" → "Application rejected" */
export function inWords(event: string): string {
  const spaced = event.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function Variables({ variables }: { readonly variables: Template['variables'] }) {
  return (
    <section>
      <Title order={3}>{WORDS.variables}</Title>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {variables.map(({ name, meaning, essential, optional }) => (
            <Table.Tr key={name}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
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
