import { Button, Group, Paper, PasswordInput, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { ChangePasswordDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useFrame } from '../../ui/frame';
import { words } from '../../words';

const WORDS = words.settings.me;

/** A new password ends all other sessions. */
export function Password() {
  const { viewer } = useFrame();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useCommand(ChangePasswordDocument, {
    keyed: false,
    onDone: ({ message }) => {
      tellDone(message);
      setCurrent('');
      setNew('');
    },
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="password">
      <Title order={2} id="password" mb="xs">
        {WORDS.password}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.run({ currentPassword, newPassword });
        }}
      >
        <Stack>
          <input type="email" hidden readOnly autoComplete="username" value={viewer.email} />
          <PasswordInput
            label={WORDS.present}
            required
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={WORDS.next}
            description={WORDS.nextNote}
            required
            autoComplete="new-password"
            minLength={12}
            value={newPassword}
            onChange={(event) => setNew(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={change.busy} disabled={newPassword.length < 12}>
              {WORDS.change}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
