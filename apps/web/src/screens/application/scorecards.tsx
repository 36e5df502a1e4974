import { Alert, Badge, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { words } from '../../words';
import type { Application } from './application';

const WORDS = words.application.scorecards;
type Card = Application['scorecards'][number];

export const RECOMMENDATION_COLOURS = {
  STRONG_NO: 'red',
  NO: 'orange',
  NO_DECISION: 'gray',
  YES: 'teal',
  STRONG_YES: 'green',
} as const;

/** The cards of each stage side by side; where two people differ by two or more, the row says so. */
export function Scorecards({ application: { scorecards, scorecardSummary } }: { readonly application: Application }) {
  const stageIds = [...new Set([...(scorecardSummary ?? []), ...scorecards].map(({ stageId }) => stageId))];
  const shown = stageIds.map((stageId) => {
    const cards = scorecards.filter((card) => card.stageId === stageId);
    const summary = scorecardSummary?.find((one) => one.stageId === stageId);
    return { stageId, cards, summary, name: summary?.stageName ?? cards[0]?.stageName ?? '' };
  });
  const filled = shown.filter(
    ({ cards, summary }) => cards.length > 0 || (summary && summary.cardsIn + summary.cardsExpected > 0),
  );
  if (filled.length === 0) return <Text c="dimmed">{WORDS.none}</Text>;
  return (
    <Stack>
      {filled.map(({ stageId, name, cards, summary }) => (
        <Paper key={stageId} withBorder p="md">
          <Title order={2}>
            {name}{' '}
            {summary && (
              <Text span size="sm" c="dimmed" fw={400}>
                {WORDS.in(summary.cardsIn, summary.cardsExpected)}
              </Text>
            )}
          </Title>
          {summary && summary.withheld > 0 && (
            <Alert mt="xs" variant="light" color="gray">
              {WORDS.withheld(summary.withheld)}
            </Alert>
          )}
          {cards.length > 0 && <SideBySide cards={cards} name={name} />}
        </Paper>
      ))}
    </Stack>
  );
}

function SideBySide({ cards, name }: { readonly cards: readonly Card[]; readonly name: string }) {
  const attributes = new Map(
    cards.flatMap(({ ratings }) => ratings.map(({ attributeId, name }) => [attributeId, name] as const)),
  );
  return (
    <Table.ScrollContainer
      minWidth={180 + cards.length * 180}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': name, role: 'region' } }}
    >
      <Table mt="xs" verticalSpacing="xs" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={160}>{WORDS.attribute}</Table.Th>
            {cards.map(({ id, author, state }) => (
              <Table.Th key={id}>
                {author.name}
                {state === 'DRAFT' && ` (${WORDS.draft})`}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{WORDS.overall}</Table.Th>
            {cards.map(({ id, recommendation }) => (
              <Table.Td key={id}>{recommendation && <Recommendation value={recommendation} />}</Table.Td>
            ))}
          </Table.Tr>
          {[...attributes].map(([attributeId, attribute]) => (
            <Ratings key={attributeId} name={attribute} cards={cards} attributeId={attributeId} />
          ))}
          <Table.Tr>
            <Table.Th scope="row">{WORDS.notes}</Table.Th>
            {cards.map(({ id, notes }) => (
              <Table.Td key={id}>
                <Text size="sm" className="prose">
                  {notes}
                </Text>
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Ratings({
  name,
  cards,
  attributeId,
}: {
  readonly name: string;
  readonly cards: readonly Card[];
  readonly attributeId: string;
}) {
  const ratings = cards.map(({ ratings }) => ratings.find((one) => one.attributeId === attributeId));
  const given = ratings.flatMap((one) => (one ? [one.rating] : []));
  const apart = given.length > 1 && Math.max(...given) - Math.min(...given) >= 2;
  return (
    <Table.Tr className={apart ? 'apart' : undefined}>
      <Table.Th scope="row">
        {name}
        {apart && (
          <Text size="xs" fw={600} className="apart-words">
            {WORDS.apart}
          </Text>
        )}
      </Table.Th>
      {ratings.map((one, at) => (
        <Table.Td key={cards[at]!.id}>
          {one ? (
            <>
              <span className="dots" role="img" aria-label={WORDS.ratingOf(one.rating)}>
                {'●'.repeat(one.rating)}
                {'○'.repeat(4 - one.rating)}
              </span>
              {one.note && (
                <Text size="sm" className="prose">
                  {one.note}
                </Text>
              )}
            </>
          ) : (
            <Text size="sm" c="dimmed">
              {WORDS.none_}
            </Text>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

export function Recommendation({ value }: { readonly value: keyof typeof RECOMMENDATION_COLOURS }) {
  return (
    <Badge variant="outline" color={RECOMMENDATION_COLOURS[value]} styles={{ label: { color: 'var(--mantine-color-text)' } }}>
      {words.recommendation[value]}
    </Badge>
  );
}
