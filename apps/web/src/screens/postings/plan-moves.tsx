import { Alert, Anchor, Button, Checkbox, Group, NativeSelect, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import {
  MoveToPresentPlanDocument,
  PlanMovesDocument,
  type PlanMovesQuery,
  PresentPlanDocument,
  type PresentPlanQuery,
} from '../../graphql/generated';
import { LIVE, useBoardChanges } from '../../graphql/live';
import { tellDone, tellFault, tellRefusal, useCommand } from '../../ui/commands';
import { Empty, Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.planning.moves;
type Preview = PlanMovesQuery['planMoves'];
type Move = Preview['moves'][number];
/** Where those in a stage of an earlier plan go; a stage that is not in it keeps its people. */
type Mapping = Preview['mapping'];

const STAY = 'stay';
const RECEIVED = 'received';

/** Candidates who entered an earlier version of the plan, and the present one: where each stage leads, who would move where, and doing it. */
export default function PlanMovesScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const postingId = params.id!;
  const queries = useQueryClient();
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const plan = useQuery({
    queryKey: ['PresentPlan', postingId],
    queryFn: ({ signal }) => ask(PresentPlanDocument, { postingId }, signal),
  });
  const preview = useQuery({
    queryKey: ['PlanMoves', postingId, mapping],
    queryFn: ({ signal }) => ask(PlanMovesDocument, { postingId, mapping }, signal),
    placeholderData: keepPreviousData,
    ...LIVE,
  });
  const readAgain = () => {
    setMapping(null);
    for (const key of ['PresentPlan', 'PlanMoves', 'PostingEditor', 'Board'])
      void queries.invalidateQueries({ queryKey: [key, postingId] });
  };
  useBoardChanges(postingId, () => void queries.invalidateQueries({ queryKey: ['PlanMoves', postingId] }));
  return (
    <Shown query={plan}>
      {({ posting }) => (
        <Stack maw={1000}>
          <Group gap="sm" align="baseline">
            <Title order={1}>{WORDS.titleOf(posting.title ?? words.postings.untitled)}</Title>
            <Anchor component={Link} href={`/postings/${postingId}/board`} size="sm">
              {WORDS.toBoard}
            </Anchor>
          </Group>
          <Text c="dimmed">{WORDS.intro(posting.plan.version)}</Text>
          <Shown query={preview}>
            {({ planMoves }) => (
              <Preview
                {...{ posting, readAgain }}
                preview={planMoves}
                mapping={mapping ?? planMoves.mapping}
                onMap={setMapping}
                stale={preview.isPlaceholderData}
              />
            )}
          </Shown>
        </Stack>
      )}
    </Shown>
  );
}

function Preview({
  posting,
  preview: { moves, more, planVersion },
  mapping,
  onMap,
  stale,
  readAgain,
}: {
  readonly posting: PresentPlanQuery['posting'];
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
  /** What is shown is of another mapping than the one that is asked about. */
  readonly stale: boolean;
  readonly readAgain: () => void;
}) {
  const command = useCommand(MoveToPresentPlanDocument, {
    onDone: ({ moves }) => {
      tellDone(WORDS.done(moves.filter(({ outcome }) => outcome !== 'STAYS').length));
      readAgain();
    },
    onRefusal: (refusal) => {
      if (refusal.__typename !== 'Conflict') return tellRefusal(refusal);
      tellFault(WORDS.conflict);
      readAgain();
    },
  });
  if (moves.length === 0) return <Empty>{WORDS.none}</Empty>;
  const going = moves.filter(({ outcome }) => outcome !== 'STAYS').length;
  const sources = [...new Map(moves.map((move) => [move.fromStageId, move])).values()];
  return (
    <>
      <Paper withBorder p="md">
        <Stack>
          {sources.map(({ fromStageId, fromStageName }) => (
            <Rule
              key={fromStageId ?? RECEIVED}
              name={fromStageName ?? words.received}
              count={moves.filter((move) => move.fromStageId === fromStageId).length}
              rule={mapping.find((rule) => rule.fromStageId === fromStageId) ?? null}
              stages={posting.plan.stages}
              onChange={(rule) =>
                onMap([...mapping.filter((one) => one.fromStageId !== fromStageId), ...(rule ? [{ ...rule, fromStageId }] : [])])
              }
            />
          ))}
        </Stack>
      </Paper>
      {more && <Alert color="yellow" variant="light" title={WORDS.more} />}
      <Moves moves={moves} />
      <Group>
        <Button
          disabled={going === 0 || stale}
          loading={command.busy}
          onClick={() => command.run({ postingId: posting.id, expectedPlanVersion: planVersion, mapping })}
        >
          {WORDS.do(going)}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {going === 0 && WORDS.nobody}
        </Text>
      </Group>
    </>
  );
}

/** Where one stage leads. */
function Rule({
  name,
  count,
  rule,
  stages,
  onChange,
}: {
  readonly name: string;
  readonly count: number;
  readonly rule: Mapping[number] | null;
  readonly stages: PresentPlanQuery['posting']['plan']['stages'];
  readonly onChange: (rule: Omit<Mapping[number], 'fromStageId'> | null) => void;
}) {
  return (
    <Group align="flex-end">
      <NativeSelect
        label={WORDS.where(WORDS.from(name, count))}
        value={rule === null ? STAY : (rule.toStageId ?? RECEIVED)}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === STAY ? null : { toStageId: value === RECEIVED ? null : value, begins: false })
        }
        data={[
          { value: STAY, label: WORDS.stay },
          { value: RECEIVED, label: words.received },
          ...stages.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        style={{ flex: '0 1 22rem' }}
      />
      {rule?.toStageId && (
        <Checkbox
          mb={8}
          label={WORDS.begins}
          checked={rule.begins}
          onChange={(event) => onChange({ ...rule, begins: event.currentTarget.checked })}
        />
      )}
    </Group>
  );
}

function Moves({ moves }: { readonly moves: readonly Move[] }) {
  return (
    <Table.ScrollContainer
      minWidth={640}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': WORDS.title } }}
    >
      <Table verticalSpacing="xs" className="paper-table">
        <Table.Thead>
          <Table.Tr>
            {[WORDS.who, WORDS.present, WORDS.becomes, WORDS.how].map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moves.map(({ applicationId, candidateName, fromStageName, toStageName, outcome, stays }) => (
            <Table.Tr key={applicationId}>
              <Table.Th scope="row" fw={500}>
                <Anchor component={Link} href={`/applications/${applicationId}`}>
                  {candidateName}
                </Anchor>
              </Table.Th>
              <Table.Td>{fromStageName ?? words.received}</Table.Td>
              <Table.Td>{outcome === 'STAYS' ? '–' : (toStageName ?? words.received)}</Table.Td>
              <Table.Td c={outcome === 'STAYS' ? 'dimmed' : undefined}>
                {outcome === 'STAYS' ? WORDS.stays[stays ?? 'NOT_MAPPED'] : WORDS.outcome[outcome]}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
