import { Anchor, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { StageFlowDocument, type StageFlowQuery } from '../../graphql/generated';
import { Empty, Shown } from '../../ui/states';
import { daysSince } from '../../ui/time';
import { words } from '../../words';

const WORDS = words.insights;
type Flow = StageFlowQuery['stageFlow'][number];
type Card = StageFlowQuery['board']['cards'][number];

/** What the log of a posting's moves says, with what each number means beside it. */
export default function InsightsScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const postingId = params.id!;
  const query = useQuery({
    queryKey: ['StageFlow', postingId],
    queryFn: ({ signal }) => ask(StageFlowDocument, { postingId }, signal),
  });
  return (
    <Shown query={query}>
      {({ stageFlow, board, interviewerLoad }) => (
        <Stack maw={1000}>
          <Group gap="sm" align="baseline">
            <Title order={1}>
              {WORDS.title}: {board.title || words.postings.untitled}
            </Title>
            <Anchor component={Link} href={`/postings/${postingId}/board`} size="sm">
              {WORDS.board}
            </Anchor>
          </Group>
          {stageFlow.length === 0 ? (
            <Empty>{WORDS.empty}</Empty>
          ) : (
            <>
              <StageTable stages={stageFlow} />
              <Waiting cards={board.cards} />
            </>
          )}
          {interviewerLoad.length > 0 && <Loads loads={interviewerLoad} />}
        </Stack>
      )}
    </Shown>
  );
}

function StageTable({ stages }: { readonly stages: readonly Flow[] }) {
  const first = Math.max(1, ...stages.map(({ reached }) => reached));
  const heads = [WORDS.stage, WORDS.reached, WORDS.wentOn, WORDS.rejected, WORDS.withdrew, WORDS.present, WORDS.median];
  return (
    <Paper withBorder p="md">
      <Title order={2}>{WORDS.flow}</Title>
      <Text size="sm" c="dimmed">
        {WORDS.flowNote}
      </Text>
      <Table.ScrollContainer
        minWidth={720}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': WORDS.flow } }}
      >
        <Table verticalSpacing="xs" mt="xs">
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stages.map((stage) => (
              <Table.Tr key={`${stage.kind} ${stage.name}`}>
                <Table.Th scope="row" fw={500}>
                  {stage.name ?? words.received}
                </Table.Th>
                <Table.Td w={200}>
                  <div className="bar" role="img" aria-label={WORDS.bar(stage.reached, first)}>
                    <div style={{ width: `${(stage.reached / first) * 100}%` }} />
                    <span>{stage.reached}</span>
                  </div>
                </Table.Td>
                <Table.Td>{stage.wentOn}</Table.Td>
                <Table.Td>{stage.rejected}</Table.Td>
                <Table.Td>{stage.withdrew}</Table.Td>
                <Table.Td>{stage.present}</Table.Td>
                <Table.Td>{WORDS.days(stage.medianDays)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed" mt="xs">
        {WORDS.medianNote}
      </Text>
    </Paper>
  );
}

function Waiting({ cards }: { readonly cards: readonly Card[] }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="waiting">
      <Title order={2} id="waiting">
        {WORDS.waiting}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {WORDS.waitingNote}
      </Text>
      <dl className="bars">
        {(['TEAM', 'CANDIDATE', 'BOTH', 'NOBODY'] as const).map((on) => {
          const those = cards.filter(({ waitingOn }) => waitingOn === on);
          const longest = Math.max(0, ...those.map(({ enteredStageAt }) => daysSince(enteredStageAt)));
          return (
            <div key={on}>
              <dt>{WORDS.on[on]}</dt>
              <dd>
                <div className="bar">
                  <div style={{ width: `${(those.length / Math.max(1, cards.length)) * 100}%` }} />
                  <span>
                    {those.length}
                    {those.length > 0 && ` · ${WORDS.longest(words.days(longest))}`}
                  </span>
                </div>
              </dd>
            </div>
          );
        })}
      </dl>
    </Paper>
  );
}

/** How interviews are spread over those who hold them; four weeks back and four ahead. */
function Loads({ loads }: { readonly loads: StageFlowQuery['interviewerLoad'] }) {
  const LOAD = WORDS.load;
  const most = Math.max(1, ...loads.map(({ held, coming }) => Math.max(held, coming)));
  const bar = (all: number, here: number) => (
    <div className="bar" role="img" aria-label={LOAD.bar(all, here)}>
      <div style={{ width: `${(all / most) * 100}%` }} />
      <span>{LOAD.count(all, here)}</span>
    </div>
  );
  return (
    <Paper withBorder p="md">
      <Title order={2}>{LOAD.title}</Title>
      <Text size="sm" c="dimmed">
        {LOAD.note}
      </Text>
      <Table.ScrollContainer
        minWidth={620}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': LOAD.title } }}
      >
        <Table verticalSpacing="xs" mt="xs">
          <Table.Thead>
            <Table.Tr>
              {[LOAD.who, LOAD.held, LOAD.coming, LOAD.target].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {loads.map(({ personId, name, held, heldHere, coming, comingHere, targetPerWeek }) => (
              <Table.Tr key={personId}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td w={220}>{bar(held, heldHere)}</Table.Td>
                <Table.Td w={220}>{bar(coming, comingHere)}</Table.Td>
                <Table.Td>{targetPerWeek ?? '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
