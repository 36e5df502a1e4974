import { Button, Group, List, Paper, PasswordInput, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { type CalendarKind, ConnectCalendarDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { FormFault, useFaults } from '../../ui/faults';
import { words } from '../../words';
import { useDone } from './read-again';

const WORDS = words.settings.calendars;
const KINDS = ['ICS', 'CALDAV'] as const satisfies readonly CalendarKind[];
const NOTHING = { name: '', address: '', username: '', password: '' };

/** A calendar of one's own, by its address. It is read before it is kept, so nobody finds out later that it never was. */
export function ConnectCalendar() {
  const [kind, setKind] = useState<CalendarKind>('ICS');
  const [typed, setTyped] = useState(NOTHING);
  const faults = useFaults('name', 'address', 'username', 'password');
  const done = useDone('Calendars', 'MyAvailability');
  const connect = useCommand(ConnectCalendarDocument, {
    ...done(WORDS.connected, () => setTyped(NOTHING)),
    onRefusal: faults.onRefusal,
    keyed: false,
  });
  const field = (name: keyof typeof NOTHING) => ({
    value: typed[name],
    error: faults.at(name),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="connect">
      <Title order={3} id="connect" mb="xs">
        {WORDS.another}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          faults.clear();
          const { name, address, username, password } = typed;
          const opened = kind === 'CALDAV' && { username: username || null, password: password || null };
          connect.run({ kind, name: name || null, address, ...opened });
        }}
      >
        <Stack>
          <Radio.Group label={WORDS.kind} value={kind} onChange={(value) => setKind(value as CalendarKind)}>
            <Group gap="lg" mt={4}>
              {KINDS.map((value) => (
                <Radio key={value} value={value} label={WORDS.kinds[value]} />
              ))}
            </Group>
          </Radio.Group>
          <TextInput
            label={WORDS.address}
            description={WORDS.addressNote[kind]}
            required
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            {...field('address')}
          />
          <TextInput label={`${WORDS.name} (${words.optional})`} maxLength={120} autoComplete="off" {...field('name')} />
          {kind === 'CALDAV' && (
            <Group grow align="flex-start">
              <TextInput label={WORDS.username} autoComplete="off" required {...field('username')} />
              <PasswordInput
                label={WORDS.password}
                description={WORDS.passwordNote}
                autoComplete="off"
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...field('password')}
              />
            </Group>
          )}
          <FormFault>{faults.rest}</FormFault>
          <Group justify="space-between">
            <Text size="sm" c="dimmed" role="status">
              {connect.busy ? WORDS.connecting : ''}
            </Text>
            <Button type="submit" loading={connect.busy}>
              {WORDS.connect}
            </Button>
          </Group>
        </Stack>
      </form>
      <details className="folded">
        <summary>{WORDS.where}</summary>
        <List size="sm" mt="xs">
          {WORDS.places.map(([program, way]) => (
            <List.Item key={program}>
              <b>{program}</b>: {way}
            </List.Item>
          ))}
        </List>
      </details>
    </Paper>
  );
}
