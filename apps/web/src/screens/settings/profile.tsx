import { Button, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { UpdateMyProfileDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { useFrame } from '../../ui/frame';
import { ZoneSelect } from '../../ui/zone-select';
import { words } from '../../words';
import { useDone } from './read-again';

const WORDS = words.settings.me;

/** What others see of the viewer. */
export function Profile() {
  const { viewer } = useFrame();
  const [typed, setTyped] = useState({ name: viewer.name, title: viewer.title, zone: viewer.zone });
  const update = useCommand(UpdateMyProfileDocument, useDone('Frame')());
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="profile">
      <Title order={2} id="profile" mb="xs">
        {WORDS.profile}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          update.run(typed);
        }}
      >
        <Stack>
          <TextInput
            label={WORDS.name}
            required
            value={typed.name}
            onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
          />
          <TextInput
            label={`${WORDS.jobTitle} (${words.optional})`}
            value={typed.title}
            onChange={(event) => setTyped({ ...typed, title: event.currentTarget.value })}
          />
          <ZoneSelect value={typed.zone} onChange={(zone) => setTyped({ ...typed, zone })} />
          <Group justify="flex-end">
            <Button type="submit" loading={update.busy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
