import { Button, Checkbox, Code, Group, NativeSelect, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MakeApiTokenDocument, type TokenScope } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { FormFault, useFaults } from '../../ui/faults';
import { useFrame } from '../../ui/frame';
import { ShownOnce } from '../../ui/shown-once';
import { words } from '../../words';

const WORDS = words.settings.tokens;
const SCOPES = Object.entries(WORDS.scopes);
const LIVES_DAYS = [30, 90, 180, 366];
const NOTHING = { name: '', scopes: ['READ'], expiresInDays: 90, password: '' };

/** A new token, with the password typed again, since it outlives the session; shown once. */
export function MakeToken() {
  const { viewer } = useFrame();
  const [typed, setTyped] = useState(NOTHING);
  const [token, setToken] = useState<string | null>(null);
  const faults = useFaults('name', 'scopes', 'expiresInDays', 'password');
  const queries = useQueryClient();
  const make = useCommand(MakeApiTokenDocument, {
    onDone: (made) => {
      setToken(made.token);
      setTyped(NOTHING);
      void queries.invalidateQueries({ queryKey: ['ApiTokens'] });
    },
    onRefusal: faults.onRefusal,
    keyed: false,
  });
  const set = (change: Partial<typeof NOTHING>) => setTyped({ ...typed, ...change });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="make">
      <Title order={3} id="make" mb="xs">
        {WORDS.another}
      </Title>
      {token && (
        <>
          <ShownOnce label={WORDS.label} value={token} note={WORDS.note} onKept={() => setToken(null)} />
          <Text size="sm" mt="sm">
            {WORDS.example}
          </Text>
          <Code block mb="md">
            {example(token)}
          </Code>
        </>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          faults.clear();
          make.run({ ...typed, scopes: typed.scopes as TokenScope[] });
        }}
      >
        <Stack>
          <TextInput
            label={WORDS.what}
            description={WORDS.whatNote}
            required
            maxLength={120}
            autoComplete="off"
            value={typed.name}
            error={faults.at('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Checkbox.Group
            label={WORDS.may}
            required
            value={typed.scopes}
            error={faults.at('scopes')}
            onChange={(scopes) => set({ scopes })}
          >
            <Stack gap="xs" mt={4}>
              {SCOPES.map(([scope, [label, opens]]) => (
                <Checkbox key={scope} value={scope} label={label} description={opens} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group align="flex-start">
            <NativeSelect
              label={WORDS.lives}
              value={String(typed.expiresInDays)}
              error={faults.at('expiresInDays')}
              onChange={(event) => set({ expiresInDays: Number(event.currentTarget.value) })}
              data={LIVES_DAYS.map((days) => ({ value: String(days), label: WORDS.days(days) }))}
            />
            <input type="email" hidden readOnly autoComplete="username" value={viewer.email} />
            <PasswordInput
              label={WORDS.password}
              required
              w={280}
              autoComplete="current-password"
              value={typed.password}
              error={faults.at('password')}
              onChange={(event) => set({ password: event.currentTarget.value })}
            />
          </Group>
          <FormFault>{faults.rest}</FormFault>
          <Group justify="flex-end">
            <Button type="submit" loading={make.busy} disabled={typed.scopes.length === 0}>
              {WORDS.make}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

/** A first question for a terminal. */
function example(token: string): string {
  return `curl ${window.location.origin}/graphql -H 'authorization: Bearer ${token}' \\
  -H 'content-type: application/json' -d '{"query":"{ postings(first: 5) { nodes { title status } } }"}'`;
}
