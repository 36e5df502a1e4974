import { ActionIcon, Badge, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { AddTeamMemberDocument, RemoveTeamMemberDocument, TeamCandidatesDocument, type TeamRole } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { Icon } from '../../ui/icons';
import { Empty } from '../../ui/states';
import { words } from '../../words';
import { Confidential } from './confidential';
import { type Posting, useReadAgain } from './posting';

const WORDS = words.postings;
const ROLES = Object.entries(WORDS.teamRoles).map(([value, label]) => ({ value, label }));

/** Who hires for this posting, and as what. */
export function Team({ posting }: { readonly posting: Posting }) {
  const mayEdit = posting.document !== null;
  const readAgain = useReadAgain(posting.id);
  const remove = useCommand(RemoveTeamMemberDocument, {
    onDone: () => {
      tellDone(WORDS.teamRemoved);
      readAgain();
    },
  });
  return (
    <Stack maw={1000}>
      {mayEdit && <Confidential posting={posting} />}
      {mayEdit && <AddMember posting={posting} />}
      {posting.team.length === 0 && <Empty>{WORDS.teamNone}</Empty>}
      <ul className="plain rows">
        {posting.team.map(({ personId, teamRole, person }) => (
          <li key={personId + teamRole}>
            <Text fw={600}>{person.name}</Text>
            <Text size="sm" c="dimmed">
              {person.title}
            </Text>
            <Group gap="xs">
              <Badge variant="light" color="gray">
                {WORDS.teamRoles[teamRole]}
              </Badge>
              {mayEdit && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={remove.busy}
                  onClick={() => remove.run({ postingId: posting.id, personId, teamRole })}
                  aria-label={WORDS.teamRemove(person.name, WORDS.teamRoles[teamRole])}
                >
                  <Icon name="cross" size={16} />
                </ActionIcon>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function AddMember({ posting }: { readonly posting: Posting }) {
  const { data } = useQuery({
    queryKey: ['TeamCandidates'],
    queryFn: ({ signal }) => ask(TeamCandidatesDocument, {}, signal),
    staleTime: 60_000,
  });
  const [personId, setPersonId] = useState('');
  const [teamRole, setTeamRole] = useState<TeamRole>('HIRING_MANAGER');
  const readAgain = useReadAgain(posting.id);
  const add = useCommand(AddTeamMemberDocument, {
    onDone: () => {
      tellDone(WORDS.teamAdded);
      setPersonId('');
      readAgain();
    },
  });
  const people = (data?.people.nodes ?? []).filter(({ status }) => status !== 'DISABLED');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.run({ postingId: posting.id, personId, teamRole });
      }}
    >
      <Group align="flex-end">
        <NativeSelect
          label={WORDS.teamWho}
          value={personId}
          onChange={(event) => setPersonId(event.currentTarget.value)}
          data={[
            { value: '', label: words.chooseOne },
            ...people.map(({ id, name, title }) => ({ value: id, label: title ? `${name} (${title})` : name })),
          ]}
        />
        <NativeSelect
          label={WORDS.teamAs}
          value={teamRole}
          onChange={(event) => setTeamRole(event.currentTarget.value as TeamRole)}
          data={ROLES}
        />
        <Button type="submit" variant="default" disabled={personId === ''} loading={add.busy}>
          {WORDS.teamAdd}
        </Button>
      </Group>
    </form>
  );
}
