import { Anchor, Badge, Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { SearchCandidatesDocument, type SearchCandidatesQuery } from '../../graphql/generated';
import { Shown } from '../../ui/states';
import { words } from '../../words';

const WORDS = words.people;
type Hit = SearchCandidatesQuery['searchCandidates'][number];

/** Everybody who ever applied, found while one types. What is looked for stays out of the address. */
export default function SearchScreen() {
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 150);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const found = useQuery({
    queryKey: ['SearchCandidates', query],
    queryFn: ({ signal }) => ask(SearchCandidatesDocument, { query }, signal),
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
  });
  const choose = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2)));
  return (
    <Stack maw={1000}>
      <Title order={1}>{WORDS.title}</Title>
      <TextInput
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder={WORDS.search}
        aria-label={WORDS.search}
        size="md"
        autoFocus
      />
      {chosen.length > 0 && (
        <Group gap="sm">
          <Text size="sm" role="status">
            {WORDS.chosen(chosen.length)}
          </Text>
          {chosen.length === 2 && (
            <Button component={Link} href={`/candidates/${chosen[0]}/merge/${chosen[1]}`} size="xs">
              {WORDS.compare}
            </Button>
          )}
        </Group>
      )}
      {query.length < 2 ? (
        <Text c="dimmed">{WORDS.start}</Text>
      ) : (
        <Shown query={found}>
          {({ searchCandidates }) => <Hits hits={searchCandidates} query={query} chosen={chosen} choose={choose} />}
        </Shown>
      )}
    </Stack>
  );
}

function Hits({
  hits,
  query,
  chosen,
  choose,
}: {
  readonly hits: readonly Hit[];
  readonly query: string;
  readonly chosen: readonly string[];
  readonly choose: (id: string) => void;
}) {
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {hits.length === 0 ? WORDS.none(query) : WORDS.found(hits.length)}
      </Text>
      <ul className="plain rows">
        {hits.map(({ id, name, email, location, applications }) => (
          <li key={id}>
            <div>
              <Anchor component={Link} href={`/candidates/${id}`} fw={600}>
                {name}
              </Anchor>
              <Text size="sm" c="dimmed">
                {[email, location].filter(Boolean).join(' · ')}
              </Text>
            </div>
            <Stack gap={2}>
              {applications.length === 0 && (
                <Text size="sm" c="dimmed">
                  {WORDS.noApplications}
                </Text>
              )}
              {applications.map((one) => (
                <Group key={one.id} gap="xs" wrap="nowrap">
                  <Anchor component={Link} href={`/applications/${one.id}`} size="sm">
                    {one.postingTitle}
                  </Anchor>
                  <Badge variant="light" color={one.status === 'ACTIVE' ? 'tide' : 'gray'}>
                    {one.status === 'ACTIVE' ? (one.stageName ?? words.received) : words.status[one.status]}
                  </Badge>
                </Group>
              ))}
            </Stack>
            <Checkbox aria-label={WORDS.choose(name)} checked={chosen.includes(id)} onChange={() => choose(id)} />
          </li>
        ))}
      </ul>
    </>
  );
}
