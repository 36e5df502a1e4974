import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { ApiTokensDocument, type ApiTokensQuery, PeopleDocument, RevokeApiTokenDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { useFrame } from '../../ui/frame';
import { Ago } from '../../ui/moment';
import { Empty, Shown } from '../../ui/states';
import { Sure } from '../../ui/sure';
import { words } from '../../words';
import { MakeToken } from './make-token';
import { useDoneOrLook } from './read-again';

const WORDS = words.settings.tokens;
const SOON_MS = 14 * 86_400_000;
type Token = ApiTokensQuery['apiTokens'][number];

/** Programs that act for the viewer; who administers sees everybody's, and can end them. */
export function TokenSettings() {
  const { viewer } = useFrame();
  const administers = viewer.role === 'ADMIN';
  const query = useQuery({ queryKey: ['ApiTokens'], queryFn: ({ signal }) => ask(ApiTokensDocument, {}, signal) });
  const people = useQuery({
    queryKey: ['People'],
    queryFn: ({ signal }) => ask(PeopleDocument, {}, signal),
    staleTime: 60_000,
    enabled: administers,
  });
  const nameOf = (id: string) => people.data?.people.nodes.find((person) => person.id === id)?.name ?? WORDS.former;
  return (
    <Stack>
      <Title order={2}>{WORDS.title}</Title>
      <Text size="sm" c="dimmed">
        {WORDS.intro} {administers && WORDS.others}
      </Text>
      <Shown query={query}>
        {({ apiTokens }) => (
          <>
            {apiTokens.length === 0 && <Empty>{WORDS.none}</Empty>}
            <ul className="plain rows">
              {apiTokens.map((token) => (
                <Row key={token.id} token={token} owner={token.personId === viewer.id ? null : nameOf(token.personId)} />
              ))}
            </ul>
          </>
        )}
      </Shown>
      <MakeToken />
    </Stack>
  );
}

function Row({ token, owner }: { readonly token: Token; readonly owner: string | null }) {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt } = token;
  const [ending, setEnding] = useState(false);
  const done = useDoneOrLook('ApiTokens');
  const end = useCommand(RevokeApiTokenDocument, { ...done(undefined, () => setEnding(false)), keyed: false });
  const soon = Date.parse(expiresAt) - Date.now() < SOON_MS;
  return (
    <li>
      <div>
        <Text fw={600}>{name}</Text>
        <Group gap={4}>
          {scopes.map((scope) => (
            <Badge key={scope} variant="light" color="gray">
              {WORDS.scopes[scope]![0]}
            </Badge>
          ))}
          {owner && (
            <Text span size="sm" c="dimmed">
              {WORDS.of(owner)}
            </Text>
          )}
        </Group>
      </div>
      <Text size="sm">
        {lastUsedAt ? (
          <>
            {WORDS.used} <Ago at={lastUsedAt} />
          </>
        ) : (
          WORDS.unused
        )}
        <br />
        <Text span size="sm" c="dimmed">
          {WORDS.made} <Ago at={createdAt} /> ·{' '}
        </Text>
        <Text span size="sm" className={soon ? 'look' : undefined} c={soon ? undefined : 'dimmed'}>
          {WORDS.ends} <Ago at={expiresAt} />
        </Text>
      </Text>
      <Button size="xs" variant="default" aria-label={WORDS.endOf(name)} onClick={() => setEnding(true)}>
        {WORDS.end}
      </Button>
      {ending && (
        <Sure
          title={WORDS.endOf(name)}
          note={WORDS.endNote}
          yes={WORDS.endYes}
          busy={end.busy}
          onYes={() => end.run({ id })}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  );
}
