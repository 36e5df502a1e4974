import { Badge, Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  ChangeRoleDocument,
  DisablePersonDocument,
  EnablePersonDocument,
  InvitePersonDocument,
  PeopleDocument,
  type PeopleQuery,
  ResendInvitationDocument,
  type Role,
} from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { useFrame } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { useDone } from './read-again';

const WORDS = words.settings.people;
const ROLES = Object.entries(words.settings.roles).map(([value, label]) => ({ value, label }));
type Person = PeopleQuery['people']['nodes'][number];

/** Members: who they are, what they may, and letting them in and out. */
export function PeopleSettings() {
  const query = useInfiniteQuery({
    queryKey: ['People', 'all'],
    queryFn: ({ signal, pageParam }) => ask(PeopleDocument, { after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ people: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  return (
    <Stack>
      <Invite />
      <Shown query={query}>
        {({ pages }) => (
          <ul className="plain rows">
            {pages
              .flatMap(({ people: { nodes } }) => nodes)
              .map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
          </ul>
        )}
      </Shown>
      {query.hasNextPage && (
        <Button variant="default" w="fit-content" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {WORDS.more}
        </Button>
      )}
    </Stack>
  );
}

function PersonRow({ person: { id, name, email, role, status, title } }: { readonly person: Person }) {
  const { viewer } = useFrame();
  const done = useDone('People');
  const change = useCommand(ChangeRoleDocument, done());
  const disable = useCommand(DisablePersonDocument, done(WORDS.disabled));
  const enable = useCommand(EnablePersonDocument, done(WORDS.enabled));
  const again = useCommand(ResendInvitationDocument, done(WORDS.invited));
  return (
    <li>
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {[title, email].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <NativeSelect
        size="xs"
        w={170}
        aria-label={WORDS.roleOf(name)}
        value={role}
        disabled={change.busy}
        onChange={(event) => change.run({ personId: id, role: event.currentTarget.value as Role })}
        data={ROLES}
      />
      <Group gap="xs">
        {status === 'INVITED' && (
          <Button size="compact-xs" variant="default" loading={again.busy} onClick={() => again.run({ personId: id })}>
            {WORDS.again}
          </Button>
        )}
        {status === 'ACTIVE' && id !== viewer.id && (
          <Button size="compact-xs" variant="default" loading={disable.busy} onClick={() => disable.run({ personId: id })}>
            {WORDS.disable}
          </Button>
        )}
        {status === 'DISABLED' && (
          <Button size="compact-xs" variant="default" loading={enable.busy} onClick={() => enable.run({ personId: id })}>
            {WORDS.enable}
          </Button>
        )}
        <Badge variant="light" color={status === 'ACTIVE' ? 'tide' : 'gray'}>
          {words.settings.status[status]}
        </Badge>
      </Group>
    </li>
  );
}

function Invite() {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('INTERVIEWER');
  const done = useDone('People');
  const invite = useCommand(
    InvitePersonDocument,
    done(WORDS.invited, () => {
      setName('');
      setEmail('');
    }),
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="invite">
      <Title order={2} id="invite" mb="xs">
        {WORDS.invite}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          invite.run({ name, email, role });
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={WORDS.name}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
          />
          <TextInput
            label={WORDS.email}
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NativeSelect
            label={WORDS.role}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
            data={ROLES}
          />
          <Button type="submit" loading={invite.busy}>
            {WORDS.send}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
