import { Anchor, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { BatchDocument, type BatchQuery, BoardDocument, type BoardQuery } from '../../graphql/generated';
import { LIVE, useBoardChanges } from '../../graphql/live';
import { tellFault } from '../../ui/commands';
import { useZone } from '../../ui/frame';
import { Empty, Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { words } from '../../words';
import { Proposals } from './proposals';

const WORDS = words.planning.batch;
/** So many the server plans together. */
const MOST = 100;
const WITHOUT_TIME: readonly string[] = ['SCHEDULING', 'TIME_CHOICE'];

export type BatchPlan = Extract<BatchQuery['batch'], { readonly __typename: 'Batch' }>;
export type Waiting = BoardQuery['board']['cards'][number];

/** Times for many candidates of one stage, found together: who, the proposal, and booking it. */
export default function BatchScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const { id: postingId, stageId } = params as { id: string; stageId: string };
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['Board', postingId],
    queryFn: ({ signal }) => ask(BoardDocument, { postingId }, signal),
    ...LIVE,
  });
  useBoardChanges(postingId, () => void queries.invalidateQueries({ queryKey: ['Board', postingId] }));
  return (
    <Shown query={query}>
      {({ board }) => {
        const column = board.columns.find((one) => one.stageId === stageId);
        const cards = board.cards.filter((card) => card.stageId === stageId && WITHOUT_TIME.includes(card.waitingFor));
        return (
          <Stack maw={1000}>
            <Group gap="sm" align="baseline">
              <Title order={1}>{column ? WORDS.titleOf(column.name) : WORDS.title}</Title>
              <Anchor component={Link} href={`/postings/${postingId}/board`} size="sm">
                {board.title || words.postings.untitled}
              </Anchor>
            </Group>
            <Text c="dimmed">{WORDS.intro}</Text>
            <Choose cards={cards} stageId={stageId} nobody={column ? WORDS.nobody : WORDS.noStage} />
          </Stack>
        );
      }}
    </Shown>
  );
}

/** Whoever waits for the team to find a time is meant until somebody says otherwise. */
function Choose({
  cards,
  stageId,
  nobody,
}: {
  readonly cards: readonly Waiting[];
  readonly stageId: string;
  readonly nobody: string;
}) {
  const zone = useZone();
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [plan, setPlan] = useState<BatchPlan | null>(null);
  const isMeant = ({ id, waitingFor }: Waiting) => said.get(id) ?? waitingFor === 'SCHEDULING';
  const meant = cards.filter(isMeant);
  const propose = useMutation({
    mutationFn: (applicationIds: string[]) => ask(BatchDocument, { applicationIds, zone }),
    onSuccess: ({ batch }) => (batch.__typename === 'Batch' ? setPlan(batch) : tellFault(batch.message)),
    onError: (error) => tellFault(error.message),
  });
  return (
    <>
      {cards.length === 0 ? (
        <Empty>{nobody}</Empty>
      ) : (
        <Paper withBorder p="md" component="section" aria-labelledby="who">
          <Title order={2} id="who" mb="xs">
            {WORDS.who}
          </Title>
          <ul className="plain spaced">
            {cards.map((card) => {
              const until = card.waitingUntil && moment(card.waitingUntil, zone);
              const late = card.waitingUntil !== null && Date.parse(card.waitingUntil) <= Date.now();
              return (
                <li key={card.id}>
                  <Checkbox
                    label={card.candidateName}
                    description={words.waiting(card.waitingFor, until, late)}
                    checked={isMeant(card)}
                    onChange={({ currentTarget: { checked } }) => setSaid(new Map(said).set(card.id, checked))}
                  />
                </li>
              );
            })}
          </ul>
          <Group mt="md">
            <Button
              loading={propose.isPending}
              disabled={meant.length === 0 || meant.length > MOST}
              onClick={() => propose.mutate(meant.map(({ id }) => id))}
            >
              {WORDS.propose(meant.length)}
            </Button>
            <Text size="sm" c="dimmed" role="status">
              {meant.length > MOST && WORDS.most(MOST)}
              {propose.isPending && WORDS.proposing}
            </Text>
          </Group>
        </Paper>
      )}
      {plan && <Proposals key={propose.submittedAt} plan={plan} cards={cards} stageId={stageId} />}
    </>
  );
}
