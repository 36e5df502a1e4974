import { Button, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  AddPasskeyDocument,
  BeginPasskeyDocument,
  PasskeysDocument,
  type PasskeysQuery,
  RemovePasskeyDocument,
} from '../../graphql/generated';
import { tellFault, useCommand } from '../../ui/commands';
import { useZone } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { passkeys as WORDS } from '../../words/en/settings-passkeys';
import { useDone } from './read-again';

/** Keys on the viewer's devices: those that there are, and the way to another. */
export function Passkeys() {
  const query = useQuery({ queryKey: ['Passkeys'], queryFn: ({ signal }) => ask(PasskeysDocument, {}, signal) });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="passkeys">
      <Title order={2} id="passkeys" mb="xs">
        {WORDS.title}
      </Title>
      <Text size="sm" mb="sm">
        {WORDS.intro}
      </Text>
      <Shown query={query}>{({ passkeys }) => <List passkeys={passkeys} />}</Shown>
      {canMake() ? <Add /> : <Text size="sm">{WORDS.unavailable}</Text>}
    </Paper>
  );
}

function List({ passkeys }: PasskeysQuery) {
  const zone = useZone();
  const remove = useCommand(RemovePasskeyDocument, { ...useDone('Passkeys')(WORDS.removed), keyed: false });
  if (passkeys.length === 0) return <Text size="sm">{WORDS.none}</Text>;
  return (
    <ul className="plain spaced">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <Group component="li" key={id} justify="space-between" wrap="nowrap">
          <div>
            <Text size="sm">{name}</Text>
            <Text size="xs" c="dimmed">
              {WORDS.made(moment(createdAt, zone))} · {lastUsedAt ? WORDS.used(moment(lastUsedAt, zone)) : WORDS.unused}
            </Text>
          </div>
          <Button size="compact-xs" variant="default" aria-label={WORDS.removeOf(name)} onClick={() => remove.run({ id })}>
            {WORDS.remove}
          </Button>
        </Group>
      ))}
    </ul>
  );
}

/** The password first, then the device; what it made goes to the server, which keeps its public half. */
function Add() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { onDone } = useDone('Passkeys')(WORDS.added, () => setName(''));
  const keep = useCommand(AddPasskeyDocument, { onDone, keyed: false });
  const begin = useCommand(BeginPasskeyDocument, {
    onDone: ({ options }) => {
      setPassword('');
      make(options).then(
        (response) => keep.run({ name, response }),
        () => tellFault(WORDS.notMade),
      );
    },
    keyed: false,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.run({ password });
      }}
    >
      <Stack mt="md">
        <TextInput
          label={WORDS.name}
          description={WORDS.nameNote}
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label={WORDS.password}
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={begin.busy || keep.busy}>
            {WORDS.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function canMake(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
}

/** What the device made, as the server reads it; fails when nobody confirmed it. */
async function make(options: string): Promise<string> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON,
  );
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  return JSON.stringify(credential.toJSON());
}
