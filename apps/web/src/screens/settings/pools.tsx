import { ActionIcon, Button, Group, NativeSelect, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  AddPoolMemberDocument,
  CreatePoolDocument,
  PeopleDocument,
  PoolsDocument,
  type PoolsQuery,
  RemovePoolMemberDocument,
} from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { Icon } from '../../ui/icons';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { useDone } from './read-again';

const WORDS = words.settings.pools;
type Pool = PoolsQuery['interviewerPools'][number];

/** Pools of interviewers: who is in them, and how many interviews a week each means to hold. */
export function PoolSettings() {
  const query = useQuery({ queryKey: ['Pools'], queryFn: ({ signal }) => ask(PoolsDocument, {}, signal) });
  const [name, setName] = useState('');
  const done = useDone('Pools');
  const create = useCommand(
    CreatePoolDocument,
    done(undefined, () => setName('')),
  );
  return (
    <Stack>
      <Text c="dimmed">{WORDS.intro}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.run({ name });
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={WORDS.name}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={100}
          />
          <Button type="submit" variant="default" loading={create.busy}>
            {WORDS.create}
          </Button>
        </Group>
      </form>
      <Shown query={query}>
        {({ interviewerPools }) => interviewerPools.map((pool) => <PoolCard key={pool.id} pool={pool} />)}
      </Shown>
    </Stack>
  );
}

function PoolCard({ pool: { id: poolId, name, members } }: { readonly pool: Pool }) {
  const { data } = useQuery({
    queryKey: ['People'],
    queryFn: ({ signal }) => ask(PeopleDocument, {}, signal),
    staleTime: 60_000,
  });
  const [personId, setPersonId] = useState('');
  const [targetPerWeek, setTarget] = useState<number | string>(5);
  const done = useDone('Pools');
  const add = useCommand(
    AddPoolMemberDocument,
    done(undefined, () => setPersonId('')),
  );
  const remove = useCommand(RemovePoolMemberDocument, done(WORDS.removed));
  const others = (data?.people.nodes ?? []).filter(
    ({ id, status }) => status !== 'DISABLED' && !members.some((member) => member.personId === id),
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`pool-${poolId}`}>
      <Title order={2} id={`pool-${poolId}`}>
        {name}
      </Title>
      {members.length === 0 && (
        <Text size="sm" c="dimmed">
          {WORDS.empty}
        </Text>
      )}
      <ul className="plain">
        {members.map(({ personId, person, targetPerWeek }) => (
          <Group component="li" key={personId} gap="sm">
            <Text size="sm">{person.name}</Text>
            <Text size="sm" c="dimmed">
              {WORDS.target(targetPerWeek)}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={() => remove.run({ poolId, personId })}
              aria-label={WORDS.remove(person.name, name)}
            >
              <Icon name="cross" size={16} />
            </ActionIcon>
          </Group>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.run({ poolId, personId, targetPerWeek: Number(targetPerWeek) });
        }}
      >
        <Group align="flex-end" mt="xs">
          <NativeSelect
            label={WORDS.who(name)}
            value={personId}
            onChange={(event) => setPersonId(event.currentTarget.value)}
            data={[{ value: '', label: words.chooseOne }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <NumberInput label={WORDS.perWeek} w={140} min={0} max={50} value={targetPerWeek} onChange={setTarget} />
          <Button type="submit" variant="default" loading={add.busy} disabled={personId === ''}>
            {WORDS.add}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
