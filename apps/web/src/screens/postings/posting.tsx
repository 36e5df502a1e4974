import { Anchor, Badge, Button, Grid, Group, Paper, Stack, Tabs, Text, Textarea, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import {
  CorrectPostingDocument,
  type PostingEditorQuery,
  type PostingField,
  PostingEditorDocument,
  RevisePostingDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { useFrame } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { TabList } from '../../ui/tab-list';
import { words } from '../../words';
import { Coverage } from './coverage';
import { CorrectDialog } from './correct-dialog';
import { DocumentView } from './document-view';
import { EarlierPlans } from './earlier-plans';
import { Openings } from './openings';
import { PlanEditor } from './plan-editor';
import { Overtaken } from './overtaken';
import { PublishBar } from './publish-bar';
import { Questions } from './questions';
import type { Fact } from './reading';
import { RoundsDialog } from './rounds-dialog';
import { RevisionPreview } from './revision-preview';
import { Revisions } from './revisions';
import { Team } from './team';
import { UnderstoodList } from './understood';

const WORDS = words.postings;
export type Posting = PostingEditorQuery['posting'];

/** How parts of the screen read the posting again after a change. */
export function useReadAgain(id: string): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['PostingEditor', id] });
    void queries.invalidateQueries({ queryKey: ['Postings'] });
  }, [queries, id]);
}

/** A posting: its document with what was understood beside it, its plan, its team, and the way to the careers page. */
export default function PostingScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const id = params.id!;
  const query = useQuery({
    queryKey: ['PostingEditor', id],
    queryFn: ({ signal }) => ask(PostingEditorDocument, { id }, signal),
  });
  return <Shown query={query}>{({ posting }) => <Loaded posting={posting} />}</Shown>;
}

function Loaded({ posting }: { readonly posting: Posting }) {
  const { organization } = useFrame();
  const [address, setAddress] = useSearchParams();
  const tab = ['plan', 'team', 'openings', 'revisions'].find((one) => one === address.get('tab')) ?? 'document';
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Group gap="sm" align="baseline">
          <Title order={1}>{posting.title ?? WORDS.untitled}</Title>
          <Badge variant="light" color={posting.status === 'OPEN' ? 'tide' : 'gray'}>
            {words.postingStatus[posting.status]}
          </Badge>
          <Anchor component={Link} href={`/postings/${posting.id}/board`} size="sm">
            {WORDS.board}
          </Anchor>
          {posting.status === 'OPEN' ? (
            <Anchor href={`/careers/${organization.slug}/${posting.slug}`} size="sm" target="_blank">
              {WORDS.careers}
            </Anchor>
          ) : (
            posting.document !== null && (
              <Anchor href={`/postings/${posting.id}/careers`} size="sm" target="_blank">
                {WORDS.careersPreview}
              </Anchor>
            )
          )}
        </Group>
        {posting.document !== null && <PublishBar posting={posting} />}
      </Group>
      <Tabs
        value={tab}
        onChange={(value) => setAddress(!value || value === 'document' ? {} : { tab: value }, { replace: true })}
        keepMounted={false}
      >
        <TabList>
          <Tabs.Tab value="document">{WORDS.tabs.document}</Tabs.Tab>
          <Tabs.Tab value="plan">{WORDS.tabs.plan}</Tabs.Tab>
          <Tabs.Tab value="team">{WORDS.tabs.team}</Tabs.Tab>
          <Tabs.Tab value="openings">{WORDS.tabs.openings}</Tabs.Tab>
          {posting.document !== null && <Tabs.Tab value="revisions">{WORDS.tabs.revisions}</Tabs.Tab>}
        </TabList>
        <Tabs.Panel value="document">
          <DocumentPanel posting={posting} />
        </Tabs.Panel>
        <Tabs.Panel value="revisions">
          <Revisions postingId={posting.id} />
        </Tabs.Panel>
        <Tabs.Panel value="plan">
          {posting.document !== null && <EarlierPlans posting={posting} />}
          <PlanEditor posting={posting} />
        </Tabs.Panel>
        <Tabs.Panel value="team">
          <Team posting={posting} />
        </Tabs.Panel>
        <Tabs.Panel value="openings">
          <Stack maw={1000}>
            <Openings posting={posting} />
            <Questions posting={posting} />
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function DocumentPanel({ posting }: { readonly posting: Posting }) {
  const { id, document, reading, version } = posting;
  const [editing, setEditing] = useState(false);
  const [looking, setLooking] = useState(false);
  const [text, setText, changed, drop] = useDraft(`document.${id}.${posting.revision}`, document ?? '');
  const [shown, setShown] = useState<number | null>(null);
  const [correcting, setCorrecting] = useState<PostingField | null>(null);
  const holder = useRef<HTMLDivElement>(null);
  const readAgain = useReadAgain(id);
  const revise = useCommand(RevisePostingDocument, {
    onDone: ({ planChanged }) => {
      drop();
      setEditing(false);
      setLooking(false);
      readAgain();
      tellDone(planChanged ? `${WORDS.revised} ${WORDS.planChanged}` : WORDS.revised);
    },
  });
  const confirm = useCommand(CorrectPostingDocument, {
    onDone: () => {
      readAgain();
      tellDone(WORDS.confirmedDone);
    },
  });
  if (document === null || !reading) return <Text c="dimmed">{WORDS.notYours}</Text>;
  const show = ({ line }: Fact) => {
    setShown(line);
    holder.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center' });
  };
  const isEditing = editing || changed;
  return (
    <>
      <Overtaken posting={posting} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Paper withBorder p="md">
            <Group justify="space-between" mb="xs">
              <Text size="sm" c="dimmed">
                {changed ? WORDS.unsaved : ''}
              </Text>
              {isEditing ? (
                <Group gap="xs">
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      drop();
                      setEditing(false);
                    }}
                  >
                    {words.cancel}
                  </Button>
                  <Button size="xs" disabled={!changed} onClick={() => setLooking(true)}>
                    {WORDS.lookAndRevise}
                  </Button>
                </Group>
              ) : (
                <Button size="xs" variant="default" onClick={() => setEditing(true)}>
                  {WORDS.edit}
                </Button>
              )}
            </Group>
            {isEditing ? (
              <Textarea
                className="editor"
                aria-label={WORDS.documentLabel}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                autosize
                minRows={18}
                maxRows={34}
                spellCheck={false}
              />
            ) : (
              <DocumentView text={document} reading={reading} shown={shown} holder={holder} label={WORDS.tabs.document} />
            )}
          </Paper>
          <Coverage postingId={id} hours={reading.coreHours} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Paper withBorder p="md" component="section" aria-labelledby="understood">
            <Title order={2} id="understood" mb="xs">
              {WORDS.understood}
            </Title>
            <UnderstoodList
              reading={reading}
              onShow={show}
              onConfirm={(field) => confirm.run({ postingId: id, expectedVersion: version, corrections: { confirm: [field] } })}
              onCorrect={setCorrecting}
            />
          </Paper>
        </Grid.Col>
        {looking && (
          <RevisionPreview
            postingId={id}
            document={text}
            busy={revise.busy}
            onSave={() => revise.run({ postingId: id, expectedVersion: version, document: text })}
            onClose={() => setLooking(false)}
          />
        )}
        {correcting === 'rounds' && (
          <RoundsDialog posting={posting} rounds={reading.rounds} onClose={() => setCorrecting(null)} />
        )}
        {correcting && correcting !== 'rounds' && (
          <CorrectDialog posting={posting} reading={reading} field={correcting} onClose={() => setCorrecting(null)} />
        )}
      </Grid>
    </>
  );
}
