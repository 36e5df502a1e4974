import { Alert, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered, NoAnswer } from '../graphql/ask';
import { words } from '../words';

/** What a query has to show: its data, or what stands in the way and what to do. Old data stay while they are read anew. */
export function Shown<Data>({
  query,
  loading = <Lines />,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  readonly loading?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Fault error={query.error} again={() => void query.refetch()} />;
  return loading;
}

/** Grey lines in the place of what is being read. */
export function Lines({ count = 5 }: { readonly count?: number }) {
  return (
    <Stack gap="sm" role="status" aria-label={words.loading}>
      {Array.from({ length: count }, (_, at) => (
        <Skeleton key={at} height={at === 0 ? 28 : 18} width={at === 0 ? '40%' : `${90 - at * 8}%`} />
      ))}
    </Stack>
  );
}

function Fault({ error, again }: { readonly error: Error; readonly again: () => void }) {
  if (error instanceof Answered && error.code === 'NOT_FOUND') return <NothingHere />;
  const states = words.states;
  const noAnswer = error instanceof NoAnswer;
  return (
    <Alert color="red" variant="light" title={noAnswer ? states.noAnswerTitle : states.faultTitle} role="alert">
      <Text size="sm" mb="sm">
        {noAnswer ? states.noAnswer : error.message}
      </Text>
      <Button size="xs" variant="default" onClick={again}>
        {words.again}
      </Button>
    </Alert>
  );
}

export function NothingHere() {
  return (
    <Stack align="flex-start" maw={560}>
      <Title order={1}>{words.states.notFoundTitle}</Title>
      <Text>{words.states.notFound}</Text>
      <Button component={Link} href="/">
        {words.states.toHome}
      </Button>
    </Stack>
  );
}

/** An empty list, and what to do about it. */
export function Empty({ children, action = null }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <Paper withBorder p="lg">
      <Group justify="space-between">
        <Text c="dimmed">{children}</Text>
        {action}
      </Group>
    </Paper>
  );
}

/** A fault in a screen takes down that screen alone. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Stack align="flex-start" maw={560} role="alert">
        <Title order={1}>{words.states.brokenTitle}</Title>
        <Text>{words.states.broken}</Text>
        <Button onClick={() => window.location.reload()}>{words.states.reload}</Button>
      </Stack>
    );
  }
}
