import { ActionIcon, Button, Grid, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import {
  AddBusyBlockDocument,
  MyAvailabilityDocument,
  RemoveBusyBlockDocument,
  type MyAvailabilityQuery,
} from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { useZone } from '../../ui/frame';
import { Icon } from '../../ui/icons';
import { Moment } from '../../ui/moment';
import { Shown } from '../../ui/states';
import { day } from '../../ui/time';
import { instantOfLocal, weekOf } from '../../ui/week';
import { words } from '../../words';
import { Exceptions } from './exceptions';
import { HoursEditor } from './hours-editor';
import { Limits } from './limits';
import { Turns } from './turns';
import { WeekView } from './week-view';

const WORDS = words.schedule;
export type Availability = MyAvailabilityQuery;

/** One's own week: when one can be asked, when one is away, and the interviews in it. */
export default function ScheduleScreen() {
  const zone = useZone();
  const [weeks, setWeeks] = useState(0);
  const days = weekOf(zone, Date.now(), weeks);
  const [from, to] = [new Date(days[0]!).toISOString(), new Date(days[7]!).toISOString()];
  const query = useQuery({
    queryKey: ['MyAvailability', from],
    queryFn: ({ signal }) => ask(MyAvailabilityDocument, { from, to }, signal),
  });
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{WORDS.title}</Title>
        <Group gap="xs">
          <ActionIcon variant="default" size="lg" onClick={() => setWeeks(weeks - 1)} aria-label={WORDS.previous}>
            <Icon name="left" />
          </ActionIcon>
          <Button variant="default" onClick={() => setWeeks(0)}>
            {WORDS.today}
          </Button>
          <ActionIcon variant="default" size="lg" onClick={() => setWeeks(weeks + 1)} aria-label={WORDS.next}>
            <Icon name="right" />
          </ActionIcon>
        </Group>
      </Group>
      <Text c="dimmed" size="sm">
        {WORDS.week(day(from, zone), day(new Date(days[6]!).toISOString(), zone))} · {WORDS.zone(zone.replaceAll('_', ' '))}
      </Text>
      <Shown query={query}>
        {(data) => (
          <>
            <WeekView days={days} zone={zone} data={data} />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, lg: 7 }}>
                <Stack gap="lg">
                  <HoursEditor hours={data.myAvailability.hours} zone={data.myAvailability.zone} />
                  <Exceptions exceptions={data.myAvailability.exceptions} />
                  <Turns turns={data.myAvailability.turns} zone={data.myAvailability.zone} />
                </Stack>
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 5 }}>
                <Stack gap="lg">
                  <BusyTimes data={data} zone={zone} />
                  <Limits limits={data.myAvailability.limits} />
                </Stack>
              </Grid.Col>
            </Grid>
          </>
        )}
      </Shown>
    </Stack>
  );
}

function BusyTimes({ data, zone }: { readonly data: Availability; readonly zone: string }) {
  const queries = useQueryClient();
  const done = (said: string) => ({
    onDone: () => {
      tellDone(said);
      void queries.invalidateQueries({ queryKey: ['MyAvailability'] });
    },
  });
  const add = useCommand(AddBusyBlockDocument, done(WORDS.busyDone));
  const remove = useCommand(RemoveBusyBlockDocument, { ...done(WORDS.busyRemoved), keyed: false });
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const blocks = data.busyBlocks.__typename === 'BusyBlocks' ? data.busyBlocks.blocks : [];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="busy">
      <Title order={2} id="busy" mb="xs">
        {WORDS.busy}
      </Title>
      {blocks.length === 0 && (
        <Text size="sm" c="dimmed">
          {WORDS.busyNone}
        </Text>
      )}
      <ul className="plain">
        {blocks.map(({ id, startsAt, endsAt, reason }) => (
          <Group component="li" key={id} justify="space-between" wrap="nowrap">
            <Text size="sm">
              <Moment at={startsAt} /> – <Moment at={endsAt} /> {reason}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={() => remove.run({ busyBlockId: id })}
              aria-label={WORDS.remove(reason || WORDS.away)}
            >
              <Icon name="cross" size={16} />
            </ActionIcon>
          </Group>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.run({ startsAt: instantOfLocal(from, zone), endsAt: instantOfLocal(to, zone), reason: reason || null });
        }}
      >
        <Stack gap="xs" mt="sm">
          <Group grow>
            <TextInput
              type="datetime-local"
              label={WORDS.busyFrom}
              required
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="datetime-local"
              label={WORDS.busyTo}
              required
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
          <TextInput
            label={`${WORDS.busyReason} (${words.optional})`}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
          />
          <Button type="submit" variant="default" loading={add.busy} disabled={!from || !to}>
            {WORDS.busyAdd}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
