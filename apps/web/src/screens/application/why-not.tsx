import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { WhyNotThisTimeDocument } from '../../graphql/generated';
import { useZone } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { instantIn, minutesOf } from '../../ui/week';
import { words } from '../../words';
import type { Application } from './application';

const WORDS = words.application.slots;

/** "Why not this time?": what keeps each seat from a time that somebody has in mind, and what is possible near it. */
export function WhyNot({
  application,
  onChoose,
}: {
  readonly application: Application;
  readonly onChoose?: (startsAt: string) => void;
}) {
  const zone = useZone();
  const [typed, setTyped] = useState('');
  const startsAt = typed === '' ? null : instantOf(typed, zone);
  const query = useQuery({
    queryKey: ['WhyNotThisTime', application.id, application.version, startsAt],
    queryFn: ({ signal }) => ask(WhyNotThisTimeDocument, { applicationId: application.id, startsAt: startsAt!, zone }, signal),
    enabled: startsAt !== null,
  });
  return (
    <Stack gap="xs">
      <TextInput
        type="datetime-local"
        label={WORDS.whyNot}
        description={WORDS.zone(zone.replaceAll('_', ' '))}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw={280}
      />
      {startsAt && (
        <Shown query={query}>
          {({ whyNotThisTime: why }) => {
            if (why.__typename !== 'WhyNotTime') return <Text className="bad">{why.message}</Text>;
            return (
              <Alert variant="light" color={why.possible ? 'tide' : 'yellow'} role="status">
                <Text size="sm">{why.message}</Text>
                {why.seats.map(({ seatId, role, members }) => (
                  <List key={seatId} size="sm" mt={4}>
                    {members
                      .filter(({ rules }) => rules.length > 0)
                      .map(({ personId, name, rules }) => (
                        <List.Item key={personId}>
                          {name} ({role}): {rules.map(({ message }) => message).join('; ')}
                        </List.Item>
                      ))}
                  </List>
                ))}
                {onChoose && (
                  <Group gap="xs" mt="xs">
                    {(why.possible ? [{ startsAt }] : why.alternatives.slice(0, 4)).map((one) => (
                      <Button key={one.startsAt} size="compact-sm" variant="default" onClick={() => onChoose(one.startsAt)}>
                        {moment(one.startsAt, zone)}
                      </Button>
                    ))}
                  </Group>
                )}
              </Alert>
            );
          }}
        </Shown>
      )}
    </Stack>
  );
}

/** The instant of a local time such as "2030-03-05T14:00" on the zone's clock. */
function instantOf(local: string, zone: string): string {
  const [date, time] = local.split('T') as [string, string];
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(instantIn(zone, year, month, day, minutesOf(time))).toISOString();
}
