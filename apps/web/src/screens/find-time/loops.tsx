import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../../graphql/ask';
import { BookLoopDocument, LoopsDocument, type LoopsQuery, RequestLoopDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { weekOf } from '../../ui/week';
import { words } from '../../words';
import classes from './find-time.module.css';

const WORDS = words.findTime.loops;
type Pace = keyof typeof WORDS.paces;
type Found = Extract<LoopsQuery['loops'], { __typename: 'LoopList' }>;

interface Props {
  readonly applicationId: string;
  /** The application's, that was seen. */
  readonly version: number;
  readonly readAgain: () => void;
  readonly zone: string;
  /** The first round's time, and how many weeks away it is. */
  readonly onChoose: (at: string, weeks: number) => void;
}

/** All rounds that are left, as one. Looked for when asked, since it is the longest search there is. */
export function Loops(props: Props) {
  const [pace, setPace] = useState<Pace | null>(null);
  return (
    <section aria-labelledby="loops">
      <Title order={2} id="loops" mb={4}>
        {WORDS.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.note}
      </Text>
      {pace === null ? (
        <Button variant="default" onClick={() => setPace('ANY')}>
          {WORDS.show}
        </Button>
      ) : (
        <Stack>
          <Group justify="space-between" align="center">
            <SegmentedControl
              aria-label={WORDS.pace}
              w="fit-content"
              value={pace}
              onChange={(value) => setPace(value as Pace)}
              data={Object.entries(WORDS.paces).map(([value, label]) => ({ value, label }))}
            />
            <AskForLoop {...props} pace={pace} />
          </Group>
          <Ways {...props} pace={pace} />
        </Stack>
      )}
    </section>
  );
}

function Ways({ pace, ...props }: Props & { readonly pace: Pace }) {
  const { applicationId, zone } = props;
  const query = useQuery({
    queryKey: ['Loops', applicationId, pace, zone],
    queryFn: ({ signal }) => ask(LoopsDocument, { applicationId, pace, zone }, signal),
    staleTime: 60_000,
  });
  return (
    <Shown query={query}>
      {({ loops: found }) => {
        if (found.__typename !== 'LoopList') return <Alert variant="light">{found.message}</Alert>;
        if (found.loops.length === 0)
          return (
            <Alert color="yellow" variant="light">
              {WORDS.none} {found.without.length > 0 && WORDS.without(found.without.map(({ stageName }) => stageName).join(', '))}
            </Alert>
          );
        return (
          <ol className={classes.ways}>
            {found.loops.map((loop, at) => (
              <Way key={loop.rounds[0]!.startsAt} {...props} loop={loop} number={at + 1} />
            ))}
          </ol>
        );
      }}
    </Shown>
  );
}

/** Leaves the choice of all times to the candidate. */
function AskForLoop({ applicationId, version, readAgain, pace }: Props & { readonly pace: Pace }) {
  const request = useCommand(RequestLoopDocument, {
    onDone: () => {
      tellDone(WORDS.asked);
      readAgain();
    },
  });
  return (
    <Button
      variant="default"
      loading={request.busy}
      onClick={() => request.run({ applicationId, expectedVersion: version, pace })}
    >
      {WORDS.ask}
    </Button>
  );
}

function Way({
  loop: { rounds, spanMin },
  number,
  applicationId,
  version,
  readAgain,
  zone,
  onChoose,
}: Props & { readonly loop: Found['loops'][number]; readonly number: number }) {
  const [, navigate] = useLocation();
  const book = useCommand(BookLoopDocument, {
    onDone: () => {
      tellDone(WORDS.booked);
      readAgain();
      navigate(`/applications/${applicationId}?tab=work`);
    },
  });
  const first = rounds[0]!;
  const weeksAway = () => {
    const at_ms = Date.parse(first.startsAt);
    let weeks = 0;
    while (weeks < 4 && weekOf(zone, Date.now(), weeks)[7]! <= at_ms) weeks += 1;
    return weeks;
  };
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between">
        <Title order={3}>{WORDS.way(number)}</Title>
        <Text size="sm" c="dimmed">
          {WORDS.span(spanMin)}
        </Text>
      </Group>
      <ol className={classes.rounds}>
        {rounds.map(({ stageId, stageName, startsAt, seats }) => (
          <li key={stageId}>
            <Text size="sm" fw={600}>
              {stageName}
            </Text>
            <Text size="sm">{moment(startsAt, zone)}</Text>
            <Text size="sm" c="dimmed">
              {seats.map(({ person }) => person.name).join(', ')}
            </Text>
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <Button
          size="xs"
          loading={book.busy}
          aria-label={WORDS.bookNamed(number)}
          onClick={() => book.run({ applicationId, expectedVersion: version, startsAt: rounds.map(({ startsAt }) => startsAt) })}
        >
          {WORDS.book(rounds.length)}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={WORDS.chooseNamed(first.stageName, moment(first.startsAt, zone))}
          onClick={() => onChoose(first.startsAt, weeksAway())}
        >
          {WORDS.choose}
        </Button>
      </Group>
    </Paper>
  );
}
