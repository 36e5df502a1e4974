import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  CalendarsDocument,
  type CalendarsQuery,
  DisconnectCalendarDocument,
  RefreshCalendarDocument,
} from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { Ago } from '../../ui/moment';
import { Empty, Shown } from '../../ui/states';
import { Sure } from '../../ui/sure';
import { words } from '../../words';
import { ConnectCalendar } from './connect-calendar';
import { Feeds } from './feeds';
import { useDoneOrLook } from './read-again';

const WORDS = words.settings.calendars;
type Calendar = CalendarsQuery['calendarSources'][number];

/** Calendars that are read so that interviews keep away from them, and addresses at which interviews are read. */
export function CalendarSettings() {
  const query = useQuery({ queryKey: ['Calendars'], queryFn: ({ signal }) => ask(CalendarsDocument, {}, signal) });
  return (
    <Stack>
      <Title order={2}>{WORDS.title}</Title>
      <Text size="sm" c="dimmed">
        {WORDS.intro}
      </Text>
      <Shown query={query}>
        {({ calendarSources }) => (
          <>
            {calendarSources.length === 0 && <Empty>{WORDS.none}</Empty>}
            {calendarSources.map((calendar) => (
              <OneCalendar key={calendar.id} calendar={calendar} />
            ))}
          </>
        )}
      </Shown>
      <ConnectCalendar />
      <Feeds />
    </Stack>
  );
}

function OneCalendar({ calendar }: { readonly calendar: Calendar }) {
  const { id: calendarId, kind, host, fetchedAt, busyTimes } = calendar;
  const name = calendar.name || WORDS.unnamed(host);
  const [removing, setRemoving] = useState(false);
  const done = useDoneOrLook('Calendars');
  const refresh = useCommand(RefreshCalendarDocument, { ...done(WORDS.refreshed), keyed: false });
  const remove = useCommand(DisconnectCalendarDocument, { ...done(WORDS.removed, () => setRemoving(false)), keyed: false });
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>
            {name}{' '}
            <Badge variant="light" color="gray">
              {WORDS.kindShort[kind]}
            </Badge>
          </Text>
          <Text size="sm" c="dimmed">
            {host} · {WORDS.read(busyTimes)} ·{' '}
            {fetchedAt ? (
              <>
                {WORDS.readAt} <Ago at={fetchedAt} />
              </>
            ) : (
              WORDS.never
            )}
          </Text>
        </div>
        <Group gap="xs">
          <Button size="xs" variant="default" loading={refresh.busy} onClick={() => refresh.run({ calendarId })}>
            {WORDS.refresh}
          </Button>
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {WORDS.remove}
          </Button>
        </Group>
      </Group>
      <Problem calendar={calendar} />
      {removing && (
        <Sure
          title={WORDS.removeTitle(name)}
          note={WORDS.removeNote}
          yes={WORDS.removeYes}
          busy={remove.busy}
          onYes={() => remove.run({ calendarId })}
          onClose={() => setRemoving(false)}
        />
      )}
    </Paper>
  );
}

/** What its owner must know: it could not be read, or not all of it. */
function Problem({ calendar: { problem, failures, fetchedAt, nextAt } }: { readonly calendar: Calendar }) {
  if (problem === null) return null;
  return (
    <Alert color="yellow" variant="light" mt="sm">
      <Text size="sm">{problem}</Text>
      {failures > 0 && (
        <Text size="sm">
          {WORDS.failed(failures)} {fetchedAt && WORDS.oldHolds} {WORDS.next} <Ago at={nextAt} />.
        </Text>
      )}
    </Alert>
  );
}
