import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../graphql/ask';
import { WhyNotThisTimeDocument } from '../../graphql/generated';
import { useZone } from '../../ui/frame';
import { Shown } from '../../ui/states';
import { moment } from '../../ui/time';
import { instantOfLocal } from '../../ui/week';
import { words } from '../../words';

const WORDS = words.application.slots;

/** The application whose time it is, as it was seen. */
interface Seen {
  readonly id: string;
  readonly version: number;
}

/** "Why not this time?": what keeps each seat from a time that somebody has in mind, and what is possible near it. */
export function WhyNot({
  application,
  onChoose,
}: {
  readonly application: Seen;
  readonly onChoose?: (startsAt: string) => void;
}) {
  const zone = useZone();
  const [typed, setTyped] = useState('');
  const startsAt = typed === '' ? null : instantOfLocal(typed, zone);
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
      {startsAt && <WhyNotAnswer application={application} startsAt={startsAt} zone={zone} onChoose={onChoose} />}
    </Stack>
  );
}

/** What keeps each seat from one time, and times near it that are possible. */
export function WhyNotAnswer({
  application,
  startsAt,
  zone,
  onChoose,
  children,
}: {
  readonly application: Seen;
  readonly startsAt: string;
  readonly zone: string;
  readonly onChoose?: ((startsAt: string) => void) | undefined;
  readonly children?: ReactNode;
}) {
  const query = useQuery({
    queryKey: ['WhyNotThisTime', application.id, application.version, startsAt, zone],
    queryFn: ({ signal }) => ask(WhyNotThisTimeDocument, { applicationId: application.id, startsAt, zone }, signal),
  });
  return (
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
            {!why.possible && children}
          </Alert>
        );
      }}
    </Shown>
  );
}
