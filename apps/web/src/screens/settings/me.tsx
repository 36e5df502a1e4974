import { Badge, Button, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  ChangePasswordDocument,
  RevokeSessionDocument,
  SessionsDocument,
  UpdateMyProfileDocument,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useFrame } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { ZoneSelect } from '../../ui/zone-select';
import { words } from '../../words';
import { useDone } from './read-again';

const WORDS = words.settings.me;

/** What others see of the viewer, their password, and where they are signed in. */
export function MySettings() {
  return (
    <Stack>
      <Profile />
      <Password />
      <Sessions />
    </Stack>
  );
}

function Profile() {
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

function Password() {
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

function Sessions() {
  const { viewer } = useFrame();
  const query = useQuery({ queryKey: ['Sessions'], queryFn: ({ signal }) => ask(SessionsDocument, {}, signal) });
  const end = useCommand(RevokeSessionDocument, { ...useDone('Sessions')(), keyed: false });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="sessions">
      <Title order={2} id="sessions" mb="xs">
        {WORDS.sessions}
      </Title>
      <Shown query={query}>
        {({ sessions }) => (
          <ul className="plain spaced">
            {sessions.map(({ id, userAgent, current, expiresAt }) => (
              <Group component="li" key={id} justify="space-between">
                <div>
                  <Text size="sm">
                    {userAgent || '–'} {current && <Badge variant="light">{WORDS.here}</Badge>}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {WORDS.until(moment(expiresAt, viewer.zone))}
                  </Text>
                </div>
                {!current && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={WORDS.endOf(userAgent)}
                    onClick={() => end.run({ sessionId: id })}
                  >
                    {WORDS.end}
                  </Button>
                )}
              </Group>
            ))}
          </ul>
        )}
      </Shown>
    </Paper>
  );
}
